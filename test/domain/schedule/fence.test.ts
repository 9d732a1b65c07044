import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CLOSING_GUARD_MS,
  fenceFor,
  MIN_FENCE_MS,
  type Fence,
} from '../../../src/domain/schedule/fence.ts';
import type { Opening } from '../../../src/domain/schedule/opening.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const at = (iso: string): number => Date.parse(iso);

const openUntil = (closesAt: number): Opening => ({
  open: true,
  closesAt,
  opensAt: null,
  window: 0,
  validUntil: closesAt,
  rules: [],
});

const fenceOf = (opening: Opening, now: number): Fence => {
  const decision = fenceFor(opening, now);
  if (decision.kind !== 'open') throw new Error(`waits until ${decision.until}`);
  return decision.fence;
};

/** What a provider may do that reads the fence as the API says: windows and days, in UTC. */
function allows(fence: Fence, instant: number): boolean {
  const date = new Date(instant);
  const day = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][
    date.getUTCDay()
  ];
  const minute = date.getUTCHours() * 60 + date.getUTCMinutes();
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return (
    fence.allowedDays.some((allowed) => allowed === day) &&
    fence.windows.some(
      (window) =>
        minutes(window.calling_window_start_time) <= minute &&
        minute < minutes(window.calling_window_end_time),
    )
  );
}

describe('I12 the fence of an order', () => {
  test('is what is left of the opening, less the guard, in UTC', () => {
    expect(fenceOf(openUntil(at('2026-12-01T17:00:00Z')), at('2026-12-01T09:12:34.567Z'))).toEqual({
      from: at('2026-12-01T09:12:00Z'),
      until: at('2026-12-01T16:59:00Z'),
      windows: [{ calling_window_start_time: '09:12', calling_window_end_time: '16:59' }],
      allowedDays: ['tuesday'],
      timezone: 'Africa/Abidjan',
    });
  });

  test('ends on a whole minute, earlier rather than later', () => {
    const fence = fenceOf(openUntil(at('2026-12-01T17:00:30Z')), at('2026-12-01T09:00:00Z'));
    expect(fence.until).toBe(at('2026-12-01T16:59:00Z'));
  });

  test('stops before UTC midnight, however long the opening goes on', () => {
    const fence = fenceOf(openUntil(at('2026-12-05T03:00:00Z')), at('2026-12-04T20:00:00Z'));
    expect(fence.until).toBe(at('2026-12-04T23:59:00Z'));
    expect(fence.allowedDays).toEqual(['friday']);
    // The evening of Saturday is no part of it, as it would be with both days in one fence.
    expect(allows(fence, at('2026-12-05T20:30:00Z'))).toBe(false);
    expect(allows(fence, at('2026-12-05T01:00:00Z'))).toBe(false);
  });
});

describe('I12 near an end', () => {
  test('waits for midnight when too little of the day is left and the opening goes on', () => {
    const opening = openUntil(at('2026-12-05T03:00:00Z'));
    const midnight = at('2026-12-05T00:00:00Z');
    expect(fenceFor(opening, midnight - 2 * MINUTE).kind).toBe('open');
    expect(fenceFor(opening, midnight - 2 * MINUTE + 1)).toEqual({ kind: 'wait', until: midnight });
    expect(fenceOf(opening, midnight)).toMatchObject({
      from: midnight,
      until: at('2026-12-05T02:59:00Z'),
      allowedDays: ['saturday'],
    });
  });

  test('waits for the end of the opening when less than a minute would be left', () => {
    const closesAt = at('2026-12-01T17:00:00Z');
    const last = closesAt - CLOSING_GUARD_MS - MIN_FENCE_MS;
    expect(fenceFor(openUntil(closesAt), last).kind).toBe('open');
    expect(fenceFor(openUntil(closesAt), last + 1)).toEqual({ kind: 'wait', until: closesAt });
    const soonAfterMidnight = at('2026-12-02T00:01:30Z');
    const evening = at('2026-12-01T23:58:30Z');
    expect(fenceFor(openUntil(soonAfterMidnight), evening)).toEqual({
      kind: 'wait',
      until: soonAfterMidnight,
    });
  });

  test('a closed group waits for its opening, or for nothing', () => {
    const closed = (opensAt: number | null): Opening => ({
      ...openUntil(0),
      open: false,
      closesAt: null,
      opensAt,
    });
    expect(fenceFor(closed(5), 1)).toEqual({ kind: 'wait', until: 5 });
    expect(fenceFor(closed(null), 1)).toEqual({ kind: 'wait', until: null });
  });
});

describe('I12 any fence', () => {
  const start = at('2026-12-01T00:00:00Z');
  const moment = fc.integer({ min: 0, max: 14 * DAY }).map((ms) => start + ms);
  const length = fc.oneof(
    fc.integer({ min: 1, max: 5 * MINUTE }),
    fc.integer({ min: 1, max: 3 * DAY }),
  );

  test('allows nothing on its date that is not inside the opening less the guard', () => {
    fc.assert(
      fc.property(moment, length, (now, left) => {
        const opening = openUntil(now + left);
        const decision = fenceFor(opening, now);
        if (decision.kind !== 'open') return;
        const { fence } = decision;
        const firstMinute = Math.floor(now / MINUTE) * MINUTE;
        const day = Math.floor(now / DAY) * DAY;
        const last = Math.min(now + left - CLOSING_GUARD_MS, fence.until);
        const outside: number[] = [];
        for (let minute = day - DAY; minute < day + 6 * DAY; minute += MINUTE) {
          for (const instant of [minute, minute + MINUTE - 1]) {
            if (!allows(fence, instant)) continue;
            if (instant < firstMinute || instant >= last) outside.push(instant);
          }
        }
        expect(outside).toEqual([]);
        expect(allows(fence, now)).toBe(true);
        expect(fence.until - now).toBeGreaterThanOrEqual(MIN_FENCE_MS);
      }),
      { numRuns: 150 },
    );
  });

  test('a wait ends later than now, and never after the opening', () => {
    fc.assert(
      fc.property(moment, length, (now, left) => {
        const decision = fenceFor(openUntil(now + left), now);
        if (decision.kind !== 'wait') return;
        expect(decision.until).toBeGreaterThan(now);
        expect(decision.until).toBeLessThanOrEqual(now + left);
      }),
      { numRuns: 2_000 },
    );
  });
});
