import type { FileRow } from '../domain/contact/problem.ts';

/** A contact file of a run as the ledger keeps it. */
export interface StoredFile {
  readonly id: number;
  readonly path: string;
  readonly name: string;
  readonly hash: string;
  readonly delimiter: string;
  readonly headers: readonly string[];
  /** In which somebody said that it is encoded; null: nobody did. */
  readonly namedEncoding: string | null;
  /** Its newest reading. */
  readonly reading: number;
}

export interface StoredFilesPort {
  /** The files of a run whose rows were read another way than this one. */
  filesReadOtherwise(runId: string, readAs: string): Promise<readonly StoredFile[]>;
  /** The rows of one reading as they stood in the file, a page at a time; `after`: the last line of the page before. */
  storedRows(
    file: { readonly id: number; readonly reading: number },
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly FileRow[]>;
}
