import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { localClock } from '../../../src/domain/time/local.ts';
import { openIntervals } from '../../../src/domain/time/windows.ts';
import { disagreements } from './windows-check.ts';

const { rules } = loadReference();
const DAY = 86_400_000;
const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];

/** The openings of one local date, as wall-clock times: `03:00-03:30`. */
function openOn(zone: string, date: [number, number, number], window: [number, number]): string[] {
  const [year, month, day] = date;
  const start = wall(zone, Date.UTC(year, month - 1, day));
  const end = wall(zone, Date.UTC(year, month - 1, day + 1));
  const weekly = { windows: [{ start: window[0], end: window[1] }], days: ALL_DAYS };
  return openIntervals(rules, zone, { weekly, span: { start, end } }).map(
    (piece) =>
      `${localClock(rules, zone, piece.start).slice(4)} for ${(piece.end - piece.start) / 60_000} min`,
  );
}

/** The first instant of a local date. */
function wall(zone: string, utc: number): number {
  for (const segment of rules.segments(zone, { start: utc - 2 * DAY, end: utc + 2 * DAY })) {
    const at = utc - segment.offsetMs;
    if (at < segment.end) return Math.max(at, segment.start);
  }
  throw new Error('a date that does not begin');
}

const SPRING: [number, number, number] = [2027, 3, 14];
const AUTUMN: [number, number, number] = [2027, 11, 7];

describe('on days when the clocks change, a window is open exactly while the wall clock is inside it', () => {
  test.each([
    ['spring 02:00-03:00', SPRING, [120, 180], []],
    ['spring 02:30-03:30', SPRING, [150, 210], ['03:00 for 30 min']],
    ['spring 01:30-02:30', SPRING, [90, 150], ['01:30 for 30 min']],
    ['autumn 01:00-02:00', AUTUMN, [60, 120], ['01:00 for 120 min']],
    ['autumn 01:30-02:00', AUTUMN, [90, 120], ['01:30 for 30 min', '01:30 for 30 min']],
    ['autumn 00:30-01:30', AUTUMN, [30, 90], ['00:30 for 60 min', '01:00 for 30 min']],
  ] as const)('New York, %s', (...row) => {
    const [, date, window, expected] = row;
    expect(openOn('America/New_York', [...date], [...window])).toEqual(expected);
  });

  test('clocks that go forward at midnight skip a window of that first hour', () => {
    expect(openOn('Africa/Cairo', [2027, 4, 30], [0, 60])).toEqual([]);
    expect(openOn('America/Santiago', [2027, 9, 5], [0, 60])).toEqual([]);
  });

  test('half an hour of summer time on Lord Howe', () => {
    expect(openOn('Australia/Lord_Howe', [2027, 10, 3], [120, 150])).toEqual([]);
    expect(openOn('Australia/Lord_Howe', [2027, 10, 3], [120, 180])).toEqual(['02:30 for 30 min']);
  });

  test('a night of 20:00-02:30 is six hours long in spring and seven and a half in autumn', () => {
    const weekly = { windows: [{ start: 1200, end: 150 }], days: [6] };
    const hours = (noon: number): number[] =>
      openIntervals(rules, 'America/New_York', {
        weekly,
        span: { start: noon, end: noon + DAY },
      }).map((piece) => (piece.end - piece.start) / 3_600_000);
    expect(hours(Date.UTC(2027, 2, 13, 17))).toEqual([6]);
    // The clock passes 02:00 once more: up to 02:00, back to 01:00, and on to 02:30.
    expect(hours(Date.UTC(2027, 10, 6, 16))).toEqual([7.5]);
  });
});

describe('windows', () => {
  const span = { start: Date.UTC(2026, 11, 1), end: Date.UTC(2026, 11, 8) };
  const open = (windows: { start: number; end: number }[], days: number[]): string[] =>
    openIntervals(rules, 'Etc/UTC', { weekly: { windows, days }, span }).map((piece) =>
      [piece.start, piece.end].map((at) => localClock(rules, 'Etc/UTC', at)).join(' – '),
    );

  test('days name the day on which a window starts', () => {
    expect(open([{ start: 1200, end: 120 }], [5])).toEqual(['Fri 20:00 – Sat 02:00']);
  });

  test('the night that began on the day before the span counts', () => {
    expect(open([{ start: 1200, end: 120 }], [1])[0]).toBe('Tue 00:00 – Tue 02:00');
  });

  test('an end of 00:00 is the midnight that ends the day', () => {
    expect(open([{ start: 1200, end: 0 }], [5])).toEqual(['Fri 20:00 – Sat 00:00']);
    expect(open([{ start: 1200, end: 1440 }], [5])).toEqual(['Fri 20:00 – Sat 00:00']);
  });

  test('whole days that touch are one opening', () => {
    expect(open([{ start: 0, end: 1440 }], [3, 4])).toEqual(['Wed 00:00 – Fri 00:00']);
  });

  test('overlapping windows are merged', () => {
    expect(
      open(
        [
          { start: 540, end: 720 },
          { start: 660, end: 1020 },
        ],
        [3],
      ),
    ).toEqual(['Wed 09:00 – Wed 17:00']);
  });

  test('without days, and with a window of no length, nothing is open', () => {
    expect(open([{ start: 540, end: 720 }], [])).toEqual([]);
    expect(open([{ start: 540, end: 540 }], ALL_DAYS)).toEqual([]);
  });
});

test('random schedules agree with the wall clock, minute by minute around every change', () => {
  expect(disagreements(rules, { seed: 20261122, cases: 150, checks: 900 })).toEqual([]);
});
