/** One record of a table, with its cells as they are in the file. */
export interface FileRow {
  /** The number of its row as a spreadsheet shows it, the header and blank rows counted. */
  readonly line: number;
  readonly cells: string[];
  /** The next record looks like its rest: a line break stands in a cell without quotes. */
  readonly broken?: true;
  /** The cell that has bytes in it which are not of the encoding of the file. */
  readonly stray?: number;
}

/** Why a row cannot be called: where it is, what is there, what is wrong, how to fix it. */
export interface RowProblem {
  readonly line: number;
  /** The header as it stands in the file; empty when the whole row is meant. */
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly message: string;
  readonly fix: string | null;
}

/** What is wrong with the file as a whole. */
export interface FileProblem {
  readonly message: string;
  readonly fix: string;
}
