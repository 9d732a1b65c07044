import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextStart } from '../../../src/domain/schedule/pace.ts';

const NOW = 1_000_000;
const TWO_A_SECOND = { starts: 2, perMs: 1_000 };

describe('the pace', () => {
  test.each([
    ['no pace', null, [NOW, NOW, NOW], NOW],
    ['nothing has left yet', TWO_A_SECOND, [], NOW],
    ['one has left', TWO_A_SECOND, [NOW], NOW],
    ['two have left just now', TWO_A_SECOND, [NOW, NOW], NOW + 1_000],
    ['the older of the two was a little earlier', TWO_A_SECOND, [NOW - 300, NOW], NOW + 700],
    ['to the millisecond', TWO_A_SECOND, [NOW - 999, NOW], NOW + 1],
    ['and from then on', TWO_A_SECOND, [NOW - 1_000, NOW], NOW],
    ['only the newest two count', TWO_A_SECOND, [NOW, NOW - 5_000, NOW - 4_000], NOW],
    [
      'a crash forgets nothing: they left in another session',
      TWO_A_SECOND,
      [NOW + 5, NOW + 9],
      NOW + 1_005,
    ],
  ])('%s', (...[, pace, recent, expected]) => {
    expect(nextStart(pace, recent, NOW)).toBe(expected);
  });

  test('who always waits for it never exceeds it in any span of that length', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 60 });
    const rule = (starts: number, idle: readonly number[]): void => {
      const pace = { starts, perMs: 1_000 };
      const times: number[] = [];
      let now = NOW;
      for (const gap of idle) {
        now = nextStart(pace, times.slice(-starts), now + gap);
        times.push(now);
      }
      for (const [i, at] of times.entries()) {
        const later = times[i + starts];
        if (later !== undefined) expect(later - at).toBeGreaterThanOrEqual(1_000);
      }
    };
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), gaps, rule));
  });
});
