import type { Opening } from './opening.ts';

/** What an order needs on its way to the phone, and the least that a fence must leave for it. */
export const CLOSING_GUARD_MS = 60_000;
export const MIN_FENCE_MS = 60_000;
/** An opening shorter than this lets no order leave. */
export const LEAST_OPENING_MS = CLOSING_GUARD_MS + MIN_FENCE_MS;

/** The one interval in which the provider may ring (I12), within one UTC day and in whole minutes. */
export interface Fence {
  readonly from: number;
  /** The ledger's `rings_until`. */
  readonly until: number;
}

type FenceDecision =
  | { readonly kind: 'open'; readonly fence: Fence }
  | { readonly kind: 'wait'; readonly until: number | null };

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The fence of an order that leaves now: from now to the end of the opening less the guard, on one UTC day.
 * It never spans UTC midnight. A provider's windows and days are weekly and combine freely, so two days with two windows
 * would also permit the evening of the second day, which nobody allowed. What is left of the opening after
 * midnight gets a fence of its own then.
 */
export function fenceFor(opening: Opening, now: number): FenceDecision {
  if (!opening.open || opening.closesAt === null) return { kind: 'wait', until: opening.opensAt };
  const closes = floorTo(MINUTE, opening.closesAt - CLOSING_GUARD_MS);
  const midnight = floorTo(DAY, now) + DAY;
  const until = Math.min(closes, midnight - MINUTE);
  if (until - now >= MIN_FENCE_MS)
    return { kind: 'open', fence: { from: floorTo(MINUTE, now), until } };
  if (closes - midnight >= MIN_FENCE_MS) return { kind: 'wait', until: midnight };
  return { kind: 'wait', until: opening.closesAt };
}

const floorTo = (unit: number, at: number): number => Math.floor(at / unit) * unit;
