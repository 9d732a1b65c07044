import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { believed, CLOCKS_MAY_DIFFER_MS, type SeenAt } from '../../../src/domain/order/believed.ts';
import { breachOf } from '../../../src/domain/order/breach.ts';
import type { AttemptView } from '../../../src/domain/order/view.ts';
import { anAttempt, anOrder } from './builders.ts';

const ORDERED = Date.UTC(2026, 11, 1, 15);
const NOW = ORDERED + 90_000;

const heard = (endedAt: number | null, seen: SeenAt = new Map(), now = NOW) => {
  const view = believed(
    anOrder({ attempts: [anAttempt({ endedAt })] }),
    { orderedAt: ORDERED, now },
    seen,
  );
  const [attempt] = view.attempts;
  return { ended: attempt?.endedAt, attempt: attempt as AttemptView, odd: view.odd ?? [] };
};

describe('a reported time counts between the order and now (I15)', () => {
  test.each([
    ['when it was ordered', ORDERED, ORDERED],
    ['in between', ORDERED + 60_000, ORDERED + 60_000],
    ['now', NOW, NOW],
    ['a clock that is a little slow', ORDERED - CLOCKS_MAY_DIFFER_MS, ORDERED],
    ['a clock that is a little fast', NOW + CLOCKS_MAY_DIFFER_MS, NOW],
    ['never', null, null],
  ])('%s', (_name, at, expected) => {
    expect(heard(at)).toMatchObject({ ended: expected, odd: [] });
  });

  test.each([
    ['a slower clock', ORDERED - CLOCKS_MAY_DIFFER_MS - 1],
    ['hours early', ORDERED - 3 * 3_600_000],
    ['1970', 0],
    ['year 1', Date.parse('0001-01-01T00:00:00Z')],
    ['a faster clock', NOW + CLOCKS_MAY_DIFFER_MS + 1],
    ['2099', Date.UTC(2099, 0, 1)],
    ['the end of time', 8.64e15],
  ])('%s: our own clock does, and it is said', (_name, at) => {
    const { ended, odd, attempt } = heard(at);
    expect(ended).toBe(NOW);
    expect(odd).toMatchObject([
      { field: 'call_attempts[].ended_at', value: new Date(at).toISOString() },
    ]);
    expect(attempt.byOurClock).toEqual(['endedAt']);
  });
});

describe('our own time', () => {
  test('is that of the first look, however often it is looked at', () => {
    const seen: SeenAt = new Map();
    expect(heard(0, seen).ended).toBe(NOW);
    expect(heard(0, seen, NOW + 60_000).ended).toBe(NOW);
  });

  test('of a ring is no breach of the hours', () => {
    const order = {
      e164: '+12025550100',
      contactId: 'c',
      group: 'g|',
      orderedAt: ORDERED,
      ringsUntil: ORDERED,
    };
    const view = anOrder({ attempts: [anAttempt({ startedAt: 0 })] });
    const believable = believed(view, { orderedAt: ORDERED, now: NOW + 3_600_000 }, new Map());
    expect(breachOf(believable, order, () => false)).toBeNull();
  });

  test('whatever is reported, every time that is left lies between the order and now', () => {
    const time = fc.option(fc.integer({ min: -8.64e15, max: 8.64e15 }), { nil: null });
    fc.assert(
      fc.property(time, time, time, (startedAt, answeredAt, endedAt) => {
        const attempts = [anAttempt({ startedAt, answeredAt, endedAt })];
        const view = believed(anOrder({ attempts }), { orderedAt: ORDERED, now: NOW }, new Map());
        for (const name of ['startedAt', 'answeredAt', 'endedAt'] as const) {
          const at = view.attempts[0]?.[name] ?? null;
          expect(at === null).toBe(attempts[0]?.[name] === null);
          if (at !== null) expect(at >= ORDERED && at <= NOW).toBe(true);
        }
      }),
    );
  });
});
