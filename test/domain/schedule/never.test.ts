import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { whyNever } from '../../../src/domain/schedule/admission.ts';
import { dayOfIso } from '../../../src/domain/law/calendar.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import type { Calling } from '../../../src/domain/schedule/timeline.ts';

const { rules, law } = loadReference();
const NOW = Date.UTC(2026, 11, 1, 12);
const DAY = 86_400_000;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const FRANCE = 'Europe/Paris|FR';

const hours = (from: number, to: number, days = EVERY_DAY): Calling['weekly'] => ({
  windows: [{ start: from * 60, end: to * 60 }],
  days,
});

function why(group: string, calling: Partial<Calling> = {}): string | null {
  const all = { weekly: hours(10, 18), delaysMs: [0], zone: null, ...calling };
  return whyNever(group, { schedules: new Schedules(rules, all, law), now: NOW });
}

describe('why nobody of a group can ever be called', () => {
  test('is nothing when they can', () => {
    expect(why(FRANCE)).toBeNull();
  });

  test('is that nobody knows the clock', () => {
    expect(why('|US')).toBe('no time zone is known for this number');
  });

  test.each([
    [
      FRANCE,
      { weekly: hours(13, 14) },
      'the calling hours never open in Europe/Paris: the windows leave no hour under FR',
    ],
    [
      'America/Chicago|US-AL',
      { weekly: hours(9, 18, [7]) },
      'the calling hours never open in America/Chicago: the windows leave no hour under US-AL',
    ],
    [
      'Europe/Lisbon|PT',
      { zone: 'Asia/Tokyo' },
      "the calling hours never open in Europe/Lisbon: the campaign's timezone Asia/Tokyo has no hour in common",
    ],
    [
      'Asia/Tokyo+Europe/Lisbon|PT',
      {},
      'the calling hours never open in Asia/Tokyo+Europe/Lisbon: no hour suits all of these clocks',
    ],
    [
      FRANCE,
      { weekly: { windows: [{ start: 600, end: 601 }], days: EVERY_DAY } },
      'the calling hours never open in Europe/Paris: every opening is shorter than 2 minutes',
    ],
  ])('%s under %j', (...[group, calling, reason]) => {
    expect(why(group, calling)).toBe(reason);
  });

  test('is the blackout, when it leaves no day', () => {
    const today = dayOfIso('2026-12-01') ?? 0;
    const blackout = Array.from({ length: 380 }, (_, i) => today + i - 2);
    expect(why('Europe/Lisbon|PT', { blackout })).toBe(
      'the calling hours never open in Europe/Lisbon: the blackout leaves no day',
    );
    expect(why('Europe/Lisbon|PT', { blackout: blackout.slice(0, 300) })).toBeNull();
  });

  test('is asked of a whole year: an hour at its end is enough', () => {
    const monday = { weekly: hours(10, 18, [1]) };
    const blackout = Array.from({ length: 350 }, (_, i) => Math.floor(NOW / DAY) + i);
    expect(why('Europe/Lisbon|PT', { ...monday, blackout })).toBeNull();
  });
});
