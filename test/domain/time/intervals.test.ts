import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  firstEndingAfter,
  intersect,
  merge,
  type Interval,
} from '../../../src/domain/time/intervals.ts';

const intervals = fc.array(
  fc.record({ start: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 8 }) }),
  { maxLength: 8 },
);
const made = (list: readonly { start: number; length: number }[]): Interval[] =>
  list.map(({ start, length }) => ({ start, end: start + length }));
const members = (list: readonly Interval[]): number[] =>
  Array.from({ length: 50 }, (_, at) => at).filter((at) =>
    list.some((one) => one.start <= at && at < one.end),
  );

describe('intervals', () => {
  test('touching and overlapping pieces become one, empty ones nothing', () => {
    const pieces = [
      { start: 5, end: 7 },
      { start: 1, end: 3 },
      { start: 3, end: 4 },
      { start: 9, end: 9 },
      { start: 6, end: 8 },
    ];
    expect(merge(pieces)).toEqual([
      { start: 1, end: 4 },
      { start: 5, end: 8 },
    ]);
  });

  test('merging keeps the same instants and leaves a gap between pieces', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const merged = merge(made(list));
        expect(members(merged)).toEqual(members(made(list)));
        for (const [index, piece] of merged.entries()) {
          expect(merged[index + 1]?.start ?? Infinity).toBeGreaterThan(piece.end);
        }
      }),
    );
  });

  test('what two lists share is what lies in both', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const both = intersect(merge(made(a)), merge(made(b)));
        const inB = new Set(members(made(b)));
        expect(members(both)).toEqual(members(made(a)).filter((at) => inB.has(at)));
      }),
    );
  });

  test('looking up an instant agrees with looking at every piece', () => {
    fc.assert(
      fc.property(intervals, fc.integer({ min: -2, max: 52 }), (list, at) => {
        const merged = merge(made(list));
        const first = merged.findIndex((p) => p.end > at);
        expect(firstEndingAfter(merged, at)).toBe(first < 0 ? merged.length : first);
      }),
    );
  });
});
