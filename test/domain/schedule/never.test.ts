import type { NeverCause } from '../../../src/domain/run/reason-facts.ts';
import { storeReason } from '../../../src/domain/run/reason.ts';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { whyNever } from '../../../src/domain/schedule/admission.ts';
import { dayOfIso } from '../../../src/domain/law/calendar.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import type { Calling } from '../../../src/domain/schedule/timeline.ts';

const neverIn = (zones: string, cause: NeverCause): string =>
  storeReason({ code: 'never_open', zones, causes: [cause] });

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
    expect(why('|US')).toBe(storeReason({ code: 'no_time_zone' }));
  });

  test.each([
    [FRANCE, { weekly: hours(13, 14) }, neverIn('Europe/Paris', { cause: 'rules', rules: 'FR' })],
    [
      'America/Chicago|US-AL',
      { weekly: hours(9, 18, [7]) },
      neverIn('America/Chicago', { cause: 'rules', rules: 'US-AL' }),
    ],
    [
      'Europe/Lisbon|PT',
      { zone: 'Asia/Tokyo' },
      neverIn('Europe/Lisbon', { cause: 'timezone', zone: 'Asia/Tokyo' }),
    ],
    ['Asia/Tokyo+Europe/Lisbon|PT', {}, neverIn('Asia/Tokyo+Europe/Lisbon', { cause: 'clocks' })],
    [
      FRANCE,
      { weekly: { windows: [{ start: 600, end: 601 }], days: EVERY_DAY } },
      neverIn('Europe/Paris', { cause: 'too_short', minutes: 2 }),
    ],
  ])('%s under %j', (...[group, calling, reason]) => {
    expect(why(group, calling)).toBe(reason);
  });

  test('is the blackout, when it leaves no day', () => {
    const today = dayOfIso('2026-12-01') ?? 0;
    const blackout = Array.from({ length: 380 }, (_, i) => today + i - 2);
    expect(why('Europe/Lisbon|PT', { blackout })).toBe(
      neverIn('Europe/Lisbon', { cause: 'blackout' }),
    );
    expect(why('Europe/Lisbon|PT', { blackout: blackout.slice(0, 300) })).toBeNull();
  });

  test('is asked of a whole year: an hour at its end is enough', () => {
    const monday = { weekly: hours(10, 18, [1]) };
    const blackout = Array.from({ length: 350 }, (_, i) => Math.floor(NOW / DAY) + i);
    expect(why('Europe/Lisbon|PT', { ...monday, blackout })).toBeNull();
  });
});
