/**
 * Whether this computer's clock may be believed. What only grows (the monotonic clock) does not count a sleep and
 * knows nothing of somebody who sets the time; when the two disagree, the wall clock has jumped.
 */

/** Both clocks of one moment, in ms. */
export interface Reading {
  readonly wall: number;
  readonly monotonic: number;
}

type ClockChange =
  | { readonly kind: 'none' }
  /** The computer slept, or its clock was set forward. */
  | { readonly kind: 'forward'; readonly by: number }
  | { readonly kind: 'back'; readonly by: number };

/** Less than this is no jump: reading two clocks takes its time. */
const LEAST_JUMP_MS = 2_000;
/** A clock that is being set right bit by bit may run this much faster or slower meanwhile. */
const SLEWING = 0.001;

export function clockChange(before: Reading, now: Reading): ClockChange {
  const passed = now.monotonic - before.monotonic;
  const by = now.wall - before.wall - passed;
  if (Math.abs(by) < Math.max(LEAST_JUMP_MS, passed * SLEWING)) return { kind: 'none' };
  return by > 0 ? { kind: 'forward', by } : { kind: 'back', by: -by };
}

/** The clock is waited for when it is behind by no more than this (I7). */
export const BEHIND_AT_MOST_MS = 10 * 60_000;

type ClockBelief =
  | { readonly kind: 'right' }
  /** Nothing is ordered before it has caught up with what was recorded last. */
  | { readonly kind: 'wait'; readonly until: number; readonly by: number }
  /** Too far behind to wait for. */
  | { readonly kind: 'stop'; readonly by: number };

/** `latest` is the last moment that was recorded: a clock before it tells a time that is over. */
export function believe(now: number, latest: number): ClockBelief {
  const by = latest - now;
  if (by < LEAST_JUMP_MS) return { kind: 'right' };
  return by <= BEHIND_AT_MOST_MS ? { kind: 'wait', until: latest, by } : { kind: 'stop', by };
}

/** `2 h 3 min`, `45 s`. */
export function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
