import { storeReason } from '../../../src/domain/run/reason.ts';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OUTCOMES } from '../../../src/domain/campaign/outcomes.ts';
import { resolution, type Doubt, type Word } from '../../../src/domain/order/resolve.ts';

const POLICY = { outcomes: DEFAULT_OUTCOMES, maxAttempts: 3, twiceInARow: false };
const AGAIN = { ...POLICY, outcomes: { ...DEFAULT_OUTCOMES, answered_unknown: 'again' } } as const;
const NOW = 1_000_000;
const HOUR = 3_600_000;
const DOUBT: Doubt = { now: NOW, ringsUntil: NOW - 1, attempts: 1, sameOutcome: 1, delayMs: HOUR };

const word = (kind: Word['kind'], reason: string | null = null): Word => ({
  kind,
  who: 'ana',
  reason,
});

describe('a person says of an order in doubt', () => {
  test('that it rang: nobody is called again, unless the campaign says so of such an outcome', () => {
    expect(resolution(POLICY, word('rang'), DOUBT)).toEqual({
      to: 'exhausted',
      reason: storeReason({ code: 'resolved', said: '', who: 'ana', word: 'rang' }),
    });
    expect(resolution(AGAIN, word('rang'), DOUBT)).toEqual({
      to: 'pending',
      notBefore: NOW + HOUR,
      reason: storeReason({ code: 'resolved', said: '', who: 'ana', word: 'rang' }),
    });
  });

  test('I11 that it rang: at the cap nobody is called again, whatever the campaign says', () => {
    expect(resolution(AGAIN, word('rang'), { ...DOUBT, attempts: 3 }).to).toBe('exhausted');
  });

  test.each(['not_rung', 'again'] as const)(
    '%s: the person waits until the order can no longer ring',
    (kind) => {
      const early = { ...DOUBT, ringsUntil: NOW + HOUR };
      expect(resolution(POLICY, word(kind), early)).toMatchObject({
        to: 'pending',
        notBefore: NOW + HOUR,
      });
      expect(resolution(POLICY, word(kind), DOUBT)).toMatchObject({ notBefore: NOW });
    },
  );

  test('why, and the reason is kept', () => {
    expect(resolution(POLICY, word('again', 'she asked'), DOUBT).reason).toBe(
      storeReason({ code: 'resolved', said: 'she asked', who: 'ana', word: 'again' }),
    );
  });
});
