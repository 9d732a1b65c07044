import type { ResultLine } from '../domain/results/table.ts';

export const RESULTS_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type ResultsFormat = (typeof RESULTS_FORMATS)[number];

/** What has to be known before the first line is written. JSONL has no headers: the list is empty then. */
export interface ResultsShape {
  readonly headers: readonly string[];
  /** For CSV: the one that the first contact file has. */
  readonly delimiter: string;
  /** For XLSX. */
  readonly sheetName: string;
}

/** Takes the results line by line. A promise of `write` that waits is the only brake: await each. */
export interface ResultsWriter {
  write(line: ResultLine): Promise<void>;
  /** Completes the file; only from here on it exists under its name. */
  close(): Promise<void>;
  /** Leaves nothing behind. May be called after a failure of any of the others, and twice. */
  abandon(): Promise<void>;
}
