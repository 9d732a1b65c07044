import { storeReason } from '../run/reason.ts';
import { decide, type Decision, type RetryPolicy } from './decide.ts';

/** What a person says about an order of which nobody knows whether a phone rang (I6). */
export interface Word {
  readonly kind: 'rang' | 'not_rung' | 'again';
  readonly who: string;
  readonly reason: string | null;
}

export interface Doubt {
  readonly now: number;
  /** Until when the provider may still ring for the order. */
  readonly ringsUntil: number;
  /** Attempts of this contact, the one in doubt included. */
  readonly attempts: number;
  /** How many of them ended as this one now does. */
  readonly sameOutcome: number;
  readonly delayMs: number;
}

/**
 * What becomes of an uncertain contact by a person's word. Anyone who is to be called again waits until the order
 * in doubt can no longer ring: otherwise one phone could ring for two orders.
 */
export function resolution(policy: RetryPolicy, word: Word, doubt: Doubt): Decision {
  const { who, kind } = word;
  const reason = storeReason({ code: 'resolved', who, word: kind, said: word.reason ?? '' });
  const safe = Math.max(doubt.now, doubt.ringsUntil);
  if (kind === 'rang') {
    const decided = decide(policy, {
      outcome: 'answered_unknown',
      attempts: doubt.attempts,
      sameOutcome: doubt.sameOutcome,
      emptyOrders: 0,
      mayHaveRung: false,
      delayMs: doubt.delayMs,
      endedAt: safe,
    });
    return { ...decided, reason };
  }
  return { to: 'pending', notBefore: safe, reason };
}
