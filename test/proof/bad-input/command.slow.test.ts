import { expect, test } from 'vitest';
import { aDesk, type Desk } from '../../cli/desk/desk.ts';
import { sandboxOrders } from '../../cli/desk/reading-back.ts';
import type { Ended } from '../../cli/desk/running.ts';
import { seedsFrom } from '../sim/draw/seeds.ts';
import { UNPRINTABLE } from './trial/unprintable.ts';
import { writeSheet } from './trial/bytes.ts';
import { runsIn } from './trial/digits.ts';
import { readIndependently } from './trial/judge.ts';
import { says } from './trial/oracle.ts';
import { aSheet, CAMPAIGNS, defaultCountryOf, type Sheet } from './trial/sheet.ts';

/** Bad files by the built program, in a process of its own: what an operator sees of them. */

const FILES = 40;
const PATIENT = 900_000;
const NOW = '2026-12-01T15:00:00Z';
/** No bug, no stack, nothing that a terminal obeys. */
function expectSaid(ended: Ended, codes: readonly number[]): void {
  expect(codes, ended.err).toContain(ended.code);
  expect(ended.err).not.toMatch(/\n\s+at |this is a bug/);
  expect(UNPRINTABLE.exec(ended.err + ended.out)).toBeNull();
  if (ended.code === 2 && ended.out === '')
    expect(ended.err).toMatch(/error: .*\n(?:.*\n)*try: +\S/);
}

/** I9: of whom a run calls, neither its words nor its table say the number. */
function expectMasked(ended: Ended, numbers: readonly string[]): void {
  const digits = runsIn(ended.out + ended.err).map((run) => run.digits);
  for (const number of numbers) {
    const leak = digits.find((run) => run.includes(number.slice(-9)));
    expect(leak).toBeUndefined();
  }
}

async function rehearsed(desk: Desk, sheet: Sheet, bytes: Uint8Array): Promise<boolean> {
  const checked = await desk.run(['check', 'leads.csv']);
  expectSaid(checked, [0, 2]);
  const run = await desk.run(['run', 'leads.csv', '--now', NOW]);
  expectSaid(run, [0, 2]);
  const exported = await desk.run(['export', '--rehearsal', '-o', 'results.csv']);
  expectSaid(exported, [0, 2]);
  if (run.code === 2) {
    expect(desk.everything().filter((path) => path.startsWith('ledger/'))).toEqual([]);
    expect([checked.code, exported.code]).toEqual([2, 2]);
    return false;
  }
  const records = (await readIndependently(desk.path('leads.csv'), bytes)) ?? [];
  const numbers = sandboxOrders(desk.sandbox).map((order) => order.number);
  expectMasked(run, numbers);
  const completing = { defaultCountry: defaultCountryOf(sheet.campaign), country: null };
  const extract = sheet.campaign.startsWith('extracting');
  const columns = records[0]?.map((header) => header.trim().toLowerCase()) ?? [];
  for (const number of numbers) {
    const isSaid = records.slice(1).some((cells) => {
      const country = cells[columns.indexOf('country')] ?? null;
      return cells.some((one) => says(one, number, { ...completing, country, extract }));
    });
    expect(isSaid, number).toBe(true);
  }
  expect(exported.err.replaceAll(',', '')).toContain(`${records.length - 1} lines: `);
  return true;
}

test(
  `${FILES} files by the built program end with 0 or 2, without a stack, and with a line for each row`,
  async () => {
    let read = 0;
    for (const seed of seedsFrom(20_001, FILES)) {
      const sheet = aSheet(seed);
      const { bytes } = writeSheet(sheet, seed);
      const desk = aDesk();
      desk.write('leads.csv', bytes);
      desk.write('leads.yaml', CAMPAIGNS[sheet.campaign]);
      if (await rehearsed(desk, sheet, bytes)) read += 1;
    }
    expect(read).toBeGreaterThan(FILES / 3);
  },
  PATIENT,
);
