import { isPhoneHeader } from '../../../domain/contact/columns/list-columns.ts';
import type { FileRow } from '../../../domain/contact/problem.ts';
import { ContactFileError } from '../contacts/contact-error.ts';

/** So many records may stand above a header: a title, a date, a filter. */
const MOST_TITLES = 10;
const FEWEST_COLUMNS = 2;

const filled = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== '').length;

/** The delimiter was guessed from the title, so the header may be in one piece. */
const pieces = ({ cells }: FileRow): readonly string[] =>
  filled(cells) > 1 ? cells : (cells[0] ?? '').split(/[,;\t|]/);

const isHeader = (row: FileRow): boolean => {
  const names = pieces(row).map((name) => name.trim().replace(/^"|"$/g, ''));
  return (
    filled(names) >= FEWEST_COLUMNS &&
    names.some(isPhoneHeader) &&
    !names.some((n) => /\d{5}/.test(n))
  );
};

/** A report has a title above its header, and as a header the title would name a single column. */
export function refuseTitles(path: string, first: readonly FileRow[]): void {
  const [title] = first;
  if (title === undefined || isHeader(title)) return;
  const header = first.slice(1, MOST_TITLES + 1).find(isHeader);
  if (header === undefined || filled(title.cells) >= filled(pieces(header))) return;
  throw new ContactFileError('title', {
    message: `"${path}" has lines above its header: the names of the columns are in row ${header.line}.`,
    hint: `Delete the rows above row ${header.line}, so that the header is the first line.`,
  });
}
