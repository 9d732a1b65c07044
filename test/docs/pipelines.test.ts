import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../cli/desk/desk.ts';

/** Nobody runs the workflows and the Dockerfile here: what they call has to be there all the same. */

interface Package {
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly uses?: string }[] }>
  >;
}

const textOf = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const isThere = (path: string): boolean => existsSync(join(PROJECT, path));
const { bin, scripts } = JSON.parse(textOf('package.json')) as Package;

/** Commands that npm has without a script. */
const NPM = /^npm (ci|pack|install)\b/;

/** What is wrong with a command line: scripts and files it names that are not there, or a command nobody knows. */
function faults(line: string): string[] {
  return line
    .split(/&&|\n/)
    .map((one) => one.trim())
    .flatMap((command) => {
      const script = /^npm (?:run (?:--silent )?)?(\S+)/.exec(command)?.[1] ?? '';
      if (Object.hasOwn(scripts, script) || NPM.test(command)) return [];
      const file = /^(?:cat|node|tsx) (\S+)/.exec(command)?.[1];
      if (file !== undefined && (file.startsWith('dist/') || isThere(file))) return [];
      const known = /^(?:vitest|eslint|prettier|tsc) /.test(command);
      return known && configsOf(command).every(isThere) ? [] : [command];
    });
}

const configsOf = (command: string): string[] =>
  [...command.matchAll(/(?:--config|-c|-p) (\S+)/g)].map(([, path = '']) => path);

describe('the scripts of package.json', () => {
  it.each(Object.entries(scripts))('%s names what is there', (_, line) => {
    expect(faults(line)).toEqual([]);
  });

  it('a script, a file or a command that is not there is found', () => {
    for (const line of ['npm run nothing', 'tsx test/gone.ts', 'cat docs/gone.md', 'make'])
      expect(faults(`npm ci && ${line}`)).toEqual([line]);
    expect(faults('vitest run --config .config/gone.js')).toHaveLength(1);
  });
});

describe.each(readdirSync(join(PROJECT, '.github/workflows')))('the workflow %s', (name) => {
  const { jobs } = parse(textOf(`.github/workflows/${name}`)) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('runs what is there', () => {
    const lines = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.flatMap(faults)).toEqual([]);
  });

  it('uses actions by their version', () => {
    for (const { uses = 'none@v0' } of steps) expect(uses).toMatch(/^[\w/-]+@v\d+$/);
  });
});

describe('the Dockerfile', () => {
  const dockerfile = textOf('Dockerfile');

  it('copies what is there, and starts the program of the package', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(
      ([, paths = '']) => paths.split(' '),
    );
    expect(copied).toContain('package.json');
    expect(copied.filter((path) => !isThere(path))).toEqual([]);
    const [, entry = ''] = /^ENTRYPOINT \["(.*)"\]$/m.exec(dockerfile) ?? [];
    expect(Object.keys(bin)).toEqual([entry]);
  });

  it('keeps nothing out of the image that the build of the package reads', () => {
    const out = textOf('.dockerignore').split('\n');
    for (const path of ['src', '.config', 'data', 'campaigns', 'docs', 'tsconfig.json', 'LICENSE'])
      expect(out).not.toContain(path);
    expect(scripts['prepack']).toBe('node .config/build.js');
  });

  it('does not run as root', () => {
    expect(dockerfile).toMatch(/\nUSER node\n[^]*ENTRYPOINT/);
  });
});
