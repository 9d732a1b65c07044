import type { ConsentNeeded } from '../../domain/law/consent-asked.ts';
import type { Limits } from '../../domain/law/limits.ts';
import type { UnsettledState } from '../../domain/run/states.ts';
import type { Session } from '../session.ts';
import type { LastOrder } from './following.ts';

export interface OpenGroup {
  readonly group: string;
  readonly ringsUntil: number;
  /** Our record of what permitted the order, for `export --attempts`. */
  readonly permit: string;
  /** How often its people may be called; without them, as often as they are due. */
  readonly limits?: Limits | undefined;
  /** The consent that is asked for; null or absent: none is. */
  readonly consent?: ConsentNeeded | null | undefined;
}

export interface ClaimRequest {
  readonly now: number;
  /** Open now, the one that closes soonest first. */
  readonly groups: readonly OpenGroup[];
  /** Which kind gets this line when both are due. */
  readonly prefer: 'first' | 'again';
  /** False: only people who have been ordered before; the run may reach nobody new. */
  readonly newcomers?: boolean;
  /** Values of the concurrency column that still have a free line. */
  readonly freeKeys: readonly string[];
  readonly repeatAfterMs: number;
  /** Whom another run has reached since then is not called; null or absent: everybody is. */
  readonly reachedSince?: number | null | undefined;
  readonly definition: number;
  /** What the orders are about, for limits per subject; empty or absent: nobody said. */
  readonly subject?: string | undefined;
}

/** One order of a contact, as committed before its request leaves (I1). */
export interface Claim {
  readonly key: string;
  readonly contactId: string;
  readonly e164: string;
  readonly group: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly concurrencyKey: string | null;
  readonly nth: number;
  readonly orderedAt: number;
  readonly ringsUntil: number;
  /** Set once the provider has answered. */
  readonly providerId: string | null;
  readonly cancelAskedAt: number | null;
}

/** Before this person is ordered again, their last order is looked at. */
export interface LookFirst {
  readonly lookAt: LastOrder;
}

/** What holds the pending contacts, to wake by and to say. */
export interface Horizon {
  /** Of the groups asked about, those that have a contact whose delay is over. */
  readonly dueGroups: readonly string[];
  readonly nextNotBefore: number | null;
  readonly nextLook: number | null;
}

/** Who is ordered next. */
export interface QueuePort {
  /** Null, too, when the person whose turn it is must be looked at first (I13). */
  claim(session: Session, request: ClaimRequest): Promise<Claim | null>;
  /** The same, which names the order that must be looked at first. */
  claimOrLook(session: Session, request: ClaimRequest): Promise<Claim | LookFirst | null>;
  /** `newcomers` as in a claim. */
  horizon(runId: string, groups: readonly string[], newcomers?: boolean): Promise<Horizon>;
  concurrencyKeys(runId: string): Promise<readonly string[]>;
  /** Open orders of the run and those that are uncertain, oldest first. */
  unsettled(runId: string): Promise<readonly (Claim & { state: UnsettledState })[]>;
  /** Times of the newest orders of this run, ascending; for the pace. */
  recentOrders(runId: string, count: number): Promise<readonly number[]>;
  /** Why no order may be made: the disk is nearly full, or the file is no longer where it was; null: it may. */
  unfit(): string | null;
}
