import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/program.ts';
import { aTerminal } from '../desk/terminal.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holidays-'));
  mkdirSync(join(folder, 'lists'));
  write('people.csv', ['phone', '+351213000100', '+12125550120']);
  write('people.yaml', [...CAMPAIGN, 'holidays: lists/days.csv']);
  write('lists/days.csv', [
    'Date;Country;State;Hours;Name',
    '2026-12-02;Portugal;;;Town day',
    '2026-12-03;;;10:00-11:00;',
    'easter -2;US;Louisiana;;Good Friday',
  ]);
});
afterEach(() => rmSync(folder, { recursive: true }));

const CAMPAIGN = [
  'name: Calls # a word about it',
  'assistant: { prompt: "Say: hello." }',
  'consent: { basis: customers, statement: They agreed to be called. }',
];
/** The same days one by one. */
const LISTED = [
  'holidays:',
  '  - { on: 2026-12-02, in: [PT], name: Town day }',
  '  - { on: 2026-12-03, hours: 10:00-11:00 }',
  '  - { on: easter -2, in: [US-LA], name: Good Friday }',
];

const write = (name: string, lines: readonly string[]): void =>
  writeFileSync(join(folder, name), lines.join('\n'));

async function campaign(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { terminal, said } = aTerminal(folder);
  const code = await main(args, terminal, '0');
  return { code, ...said };
}

interface WhyTold {
  readonly open: boolean;
  readonly rules: readonly { readonly id: string; readonly window: string }[];
}

async function whyLisbon(at: string, file = 'people.yaml'): Promise<WhyTold> {
  const asked = ['why', '+351213000100', '--at', at, '-c', file, '--json'];
  const { code, out, err } = await campaign(...asked);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as WhyTold;
}

const begun = (...more: string[]): Promise<{ code: number; out: string; err: string }> =>
  campaign('run', 'people.csv', '--now', '2026-12-02T08:00:00Z', '--ledger', 'l.db', ...more);

describe('a file of holidays', () => {
  test('keeps the days in their places, as a list of them does', async () => {
    write('listed.yaml', [...CAMPAIGN, ...LISTED]);
    const hours = ['2026-12-01T12:00Z', '2026-12-02T12:00Z', '2026-12-03T10:59Z'];
    const moments = [...hours, '2026-12-03T11:00Z', '2027-03-26T12:00Z'];
    const [fromFile, fromList] = [[] as WhyTold[], [] as WhyTold[]];
    for (const at of moments) {
      fromFile.push(await whyLisbon(at));
      fromList.push(await whyLisbon(at, 'listed.yaml'));
    }
    expect(fromFile.map(({ open }) => open)).toEqual([true, false, true, false, true]);
    const said = (told: readonly WhyTold[]) =>
      told.map(({ rules }) => rules.filter(({ id }) => id.startsWith('holidays')));
    expect(said(fromFile)).toEqual(said(fromList));
    expect(said(fromFile)[1]?.map(({ id, window }) => `${id}: ${window}`)).toContain(
      'holidays PT: none (Town day)',
    );
  });

  test('stands in a list beside others and beside single days', async () => {
    write('more.csv', ['date,weekday', '2026-12-04,Friday']);
    write('people.yaml', [
      ...CAMPAIGN,
      'holidays: [lists/days.csv, more.csv, { on: 2026-12-07, in: [PT] }]',
    ]);
    const days = ['02', '03', '04', '07', '08'];
    const open: boolean[] = [];
    for (const day of days) open.push((await whyLisbon(`2026-12-${day}T12:00Z`)).open);
    expect(open).toEqual([false, false, false, false, true]);
    const { err } = await campaign('check', 'people.csv');
    expect(err).toContain(
      'holidays file more.csv: the column "weekday" means nothing here and is not used.',
    );
  });

  test('of which a day changes makes a rehearsal begin anew, and one that is as it was does not', async () => {
    expect((await begun('--limit', '1')).code).toBe(0);
    expect((await begun('--limit', '1')).err).not.toContain('replaced');
    write('lists/days.csv', ['date', '2026-12-03']);
    const { err } = await begun('--limit', '1');
    expect(err).toContain('the unfinished rehearsal calls is replaced: campaign, contacts');
  });

  test('is not needed to go on from the ledger alone', async () => {
    write('people.csv', ['phone', '+12125550120', '+351213000100']);
    expect((await begun('--limit', '1')).code).toBe(0);
    rmSync(join(folder, 'lists/days.csv'));
    expect((await campaign('resume', '--rehearsal', '--ledger', 'l.db')).code).toBe(0);
    await campaign('export', '--rehearsal', '--ledger', 'l.db', '-o', 'out.csv');
    const told = readFileSync(join(folder, 'out.csv'), 'utf8');
    // The day in Lisbon on which it began is a holiday, and of the next one the hour from ten is left.
    expect(told).toContain('2026-12-03T10:0');
    expect((await begun()).code).toBe(2);
  });
});

describe('a file of holidays that does not fit ends with 2 before anybody is called:', () => {
  test('every wrong cell is named with its line, its column, its value and how to fix it', async () => {
    write('lists/days.csv', [
      'date,country,state,hours,name',
      '24.12.2026,Nowhere,,,',
      '2026-02-30,US,Bavaria,12:00-09:00,x',
      '12-25,,TX,,',
      '12-26,DE,Bayern,,',
      '12-27,DE',
      ',,US-ZZ,,',
    ]);
    const { code, err } = await begun();
    expect(code).toBe(2);
    const day = 'Write 2026-12-24, 12-24 for every year, easter -2, or last monday of 05.';
    expect(err.split('\n').map((line) => line.trim())).toEqual([
      'error: holidays file lists/days.csv does not fit, so nobody was called:',
      'row 2 country "Nowhere": "Nowhere" is not a country name that is known here.',
      'Write its two letters, such as FR or BR.',
      'row 2 date "24.12.2026": "24.12.2026" is not a day of the calendar.',
      day,
      'row 3 state "Bavaria": "Bavaria" is not a state of US.',
      'Write its usual two letters or its full name, like LA or Louisiana.',
      'row 3 hours "12:00-09:00": "12:00-09:00" is not a span of a day.',
      'Write it like 09:00-12:00.',
      'row 3 date "2026-02-30": "2026-02-30" is not a day of the calendar.',
      day,
      'row 4 state "TX": "TX" has no country.',
      'Write its country into a column country, or the state like US-LA.',
      'row 5 state "Bayern": "Bayern" is not the code of a state.',
      'Write its code of one to three letters or digits, like DE-BY, or leave it blank.',
      'row 6: The row has 2 cells, the header 5.',
      'Put a cell that contains the delimiter in quotes, or add what is missing.',
      'row 7 state "US-ZZ": "US-ZZ" is not a state of US.',
      'Write its usual two letters or its full name, like LA or Louisiana.',
      'row 7 date "": No day is given.',
      day,
      'try:   fix lists/days.csv and try again',
      '',
    ]);
    expect((await campaign('check', 'people.csv')).code).toBe(2);
    expect((await campaign('why', '+12125550120', '-c', 'people.yaml')).code).toBe(2);
  });
});

describe('a file of holidays that is none ends with 2 as well:', () => {
  test.each([
    ['is not there', null, 'There is no file'],
    ['is empty', [], 'holidays file lists/days.csv has no day in it'],
    ['is a header alone', ['date,name'], 'holidays file lists/days.csv has no day in it'],
    ['has no column date', ['day off', '2026-12-24'], 'No column is named date.'],
    ['has two of them', ['date,Date', '12-24,12-25'], 'Two columns are named date.'],
    [
      'has too many lines',
      ['date', ...Array.from({ length: 10_001 }, () => '12-24')],
      'has more than 10,000 lines',
    ],
  ])('one that %s', async (_, lines, message) => {
    if (lines === null) rmSync(join(folder, 'lists/days.csv'));
    else write('lists/days.csv', lines);
    const { code, err } = await begun();
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test.each([
    ['[2026-12-24]', 'holidays[0]: "2026-12-24" stands alone\n    write - on: 2026-12-24'],
    ['easter', 'holidays: "easter" stands alone\n    write - on: easter'],
    ['[{ on: 12-24, nme: x }]', 'holidays[0].nme: is not a known key\n    did you mean name?'],
    ['[{ on: 24.12. }]', 'holidays[0].on: "24.12." is not a day of the calendar'],
    ['[""]', 'holidays[0]: is empty'],
    ['[]', 'holidays: is an empty list'],
  ])('and so does holidays: %s', async (written, message) => {
    write('people.yaml', [...CAMPAIGN, `holidays: ${written}`]);
    const { code, err } = await begun();
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
