import { mayBeLiveUntil } from '../domain/order/follow.ts';
import type { Claim, Horizon } from '../ports/ledger.ts';
import type { Lines } from './lines.ts';
import type { Wait } from './start.ts';
import type { Work } from './work.ts';

/** Nobody knows whether the phone rings: until it no longer can, the order keeps its line. */
export function keepLine({ campaign, clock }: Work, lines: Lines, order: Claim): void {
  const until = mayBeLiveUntil(order.orderedAt, campaign.maxCallSeconds);
  if (until > clock.now()) lines.doubt(order, until);
}

/**
 * What a session waits for whose lines, or those of a key, are held by orders in doubt. Null: they hold nobody up. It
 * wakes earlier for what it can do meanwhile.
 */
export function waitForDoubts(
  { isFull, firstDoubtEnds }: Lines,
  on: {
    horizon: Horizon;
    opening: number | null;
    now: number;
    keysFull: boolean;
    nextLook: number | null;
  },
): Wait | null {
  const { dueGroups, nextNotBefore, nextLook } = on.horizon;
  const somebodyWaits = dueGroups.length > 0 || nextNotBefore !== null;
  if (firstDoubtEnds === null || !somebodyWaits || !(isFull || on.keysFull)) return null;
  // What is due already waits for the line.
  const earlier = [on.opening, nextNotBefore, nextLook, on.nextLook].filter(
    (at) => at !== null && at > on.now,
  );
  const wake = Math.min(firstDoubtEnds, ...earlier.map((at) => at ?? Infinity));
  const why = 'the lines are held by orders that may be live';
  return { kind: 'wait', until: firstDoubtEnds, wake, why };
}
