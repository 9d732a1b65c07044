import { storeReason } from '../run/reason.ts';
import { OPT_OUT_REASON } from './opt-out.ts';
import type { Outcome } from './outcome.ts';

/** What a contact may become when one of its orders is over, and why, as it is stored. Times are ms UTC. */
export type Decision =
  | { readonly to: 'reached' | 'exhausted' | 'failed'; readonly reason: string }
  | { readonly to: 'pending'; readonly notBefore: number; readonly reason: string };

export interface RetryPolicy {
  readonly outcomes: Readonly<Record<string, 'again' | 'once_more' | 'stop'>>;
  /** All attempts a person gets, ours and the provider's together (I11). */
  readonly maxAttempts: number;
  readonly twiceInARow: boolean;
  /** `accept`: the provider has made its own attempts, and its order is the only one. */
  readonly providerRetries?: 'refuse' | 'cancel' | 'accept';
}

/** The parts of a campaign that decide what follows an order. */
export const retryPolicyOf = (
  campaign: Required<Omit<RetryPolicy, 'maxAttempts' | 'twiceInARow'>> & {
    readonly calling: Pick<RetryPolicy, 'maxAttempts' | 'twiceInARow'>;
  },
): RetryPolicy => ({
  outcomes: campaign.outcomes,
  maxAttempts: campaign.calling.maxAttempts,
  twiceInARow: campaign.calling.twiceInARow,
  providerRetries: campaign.providerRetries,
});

/** What is known when an order has ended. Counts include the order that has just ended. */
export interface Ended {
  readonly outcome: Outcome | null;
  readonly attempts: number;
  /** It shows no attempt, and nobody says that its phone did not ring: it is one of the attempts. */
  readonly mayHaveRung: boolean;
  /** How often this contact's attempts ended with this same outcome. */
  readonly sameOutcome: number;
  /** Orders in a row that never rang. */
  readonly emptyOrders: number;
  /** Of the window in which the attempt was made. */
  readonly delayMs: number;
  readonly endedAt: number;
}

/** An order that never rang harms nobody, but it is not tried for ever (I7). */
const MAX_EMPTY_ORDERS = 5;
const EMPTY_ORDER_DELAY_MS = 15 * 60_000;

/** Outcomes that say the number, not the moment, is wrong. */
const HOPELESS = new Set<Outcome>([
  'number_non_attributed',
  'no_international_permission',
  'precondition_failed',
]);

function afterSilentEnd(policy: RetryPolicy, ended: Ended): Decision {
  const { attempts: made, delayMs, endedAt } = ended;
  const { maxAttempts: max } = policy;
  if (policy.providerRetries === 'accept' || made >= max)
    return { to: 'exhausted', reason: storeReason({ code: 'attempts_may_be_used', made, max }) };
  return {
    to: 'pending',
    notBefore: endedAt + Math.max(delayMs, EMPTY_ORDER_DELAY_MS),
    reason: storeReason({ code: 'ended_without_attempt' }),
  };
}

function afterEmptyOrder(policy: RetryPolicy, ended: Ended): Decision {
  if (ended.emptyOrders >= MAX_EMPTY_ORDERS) {
    const reason = storeReason({ code: 'orders_never_rang', orders: ended.emptyOrders });
    return { to: 'exhausted', reason };
  }
  if (ended.mayHaveRung) return afterSilentEnd(policy, ended);
  return {
    to: 'pending',
    notBefore: ended.endedAt + EMPTY_ORDER_DELAY_MS,
    reason: storeReason({ code: 'order_never_rang' }),
  };
}

/** An order that was over may have rung once more, or is corrected: what comes after it changes nothing of that. */
export const HUMAN_BEFORE = {
  to: 'reached',
  reason: storeReason({ code: 'human_reached_before' }),
} as const satisfies Decision;

/** The default decisions are the table of outcomes; the campaign may have changed them. */
export function decide(policy: RetryPolicy, ended: Ended): Decision {
  const { outcome } = ended;
  if (outcome === 'human') return { to: 'reached', reason: storeReason({ code: 'human_reached' }) };
  if (outcome === null) return afterEmptyOrder(policy, ended);
  const rule = outcome === 'too_many_calls' ? 'again' : (policy.outcomes[outcome] ?? 'again');
  if (rule === 'stop') {
    const reason = storeReason({ code: 'outcome_stops', outcome });
    return { to: HOPELESS.has(outcome) ? 'failed' : 'exhausted', reason };
  }
  if (policy.providerRetries === 'accept') {
    return { to: 'exhausted', reason: storeReason({ code: 'provider_attempts_over', outcome }) };
  }
  if (ended.attempts >= policy.maxAttempts) {
    const facts = { made: ended.attempts, max: policy.maxAttempts };
    return { to: 'exhausted', reason: storeReason({ code: 'attempts_made', ...facts }) };
  }
  if (rule === 'once_more' && ended.sameOutcome >= 2) {
    return { to: 'exhausted', reason: storeReason({ code: 'outcome_twice', outcome }) };
  }
  const atOnce = policy.twiceInARow && ended.attempts === 1;
  const delay = atOnce ? 0 : ended.delayMs;
  return {
    to: 'pending',
    notBefore: ended.endedAt + delay,
    reason: storeReason({ code: 'outcome_again', outcome }),
  };
}

/** Anyone who asked not to be called again is done with, whatever else the order came to. */
export function afterOptOut(decision: Decision): Decision {
  if (decision.to === 'pending') return { to: 'exhausted', reason: OPT_OUT_REASON };
  return {
    ...decision,
    reason: storeReason({ code: 'opted_out_after', because: decision.reason }),
  };
}
