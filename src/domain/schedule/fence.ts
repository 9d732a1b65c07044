import type { Opening } from './opening.ts';

/** What an order needs on its way to the phone, and the least that a fence must leave for it. */
export const CLOSING_GUARD_MS = 60_000;
export const MIN_FENCE_MS = 60_000;
/** An opening shorter than this lets no order leave. */
export const LEAST_OPENING_MS = CLOSING_GUARD_MS + MIN_FENCE_MS;

/** UTC all year and in every zone list, so that the provider's time-zone rules do not matter. */
export const FENCE_ZONE = 'Africa/Abidjan';

/** The one interval in which the provider may ring (I12), in the words of its API. */
export interface Fence {
  readonly from: number;
  /** The ledger's `rings_until`. */
  readonly until: number;
  readonly windows: readonly {
    readonly calling_window_start_time: string;
    readonly calling_window_end_time: string;
  }[];
  readonly allowedDays: readonly string[];
  readonly timezone: typeof FENCE_ZONE;
}

export type FenceDecision =
  | { readonly kind: 'open'; readonly fence: Fence }
  | { readonly kind: 'wait'; readonly until: number | null };

const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEKDAYS = [
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
] as const;

/**
 * The fence of an order that leaves now: from now to the end of the opening less the guard, on one UTC day.
 * It never spans UTC midnight. Windows and days are weekly and combine freely, so two days with two windows
 * would also permit the evening of the second day, which nobody allowed. What is left of the opening after
 * midnight gets a fence of its own then.
 */
export function fenceFor(opening: Opening, now: number): FenceDecision {
  if (!opening.open || opening.closesAt === null) return { kind: 'wait', until: opening.opensAt };
  const closes = floorTo(MINUTE, opening.closesAt - CLOSING_GUARD_MS);
  const midnight = floorTo(DAY, now) + DAY;
  const until = Math.min(closes, midnight - MINUTE);
  if (until - now >= MIN_FENCE_MS)
    return { kind: 'open', fence: fence(floorTo(MINUTE, now), until) };
  if (closes - midnight >= MIN_FENCE_MS) return { kind: 'wait', until: midnight };
  return { kind: 'wait', until: opening.closesAt };
}

function fence(from: number, until: number): Fence {
  return {
    from,
    until,
    windows: [{ calling_window_start_time: clock(from), calling_window_end_time: clock(until) }],
    allowedDays: [WEEKDAYS[(Math.floor(from / DAY) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6]],
    timezone: FENCE_ZONE,
  };
}

function clock(at: number): string {
  const minutes = Math.floor((at % DAY) / MINUTE);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
const floorTo = (unit: number, at: number): number => Math.floor(at / unit) * unit;
