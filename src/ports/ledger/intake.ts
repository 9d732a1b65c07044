import type { NewContact } from '../../domain/contact/contact.ts';
import type { RowProblem } from '../../domain/contact/problem.ts';
import type { RowRefusal } from '../../domain/contact/row/row.ts';
import type { Session } from '../session.ts';

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

/** How a contact file comes into the ledger. */
export interface IntakePort {
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
}

export interface Unlocated {
  readonly seq: number;
  readonly contactId: string;
  readonly e164: string;
  readonly region: string | null;
  readonly numberType: string;
  readonly evidence: string;
  readonly group: string;
}

/** Where people are, found out again under new data. */
export interface LocationPort {
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
}
