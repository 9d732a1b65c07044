import { expect, it } from 'vitest';
import type { Opening } from '../../../src/domain/schedule/opening.ts';
import { nextOrderAt } from '../../../src/domain/schedule/next-order.ts';

const MINUTE = 60_000;
const NINE = Date.UTC(2026, 11, 1, 9);
const NOON = NINE + 180 * MINUTE;

/** Open for these spans, of every group. */
const open = (...spans: readonly (readonly [number, number])[]) => ({
  at: (_group: string, now: number): Opening => {
    const within = spans.find(([from, until]) => from <= now && now < until);
    const next = spans.find(([from]) => from > now);
    return {
      open: within !== undefined,
      closesAt: within?.[1] ?? null,
      opensAt: within === undefined ? (next?.[0] ?? null) : null,
      window: 0,
      validUntil: now,
      rules: [],
    };
  },
});

it('is now while enough of the opening is left', () => {
  expect(nextOrderAt(open([NINE, NOON]), 'g', NINE)).toBe(NINE);
});

it('is the next opening when too little is left of this one, not its close', () => {
  const schedules = open([NINE, NOON], [NOON + 60 * MINUTE, NOON + 120 * MINUTE]);
  expect(nextOrderAt(schedules, 'g', NOON - MINUTE)).toBe(NOON + 60 * MINUTE);
});

it('passes over openings that are too short', () => {
  const schedules = open([NINE, NINE + MINUTE], [NOON, NOON + 60 * MINUTE]);
  expect(nextOrderAt(schedules, 'g', NINE - MINUTE)).toBe(NOON);
});

it('is null when nothing opens', () => {
  expect(nextOrderAt(open([NINE, NOON]), 'g', NOON)).toBeNull();
});
