import type { FileHandle } from 'node:fs/promises';
import { compoundKind, isCompound, PROTECTED } from './compound-file.ts';
import { ContactFileError, saveAsCsv } from './contact-error.ts';
import type { CsvFaultReport } from '../text/csv.ts';
import iconv from 'iconv-lite';
import { byteOrderMark, type EncodingVerdict } from '../text/text-encoding.ts';
import type { FileRow } from '../../../domain/contact/problem.ts';
import { maskCell } from '../../../domain/text/privacy.ts';
import { MAX_RECORD_BYTES } from '../text/csv.ts';

export const MAX_COLUMNS = 10_000;

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF document' },
  { bytes: [0x1f, 0x8b], what: 'a compressed file' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], what: 'a database' },
];

/** Refuses what is known not to be text by its first bytes. A workbook has been recognised before. */
export async function refuseBinary(
  path: string,
  head: Uint8Array,
  handle: FileHandle,
): Promise<void> {
  const known = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  const what =
    known?.what ?? (isCompound(head) ? await compoundKind(handle) : null) ?? otherText(head);
  if (what === null) return;
  const message = `"${path}" is ${what}, not a CSV file or an Excel workbook (.xlsx).`;
  const hint = what === PROTECTED ? 'Save it without a password.' : saveAsCsv();
  throw new ContactFileError('binary', { message, hint });
}

const TEXTS: readonly { readonly begins: RegExp; readonly what: string }[] = [
  { begins: /^\s*(?:\[\s*(?:[[{\]]|$)|\{\s*(?:"|\}|$))/, what: 'JSON' },
  {
    begins: /^\s*<\?mso-application|<(?:ss:)?Workbook\b/i,
    what: 'a workbook of Excel 2003 as XML',
  },
  { begins: /^\s*(?:<!doctype html|<html|<table|<head|<meta)\b/i, what: 'a web page' },
  { begins: /^\s*<\?xml/i, what: 'XML' },
  { begins: /^\s*BEGIN:VCARD/i, what: 'a file of address cards (vCard)' },
  { begins: /^\{\\rtf/, what: 'a text document (RTF)' },
];

const HEAD_CHARACTERS = 2_000;

/** Text, though no table: what is wrong with it is not its quotes. */
function otherText(head: Uint8Array): string | null {
  const encoding = byteOrderMark(head)?.encoding ?? 'latin1';
  const text = iconv.decode(Buffer.from(head.subarray(0, 2 * HEAD_CHARACTERS)), encoding);
  const plain = text.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, '').slice(0, HEAD_CHARACTERS);
  return TEXTS.find(({ begins }) => begins.test(plain))?.what ?? null;
}

export function unknownEncoding(path: string, name: string): ContactFileError {
  return new ContactFileError('encoding', {
    message: `"${path}" is to be read as "${name}", and there is no encoding of that name.`,
    hint: 'Write one such as utf-8, windows-1252, windows-1251, shift_jis, gbk, big5, euc-kr or macintosh.',
  });
}

/** What a verdict means that is no text. */
export function encodingFailure(path: string, verdict: EncodingVerdict): ContactFileError {
  switch (verdict.kind) {
    case 'text':
    case 'mixed':
      throw new Error(`${path} is text and was not read`);
    case 'nul':
      return new ContactFileError('binary', {
        message: `"${path}" holds a NUL character on line ${verdict.line}: it is not text, or UTF-16 without its mark.`,
        hint: saveAsCsv(),
      });
    case 'cut':
      return new ContactFileError('encoding', {
        message: `"${path}" ends in the middle of a character: a part of it is missing.`,
        hint: 'Save or copy it again, completely.',
      });
    case 'unknown':
      return new ContactFileError('encoding', {
        message: `"${path}" is neither UTF-8, UTF-16 with its mark nor Windows-1252 (line ${verdict.line}).`,
        hint: `${saveAsCsv()} Or name its encoding: --encoding, or encoding: in the campaign file.`,
      });
  }
}

export function csvFailure(path: string, fault: CsvFaultReport): ContactFileError {
  const where = `"${path}", in the row that begins on line ${fault.line}`;
  const inCell = `${where}, cell ${fault.column}`;
  switch (fault.fault) {
    case 'quote_inside':
      return new ContactFileError('quoting', {
        message: `${inCell}: a quote stands inside a cell that does not begin with one.`,
        hint: 'Put the whole cell in quotes and double the quote inside it: "5"" pipe". No space before the first quote.',
      });
    case 'text_after_quote':
      return new ContactFileError('quoting', {
        message: `${inCell}: text follows the closing quote.`,
        hint: 'Double a quote that belongs to the text ("" for "), or remove what follows the last quote.',
      });
    case 'quote_open':
      return new ContactFileError('quoting', {
        message: `${where}: a quote is opened and never closed.`,
        hint: 'Close it at the end of its cell, or double it if it belongs to the text.',
      });
    case 'record_too_long':
      return new ContactFileError('record_too_long', {
        message: `${where}: it is longer than ${MAX_RECORD_BYTES / 1024 / 1024} MiB. Most likely a quote is opened there and never closed.`,
        hint: 'Close the quote at the end of its cell, or shorten the row.',
      });
  }
}

/** The header of a file, given its first two records. Cells keep their spelling; only a mark goes. */
export function readHeaders(path: string, first: readonly FileRow[]): string[] {
  const [header, row] = first;
  if (header === undefined)
    throw new ContactFileError('empty', {
      message: `"${path}" has only blank lines.`,
      hint: 'It needs a header line and one line for each person.',
    });
  if (row === undefined)
    throw new ContactFileError('no_rows', {
      message: `"${path}" has a header and no rows.`,
      hint: 'Add one line for each person under the header.',
    });
  if (header.cells.length > MAX_COLUMNS)
    throw new ContactFileError('too_many_columns', {
      message: `"${path}" has ${header.cells.length} columns; at most ${MAX_COLUMNS} are read.`,
      hint: 'Delete the columns that are not needed for the calls.',
    });
  refuseDuplicates(path, header.cells);
  return header.cells;
}

function refuseDuplicates(path: string, headers: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    const name = header.trim();
    const before = seen.get(name);
    if (before !== undefined && name !== '')
      throw new ContactFileError('duplicate_headers', {
        message: `"${path}": columns ${columnLetters(before)} and ${columnLetters(index)} are both called "${maskCell(name)}".`,
        hint: 'Rename one of them, or delete it.',
      });
    seen.set(name, index);
  }
}

/** The name that a spreadsheet gives to a column: A … Z, AA, AB … */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}
