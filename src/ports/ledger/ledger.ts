import type { AdmissionLedger } from './admission.ts';
import type { NewContact } from '../../domain/contact/contact.ts';
import type { RowProblem } from '../../domain/contact/problem.ts';
import type { RowRefusal } from '../../domain/contact/row/row.ts';
import type { ConsentNeeded } from '../../domain/law/consent-asked.ts';
import type { Limits } from '../../domain/law/limits.ts';
import type { DoNotCallLedger } from './do-not-call.ts';
import type { FollowingLedger, LastOrder } from './following.ts';
import type { KnownOrders } from './known-orders.ts';
import type { PersonLedger } from './person.ts';
import type { Counts, Disclosed, FileRecord, RowRecord } from './records.ts';
import type { RequestLedger } from './requests.ts';
import type { RestoredLedger, RunMemory } from './restored.ts';
import type { Session } from '../session.ts';
import type { StandingLedger } from './standing.ts';
import type { StoredFileLedger } from '../stored-file.ts';
import type { TailLedger } from './tails.ts';
import type { Delayed, Horizon, Unlocated, Waiting } from './waiting.ts';

export type { Session } from '../session.ts';
export type { Delayed, Horizon, Unlocated, Waiting } from './waiting.ts';
export type {
  Acceptance,
  EvidenceSource,
  Found,
  History,
  Lookable,
  Seen,
  Settlement,
} from './following.ts';

export type Mode = 'live' | 'rehearsal';

export interface Run {
  readonly id: string;
  readonly name: string;
  readonly label: string | null;
  readonly mode: Mode;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  /** Releases of the time-zone and number data that the contacts' groups were made with. */
  readonly releases: string;
  /** Of a rehearsal: what must be unchanged for it to go on. Null for a live run. */
  readonly fingerprint: string | null;
  readonly seed: number | null;
  /** Of a live run: the origin of the voice API that it calls by. */
  readonly host: string | null;
  /** When its latest session began; null: it had none. */
  readonly sessionBeganAt: number | null;
}

export interface NewRun {
  readonly id: string;
  readonly name: string;
  readonly label: string | null;
  readonly releases: string;
  readonly fingerprint: string | null;
  readonly seed: number | null;
  readonly host?: string;
  readonly now: number;
}

export interface FileFacts {
  readonly path: string;
  readonly name: string;
  readonly hash: string;
  readonly delimiter: string;
  readonly headers: readonly string[];
  /** How its rows are read: read otherwise, the same content is read again. */
  readonly readAs?: string | undefined;
  /** In which somebody said that it is encoded. */
  readonly namedEncoding?: string | null;
}

export interface RowToFeed {
  readonly line: number;
  readonly cells: readonly string[];
  readonly contact: NewContact | null;
  /** The row comes too late to join, but a person who is in the run already goes on with it. */
  readonly onlyIfJoined: boolean;
  /** Why it may not be called although it is a person: the contact joins as `skipped`. */
  readonly skip: string | null;
  /** Whom the row says not to call; it holds for every row of that person. */
  readonly refusal?: RowRefusal | null | undefined;
  readonly problems: readonly RowProblem[];
}

/** What feeding did, counted in contacts. */
export interface FeedCounts {
  joined: number;
  updated: number;
  /** Differs from what its order was made with; nothing was changed. */
  changed: number;
  known: number;
  invalid: number;
  /** In this run already, through a row of another file. */
  elsewhere: number;
}

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

/**
 * The durable record of runs; it is also the queue. Each method is one transaction.
 * Methods that take a `Session` change states and throw `LostSession` when another session has begun.
 */
export interface Ledger
  extends
    AdmissionLedger,
    FollowingLedger,
    RequestLedger,
    DoNotCallLedger,
    KnownOrders,
    PersonLedger,
    RestoredLedger,
    StandingLedger,
    StoredFileLedger,
    TailLedger {
  readonly path: string;
  readonly mode: Mode;

  findRun(id: string): Promise<Run | null>;
  runs(): Promise<readonly Run[]>;
  createRun(run: NewRun): Promise<Run>;
  /**
   * `memory`: what the run's lock knows; the new epoch is later than its. When the ledger knows only earlier ones, or
   * not the newest order, it is an older copy, and when the lock knows no session (0) though there are orders it may
   * be one: the run is marked as restored.
   */
  beginSession(runId: string, now: number, memory?: RunMemory | null): Promise<Session>;
  endSession(session: Session, how: { now: number; how: string; finished: boolean }): Promise<void>;
  /** Latest moment this ledger has recorded for a run; where a rehearsal's clock goes on. */
  lastMoment(runId: string): Promise<number>;
  /** Stores a version of the campaign file; the same text again is the same version. */
  saveDefinition(
    session: Session,
    text: string,
    now: number,
  ): Promise<{ version: number; isNew: boolean }>;
  definition(runId: string): Promise<{ version: number; text: string } | null>;

  /** `known`: this very content is already fed. */
  beginFile(
    session: Session,
    file: FileFacts,
    now: number,
  ): Promise<{ fileId: number; known: boolean }>;
  feedRows(
    session: Session,
    fileId: number,
    feed: { rows: readonly RowToFeed[]; now: number },
  ): Promise<FeedCounts>;
  /** Holds the people of this file that are no longer in it; lets go of those who are back. */
  endFile(session: Session, fileId: number, now: number): Promise<{ held: number; back: number }>;
  /** Number of a contact by its exported id, to restore a cell that a spreadsheet mangled. */
  numberOf(runId: string, contactId: string): Promise<string | null>;

  /** Pages through unfinished contacts to locate them again under new data. */
  unlocated(
    runId: string,
    releases: string,
    page: { after: number; limit: number },
  ): Promise<readonly Unlocated[]>;
  relocate(
    session: Session,
    located: readonly {
      contactId: string;
      zones: readonly string[];
      zoneSource: string;
      placeNote: string | null;
      group: string;
    }[],
    releases: string,
  ): Promise<void>;
  setReleases(session: Session, releases: string): Promise<void>;
  concurrencyKeys(runId: string): Promise<readonly string[]>;

  /** Null, too, when the person whose turn it is must be looked at first (I13). */
  claim(session: Session, request: ClaimRequest): Promise<Claim | null>;
  /** The same, which names the order that must be looked at first. */
  claimOrLook(session: Session, request: ClaimRequest): Promise<Claim | LookFirst | null>;
  /** `newcomers` as in a claim. */
  horizon(runId: string, groups: readonly string[], newcomers?: boolean): Promise<Horizon>;
  /** Who waits, for the words before a live run. Reads every contact once. */
  waiting(runId: string, now: number): Promise<readonly Waiting[]>;
  /** Of each calling group the few whose delay ends first. Reads every contact once. */
  delayed(runId: string, few: number): Promise<readonly Delayed[]>;
  /** The few whose delay ends first, whatever their group; `newcomers` as in a claim. Off an index. */
  firstDelayed(
    runId: string,
    which: { few: number; newcomers: boolean },
  ): Promise<readonly Delayed[]>;
  /** How many of those who wait were ordered by another run since then. */
  resting(runId: string, since: number): Promise<number>;
  /** How many people of the run have ever been ordered. */
  peopleOrdered(runId: string): Promise<number>;
  /** Times of the newest orders of this run, ascending; for the pace. */
  recentOrders(runId: string, count: number): Promise<readonly number[]>;

  /** Open orders of the run and those that are uncertain, oldest first. */
  unsettled(
    runId: string,
  ): Promise<readonly (Claim & { state: 'placing' | 'calling' | 'uncertain' })[]>;
  /** Whether an order to this number has this attempt. */
  knowsAttempt(e164: string, attemptId: string): Promise<boolean>;
  /** Why no order may be made: the disk is nearly full, or the file is no longer where it was; null: it may. */
  unfit(): string | null;

  counts(runId: string): Promise<Counts>;
  /** The cheap part of `counts`, for a progress line. */
  states(runId: string): Promise<Counts['states']>;
  /** Of each calling group, how many talks said at once that an AI speaks; of the orders of one version of the file. */
  disclosed(runId: string, definition: number): Promise<readonly Disclosed[]>;
  files(runId: string): Promise<readonly FileRecord[]>;
  /** Every row of the run's files, in the files' order. */
  rows(runId: string): AsyncIterable<RowRecord>;
  close(): void;
}

/** Another session has begun: this one may no longer change anything (fence by epoch). */
export class LostSession extends Error {
  override readonly name = 'LostSession';
}
