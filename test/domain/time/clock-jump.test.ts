import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BEHIND_AT_MOST_MS,
  believe,
  clockChange,
  lengthText,
} from '../../../src/domain/time/clock-jump.ts';

const HOUR = 3_600_000;
const BEFORE = { wall: 1_000_000, monotonic: 50 };
const after = (wall: number, monotonic: number) => ({
  wall: BEFORE.wall + wall,
  monotonic: BEFORE.monotonic + monotonic,
});

describe('what the two clocks say together', () => {
  test.each([
    ['both go on', 5_000, 5_000, { kind: 'none' }],
    ['a little apart', 5_000, 3_001, { kind: 'none' }],
    ['two hours asleep', 2 * HOUR, 0, { kind: 'forward', by: 2 * HOUR }],
    ['two seconds', 7_000, 5_000, { kind: 'forward', by: 2_000 }],
    ['set back by an hour', -HOUR + 1_000, 1_000, { kind: 'back', by: HOUR }],
    ['a night of being set right bit by bit', 8 * HOUR + 20_000, 8 * HOUR, { kind: 'none' }],
    [
      'a night, and a minute too much',
      8 * HOUR + 60_000,
      8 * HOUR,
      { kind: 'forward', by: 60_000 },
    ],
  ])('%s', (...[, wall, monotonic, change]) => {
    expect(clockChange(BEFORE, after(wall, monotonic))).toEqual(change);
  });

  test('a jump is found whatever time has passed, and by its length', () => {
    const passed = fc.integer({ min: 0, max: 60_000 });
    const jump = fc.integer({ min: -5 * HOUR, max: 5 * HOUR });
    fc.assert(
      fc.property(passed, jump, (ms, by) => {
        const change = clockChange(BEFORE, after(ms + by, ms));
        if (Math.abs(by) < 2_000) expect(change.kind).toBe('none');
        else expect(change).toEqual({ kind: by > 0 ? 'forward' : 'back', by: Math.abs(by) });
      }),
    );
  });
});

test.each([
  [0, { kind: 'right' }],
  [1_999, { kind: 'right' }],
  [-HOUR, { kind: 'right' }],
  [2_000, { kind: 'wait', until: HOUR, by: 2_000 }],
  [BEHIND_AT_MOST_MS, { kind: 'wait', until: HOUR, by: BEHIND_AT_MOST_MS }],
  [BEHIND_AT_MOST_MS + 1, { kind: 'stop', by: BEHIND_AT_MOST_MS + 1 }],
])('a clock that is %i ms behind what was recorded', (behind, belief) => {
  expect(believe(HOUR - behind, HOUR)).toEqual(belief);
});

test.each([
  [2_000, '2 s'],
  [119_000, '119 s'],
  [120_000, '2 min'],
  [59 * 60_000, '59 min'],
  [2 * HOUR + 3 * 60_000, '2 h 3 min'],
])('%i ms are %s', (ms, text) => {
  expect(lengthText(ms)).toBe(text);
});
