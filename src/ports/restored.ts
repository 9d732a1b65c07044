import type { Session } from './session.ts';

export type { Session } from './session.ts';

/** An order that was found at the provider, placed after the ledger was copied. */
export interface LostOrder {
  readonly contactId: string;
  readonly nth: number;
  readonly providerId: string;
  readonly now: number;
}

/** How it was found out what a copy of a ledger does not know. */
export interface Restored {
  readonly now: number;
  /** Orders that were found at the provider. */
  readonly found: number;
  /** Who took it on without looking; null: everybody was looked up. */
  readonly who: string | null;
  readonly reason: string | null;
}

/** Of a ledger that was copied, and is worked on again: what was ordered since is unknown to it. */
export interface RestoredLedger {
  /** Whether this file is a copy that `campaign backup` made; its runs are marked then. */
  recogniseCopy(now: number): Promise<boolean>;
  /** Since when it is known that this run was restored and must be reconciled; null: it need not be. */
  restoredAt(runId: string): Promise<number | null>;
  /** Pages through the contacts who wait, or may wait again when their order has ended. */
  orderable(
    runId: string,
    page: { after: number; limit: number },
  ): Promise<readonly { seq: number; contactId: string; e164: string; tries: number }[]>;
  adoptLost(session: Session, lost: LostOrder): Promise<void>;
  endRestored(session: Session, how: Restored): Promise<void>;
}
