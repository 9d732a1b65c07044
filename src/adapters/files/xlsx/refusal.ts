import { ContactFileError, saveAsCsv } from '../contacts/contact-error.ts';

const MIB = 1024 * 1024;
const SAVE_AGAIN = 'Open it in your spreadsheet program and save it again as .xlsx or "CSV UTF-8".';

/** What is wrong with a workbook, in words for the operator; the words of a parser are not. */
export class WorkbookFault extends Error {}

export function damaged(path: string, cause: unknown): ContactFileError {
  const why = cause instanceof WorkbookFault ? `: ${cause.message}` : ' and cannot be read';
  const message = `"${path}" is a damaged or incomplete workbook${why}.`;
  return new ContactFileError('damaged', { message, hint: SAVE_AGAIN }, cause);
}

export function tooLarge(path: string, bytes: number, limit: number): ContactFileError {
  const message = `"${path}" unpacks to ${Math.ceil(bytes / MIB)} MiB in one of its parts; at most ${limit / MIB} MiB are read.`;
  const hint =
    'Delete what is not needed for the calls, split the list, or save it as "CSV UTF-8".';
  return new ContactFileError('too_large', { message, hint });
}

/** A ZIP archive that is no workbook of Excel. */
export function noWorkbook(path: string, what: string): ContactFileError {
  const message = `"${path}" is ${what}, not a CSV file or an Excel workbook (.xlsx).`;
  return new ContactFileError('binary', { message, hint: saveAsCsv() });
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

export function noSuchSheet(
  path: string,
  wanted: string,
  names: readonly string[],
): ContactFileError {
  const message = `"${path}" has no sheet "${wanted}". It has: ${quoted(names)}.`;
  return new ContactFileError('sheet', { message, hint: 'Name one of them, or give its number.' });
}

/** `fix`: how the caller's user names a sheet. */
export function severalSheets(path: string, names: readonly string[]): ContactFileError {
  const message = `"${path}" has ${names.length} sheets with something in them, and it is not clear which one is meant: ${quoted(names)}.`;
  const hint = `Name the sheet with --sheet ${JSON.stringify(names[0] ?? '')}, or behind the file name: ${path}#${names[0] ?? ''}`;
  return new ContactFileError('sheet', { message, hint });
}
