import { hasEnded, hasRung, orderOutcome } from './outcome.ts';
import { isTerminal, type OrderView } from './view.ts';

/** An order that has not begun to ring after this long is cancelled at the provider (I12). */
export const RING_WITHIN_MS = 120_000;
/** After its attempt has ended an order has this long to end by itself. */
export const END_WITHIN_MS = 60_000;
/** How long a cancel may take to show before the order counts as not confirmed. */
export const CANCEL_WITHIN_MS = 60_000;
/** A call may outlast its fence by its longest talk and this. */
const NO_END_SLACK_MS = 10 * 60_000;
/** A provider may not know a fresh order for a while. */
export const UNKNOWN_WITHIN_MS = 60_000;

const FIRST_LOOK_MS = 500;
const LIVE_LOOK_MS = 5_000;
const WAITING_LOOK_MS = 60_000;
/** With a hint for every change, looking is only a backstop. */
const HINTED_LOOK_MS = 600_000;

export interface Followed {
  readonly placedAt: number;
  readonly ringsUntil: number;
  readonly maxCallMs: number;
  /** When we first asked the provider to cancel; null while we have not. */
  readonly cancelAskedAt: number | null;
}

export type Step =
  | { readonly kind: 'settle' }
  | { readonly kind: 'cancel'; readonly why: string }
  | { readonly kind: 'give_up'; readonly why: string }
  /** Nothing to do before `until` unless the order changes. */
  | { readonly kind: 'wait'; readonly until: number };

function afterAttempt(view: OrderView, followed: Followed, now: number): Step | null {
  const last = view.attempts.at(-1);
  if (last === undefined || !view.attempts.every(hasEnded)) return null;
  const endedAt = last.endedAt ?? last.startedAt ?? followed.placedAt;
  const over = endedAt + END_WITHIN_MS;
  if (now < over) return { kind: 'wait', until: over };
  if (followed.cancelAskedAt === null) {
    const why = orderOutcome(view) === 'human' ? 'a human was reached' : 'its one attempt is over';
    return { kind: 'cancel', why };
  }
  const giveUp = followed.cancelAskedAt + CANCEL_WITHIN_MS;
  return now < giveUp ? { kind: 'wait', until: giveUp } : { kind: 'settle' };
}

function beforeRinging(followed: Followed, now: number): Step {
  const until = Math.min(followed.placedAt + RING_WITHIN_MS, followed.ringsUntil);
  if (now < until) return { kind: 'wait', until };
  if (followed.cancelAskedAt === null) return { kind: 'cancel', why: 'it did not ring in time' };
  const giveUp = followed.cancelAskedAt + CANCEL_WITHIN_MS;
  if (now < giveUp) return { kind: 'wait', until: giveUp };
  return { kind: 'give_up', why: 'the provider has not confirmed the cancel' };
}

/** What to do about an open order, from its last view. Pure; the follower does it. */
export function followStep(view: OrderView, followed: Followed, now: number): Step {
  if (isTerminal(view)) return { kind: 'settle' };
  const ended = afterAttempt(view, followed, now);
  if (ended !== null) return ended;
  if (!view.attempts.some(hasRung)) return beforeRinging(followed, now);
  const noEnd = followed.ringsUntil + followed.maxCallMs + NO_END_SLACK_MS;
  if (now < noEnd) return { kind: 'wait', until: noEnd };
  if (followed.cancelAskedAt === null) return { kind: 'cancel', why: 'the call has no end' };
  return { kind: 'give_up', why: 'no end' };
}

/** How long to wait before the next look: 0.5 s, × 1.5 up to 5 s while live, 60 s while it only waits. */
export function lookDelay(view: OrderView | null, looks: number, hinted: boolean): number {
  if (hinted) return HINTED_LOOK_MS;
  const live = view?.attempts.some((a) => hasRung(a) && !hasEnded(a)) ?? true;
  const growing = FIRST_LOOK_MS * 1.5 ** Math.min(looks, 20);
  return Math.min(growing, live ? LIVE_LOOK_MS : WAITING_LOOK_MS);
}
