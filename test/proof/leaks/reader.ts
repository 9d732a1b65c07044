import { inScript, ZEROS } from '../bad-input/trial/digits.ts';
import { KEY, PHONES } from './spellings.ts';

/**
 * Whoever has an output in their hands and wants the key or a number out of it: reads the bytes in three ways, takes
 * every escape off, and looks. It shares nothing with the program.
 */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  ndash: '-',
  sol: '/',
  lowbar: '_',
};
const DIGITS = new Map(
  ZEROS.flatMap((zero) =>
    [...'0123456789'].map((digit) => [inScript(digit, zero), digit] as const),
  ),
);

function decodedOnce(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, (found) =>
      Buffer.from(found.replaceAll('%', ''), 'hex').toString(),
    )
    .replace(
      /\\+u\{?([0-9a-f]+)\}?/gi,
      (_, hex: string) => String.fromCodePoint(Number.parseInt(hex.slice(0, 4), 16)) + hex.slice(4),
    )
    .replace(/\\+x([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => point(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/g, (_, number: string) => point(Number(number)))
    .replace(/&(\w+);/g, (found, name: string) => NAMED[name] ?? found)
    .replace(/\\+[nrt]/g, ' ')
    .replace(/<\/?\w[^<>]*>/g, '')
    .replace(/\u001b\[[\d;]*m/g, '');
}

const point = (value: number): string => (value <= 0x10ffff ? String.fromCodePoint(value) : '');

/** Every stage of taking the escapes off. */
function* decoded(text: string): Generator<string> {
  let now = text;
  for (let round = 0; round < 5; round++) {
    yield now;
    const next = decodedOnce(now);
    if (next === now) return;
    now = next;
  }
}

const bare = (text: string): string => text.replace(/[\p{Cf}\p{Cc}\\]/gu, '').normalize('NFKC');

/** So much of the key in one piece is a leak; its last four characters are shown on purpose. */
const PIECE = 12;
const PIECES = Array.from({ length: KEY.length - PIECE + 1 }, (_, at) =>
  KEY.slice(at, at + PIECE).toLowerCase(),
);

const hasPiece = (text: string): boolean => {
  const small = text.toLowerCase();
  return PIECES.some((piece) => small.includes(piece));
};

/** What a run of such letters says, begun at each of its first four. */
function* unpacked(text: string): Generator<string> {
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{16,}/g)) {
    for (let from = 0; from < 4; from++)
      yield Buffer.from(run.slice(from), 'base64').toString('latin1');
    for (const [pairs] of run.matchAll(/(?:[0-9a-f]{2}){12,}/gi))
      yield Buffer.from(pairs, 'hex').toString('latin1');
  }
}

export function showsKey(text: string): boolean {
  for (const stage of decoded(text)) {
    const plain = bare(
      stage
        .replace(/=\r?\n/g, '')
        .replaceAll('=2B', '+')
        .replaceAll('=2F', '/'),
    );
    const together = plain.replace(/\s/g, '');
    if (hasPiece(plain) || hasPiece(together)) return true;
    for (const found of unpacked(together)) if (hasPiece(found)) return true;
    for (const found of unpacked(plain)) if (hasPiece(found)) return true;
  }
  return false;
}

const TAILS = PHONES.map(({ e164 }) => e164.slice(-7));

const inMail = (text: string): string => text.replace(/=\r?\n/g, '').replace(/=2[0BF]/g, ' ');

export function showsNumber(text: string): boolean {
  for (const stage of decoded(text)) {
    for (const one of [stage, inMail(stage)]) if (hasTail(one)) return true;
  }
  return false;
}

function hasTail(text: string): boolean {
  const ascii = [...bare(text)].map((char) => DIGITS.get(char) ?? char).join('');
  for (const [run] of ascii.matchAll(/\d(?:[^\p{L}\p{Nd}]{0,5}\d)*/gu)) {
    const digits = run.replace(/\D/g, '');
    if (TAILS.some((tail) => digits.includes(tail))) return true;
  }
  return false;
}

/** A file as each program may read it. */
export const readings = (bytes: Buffer): string[] =>
  (['utf8', 'latin1', 'utf16le'] as const).map((encoding) => bytes.toString(encoding));
