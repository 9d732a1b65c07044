import { listColumns, type ListColumns } from '../../domain/contact/columns/list-columns.ts';
import { readListRow, type ListRow } from '../../domain/contact/row/list-row.ts';
import type { FileRow } from '../../domain/contact/problem.ts';
import { plainText } from '../../domain/phone/number/cell.ts';
import type { ListReading } from '../../domain/phone/number/listed-number.ts';
import { maskCell } from '../../domain/text/privacy.ts';
import { openRecords } from '../compose/compose.ts';
import { usage } from '../terminal/failure.ts';

const FOREIGN = /[^\p{ASCII}]/u;
const MISREAD =
  '; or, if these are not the headers that you see, save the list as "CSV UTF-8", or name its encoding with --encoding';
/** Cells of a first row that a message lists. */
const SHOWN = 30;

interface HowListed {
  /** Of a CSV file; null: guessed. */
  readonly encoding?: string | null;
  /** Of a CSV file that is not Unicode by its bytes; null: guessed. */
  readonly otherwise?: string | null;
  /** Hears what the user should know of the file, such as that hidden rows count. */
  readonly say?: (note: string) => void;
}

/** The rows of a list of people not to be called: a table whose phone columns have headers, or one number a row. */
export async function* readNumberList(
  path: string,
  on: ListReading,
  { encoding = null, otherwise = null, say }: HowListed = {},
): AsyncGenerator<ListRow> {
  let columns: ListColumns | null = null;
  const { notes, records } = await openRecords(path, { encoding, otherwise });
  for (const note of notes) say?.(note);
  for await (const row of records()) {
    if (columns === null) {
      if (row.cells.every((cell) => plainText(cell) === '')) continue;
      columns = listColumns(row, on) ?? noColumn(path, row);
      if (columns.header) continue;
    }
    const read = readListRow(row, columns, on);
    if (read !== null) yield read;
  }
  if (columns === null)
    throw usage(
      `${path} has nothing in it, so nobody was called`,
      'name the right file, or take it out of the campaign file; a list that means nobody has a header',
    );
}

function noColumn(path: string, { cells }: FileRow): never {
  throw usage(
    `no column of ${path} is known as the phone number: ${cells
      .slice(0, SHOWN)
      .map((cell) => `"${maskCell(cell)}"`)
      .join(', ')}`,
    `name the column "phone", or keep one number a row${FOREIGN.test(cells.join('')) ? MISREAD : ''}`,
  );
}
