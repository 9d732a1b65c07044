import { mayBeLiveUntil } from '../../domain/order/follow.ts';
import type { Claim, Horizon } from '../../ports/ledger/queue.ts';
import type { Lines } from '../dispatch/lines.ts';
import type { Wait } from '../session/start.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Clock } from '../../ports/clock.ts';

export interface KeepLineWork {
  readonly campaign: Campaign;
  readonly clock: Clock;
}

/** Nobody knows whether the phone rings: until it no longer can, the order keeps its line. */
export function keepLine({ campaign, clock }: KeepLineWork, lines: Lines, order: Claim): void {
  const until = mayBeLiveUntil(order.orderedAt, campaign.maxCallSeconds);
  if (until > clock.now()) lines.doubt(order, until);
}

/**
 * What a session waits for whose lines, or those of a key, are held by orders in doubt, or by calls that were taken over
 * beside the line that is free. Null: they hold nobody up. It wakes earlier for what it can do meanwhile.
 */
export function waitForDoubts(
  { isFull, firstDoubtEnds }: Lines,
  on: {
    horizon: Horizon;
    opening: number | null;
    now: number;
    keysFull: boolean;
    live: boolean;
    nextLook: number | null;
  },
): Wait | null {
  const { dueGroups, nextNotBefore, nextLook } = on.horizon;
  const somebodyWaits = dueGroups.length > 0 || nextNotBefore !== null;
  if (!somebodyWaits || !(isFull || on.keysFull)) return null;
  if (firstDoubtEnds === null && !(isFull && on.live)) return null;
  // What is due already waits for the line.
  const earlier = [on.opening, nextNotBefore, nextLook, on.nextLook].filter(
    (at) => at !== null && at > on.now,
  );
  const wakes = [firstDoubtEnds, ...earlier].filter((at) => at !== null);
  const why =
    firstDoubtEnds === null ? 'calls under way' : 'the lines are held by orders that may be live';
  const wake = wakes.length === 0 ? null : Math.min(...wakes);
  return { kind: 'wait', until: firstDoubtEnds, wake, why };
}
