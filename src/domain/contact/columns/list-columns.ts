import type { FileRow } from '../problem.ts';
import { rankFor } from './aliases.ts';
import { plainHeader } from './header-name.ts';
import { isNoNumberHeader } from '../row/list-other-cells.ts';
import { hasPhoneWord, plainPhoneText } from './phone-words.ts';
import { readListed, type ListReading } from '../../phone/number/listed-number.ts';

/** Which cells of a list of people not to be called hold numbers. */
export interface ListColumns {
  /** Whether the first row is a header. */
  readonly header: boolean;
  readonly phones: readonly number[];
  /** Ids, dates, amounts and postal codes, by their headers. */
  readonly noNumbers: readonly number[];
  /** Of each row its own country. */
  readonly country: number | null;
}

/** Words of a header by which a column says something about a number instead of holding one. */
const ABOUT = new Set([
  ...[
    'type',
    'typ',
    'tipo',
    'status',
    'opt',
    'optin',
    'optout',
    'consent',
    'date',
    'source',
    'ext',
  ],
  ...['extension', 'country', 'code', 'carrier', 'provider', 'valid', 'verified', 'time', 'zone'],
  ...['label', 'note', 'notes', 'owner', 'preference', 'preferred', 'email', 'fax', 'model', 'os'],
  ...['region', 'score', 'count', 'flag', 'id', 'allowed', 'not', 'call', 'calls', 'marketing'],
]);

/** `Phone 2`, `Mobile Phone`, `Tel. privat`, `联系电话`: every column whose header names a phone counts. */
export function isPhoneHeader(header: string): boolean {
  const name = plainHeader(header).normalize('NFKC');
  if (rankFor('phone', name.replace(/[\s_-]*\d{1,2}$/, '')) !== null) return true;
  const text = plainPhoneText(name);
  return !text.split(' ').some((word) => ABOUT.has(word)) && hasPhoneWord(text);
}

/** From the first row that is not blank; null: nobody can say which column holds the numbers. */
export function listColumns({ cells }: FileRow, on: ListReading): ListColumns | null {
  const kinds = cells.map((cell) => readListed(cell, on).kind);
  const numbers = allOf(kinds, (kind) => kind === 'numbers');
  if (numbers.length > 0) return { header: false, phones: numbers, noNumbers: [], country: null };
  const named = allOf(cells, isPhoneHeader);
  if (named.length > 0) {
    const country = cells.findIndex((cell) => rankFor('country', cell) !== null);
    return {
      header: true,
      phones: named,
      noNumbers: allOf(cells, isNoNumberHeader),
      country: country === -1 ? null : country,
    };
  }
  const tails = allOf(kinds, (kind) => kind === 'tails');
  if (tails.length > 0) return { header: false, phones: tails, noNumbers: [], country: null };
  // A single column can only be the numbers; a first row without any digit is what they are called.
  if (cells.length !== 1) return null;
  return { header: !/\d/.test(cells[0] ?? ''), phones: [0], noNumbers: [], country: null };
}

function allOf<T>(values: readonly T[], is: (value: T) => boolean): number[] {
  return values.flatMap((value, index) => (is(value) ? [index] : []));
}
