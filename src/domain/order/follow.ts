import type { Campaign } from '../campaign/definition.ts';
import { dialled, hasEnded, hasRung, orderOutcome, tellingAttempt } from './outcome.ts';
import { isTerminal, type OrderView } from './view.ts';

/** An order that has not begun to ring after this long is cancelled at the provider (I12). */
export const RING_WITHIN_MS = 120_000;
/** Until then an order of which nothing is known may be live: it has rung by then, and its longest talk is over. */
export const mayBeLiveUntil = (orderedAt: number, maxCallSeconds: number): number =>
  orderedAt + RING_WITHIN_MS + maxCallSeconds * 1000;
/** After its attempt has ended an order has this long to end by itself. */
export const END_WITHIN_MS = 60_000;
/** How long a cancel may take to show before the order counts as not confirmed. */
export const CANCEL_WITHIN_MS = 60_000;
/** Hours and days of the provider's own retries; after this long an order has no end. */
export const ACCEPTED_WITHIN_MS = 14 * 86_400_000;
/** A call may outlast its fence by its longest talk and this. */
export const NO_END_SLACK_MS = 10 * 60_000;
/** An order that is over without an attempt is looked at again so long after: the attempt may come behind the end. */
export const EMPTY_END_LOOK_MS = 2_000;
/** So long is waited for attempts that the provider counts, and for the look that an empty end needs. */
export const UNSEEN_WITHIN_MS = 60_000;
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
  /** When we last asked the provider to cancel; null while we have not. */
  readonly cancelAskedAt: number | null;
  /**
   * What the campaign says of a stored assistant's own retries. `cancel`: they end with the first attempt.
   * `accept`: when the order rings, and how often, is the provider's.
   */
  readonly retries: Campaign['providerRetries'];
  /** When the order was first seen to be over, and how many looks have said so since; null: it is not. */
  readonly over: { readonly since: number; readonly looks: number } | null;
}

/** Why nobody waits any longer for an order: the code of the reason. */
export type GaveUp =
  | 'order_unknown_there'
  | 'cancel_unconfirmed'
  | 'order_not_ended'
  | 'call_without_end'
  | 'attempts_not_shown'
  | 'answers_unreadable';

type Step =
  | { readonly kind: 'settle' }
  | { readonly kind: 'cancel'; readonly why: string }
  | { readonly kind: 'give_up'; readonly why: GaveUp }
  /** Nothing to do before `until` unless the order changes. */
  | { readonly kind: 'wait'; readonly until: number };

interface Ending {
  /** From when on the order should be over. A cancel that was asked for earlier was about something else. */
  readonly from: number;
  readonly why: string;
  /** What is done when the cancel does not show either. */
  readonly unconfirmed: Step;
}

/** Waits, asks for a cancel once it is time, and waits for that to show. */
function toItsEnd(ending: Ending, followed: Followed, now: number): Step {
  if (now < ending.from) return { kind: 'wait', until: ending.from };
  const { cancelAskedAt } = followed;
  if (cancelAskedAt === null || cancelAskedAt < ending.from)
    return { kind: 'cancel', why: ending.why };
  const giveUp = cancelAskedAt + CANCEL_WITHIN_MS;
  return now < giveUp ? { kind: 'wait', until: giveUp } : ending.unconfirmed;
}

function beforeRinging(followed: Followed, now: number): Step {
  const unconfirmed: Step = { kind: 'give_up', why: 'cancel_unconfirmed' };
  // A stopping run cancels earlier than this, and that cancel holds as well.
  const inTime = Math.min(followed.placedAt + RING_WITHIN_MS, followed.ringsUntil);
  const from = Math.min(inTime, followed.cancelAskedAt ?? Infinity);
  return toItsEnd({ from, why: 'it did not ring in time', unconfirmed }, followed, now);
}

function acceptedStep(followed: Followed, now: number): Step {
  const latest = followed.placedAt + ACCEPTED_WITHIN_MS + followed.maxCallMs;
  const from = Math.min(latest, followed.cancelAskedAt ?? Infinity);
  const unconfirmed: Step = { kind: 'give_up', why: 'call_without_end' };
  const ending = { from, why: 'the provider has not ended the order', unconfirmed };
  return toItsEnd(ending, followed, now);
}

/**
 * An order that is over may not show yet what became of it: without an attempt it is looked at again, and attempts
 * that are counted and not shown are waited for. One of them may have reached a human, so nobody guesses.
 */
function afterItsEnd(view: OrderView, { over }: Followed, now: number): Step {
  const { since, looks } = over ?? { since: now, looks: 0 };
  const unseen = (view.unseen ?? 0) > 0;
  if (orderOutcome(view) === 'human' || (dialled(view).length > 0 && !unseen))
    return { kind: 'settle' };
  const latest = since + UNSEEN_WITHIN_MS;
  if (now < since + EMPTY_END_LOOK_MS) return { kind: 'wait', until: since + EMPTY_END_LOOK_MS };
  // The second look has failed: it is repeated like any other.
  if (looks === 0 && now < latest) return { kind: 'wait', until: latest };
  if (!unseen) return { kind: 'settle' };
  if (now < latest) return { kind: 'wait', until: latest };
  return { kind: 'give_up', why: 'attempts_not_shown' };
}

/** What to do about an open order, from its last view. Pure; the follower does it. */
export function followStep(view: OrderView, followed: Followed, now: number): Step {
  if (isTerminal(view)) return afterItsEnd(view, followed, now);
  const telling = tellingAttempt(view);
  if (followed.retries === 'accept' && orderOutcome(view) !== 'human')
    return acceptedStep(followed, now);
  if (telling === null) return beforeRinging(followed, now);
  const noEnd = followed.ringsUntil + followed.maxCallMs + NO_END_SLACK_MS;
  const human = orderOutcome(view) === 'human';
  const live = dialled(view).some((attempt) => !hasEnded(attempt));
  if (hasEnded(telling) && (human || !live)) {
    const endedAt = telling.endedAt ?? telling.startedAt ?? followed.placedAt;
    // The provider's clock may be wrong: it does not hold a line for longer than a call may take (I7).
    const within = followed.retries === 'cancel' && !human ? 0 : END_WITHIN_MS;
    const from = Math.min(endedAt, noEnd) + within;
    const why = human ? 'a human was reached' : 'its one attempt is over';
    // I11: while the order is open another attempt may follow, and ours must not come on top of it.
    const open: Step = { kind: 'give_up', why: 'order_not_ended' };
    const unconfirmed: Step = human ? { kind: 'settle' } : open;
    const step = toItsEnd({ from, why, unconfirmed }, followed, now);
    if (!live || step.kind === 'cancel' || now < from) return step;
  }
  const unconfirmed: Step = human
    ? { kind: 'settle' }
    : { kind: 'give_up', why: 'call_without_end' };
  return toItsEnd({ from: noEnd, why: 'the call has no end', unconfirmed }, followed, now);
}

/**
 * How long to wait before the next look: 0.5 s, × 1.5 up to 5 s while live, 60 s while it only waits. In whole
 * milliseconds, for what is read from a clock afterwards is stored as an integer.
 */
export function lookDelay(view: OrderView | null, looks: number, hinted: boolean): number {
  if (hinted) return HINTED_LOOK_MS;
  const live = view?.attempts.some((a) => hasRung(a) && !hasEnded(a)) ?? true;
  const growing = Math.round(FIRST_LOOK_MS * 1.5 ** Math.min(looks, 20));
  return Math.min(growing, live ? LIVE_LOOK_MS : WAITING_LOOK_MS);
}
