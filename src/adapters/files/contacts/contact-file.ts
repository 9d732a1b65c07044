import { EmptyCellCount, type EmptyCells } from '../../../domain/contact/cells/empty-cells.ts';
import type { FileRow } from '../../../domain/contact/problem.ts';
import { columnsWithNumbers } from '../../../domain/contact/cells/first-numbers.ts';
import type { RowProblem } from '../../../domain/contact/problem.ts';
import { readHeaders } from './contact-refusal.ts';
import { refuseTitles } from '../text/title-lines.ts';
import { TextDoubts } from '../text/text-doubts.ts';
import { openTable, type Table, type TableChoice } from './table.ts';
import type { Delimiter } from '../text/text-delimiter.ts';

export interface ContactFile {
  /** The file; behind it `#` and the sheet, where a workbook has several that could be meant. */
  readonly path: string;
  readonly headers: string[];
  readonly delimiter: Delimiter;
  readonly encoding: string;
  /** SHA-256 of the bytes, and of the sheet where it is named in the path. */
  readonly hash: string;
  /** What the user who named the file should know of it, such as that hidden rows are read. */
  readonly notes: readonly string[];
  /** Columns whose first cells hold phone numbers. */
  readonly withNumbers: readonly number[];
  /** What is odd about its text: an encoding that was assumed, bytes that do not fit. */
  readonly odd: readonly RowProblem[];
  /** Cells such as NULL, by column. */
  readonly emptyCells: ReadonlyMap<number, EmptyCells>;
  /** Every row under the header, from the start each time it is called. */
  rows(): AsyncIterable<FileRow>;
}

/**
 * Opens a list of people, a CSV file or a sheet of a workbook, and reads it once to its end: what is wrong with it
 * as a whole shows before anything is made of it.
 */
export async function openContactFile(
  named: string,
  encoding: string | null = null,
): Promise<ContactFile> {
  const empty = new EmptyCellCount();
  const { records, sound, how, ...table } = await openTable(named, {
    contacts: true,
    encoding,
    onSheetRow: (row) => {
      empty.add(row);
    },
  });
  const first: FileRow[] = [];
  const doubts = new TextDoubts(how);
  for await (const row of records()) {
    if (first.length < ROWS_LOOKED_AT) first.push(row);
    else if (sound) break;
    doubts.add(row);
    if (!sound) empty.add(row);
  }
  refuseTitles(table.path, first);
  const headers = readHeaders(table.path, first);
  const withNumbers = columnsWithNumbers(first.slice(1).map(({ cells }) => cells));
  const odd = doubts.found(headers);
  const emptyCells = empty.columns;
  return { ...table, headers, withNumbers, odd, emptyCells, rows: () => withoutHeader(records()) };
}

/** The header, and rows enough to see which columns hold numbers. */
const ROWS_LOOKED_AT = 200;

/** Every record of a file, the header among them where there is one: for lists that may do without. */
export async function openRecords(
  named: string,
  read: Partial<Omit<TableChoice, 'contacts'>> = {},
): Promise<Pick<Table, 'records' | 'notes'>> {
  return await openTable(named, { contacts: false, encoding: null, ...read });
}

async function* withoutHeader(records: AsyncIterable<FileRow>): AsyncGenerator<FileRow> {
  let header = true;
  for await (const row of records) {
    if (!header) yield row;
    header = false;
  }
}
