import type { EmptyCells } from '../domain/contact/cells/empty-cells.ts';
import type { FileRow, RowProblem } from '../domain/contact/problem.ts';

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
  /** Columns whose first cells hold phone numbers; null: nobody has looked. */
  readonly withNumbers?: readonly number[];
  /** In which somebody said that it is encoded; null: nobody did. */
  readonly namedEncoding?: string | null;
  /** What is odd about its text, such as an encoding that was assumed. */
  readonly odd?: readonly RowProblem[];
  /** Cells such as NULL, by column; none: nobody has looked. */
  readonly emptyCells?: ReadonlyMap<number, EmptyCells>;
  rows(): AsyncIterable<FileRow>;
}
