import { isPhoneHeader } from '../../../domain/contact/columns/list-columns.ts';
import type { FileRow } from '../../../domain/contact/problem.ts';
import { noSuchSheet, severalSheets } from './refusal.ts';
import { Workbook, type Sheet } from './workbook.ts';

/** What is known of a sheet once it has been read to its end. */
interface SheetFacts {
  readonly sheet: Sheet;
  /** Whether the sheet was found without being named. */
  readonly obvious: boolean;
  /** Up to the last column in which anything stands. */
  readonly width: number;
  /** What its reader should know. */
  readonly notes: readonly string[];
}

/** `named`: the name or the number of a sheet. `contacts`: the header tells which sheet is the list. */
export interface SheetChoice {
  readonly named: string | null;
  readonly contacts: boolean;
  /** Sees the rows while the sheet is read to its end. */
  readonly onSheetRow?: ((row: FileRow) => void) | undefined;
}

/** Chooses a sheet and reads it to its end: what is wrong with it shows before anything is made of it. */
export async function inspectSheet(path: string, choice: SheetChoice): Promise<SheetFacts> {
  const book = await Workbook.open(path);
  try {
    const { sheet, obvious, others, hiddenSheets } = await choose(path, book, choice);
    let width = 0;
    let hidden = 0;
    let uncalculated = 0;
    for await (const row of book.rows(sheet)) {
      width = Math.max(width, row.cells.length);
      if (row.hidden) hidden += 1;
      uncalculated += row.uncalculated;
      choice.onSheetRow?.({ line: row.row, cells: row.cells });
    }
    const notes = [
      others.length === 0 ? null : otherSheets(path, sheet, others),
      hiddenSheets.length === 0 ? null : unreadSheets(path, hiddenSheets),
      hidden === 0 ? null : hiddenRows(path, hidden),
      uncalculated === 0 ? null : uncalculatedCells(path, uncalculated),
    ];
    return { sheet, obvious, width, notes: notes.filter((note) => note !== null) };
  } finally {
    book.close();
  }
}

/** The rows of a sheet, each with a cell for every column. */
export async function* sheetRecords(path: string, facts: SheetFacts): AsyncGenerator<FileRow> {
  const book = await Workbook.open(path);
  try {
    for await (const { row, cells } of book.rows(facts.sheet)) {
      while (cells.length < facts.width) cells.push('');
      yield { line: row, cells };
    }
  } finally {
    book.close();
  }
}

interface Chosen {
  readonly sheet: Sheet;
  readonly obvious: boolean;
  /** The sheets that were not taken, where it could have been one of them. */
  readonly others: readonly Sheet[];
  /** Sheets that nobody sees, that were passed over, and that could be meant. */
  readonly hiddenSheets: readonly Sheet[];
}

async function choose(path: string, book: Workbook, choice: SheetChoice): Promise<Chosen> {
  const obvious = await obviousSheet(path, book, choice);
  if (choice.named === null) {
    if (obvious instanceof Error) throw obvious;
    const hiddenSheets = await meantThoughHidden(book, obvious.sheet, choice);
    return { ...obvious, hiddenSheets, obvious: true };
  }
  const sheet = sheetNamed(choice.named, book.sheets);
  const names = book.sheets.map(({ name }) => name);
  if (sheet === null) throw noSuchSheet(path, choice.named, names);
  const same = !(obvious instanceof Error) && obvious.sheet === sheet;
  return { sheet, obvious: same, others: [], hiddenSheets: [] };
}

function sheetNamed(named: string, sheets: readonly Sheet[]): Sheet | null {
  const wanted = named.trim().toLowerCase();
  const exact = sheets.find(({ name }) => name === named);
  const alike = exact ?? sheets.find(({ name }) => name.trim().toLowerCase() === wanted);
  const nth = /^\d+$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined;
  return alike ?? nth ?? null;
}

/**
 * The only sheet in which anything stands; of several, the only one whose header has a phone number, where people
 * are looked for. Otherwise somebody has to say it: the wrong list would be called, or the wrong people spared.
 */
async function obviousSheet(
  path: string,
  book: Workbook,
  { contacts }: SheetChoice,
): Promise<Pick<Chosen, 'sheet' | 'others'> | Error> {
  const filled: { sheet: Sheet; header: readonly string[] }[] = [];
  for (const sheet of book.sheets) {
    if (sheet.hidden) continue;
    const first = await book.firstRow(sheet);
    if (first !== null) filled.push({ sheet, header: first.cells });
  }
  const [only] = filled;
  // A workbook without a word is an empty list: its reader says what is missing.
  const empty = book.sheets[0];
  if (only === undefined && empty !== undefined) return { sheet: empty, others: [] };
  if (only !== undefined && filled.length === 1) return { sheet: only.sheet, others: [] };
  const lists = filled.filter(({ header }) => header.some(isPhoneHeader));
  const [list] = lists;
  if (contacts && list !== undefined && lists.length === 1) {
    const others = filled.flatMap(({ sheet }) => (sheet === list.sheet ? [] : [sheet]));
    return { sheet: list.sheet, others };
  }
  return severalSheets(
    path,
    filled.map(({ sheet }) => sheet.name),
  );
}

/** Of a list that spares people, any hidden sheet with something in it; of one of people, those with a phone column. */
async function meantThoughHidden(
  book: Workbook,
  chosen: Sheet,
  { contacts }: SheetChoice,
): Promise<Sheet[]> {
  const meant: Sheet[] = [];
  for (const sheet of book.sheets) {
    if (!sheet.hidden || sheet === chosen) continue;
    const first = await book.firstRow(sheet);
    if (first === null) continue;
    if (!contacts || first.cells.some(isPhoneHeader)) meant.push(sheet);
  }
  return meant;
}

const unreadSheets = (path: string, sheets: readonly Sheet[]): string =>
  `"${path}": not read, because hidden: ${sheets.map(({ name }) => `"${name}"`).join(', ')}. To read such a sheet, name it behind the file: "${path}#${sheets[0]?.name ?? ''}".`;

const otherSheets = (path: string, { name }: Sheet, others: readonly Sheet[]): string =>
  `"${path}": the sheet "${name}" is read, the only one with a phone column. Not read: ${others.map((one) => `"${one.name}"`).join(', ')}.`;

const hiddenRows = (path: string, count: number): string =>
  `"${path}": ${count} hidden or filtered ${count === 1 ? 'row is' : 'rows are'} read like the others. Delete ${count === 1 ? 'it' : 'them'} to leave ${count === 1 ? 'it' : 'them'} out.`;

const uncalculatedCells = (path: string, count: number): string =>
  `"${path}": ${count} ${count === 1 ? 'formula has' : 'formulas have'} no stored result and ${count === 1 ? 'reads' : 'read'} as #CALC!. Open it in your spreadsheet program and save it.`;
