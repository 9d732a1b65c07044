import { existsSync, unlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aFolder } from '../desk/folder.ts';

const CAMPAIGN = [
  'name: Calls',
  'assistant: { prompt: Say hello. }',
  'consent: { basis: customers, statement: They agreed to be called. }',
  'default_country: US',
  'suppress: [lists/left.csv, lists/rivals.txt]',
];

const { path, write, campaign } = aFolder((folder) => {
  folder.write('people.csv', ['phone', '+12125550100', '+12125550101', '+12125550120']);
  folder.write('people.yaml', CAMPAIGN);
  folder.write('lists/left.csv', ['name,phone', 'Ada,(212) 555-0100', 'Bruno,0 555-0177']);
  folder.write('lists/rivals.txt', ['+1 212 555 0101']);
});

const RUN = ['run', 'people.csv', '--now', '2026-12-01T15:00:00Z'];

async function reasons(): Promise<string[]> {
  const { out } = await campaign('status', '--rehearsal', '--json');
  const { reasons: found } = JSON.parse(out) as { reasons: { state: string; reason: string }[] };
  return found.map(({ state, reason }) => `${state}: ${reason}`).sort();
}

test('people on the lists beside the campaign file are skipped, and what is in the lists is said', async () => {
  const { code, err } = await campaign(...RUN);
  expect(code).toBe(0);
  expect(err).toContain('list       left.csv: 1 number, 1 row that is not one whole number');
  expect(err).toContain('2 contacts are on the suppress lists of the campaign');
  const found = await reasons();
  expect(found.filter((one) => one.startsWith('skipped'))).toEqual([
    'skipped: on the suppress list left.csv',
    'skipped: on the suppress list rivals.txt',
  ]);
  expect(found.filter((one) => one.startsWith('exhausted'))).toHaveLength(1);
});

test('one person on a list is said in the singular', async () => {
  write('lists/rivals.txt', ['+12125550199']);
  const { err } = await campaign(...RUN);
  expect(err).toContain('1 contact is on the suppress lists of the campaign');
});

test('plan leaves the same people out', async () => {
  const { code, out } = await campaign('plan', ...RUN.slice(1), '--json');
  expect(code).toBe(0);
  const never = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; why: string; count: number })
    .filter(({ kind }) => kind === 'never');
  expect(never.map(({ why, count }) => `${count} ${why}`).sort()).toEqual([
    '1 on the suppress list left.csv',
    '1 on the suppress list rivals.txt',
  ]);
});

test.each([
  ['is not there', () => unlinkSync(path('lists/rivals.txt')), 'There is no file'],
  ['is empty', () => write('lists/rivals.txt', []), 'rivals.txt'],
  [
    'has a row without a number',
    () => write('lists/rivals.txt', ['phone', 'none']),
    'lists/rivals.txt: 1 row means somebody who cannot be read, so nobody was called',
  ],
])('a list that %s ends the run with 2, and nothing is written', async (...[, spoil, message]) => {
  spoil();
  const { code, err } = await campaign(...RUN);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(existsSync(path('l.rehearsal.db'))).toBe(false);
  expect((await campaign('check', 'people.csv')).code).toBe(2);
});

test('resume holds anyone who waits against the lists as they are then, and stops when one is gone', async () => {
  write('people.csv', ['phone', '+12125550100', '+12125550102', '+12125550103']);
  expect((await campaign(...RUN, '--limit', '1')).code).toBe(0);
  write('lists/rivals.txt', []);
  expect((await campaign('resume', '--rehearsal')).code).toBe(2);
  write('lists/rivals.txt', ['+12125550102', '+12125550103']);
  const { err } = await campaign('resume', '--rehearsal');
  expect(err).toContain('3 contacts are on the suppress lists of the campaign');
  const found = await reasons();
  expect(found).toContain('skipped: on the suppress list left.csv');
  expect(found).toContain('skipped: on the suppress list rivals.txt');
});
