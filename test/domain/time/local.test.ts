import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { localClock, localIso, parseMoment } from '../../../src/domain/time/local.ts';

const { rules } = loadReference();
const at = Date.UTC(2026, 11, 1, 12);

const read = (text: string, zone: string | null): string => {
  const moment = parseMoment(text, rules, zone);
  return moment.ok ? new Date(moment.at).toISOString() : moment.problem;
};

describe('the clock on the wall', () => {
  test.each([
    ['America/Vancouver', '2026-12-01T05:00:00-07:00', 'Tue 05:00'],
    ['America/Edmonton', '2026-12-01T06:00:00-06:00', 'Tue 06:00'],
    ['America/Winnipeg', '2026-12-01T07:00:00-05:00', 'Tue 07:00'],
    ['America/Havana', '2026-12-01T08:00:00-04:00', 'Tue 08:00'],
    ['Africa/Casablanca', '2026-12-01T12:00:00+00:00', 'Tue 12:00'],
    ['Asia/Kathmandu', '2026-12-01T17:45:00+05:45', 'Tue 17:45'],
    ['Pacific/Chatham', '2026-12-02T01:45:00+13:45', 'Wed 01:45'],
    ['America/St_Johns', '2026-12-01T08:30:00-03:30', 'Tue 08:30'],
  ])('in %s shows %s at noon UTC', (zone, iso, clock) => {
    expect(localIso(rules, zone, at)).toBe(iso);
    expect(localClock(rules, zone, at)).toBe(clock);
  });

  test('seconds are shown, milliseconds only where there are any', () => {
    expect(localIso(rules, 'Europe/Paris', at + 1_000)).toBe('2026-12-01T13:00:01+01:00');
    expect(localIso(rules, 'Europe/Paris', at + 7)).toBe('2026-12-01T13:00:00.007+01:00');
  });
});

describe('a moment that somebody wrote', () => {
  test.each([
    ['2026-12-01', '2026-12-01T05:00:00.000Z'],
    ['2026-12-01T09:00', '2026-12-01T14:00:00.000Z'],
    ['2026-12-01 09:00', '2026-12-01T14:00:00.000Z'],
    ['2026-12-01T09:00:30', '2026-12-01T14:00:30.000Z'],
    ['2026-12-01T24:00', '2026-12-02T05:00:00.000Z'],
    ['2026-12-01T09:00Z', '2026-12-01T09:00:00.000Z'],
    ['2026-12-01t09:00z', '2026-12-01T09:00:00.000Z'],
    ['2026-12-01T09:00+05:45', '2026-12-01T03:15:00.000Z'],
    ['2026-12-01T09:00:00.250-08', '2026-12-01T17:00:00.250Z'],
    ['2026-12-01 09:00 +0100', '2026-12-01T08:00:00.000Z'],
  ])('%s in New York is %s', (text, instant) => {
    expect(read(text, 'America/New_York')).toBe(instant);
  });

  test('a wall time that the clocks skip is the first instant after the gap', () => {
    expect(read('2027-03-14T02:30', 'America/New_York')).toBe('2027-03-14T07:00:00.000Z');
    // Cairo goes forward at midnight: the date begins at one.
    expect(read('2027-04-30', 'Africa/Cairo')).toBe('2027-04-29T22:00:00.000Z');
  });

  test('a wall time that comes twice is the first of the two', () => {
    expect(read('2027-11-07T01:30', 'America/New_York')).toBe('2027-11-07T05:30:00.000Z');
  });

  test('today’s rules decide, not those of Node', () => {
    expect(read('2026-12-01T09:00', 'America/Vancouver')).toBe('2026-12-01T16:00:00.000Z');
  });
});

describe('what is no moment', () => {
  test.each(['10:00', 'tomorrow', '', '2026-W10', '2026-12-01T9:00', '1/12/2026', '20261201'])(
    '"%s" is not one, and the message shows how to write it',
    (text) => {
      expect(read(text, 'UTC')).toContain('write it like 2026-12-01');
    },
  );

  test.each(['2026-02-30', '2026-13-01', '2026-12-01T25:00', '2026-12-01T09:61'])(
    '"%s" is not in the calendar',
    (text) => {
      expect(read(text, 'UTC')).toContain('not in the calendar');
    },
  );

  test('an offset that no place has is refused', () => {
    expect(read('2026-12-01T09:00+19:00', 'UTC')).toContain('not a date or a time');
  });

  test('without an offset and without a zone nobody knows whose clock is meant', () => {
    expect(read('2026-12-01T09:00', null)).toContain('whose clock');
    expect(read('2026-12-01T09:00Z', null)).toBe('2026-12-01T09:00:00.000Z');
  });

  test('years without rules are refused', () => {
    expect(read('2051-01-01', 'Europe/Paris')).toContain('2025 to 2040');
    expect(read('2019-01-01', 'Europe/Paris')).toContain('2025 to 2040');
  });
});
