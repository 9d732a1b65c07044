import type { GaveUp } from '../../domain/order/follow.ts';
import type { SeenAt } from '../../domain/order/believed.ts';
import { isTerminal, type OrderView } from '../../domain/order/view.ts';
import { storeReason } from '../../domain/run/reason.ts';

/** What one session knows of an order that it follows. */
export interface Trail {
  view: OrderView;
  /** By this session. What an earlier one asked for may never have left, so it is asked again. */
  cancelAskedAt: number | null;
  /** The provider has answered the cancel, whatever it said. */
  cancelHeard: boolean;
  /** Cancelled although it may be live: the run was cancelled, and its talks are to be ended. */
  hungUp: boolean;
  looks: number;
  /** The last look brought no order: a hint for the next change would not tell what was missed. */
  blind: boolean;
  /** Since when the provider says that it does not know the order. */
  missingSince: number | null;
  /** Since when it refuses us: the key, not the order, is what is wrong. */
  refusedSince: number | null;
  /** Since when its answers are no order that can be read, and what they are. */
  unreadable: { readonly since: number; readonly why: string } | null;
  /** When the order was first seen to be over, and how many looks have said so since. */
  over: { readonly since: number; looks: number } | null;
  readonly seenAt: SeenAt;
  /** Aborted by a hint. Made anew just before each look, so that no hint is lost while a look is out. */
  hint: AbortController;
  /** Those who wait for the next look, or the end. */
  readonly waiting: (() => void)[];
}

const NOTHING_SEEN = (id: string): OrderView => ({
  id,
  stage: 'open',
  status: '',
  attempts: [],
  metadata: {},
});

export const newTrail = (providerId: string): Trail => ({
  view: NOTHING_SEEN(providerId),
  cancelAskedAt: null,
  cancelHeard: false,
  hungUp: false,
  looks: 0,
  blind: false,
  missingSince: null,
  refusedSince: null,
  unreadable: null,
  over: null,
  seenAt: new Map(),
  hint: new AbortController(),
  waiting: [],
});

/** An order that was over may go on after all: then its end is waited for anew. */
export function nowSeen(trail: Trail, view: OrderView, now: number): void {
  trail.view = view;
  trail.unreadable = null;
  if (!isTerminal(view)) trail.over = null;
  else if (trail.over === null) trail.over = { since: now, looks: 0 };
  else trail.over.looks += 1;
}

export function looked(trail: Trail): void {
  for (const resolve of trail.waiting.splice(0)) resolve();
}

/** Why nobody knows how the order ended, as the ledger stores it. */
export function giveUpReason(
  { view, unreadable }: Trail,
  why: GaveUp,
  { now, ringsUntil }: { now: number; ringsUntil: number },
): string {
  const rings_until = new Date(ringsUntil).toISOString();
  if (unreadable !== null)
    return storeReason({ code: 'answers_unreadable', said: unreadable.why, rings_until });
  if (view.stage === 'unknown')
    return storeReason({ code: 'status_unknown', status: view.status, rings_until });
  const { unseen = 0 } = view;
  if (isTerminal(view) && unseen > 0) {
    const counted = view.attempts.length + unseen;
    return storeReason({ code: 'attempts_unseen', counted, shown: view.attempts.length });
  }
  const code = why === 'answers_unreadable' ? 'order_not_ended' : why;
  return storeReason({ code, rings_until: now < ringsUntil ? rings_until : '' });
}
