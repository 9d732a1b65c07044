import type { PastCall } from '../../domain/law/limits.ts';
import type { BarredNumber } from './do-not-call.ts';
import type { ContactState, OrderState } from '../../domain/run/states.ts';
import type { BarredTail } from './tails.ts';

/** An order of a number, in whichever run. */
export interface OrderOfNumber {
  readonly run: string;
  readonly key: string;
  readonly state: OrderState;
  readonly orderedAt: number;
  readonly ringsUntil: number;
}

/** What a ledger has against calling a number at an instant, before any limit is asked. */
export interface Standing {
  readonly barred: BarredNumber | null;
  /** Last digits on the do-not-call list with which the number ends. */
  readonly barredTail: BarredTail | null;
  /** The one order that is open (I3). */
  readonly open: OrderOfNumber | null;
  /** Orders of which nobody knows whether they rang, and which may still do so. */
  readonly mayRing: readonly OrderOfNumber[];
  /** The newest order of another run than the one that asks. */
  readonly elsewhere: OrderOfNumber | null;
  /** The last other run that has reached the person; null: none, or the run that asks may call them again. */
  readonly reached: { readonly run: string; readonly at: number } | null;
  readonly past: readonly PastCall[];
  /** The person in the run that asks, if they are in it. */
  readonly contact: {
    readonly state: ContactState;
    readonly reason: string | null;
    readonly notBefore: number | null;
    readonly heldFor: string | null;
  } | null;
}

/** People of a run who wait for an open order of another run. */
export interface HeldByOthers {
  /** Those other runs; the one with the most people first. */
  readonly runs: readonly string[];
  readonly people: number;
  /** Everybody of the run who waits; null: not counted, for nobody is held. */
  readonly waiting: number | null;
}

export interface StandingPort {
  /** Of orders that can have rung no later than `before`. */
  heldByOthers(runId: string, before: number): Promise<HeldByOthers>;
  /** `runId`: the run that asks; null: none. Orders that were made after `at` do not count. */
  standing(e164: string, asked: { runId: string | null; at: number }): Promise<Standing>;
}
