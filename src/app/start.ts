import type { Claim } from '../ports/ledger.ts';
import type { Openness } from './groups.ts';

/** Why no order leaves, and until when; for the honest idle line. */
export interface Idle {
  readonly why: string;
  readonly until: number | null;
}

/** What is done with a free line. `wake`: when something may have changed; null: when a call ends. */
export type Start =
  | { readonly kind: 'claimed'; readonly claim: Claim; readonly openness: Openness }
  /** The last order of somebody was looked at: now they may be claimed. */
  | { readonly kind: 'looked' }
  | Wait
  | { readonly kind: 'done' };

export interface Wait extends Idle {
  readonly kind: 'wait';
  readonly wake: number | null;
}

export const waitUntil = (until: number, why: string): Wait => ({
  kind: 'wait',
  until,
  wake: until,
  why,
});
