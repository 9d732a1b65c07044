import type { FileRow } from '../../domain/contact/problem.ts';
import { readHeaders } from './contact-refusal.ts';
import { openTable } from './table.ts';
import type { Delimiter } from './text-delimiter.ts';
import type { TextEncoding } from './text-encoding.ts';

export interface ContactFile {
  /** The file; behind it `#` and the sheet, where a workbook has several that could be meant. */
  readonly path: string;
  readonly headers: string[];
  readonly delimiter: Delimiter;
  readonly encoding: TextEncoding;
  /** SHA-256 of the bytes, and of the sheet where it is named in the path. */
  readonly hash: string;
  /** What the user who named the file should know of it, such as that hidden rows are read. */
  readonly notes: readonly string[];
  /** Every row under the header, from the start each time it is called. */
  rows(): AsyncIterable<FileRow>;
}

/**
 * Opens a list of people, a CSV file or a sheet of a workbook, and reads it once to its end: what is wrong with it
 * as a whole shows before anything is made of it.
 */
export async function openContactFile(named: string): Promise<ContactFile> {
  const { records, sound, ...table } = await openTable(named, true);
  const first: FileRow[] = [];
  for await (const row of records()) {
    if (first.length < 2) first.push(row);
    else if (sound) break;
  }
  const headers = readHeaders(table.path, first);
  return { ...table, headers, rows: () => withoutHeader(records()) };
}

/** Every record of a file, the header among them where there is one: for lists that may do without. */
export async function openRecords(named: string): Promise<AsyncIterable<FileRow>> {
  return (await openTable(named, false)).records();
}

async function* withoutHeader(records: AsyncIterable<FileRow>): AsyncGenerator<FileRow> {
  let header = true;
  for await (const row of records) {
    if (!header) yield row;
    header = false;
  }
}
