import type { FileRow } from '../domain/contact/problem.ts';

/** A contact file, opened: its facts, and its rows from the start each time they are asked for. */
export interface ContactSource {
  readonly path: string;
  readonly name: string;
  /** Of the bytes: the same content under another name is the same file. */
  readonly hash: string;
  readonly delimiter: string;
  readonly headers: readonly string[];
  /** What the user who named the file should know of it, such as that hidden rows are read. */
  readonly notes: readonly string[];
  rows(): AsyncIterable<FileRow>;
}
