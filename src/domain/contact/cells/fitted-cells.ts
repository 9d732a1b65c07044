import type { ColumnMap } from '../columns/column-map.ts';
import { phoneColumns } from '../columns/phone-columns.ts';
import type { FileRow } from '../problem.ts';
import type { Finding } from '../row/row-cells.ts';

/** The cells of a row, one under each header. `found`: what was done to make them so. */
interface Fitted {
  readonly cells: readonly string[];
  readonly found: Finding | null;
}

const HAS_DIGIT = /\p{Nd}/u;

/** Null: nobody can say which cell stands under which header. */
export function fitted(
  { cells, broken }: Pick<FileRow, 'cells' | 'broken'>,
  columns: ColumnMap,
): Fitted | null {
  const width = columns.headers.length;
  if (cells.length === width) return { cells, found: null };
  if (cells.length > width) return withoutSurplus(cells, width);
  if (broken === true || !mayEndEarly(cells, columns)) return null;
  const missing = columns.headers.slice(cells.length);
  return {
    cells: [...cells, ...missing.map(() => '')],
    found: {
      code: 'cells_filled',
      message: `The row ends before ${missing.length === 1 ? `the column "${missing[0] ?? ''}"` : `its last ${missing.length} columns`}, which ${missing.length === 1 ? 'is' : 'are'} taken as blank.`,
      fix: null,
    },
  };
}

/** Delimiters with nothing between them carry nothing. */
function withoutSurplus(cells: readonly string[], width: number): Fitted | null {
  const surplus = cells.length - width;
  if (cells.slice(width).some((cell) => cell.trim() !== '')) return null;
  return {
    cells: cells.slice(0, width),
    found: {
      code: 'cells_dropped',
      message: `The row has ${surplus} empty ${surplus === 1 ? 'cell' : 'cells'} more than the header, and ${surplus === 1 ? 'it is' : 'they are'} left out.`,
      fix: null,
    },
  };
}

/**
 * Programs leave out blank cells at the end. The number has to stand where the numbers stand, and what may refuse a call
 * or prove a consent is never taken as blank: it may be on the line below.
 */
function mayEndEarly(cells: readonly string[], columns: ColumnMap): boolean {
  const phones = phoneColumns(columns);
  if (!phones.some((index) => HAS_DIGIT.test(cells[index] ?? ''))) return false;
  const last = Math.max(
    ...columns.speaking.map(({ index }) => index),
    ...columns.questions.map(({ index }) => index),
    columns.consentAt ?? -1,
    columns.scheduledAt ?? -1,
    ...phones,
  );
  return last < cells.length;
}

/** Two records that a line break in a cell without quotes made of one: the second has no number. */
export async function* withBreaks(
  rows: AsyncIterable<FileRow>,
  columns: ColumnMap,
): AsyncGenerator<FileRow> {
  const width = columns.headers.length;
  const isRest = ({ cells }: FileRow): boolean =>
    cells.length < width &&
    !phoneColumns(columns).some((index) => HAS_DIGIT.test(cells[index] ?? ''));
  let held: FileRow | null = null;
  for await (const row of rows) {
    if (held !== null) yield isRest(row) ? { ...held, broken: true } : held;
    held = null;
    if (row.cells.length < width) held = row;
    else yield row;
  }
  if (held !== null) yield held;
}
