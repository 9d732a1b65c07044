import type { Outcome } from '../../domain/order/outcome.ts';
import type { ContactState, OrderState } from '../../domain/run/states.ts';
import type { BarredNumber } from './do-not-call.ts';
import type { ContactRecord, OrderRecord } from '../../domain/run/records.ts';
import type { By, RequestRecord } from './requests.ts';
import type { BarredTail } from './tails.ts';

/** By what a person may be looked up. */
export type Lookup =
  | { readonly by: 'number'; readonly e164: string }
  | { readonly by: 'contact'; readonly id: string }
  | { readonly by: 'row'; readonly line: number; readonly file: string | null };

/** A row of a file, as it is in the file. */
export interface SourceRow {
  readonly file: string;
  readonly path: string;
  readonly line: number;
  readonly headers: readonly string[];
  readonly cells: readonly string[];
  /** False: the person was in an earlier reading of the file and is no longer. */
  readonly current: boolean;
}

export interface ShownOrder extends OrderRecord {
  readonly definition: number;
  readonly placedAt: number | null;
  readonly cancelAskedAt: number | null;
  readonly settledAt: number | null;
  readonly outcome: Outcome | null;
  readonly evidence: readonly ShownEvidence[];
}

export interface ShownEvidence {
  readonly source: string;
  readonly providerId: string | null;
  readonly raw: string | null;
  readonly at: number;
}

export interface Change {
  readonly at: number;
  readonly was: ContactState;
  readonly became: ContactState;
  readonly reason: string | null;
}

/** An order to the same number from another run of this ledger. */
export interface OtherOrder {
  readonly run: string;
  readonly key: string;
  readonly state: OrderState;
  readonly orderedAt: number;
  readonly outcome: Outcome | null;
}

/** Everything that the ledger knows about one person of a run. */
export interface PersonRecord {
  readonly contact: Omit<ContactRecord, 'orders'> & {
    readonly name: string | null;
    readonly numberType: string;
    readonly group: string;
    /** JSON: what the file said about the place. */
    readonly evidence: string;
    readonly locatedWith: string;
    readonly notBefore: number | null;
  };
  readonly rows: readonly SourceRow[];
  readonly orders: readonly ShownOrder[];
  readonly changes: readonly Change[];
  /** Those about this person and those about the whole run. */
  readonly requests: readonly RequestRecord[];
  readonly barred: BarredNumber | null;
  /** Last digits on the do-not-call list with which the number ends. */
  readonly barredTail: BarredTail | null;
  /** Every time the number was put on the do-not-call list or taken off it. */
  readonly barLog: readonly (By & { readonly kind: 'add' | 'remove'; readonly source: string })[];
  readonly otherOrders: readonly OtherOrder[];
}

export interface PeoplePort {
  /** The contacts that a look-up means: none, one, or several rows of the same line number. */
  lookUp(
    runId: string,
    lookup: Lookup,
  ): Promise<readonly { contactId: string; file: string | null; line: number | null }[]>;
  person(runId: string, contactId: string): Promise<PersonRecord | null>;
}
