import type { Session } from '../session.ts';
import type { RunMemory } from './restored.ts';

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

/** Which ledger it is. */
export interface LedgerIdentity {
  readonly path: string;
  readonly mode: Mode;
}

export interface RunsPort {
  findRun(id: string): Promise<Run | null>;
  runs(): Promise<readonly Run[]>;
  createRun(run: NewRun): Promise<Run>;
  /** Latest moment this ledger has recorded for a run; where a rehearsal's clock goes on. */
  lastMoment(runId: string): Promise<number>;
  /** Stores a version of the campaign file; the same text again is the same version. */
  saveDefinition(
    session: Session,
    text: string,
    now: number,
  ): Promise<{ version: number; isNew: boolean }>;
  definition(runId: string): Promise<{ version: number; text: string } | null>;
}

export interface SessionsPort {
  /**
   * `memory`: what the run's lock knows; the new epoch is later than its. When the ledger knows only earlier ones, or
   * not the newest order, it is an older copy, and when the lock knows no session (0) though there are orders it may
   * be one: the run is marked as restored.
   */
  beginSession(runId: string, now: number, memory?: RunMemory | null): Promise<Session>;
  endSession(session: Session, how: { now: number; how: string; finished: boolean }): Promise<void>;
}

export interface UpkeepPort {
  /**
   * Brings what was written into the ledger's own file, so that nothing of it is lost with the log. False: some of it
   * is still in the log alone, because another command reads an older state.
   */
  intoOwnFile(): boolean;
  close(): void;
}

/** Another session has begun: this one may no longer change anything (fence by epoch). */
export class LostSession extends Error {
  override readonly name = 'LostSession';
}
