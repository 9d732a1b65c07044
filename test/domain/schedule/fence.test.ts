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

describe('I12 the fence of an order', () => {
  test('is what is left of the opening, less the guard, in UTC', () => {
    expect(fenceOf(openUntil(at('2026-12-01T17:00:00Z')), at('2026-12-01T09:12:34.567Z'))).toEqual({
      from: at('2026-12-01T09:12:00Z'),
      until: at('2026-12-01T16:59:00Z'),
    });
  });

  test('ends on a whole minute, earlier rather than later', () => {
    const fence = fenceOf(openUntil(at('2026-12-01T17:00:30Z')), at('2026-12-01T09:00:00Z'));
    expect(fence.until).toBe(at('2026-12-01T16:59:00Z'));
  });

  test('stops before UTC midnight, however long the opening goes on', () => {
    const fence = fenceOf(openUntil(at('2026-12-05T03:00:00Z')), at('2026-12-04T20:00:00Z'));
    expect(fence.until).toBe(at('2026-12-04T23:59:00Z'));
  });
});

describe('I12 near an end', () => {
  test('waits for midnight when too little of the day is left and the opening goes on', () => {
    const opening = openUntil(at('2026-12-05T03:00:00Z'));
    const midnight = at('2026-12-05T00:00:00Z');
    expect(fenceFor(opening, midnight - 2 * MINUTE).kind).toBe('open');
    expect(fenceFor(opening, midnight - 2 * MINUTE + 1)).toEqual({ kind: 'wait', until: midnight });
    expect(fenceOf(opening, midnight)).toEqual({
      from: midnight,
      until: at('2026-12-05T02:59:00Z'),
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

  test('lies within one UTC day, in whole minutes, and inside the opening less the guard', () => {
    fc.assert(
      fc.property(moment, length, (now, left) => {
        const decision = fenceFor(openUntil(now + left), now);
        if (decision.kind !== 'open') return;
        const { from, until } = decision.fence;
        expect([from % MINUTE, until % MINUTE]).toEqual([0, 0]);
        expect(Math.floor(from / DAY)).toBe(Math.floor(until / DAY));
        expect(from).toBe(Math.floor(now / MINUTE) * MINUTE);
        expect(until).toBeLessThanOrEqual(now + left - CLOSING_GUARD_MS);
        expect(until - now).toBeGreaterThanOrEqual(MIN_FENCE_MS);
      }),
      { numRuns: 2_000 },
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
