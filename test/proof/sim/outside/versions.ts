import type { NewContact } from '../../../../src/domain/contact/contact.ts';

/** A row of a contact file, as the reading of it leaves it. */
export interface FileRow {
  /** Null: its number cannot be read, or it is on a row above already. */
  readonly contact: NewContact | null;
  /** Who says in this row that they do not want to be called. */
  readonly refuses: string | null;
}

/** What the contact file of a run says from the beginning of a chapter on. */
export interface FileVersion {
  readonly from: number;
  readonly rows: readonly FileRow[];
}

/** Whom a list means: whole numbers, and those of whom it has the last seven digits alone. */
export interface Listed {
  readonly numbers: readonly string[];
  readonly tailsOf: readonly string[];
}

/** What the lists of a run say from the beginning of a chapter on. */
export interface ListsVersion {
  readonly from: number;
  /** The suppress file that its campaign names. */
  readonly suppressed: Listed;
  /** What somebody imports into the do-not-call list just before. */
  readonly imported: Listed;
}

/** A provider that says what became of a call later than that it is over. */
export interface Lateness {
  readonly rate: number;
  /** At most so long after the end. */
  readonly seconds: number;
}
