import { expect, it } from 'vitest';
import { aPreparedDesk, COUNT, exported, killAt, RUN } from '../desk/interrupted-run.ts';
import type { Desk } from '../desk/desk.ts';
import { NOW, numbers } from '../desk/people.ts';
import { cell, sandboxOrders, tally, type Line } from '../desk/reading-back.ts';
import { jsonLines } from '../desk/running.ts';

/** Results that are given back as a contact file: anyone who was reached is left in peace. */

const PATIENT = 60_000;
const AGAIN = ['run', 'results.csv', '-c', 'leads.yaml', '--now', NOW, '--json'];

async function exportTo(desk: Desk, name: string): Promise<void> {
  expect((await desk.run(['export', '--rehearsal', '-o', name])).code).toBe(0);
}

/** The row of this number says from now on that it is not known what became of it. */
function doubt(desk: Desk, number: string): void {
  const rows = desk.read('results.csv').split('\n');
  const edited = rows.map((row) =>
    row.includes(number) ? row.replace(',pending,', ',uncertain,') : row,
  );
  desk.write('results.csv', edited.join('\n'));
}

const numbersIn = (lines: readonly Line[], state: string): string[] =>
  lines.filter((line) => cell(line, 'call_state') === state).map((line) => cell(line, 'phone'));

async function runAgain(desk: Desk): Promise<Line[]> {
  const ended = await desk.run(AGAIN);
  expect(ended).toMatchObject({ code: 0, err: '' });
  return await exported(desk);
}

it(
  'results that are run again lose their result columns, and anyone who was reached is not ordered',
  async () => {
    const desk = aPreparedDesk();
    expect((await desk.run(RUN)).code).toBe(0);
    await exportTo(desk, 'results.csv');
    const before = await exported(desk);
    const after = await runAgain(desk);
    const columns = (line: Line | undefined): string[] => Object.keys(line ?? {});
    expect(columns(after[0])).toEqual(columns(before[0]));
    const reached = numbersIn(before, 'reached');
    expect(reached.length).toBeGreaterThan(8);
    expect(numbersIn(after, 'skipped')).toEqual(reached);
    expect(tally(after.map((line) => cell(line, 'call_reason')))).toMatchObject({
      "reached according to the file's call_state": reached.length,
    });
    const ordered = new Set(sandboxOrders(desk.sandbox).map((order) => order.number));
    expect(reached.filter((number) => ordered.has(number))).toEqual([]);
    expect(numbersIn(before, 'exhausted').filter((number) => !ordered.has(number))).toEqual([]);
  },
  PATIENT,
);

it(
  'results of an unfinished run leave out anyone who was reached or is uncertain, and call the others',
  async () => {
    const desk = aPreparedDesk();
    await killAt(desk, RUN, ['order_settled', 14]);
    await exportTo(desk, 'results.csv');
    const before = await exported(desk);
    const reached = numbersIn(before, 'reached');
    expect(reached.length).toBeGreaterThan(0);
    expect(numbersIn(before, 'pending').length).toBeGreaterThan(0);
    const [doubtful = ''] = numbersIn(before, 'pending');
    doubt(desk, doubtful);
    const after = await runAgain(desk);
    expect(after.map((line) => cell(line, 'phone'))).toEqual(numbers(COUNT));
    expect(numbersIn(after, 'skipped').sort()).toEqual([...reached, doubtful].sort());
    expect(tally(after.map((line) => cell(line, 'call_reason')))).toMatchObject({
      "uncertain according to the file's call_state": 1,
      "reached according to the file's call_state": reached.length,
    });
  },
  PATIENT,
);

it(
  'a number that a spreadsheet has rounded is restored when its digits agree, and never guessed',
  async () => {
    const desk = aPreparedDesk();
    expect((await desk.run(RUN)).code).toBe(0);
    await exportTo(desk, 'results.csv');
    const [first = '', second = ''] = numbers(2);
    expect([first, second]).toEqual(['+12125550100', '+13055550100']);
    // The ledger of the first run makes room, because the file is another one; it is asked before it goes.
    const rounded = desk.read('results.csv').replace(first, '1.21256E+10');
    desk.write('results.csv', rounded.replace(second, '1.99956E+10'));
    const ended = await desk.run(AGAIN);
    const read = jsonLines(ended.out).find((event) => event['event'] === 'file_read');
    expect(read).toMatchObject({ invalid: 1 });
    const [restored, row] = await exported(desk);
    expect(restored).toMatchObject({ phone: first });
    expect(row).toMatchObject({ phone: '1.99956E+10', call_state: 'invalid' });
    expect(cell(row, 'call_reason')).toMatch(/rounded the number/);
  },
  PATIENT,
);
