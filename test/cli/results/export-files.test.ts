import { copyFileSync, symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import { aDesk, Desk } from '../desk/desk.ts';
import { CAMPAIGN, NOW, numbers, people } from '../desk/people.ts';
import { cell, lines } from '../desk/reading-back.ts';
import { jsonLines } from '../desk/running.ts';

/** The files that an export writes, and those that it leaves alone. */

const COUNT = 6;
const EXPORT = ['export', '--rehearsal'];

let desk: Desk;

async function rehearse(on: Desk, contacts: string): Promise<void> {
  on.write('leads.csv', contacts);
  on.write('leads.yaml', CAMPAIGN);
  expect((await on.run(['run', 'leads.csv', '--now', NOW])).code).toBe(0);
}

beforeAll(async () => {
  desk = new Desk();
  await rehearse(desk, people(COUNT));
}, 60_000);

afterAll(() => desk.clear());

describe('an export', () => {
  it.each(['csv', 'xlsx', 'jsonl'])('to an existing .%s leaves it alone', async (ending) => {
    const name = `mine.${ending}`;
    desk.write(name, 'work of a whole day');
    const ended = await desk.run([...EXPORT, '-o', name]);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toMatch(/exists already\.\ntry: .*--force/);
    expect(desk.read(name)).toBe('work of a whole day');
  });

  it('with --force replaces it', async () => {
    desk.write('old.csv', 'of yesterday');
    expect((await desk.run([...EXPORT, '-o', 'old.csv', '--force'])).code).toBe(0);
    expect(lines(desk.read('old.csv'))).toHaveLength(COUNT);
  });

  it('to - is CSV and nothing else on stdout, the same as in a file', async () => {
    const before = desk.everything();
    const { code, out, err } = await desk.run([...EXPORT, '-o', '-']);
    expect(code).toBe(0);
    expect(desk.everything()).toEqual(before);
    expect(lines(out).map((line) => cell(line, 'phone'))).toEqual(numbers(COUNT));
    expect(err).toMatch(/^rehearsal ledger .*\n6 lines: .*\nREHEARSAL .*: stdout\n$/);
    expect((await desk.run([...EXPORT, '-o', 'same.csv'])).code).toBe(0);
    expect(desk.read('same.csv').replace(/^\uFEFF/, '')).toBe(out);
  });

  it('to .jsonl has one object a row, with the numbers and texts of the CSV', async () => {
    expect((await desk.run([...EXPORT, '-o', 'results.jsonl'])).code).toBe(0);
    const objects = jsonLines(desk.read('results.jsonl'));
    expect(objects).toHaveLength(COUNT);
    expect(JSON.stringify(objects.map((object) => object['row']))).toContain(numbers(1)[0]);
  });

  it('to .xlsx is a workbook with a sheet called REHEARSAL', async () => {
    expect((await desk.run([...EXPORT, '-o', 'results.xlsx'])).code).toBe(0);
    const rows = await readSheet(desk.path('results.xlsx'), 'REHEARSAL');
    const phones = rows.slice(1).map((row) => String(row[0]));
    expect(rows[0]?.slice(0, 3)).toEqual(['phone', 'first_name', 'external_id']);
    expect(phones).toEqual(numbers(COUNT));
  });

  it.each([
    ['results.pdf', /written as \.csv, \.xlsx or \.jsonl/],
    ['nowhere/results.csv', /folder does not exist/],
    ['.', /./],
  ])('to %s is refused', async (name, said) => {
    const before = desk.everything();
    const ended = await desk.run([...EXPORT, '-o', name]);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toMatch(/(^|\n)error: \S.*\ntry: +\S/);
    expect(ended.err).toMatch(said);
    expect(desk.everything()).toEqual(before);
  });
});

it('a file with semicolons gets its results with semicolons', async () => {
  const german = aDesk();
  await rehearse(german, people(COUNT, { delimiter: ';' }));
  expect((await german.run([...EXPORT, '-o', 'results.csv'])).code).toBe(0);
  const text = german.read('results.csv');
  expect(text.split('\n')[0]).toMatch(
    /^\uFEFF?phone;first_name;external_id;call_mode;call_contact;/,
  );
  expect(lines(text, ';').map((line) => cell(line, 'phone'))).toEqual(numbers(COUNT));
});

it('an export with --force replaces neither what the run was made from nor a ledger', async () => {
  const own = aDesk();
  await rehearse(own, people(COUNT));
  own.write('never.csv', 'phone\n+12025550199\n');
  own.write('leads.yaml', `${CAMPAIGN}suppress: never.csv\n`);
  expect((await own.run(['run', 'leads.csv', '--now', NOW])).code).toBe(0);
  symlinkSync(own.path('leads.csv'), own.path('link.csv'));
  for (const name of ['never.csv', 'link.csv']) {
    const before = own.read(name);
    const ended = await own.run([...EXPORT, '-o', name, '--force']);
    expect([name, ended.code, ended.out]).toEqual([name, 2, '']);
    expect(own.read(name)).toBe(before);
  }
  const ledger = own.path('ledger.csv');
  copyFileSync(own.rehearsal, own.path('ledger.rehearsal.csv'));
  const ended = await own.run([
    ...EXPORT,
    '--ledger',
    ledger,
    '-o',
    'ledger.rehearsal.csv',
    '--force',
  ]);
  expect(ended).toMatchObject({
    code: 2,
    err: expect.stringContaining('which is a ledger') as string,
  });
});
