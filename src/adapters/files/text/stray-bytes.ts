import { Transform } from 'node:stream';
import iconv from 'iconv-lite';
import type { FileRow } from '../../../domain/contact/problem.ts';

/** Where the bytes 0x80 to 0xff that are no UTF-8 wait for their row: characters that no file has. */
const FIRST_MARK = 0x10_fe00;
const MARKS = /[\u{10fe80}-\u{10feff}]/gu;

/** How long the sequence is that the byte begins; 0: it begins none. */
function lengthOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isSequence(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const isContinued = (bytes: Uint8Array): boolean =>
  bytes.subarray(1).every((byte) => byte >= 0x80 && byte <= 0xbf);

const markOf = (byte: number): Uint8Array =>
  new TextEncoder().encode(String.fromCodePoint(FIRST_MARK + byte));

/** The bytes with a mark for each that is no part of a character, and the beginning of one at the end. */
function marked(bytes: Uint8Array, isLast: boolean): { done: Uint8Array[]; held: Uint8Array } {
  const done: Uint8Array[] = [];
  let good = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = lengthOf(bytes[at] ?? 0);
    const piece = bytes.subarray(at, at + length);
    if (piece.length < length && !isLast && isContinued(piece)) break;
    if (length === 1 || (length > 0 && piece.length === length && isSequence(piece))) {
      at += length;
      continue;
    }
    done.push(bytes.subarray(good, at), markOf(bytes[at] ?? 0));
    at += 1;
    good = at;
  }
  done.push(bytes.subarray(good, at));
  return { done, held: bytes.slice(at) };
}

/** UTF-8 with a mark in the place of each byte that does not belong in it. */
export function strayMarker(): Transform {
  let held = new Uint8Array();
  const next = (chunk: Uint8Array, isLast: boolean): Buffer => {
    const read = marked(Buffer.concat([held, chunk]) as Uint8Array, isLast);
    held = new Uint8Array(read.held);
    return Buffer.concat(read.done);
  };
  return new Transform({
    transform: (chunk: Uint8Array, _, done) => {
      done(null, next(chunk, false));
    },
    flush: (done) => {
      done(null, next(new Uint8Array(), true));
    },
  });
}

/** The row with its marks as the letters that Windows-1252 has for these bytes; it knows where they stand. */
export function withoutMarks(row: FileRow): FileRow {
  const stray = row.cells.findIndex((cell) => cell.search(MARKS) !== -1);
  if (stray === -1) return row;
  const letter = (mark: string): string =>
    iconv.decode(Buffer.from([(mark.codePointAt(0) ?? 0) - FIRST_MARK]), 'windows-1252');
  return { ...row, cells: row.cells.map((cell) => cell.replace(MARKS, letter)), stray };
}
