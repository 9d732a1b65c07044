import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Desk, PROJECT } from '../cli/desk/desk.ts';
import { lines } from '../cli/desk/reading-back.ts';
import { blocks } from './pages.ts';

/** The list, the campaign, the commands and the results of the README, really run. */

const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
const [list = ''] = blocks(readme, 'csv');
const [campaign = ''] = blocks(readme, 'yaml');
const [transcript = ''] = blocks(readme, 'console');

/** `…` stands for lines that are left out. */
const steps = transcript
  .split(/^\$ campaign /m)
  .slice(1)
  .map((step) => {
    const [command = '', ...shown] = step.trimEnd().split('\n');
    return { command, shown: shown.filter((line) => line !== '…'), whole: !shown.includes('…') };
  });

const table = readme
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.includes('['))
  .map((line) => line.split('|').slice(1, -1))
  .map((cells) => cells.map((cell) => cell.trim()));

let desk: Desk;

beforeAll(() => {
  desk = new Desk();
  desk.write('leads.csv', list);
  desk.write('leads.yaml', campaign);
});

afterAll(() => desk.clear());

it('the transcript goes from the list to the results', () => {
  expect(steps.map(({ command }) => command.split(' ')[0])).toEqual(['check', 'run', 'export']);
});

it.each(steps)(
  'campaign $command says what the README shows',
  async ({ command, shown, whole }) => {
    const { out, err } = await desk.run(command.split(' '));
    const said = `${err}\n${out}`.split('\n');
    expect(said).toEqual(expect.arrayContaining(shown));
    if (whole) expect(said.filter((line) => line !== '')).toHaveLength(shown.length);
  },
);

it('the results are those of the table', () => {
  const [header = [], ...rows] = table.filter((cells) => cells.length === 8);
  const results = lines(desk.read('results.csv'));
  expect(results.map((line) => header.map((name) => line[name] ?? 'no such column'))).toEqual(rows);
});
