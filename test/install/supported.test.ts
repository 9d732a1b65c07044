import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../cli/desk/desk.ts';
import { NODES } from '../matrix/versions.ts';

/** What says on which Node the program works says the same everywhere. */

const text = (...path: string[]): string => readFileSync(join(PROJECT, ...path), 'utf8');
const manifest = JSON.parse(text('package.json')) as {
  engines: { node: string };
  scripts: Record<string, string>;
  optionalDependencies: Record<string, string>;
};

const allowed = (node: number): boolean =>
  manifest.engines.node.split(' || ').some((range) => {
    const [, sign, major] = /^(\^|>=)(\d+)/.exec(range) ?? [];
    return sign === '^' ? node === Number(major) : node >= Number(major);
  });

interface Workflow {
  readonly jobs: Record<
    string,
    {
      readonly strategy?: { matrix: { os: string[]; node: number[]; include: { node: number }[] } };
      readonly steps: readonly { readonly run?: string }[];
    }
  >;
}
const workflows = join(PROJECT, '.github', 'workflows');
const jobs = readdirSync(workflows).flatMap((name) =>
  Object.values((parse(text('.github', 'workflows', name)) as Workflow).jobs),
);

describe('the supported Nodes', () => {
  it('are the engines of the package', () => {
    expect(NODES.filter((node) => !allowed(node))).toEqual([]);
    expect([18, 19, 21].filter(allowed)).toEqual([]);
  });

  it('are the ones that the workflows check, on three systems', () => {
    const matrix = jobs.find(({ strategy }) => strategy !== undefined)?.strategy?.matrix;
    const more = matrix?.include.map(({ node }) => node) ?? [];
    expect([...more, ...(matrix?.node ?? [])]).toEqual([...NODES]);
    expect(matrix?.os).toHaveLength(3);
  });

  it('have the driver that is written for them', () => {
    const { 'better-sqlite3': newer, 'better-sqlite3-node20': older } =
      manifest.optionalDependencies;
    expect(newer).toMatch(/^13\.\d+\.\d+$/);
    expect(older).toMatch(/^npm:better-sqlite3@12\.\d+\.\d+$/);
  });
});

it('the workflows run scripts that are there', () => {
  const runs = jobs.flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run));
  const named = runs.flatMap((run) => /^npm run (\S+)/.exec(run)?.[1] ?? []);
  expect(named.filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
  expect(named).toContain('check');
});

it('the image runs a supported Node, not as root, with its ledger on a volume', () => {
  const lines = text('Dockerfile').split('\n');
  const bases = lines.flatMap((line) => /^FROM node:(\d+)-/.exec(line)?.[1] ?? []).map(Number);
  expect(new Set(bases).size).toBe(1);
  expect(NODES.filter((node) => node >= 22)).toContain(bases[0]);
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));
  const value = (word: string): string =>
    last.find((line) => line.startsWith(word))?.slice(word.length + 1) ?? '';
  expect(value('USER')).toBe('node');
  expect(value('ENV CAMPAIGN_LEDGER=').length).toBeGreaterThan(0);
  expect(last.join('\n')).toContain(`ENV CAMPAIGN_LEDGER=${value('VOLUME')}/`);
});

it('everything in the package is explained in docs/install.md', async () => {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['pack', '--dry-run', '--json', '--ignore-scripts'],
    { cwd: PROJECT, shell: process.platform === 'win32' },
  );
  const [pack] = JSON.parse(stdout) as { files: { path: string }[] }[];
  const page = text('docs', 'install.md');
  const tops = new Set(
    pack?.files.map(({ path }) =>
      path.startsWith('data/') ? path : `${path.split('/')[0] ?? ''}`,
    ),
  );
  const explained = (top: string): boolean =>
    ['`', '/`'].some((end) => page.includes(`\`${top}${end}`)) || /^data\/reference\//.test(top);
  expect([...tops].filter((top) => !explained(top))).toEqual([]);
  expect(tops).toContain('LICENSE');
});
