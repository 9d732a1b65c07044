import type { ReasonCode } from '../../domain/run/reason.ts';
import type { Session } from '../session.ts';

/** Somebody of the run, as far as the question goes whether anybody may call at all. */
export interface Candidate {
  readonly seq: number;
  readonly group: string;
  readonly consentAt: number | null;
  readonly consentText: string | null;
}

/** Somebody who waits, with what is filled into the words that they hear. */
export interface SpokenTo {
  readonly seq: number;
  readonly group: string;
  /** Of the file that names them. */
  readonly line: number;
  readonly variables: Readonly<Record<string, string>>;
}

/** A file of people whom a campaign never calls. */
export interface SuppressFile {
  /** As it is said. */
  readonly name: string;
  readonly path: string;
  /** In which somebody said that it is encoded, unless it is Unicode by its bytes. */
  readonly encoding?: string | null;
}

/** `since`: from when on a call of another run counts; null: none does. */
export interface ReachedSince {
  readonly since: number | null;
  readonly now: number;
}

export interface Page {
  /** The last `seq` of the page before; 0 for the first. */
  readonly after: number;
  readonly limit: number;
}

/** Who may be called at all: looked through at the start of each session, before anything is ordered. */
export interface AdmissionPort {
  skipGroup(session: Session, group: string, why: { reason: string; now: number }): Promise<number>;
  /**
   * Those who wait and have no date of consent between `since` and `now`, a page at a time. Those whose cell is blank
   * only where consent is asked for: the others may have refused it.
   */
  withoutConsent(
    runId: string,
    at: { readonly now: number; readonly evenBlank: boolean; readonly since?: number },
    page: Page,
  ): Promise<readonly Candidate[]>;
  /** Those who were skipped for a reason with one of these codes, a page at a time. */
  skippedFor(
    runId: string,
    codes: readonly ReasonCode[],
    page: Page,
  ): Promise<readonly Candidate[]>;
  /** Anyone who was ordered before is exhausted, not skipped. */
  skipEach(
    session: Session,
    skips: readonly { readonly seq: number; readonly reason: string }[],
    now: number,
  ): Promise<void>;
  /** Whom `leaveReached` has skipped, and would not skip any more, waits again. */
  freeReached(session: Session, at: ReachedSince): Promise<void>;
  /**
   * Skips everybody who waits and whom another run of the ledger has reached, unless it was said that they are called
   * again; returns how many.
   */
  leaveReached(session: Session, at: ReachedSince): Promise<number>;
  /** It was said, for this whole run: whom another run has reached is called again. */
  callReachedAgain(session: Session, now: number): Promise<void>;
  /** What they were skipped for no longer holds: they wait as if they had just joined. */
  takeBack(session: Session, seqs: readonly number[], now: number): Promise<void>;
}

/** The lists of people whom a campaign never calls. */
export interface SuppressPort {
  /** The lists that the run was last held against. */
  suppressFiles(runId: string): Promise<readonly SuppressFile[]>;
  /** Forgets who was on the lists of an earlier session. */
  beginSuppress(session: Session, files: readonly SuppressFile[]): Promise<void>;
  /** Marks the people of the run with these numbers, and ends those who wait; returns how many it marked. */
  suppress(
    session: Session,
    numbers: readonly string[],
    by: { readonly file: string; readonly now: number },
  ): Promise<number>;
  /** Skips everybody who waits and whose other number may not be called; whom nothing bars any more waits again. */
  barByOthers(session: Session, now: number): Promise<void>;
  /** Those of a campaign's list; `beginSuppress` forgets them. */
  suppressTails(
    session: Session,
    tails: readonly { readonly tail: string; readonly row: number }[],
    file: string,
  ): Promise<void>;
  /** The countries of the run's people, in which numbers of its lists may be. */
  regions(runId: string): Promise<readonly string[]>;
}
