import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { FileRow } from '../../../domain/contact/problem.ts';
import { ContactFileError } from './contact-error.ts';
import { refuseBinary } from './contact-refusal.ts';
import { assertUnchanged, eachChunk, readHead, stampOf, withFile } from './opened-file.ts';
import type { Delimiter } from '../text/text-delimiter.ts';
import type { HowRead } from '../text/text-doubts.ts';
import { inspectText, textRecords } from '../text/text-table.ts';
import { inspectSheet, sheetRecords, type SheetChoice } from '../xlsx/sheet-table.ts';

/** A file of rows, a CSV file or a sheet of a workbook, that has been looked at. */
export interface Table {
  /** The file; behind it `#` and the sheet, where that is not the obvious one. */
  readonly path: string;
  /** SHA-256 of the bytes, and of the sheet where it is not the obvious one. */
  readonly hash: string;
  readonly delimiter: Delimiter;
  readonly encoding: string;
  readonly how: HowRead;
  /** Whether the records have been read to their end already, so that none of them is at fault. */
  readonly sound: boolean;
  /** What the user who named the file should know of it. */
  readonly notes: readonly string[];
  /** Every record, from the first each time it is called. */
  records(): AsyncIterable<FileRow>;
}

/** `leads.xlsx#May` names a sheet, unless a file is called so. */
const WITH_SHEET = /^(?<file>.+)#(?<sheet>[^/\\#]+)$/;

function sheetIn(named: string): { path: string; sheet: string | null } {
  const parts = WITH_SHEET.exec(named)?.groups;
  const [path, sheet] = [parts?.['file'], parts?.['sheet']];
  if (path === undefined || sheet === undefined || existsSync(named)) {
    return { path: named, sheet: null };
  }
  return { path, sheet };
}

export interface TableChoice {
  /** It is a list of people, so that of several sheets the one with a phone column is meant. */
  readonly contacts: boolean;
  /** The encoding that the user named for this CSV file; null: it is guessed from the bytes. */
  readonly encoding: string | null;
  /** The encoding to use if the bytes of the CSV file are not Unicode: the user named it for another file. */
  readonly otherwise?: string | null;
  /** Sees the rows of a workbook while it is opened, the header first. */
  readonly onSheetRow?: (row: FileRow) => void;
}

/** Opens a CSV file or a workbook. */
export async function openTable(
  named: string,
  { contacts, encoding, otherwise = null, onSheetRow }: TableChoice,
): Promise<Table> {
  const { path, sheet } = sheetIn(named);
  return await withFile(path, async (handle) => {
    const stamp = await stampOf(path, handle);
    const head = await readHead(handle);
    if (head.length === 0)
      throw new ContactFileError('empty', {
        message: `"${path}" is empty.`,
        hint: 'It needs a header line and one line for each person.',
      });
    if (isZip(head))
      return await workbookTable(path, { handle, stamp }, { named: sheet, contacts, onSheetRow });
    await refuseBinary(path, head, handle);
    if (sheet !== null) throw noSheets(path, sheet);
    const sha = createHash('sha256');
    const opened = { handle, head, named: encoding, otherwise };
    const facts = await inspectText(path, opened, (chunk) => sha.update(chunk));
    // Read by another encoding it is another list.
    if (facts.how === 'named') sha.update(`#${facts.encoding}`);
    return {
      path,
      hash: sha.digest('hex'),
      delimiter: facts.shape.delimiter,
      encoding: facts.encoding,
      how: facts.how,
      sound: false,
      notes: [],
      records: () => textRecords(path, facts, stamp),
    };
  });
}

const isZip = ([first, second, third]: Uint8Array): boolean =>
  first === 0x50 && second === 0x4b && (third === 3 || third === 5);

async function workbookTable(
  path: string,
  file: { readonly handle: FileHandle; readonly stamp: string },
  choice: SheetChoice,
): Promise<Table> {
  const sha = createHash('sha256');
  await eachChunk(file.handle, (chunk) => sha.update(chunk));
  const facts = await inspectSheet(path, choice);
  if (!facts.obvious) sha.update(`#${facts.sheet.name}`);
  return {
    path: facts.obvious ? path : `${path}#${facts.sheet.name}`,
    hash: sha.digest('hex'),
    delimiter: ',',
    encoding: 'utf-8',
    how: 'sure',
    sound: true,
    notes: facts.notes,
    records: async function* () {
      await withFile(path, (handle) => assertUnchanged(path, handle, file.stamp));
      yield* sheetRecords(path, facts);
    },
  };
}

const noSheets = (path: string, sheet: string): ContactFileError =>
  new ContactFileError('sheet', {
    message: `"${path}" is a CSV file and has no sheets, so there is no sheet "${sheet}".`,
    hint: 'Leave the sheet out.',
  });
