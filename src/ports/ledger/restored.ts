import type { Session } from '../session.ts';

/** An order that was found at the provider, placed after the ledger was copied. */
export interface LostOrder {
  readonly contactId: string;
  readonly nth: number;
  readonly providerId: string;
  /** By the provider's clock; null: it does not say. What happened before it is not believed of the order. */
  readonly createdAt: number | null;
  readonly now: number;
}

/** A contact that could be ordered, now or when an order of theirs has ended. */
export interface Orderable {
  readonly seq: number;
  readonly contactId: string;
  readonly e164: string;
  /** How many orders the copy knows. */
  readonly tries: number;
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

/** What lies beside the ledger and outlives each copy of it: a ledger that knows less is an older one. */
export interface RunMemory {
  /** The latest session; 0: none is known. */
  readonly epoch: number;
  /** The newest order whose request was allowed to leave; null: none is known. */
  readonly lastOrder: string | null;
}

/** Whatever is remembered is on the disk when the method returns. */
export interface RunMemoryKeeper {
  readonly memory: RunMemory;
  /** A session has begun, in a ledger that says itself whether it must be reconciled: no order counts yet. */
  rememberSession(epoch: number): void;
  rememberOrder(key: string): void;
}

/** Of a ledger that was copied, and is worked on again: what was ordered since is unknown to it. */
export interface RestoredPort {
  /** Whether this file is a copy that `campaign backup` made; its runs are marked then. */
  recogniseCopy(now: number): Promise<boolean>;
  /** Since when it is known that this run was restored and must be reconciled; null: it need not be. */
  restoredAt(runId: string): Promise<number | null>;
  /** Pages through the contacts who wait, or may wait again when their order has ended. */
  orderable(runId: string, page: { after: number; limit: number }): Promise<readonly Orderable[]>;
  adoptLost(session: Session, lost: LostOrder): Promise<void>;
  endRestored(session: Session, how: Restored): Promise<void>;
}
