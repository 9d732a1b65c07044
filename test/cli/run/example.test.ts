import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, EXAMPLE_CAMPAIGN, EXAMPLE_CONTACTS } from '../desk/desk.ts';
import {
  cell,
  lines,
  linesOf,
  repeated,
  sandboxOrders,
  tally,
  type Line,
} from '../desk/reading-back.ts';
import { hoursOf, outside } from '../desk/wall-clock.ts';

/** The example that ships, rehearsed once from end to end; each test looks at what came of it. */

const PATIENT = 240_000;
const NINE_HOURS_MS = 9 * 3_600_000;
const hours = hoursOf(readFileSync(EXAMPLE_CAMPAIGN, 'utf8'));
const given = linesOf(EXAMPLE_CONTACTS);

let desk: Desk;
let results: Line[];
let attempts: Line[];

beforeAll(async () => {
  desk = new Desk();
  const run = ['run', EXAMPLE_CONTACTS, '--campaign', EXAMPLE_CAMPAIGN];
  const ended = await desk.run([...run, '--now', '2026-12-01T09:00:00Z']);
  expect(ended).toMatchObject({ code: 0, signal: null });
  for (const args of [
    ['-o', 'results.csv'],
    ['--attempts', '-o', 'attempts.csv'],
  ]) {
    expect(await desk.run(['export', '--rehearsal', ...args])).toMatchObject({ code: 0, out: '' });
  }
  results = lines(desk.read('results.csv'));
  attempts = lines(desk.read('attempts.csv'));
}, PATIENT);

afterAll(() => desk.clear());

const zonesOf = (line: Line): string[] => cell(line, 'call_time_zone').split('+');
const at = (line: Line, name: string): number => Date.parse(cell(line, name));

describe('the results of the example', () => {
  it('hold every row of the file once, in its order, with the cells it came with', () => {
    const own = Object.keys(given[0] ?? {});
    // A cell that a spreadsheet would take for a formula has been given an apostrophe.
    const plain = (text: string): string => text.replace(/^'(?=[-+=@])/, '');
    const back = results.map((line) =>
      Object.fromEntries(own.map((name) => [name, plain(cell(line, name))])),
    );
    expect(back).toEqual(given);
  });

  it('give each row an outcome or a reason', () => {
    for (const line of results) {
      const state = cell(line, 'call_state');
      const said = state === 'reached' ? cell(line, 'call_outcome') : cell(line, 'call_reason');
      expect(`${cell(line, 'external_id')} ${state}: ${said}`).toMatch(/: .+/);
    }
    expect(Object.keys(tally(results.map((line) => cell(line, 'call_state')))).sort()).toEqual([
      'duplicate',
      'exhausted',
      'failed',
      'invalid',
      'reached',
    ]);
  });

  it('count the attempts that the sandbox made, and each order once', () => {
    const orders = sandboxOrders(desk.sandbox);
    expect(repeated(orders.map((order) => order.key))).toEqual([]);
    expect(attempts.map((line) => cell(line, 'call_provider_id')).sort()).toEqual(
      orders.map((order) => order.id).sort(),
    );
    expect(repeated(attempts.map((line) => cell(line, 'call_order')))).toEqual([]);
    const counted = results.map((line) => Number(cell(line, 'call_attempts') || 0));
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(attempts.length);
  });

  it('say that the people were invented, on every line', () => {
    const modes = [...results, ...attempts].map((line) => cell(line, 'call_mode'));
    expect(tally(modes)).toEqual({ rehearsal: given.length + attempts.length });
  });
});

describe('a second reading of every clock on the wall', () => {
  it('finds no phone that rang outside its hours', () => {
    const wrong = attempts.flatMap((line) => {
      const said = outside(cell(line, 'call_started_at'), zonesOf(line), hours);
      return said === null ? [] : [`${cell(line, 'external_id')} ${said}`];
    });
    expect(wrong).toEqual([]);
    expect(attempts.length).toBeGreaterThan(200);
    expect(new Set(attempts.flatMap(zonesOf)).size).toBeGreaterThan(10);
  });

  it.each([
    ['in the lunch break', '2026-12-01T12:00:00.000-05:00'],
    ['a millisecond too early', '2026-12-01T09:29:59.999-05:00'],
    ['as the day ends', '2026-12-01T18:30:00.000-05:00'],
    ['on a Saturday', '2026-12-05T10:00:00.000-05:00'],
  ])('finds one that was doctored to ring %s', (_, moment) => {
    expect(outside(moment, ['America/New_York'], hours)).toMatch(/in America\/New_York$/);
  });

  it('knows the edges of a window as inside, and all zones of a person as one', () => {
    expect(outside('2026-12-01T14:30:00.000Z', ['America/New_York'], hours)).toBeNull();
    expect(outside('2026-12-01T23:29:59.999Z', ['America/New_York'], hours)).toBeNull();
    expect(outside('2026-12-01T14:30:00Z', ['America/New_York', 'America/Denver'], hours)).toMatch(
      /in America\/Denver$/,
    );
    expect(outside('2026-12-01T14:30:00Z', [], hours)).toMatch(/nobody knows/);
  });

  it('finds every attempt of the example when all of them are moved by nine hours', () => {
    const moved = attempts.filter((line) => {
      const late = new Date(at(line, 'call_started_at') + NINE_HOURS_MS).toISOString();
      return outside(late, zonesOf(line), hours) !== null;
    });
    expect(moved).toHaveLength(attempts.length);
  });
});

describe('the limits of the example', () => {
  it('are three attempts a person', () => {
    const made = Object.values(tally(attempts.map((line) => cell(line, 'call_contact'))));
    expect(Math.max(...made)).toBe(3);
  });

  it('are five calls at once', () => {
    const edges = attempts.flatMap((line) => [
      { time: at(line, 'call_ordered_at'), by: 1 },
      { time: at(line, 'call_ended_at'), by: -1 },
    ]);
    edges.sort((a, b) => a.time - b.time || a.by - b.by);
    let live = 0;
    const most = edges.map(({ by }) => (live += by));
    expect(Math.max(...most)).toBe(5);
  });

  it('are twenty starts in any minute', () => {
    const starts = attempts.map((line) => at(line, 'call_ordered_at')).sort((a, b) => a - b);
    const soonest = starts.slice(20).map((start, i) => start - (starts[i] ?? 0));
    expect(Math.min(...soonest)).toBeGreaterThanOrEqual(60_000);
  });

  it('are the hours between the attempts of one person', () => {
    const last = new Map<string, number>();
    const waits: number[] = [];
    for (const line of attempts) {
      const before = last.get(cell(line, 'call_contact'));
      if (before !== undefined) waits.push(at(line, 'call_ordered_at') - before);
      last.set(cell(line, 'call_contact'), at(line, 'call_ended_at'));
    }
    expect(waits.length).toBeGreaterThan(100);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(7_200_000);
  });
});
