import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { campaignPage } from '../../data/generate/campaign-page.ts';
import { campaignJsonSchema } from '../../src/domain/campaign/campaign.ts';
import { ATTEMPT_COLUMNS, CALL_COLUMNS } from '../../src/domain/results/columns.ts';
import { PROJECT } from '../cli/desk/desk.ts';
import { oldWordsIn } from '../tidy/plain-words.ts';
import { anchors, ownLinks, pages, prose } from './pages.ts';

const run = promisify(execFile);
const all = pages();
const page = (path: string): string => all.find((one) => one.path === path)?.text ?? '';

describe('the pages', () => {
  it('link to files of the package and to headings that are there', async () => {
    const pack = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const { stdout } = await run('npm', pack, {
      cwd: PROJECT,
      shell: process.platform === 'win32',
    });
    const packed = new Set(
      (JSON.parse(stdout) as { files: { path: string }[] }[])[0]?.files.map(({ path }) => path),
    );
    const dead = all.flatMap(({ path, text }) =>
      ownLinks(text).flatMap((link) => {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? path : posix.join(dirname(path), file);
        if (!packed.has(target)) return [`${path}: ${link} is not in the package`];
        const known = anchor === undefined || anchors(page(target)).has(anchor);
        return known ? [] : [`${path}: ${link} has no such heading`];
      }),
    );
    expect(dead).toEqual([]);
    expect(all.flatMap(({ text }) => ownLinks(text)).length).toBeGreaterThan(20);
  });

  it('are all in the table of contents of the README', () => {
    const listed = ownLinks(page('README.md'));
    for (const { path } of all.slice(1)) expect(listed).toContain(path);
  });

  it('are written in the words of today', () => {
    const old = all.flatMap(({ path, text }) =>
      oldWordsIn(prose(text)).map((said) => [path, said]),
    );
    expect(old).toEqual([]);
  });

  it('name every result column', () => {
    const text = page('docs/results.md');
    const names = [...CALL_COLUMNS, ...ATTEMPT_COLUMNS].map(({ name }) => name);
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('describe every key of the campaign file as its schema does: npx tsx data/generate/campaign-schema.ts', () => {
    const text = page('docs/campaign-file.md');
    expect(campaignPage(text, campaignJsonSchema())).toBe(text);
    expect(text).toContain('[`call_retry_config`](#call_retry_config)');
  });
});

describe('the README', () => {
  it('fits on a few screens, and has the two commands', () => {
    const text = page('README.md');
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(150);
    expect(text).toContain('\nnpm ci && npm run rehearse\n');
    expect(text).toContain('\nnpm ci && npm run check\n');
    const ci = readFileSync(join(PROJECT, '.ci', 'run'), 'utf8');
    expect(ci).toContain('\nnpm ci\nnpm run check\n');
  });
});
