import { writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { judgeCalls, judgeExact, judgeReadBack, judgeResults, judgeRows } from './judge.ts';
import { says } from './oracle.ts';
import type { Sheet } from './sheet.ts';
import { Bench, type Tried } from './trial.ts';

const bench = new Bench();
afterAll(() => bench.clear());

const SHEET: Sheet = {
  headers: ['phone', 'note'],
  records: [
    ['+12025550143', '=1+1'],
    ['nonsense', 'x'],
    ['+442079460123', 'y'],
  ],
  sure: new Map([
    [0, '+12025550143'],
    [2, '+442079460123'],
  ]),
  plain: true,
  campaign: 'plain',
};
const RECORDS = [SHEET.headers, ...SHEET.records];

async function verdict(change: (tried: Tried) => Partial<Tried>): Promise<string[]> {
  writeFileSync(bench.path('leads.csv'), RECORDS.map((cells) => `${cells.join()}\n`).join(''));
  const real = await bench.try('leads.csv', 'plain');
  const tried = { ...real, ...change(real) };
  const broken: string[] = [];
  const tell = (promise: string): number => broken.push(promise);
  judgeRows(tried, RECORDS, tell);
  judgeCalls(tried, { sheet: SHEET, records: RECORDS }, tell);
  judgeResults(tried, SHEET.headers, tell);
  judgeExact(tried, SHEET, tell);
  writeFileSync(bench.path('results.csv'), tried.csv);
  await judgeReadBack(tried, await bench.read('results.csv', 'plain'), tell);
  return broken;
}

it('finds nothing wrong with what the program does', async () => {
  expect(await verdict(() => ({}))).toEqual([]);
});

it.each<[string, (tried: Tried) => Partial<Tried>]>([
  ['a row that is lost', ({ rows }) => ({ rows: rows.slice(1) })],
  [
    'a row without a reason',
    ({ rows }) => ({ rows: rows.map((row) => ({ ...row, problems: [] })) }),
  ],
  ['a number that no cell says', ({ ordered }) => ({ ordered: [...ordered, '+12025550144'] })],
  ['a number that is called twice', ({ ordered }) => ({ ordered: [...ordered, ...ordered] })],
  ['an order that nobody recorded', ({ ordered }) => ({ ordered: ordered.slice(1) })],
  ['a formula in the results', ({ csv }) => ({ csv: csv.replace("'=", '=') })],
  ['a line that the results lack', ({ csv }) => ({ csv: csv.replace(/^nonsense.*\r\n/m, '') })],
  ['a cell that is not the owner’s', ({ csv }) => ({ csv: csv.replace(',y,', ',z,') })],
])('%s does not escape it', async (_, change) => {
  expect(await verdict(change)).not.toEqual([]);
});

it.each([
  { cell: '+1 (202) 555-0143', e164: '+12025550143', from: null, said: true },
  { cell: '202 555 0143', e164: '+12025550143', from: 'US', said: true },
  { cell: '202 555 0143', e164: '+12025550143', from: null, said: false },
  { cell: '020 7946 0123', e164: '+442079460123', from: 'GB', said: true },
  { cell: '020 7946 0123', e164: '+442079460123', from: 'US', said: false },
  { cell: '+12025550143 / +12025550144', e164: '+12025550143', from: 'US', said: false },
  { cell: '+1202555014', e164: '+12025550143', from: 'US', said: false },
  { cell: '+120255501433', e164: '+12025550143', from: 'US', said: false },
  { cell: '202,555,0143', e164: '+12025550143', from: 'US', said: false },
])('$cell says $e164 with default country $from: $said', ({ cell, e164, from, said }) => {
  expect(says(cell, e164, { country: null, defaultCountry: from, extract: false })).toBe(said);
});
