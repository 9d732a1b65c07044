import { joinedNumbers } from '../../phone/number/cell.ts';
import { readNumber, type NumberRules } from '../../phone/number/number.ts';
import type { ColumnMap } from './column-map.ts';
import { isPhoneHeader } from './list-columns.ts';
import { isNotTheirs, plainPhoneText } from './phone-words.ts';

type PhoneColumns = Pick<ColumnMap, 'phone' | 'otherPhones'>;

/** Every column that may have the number of a person, in the order of choice. */
export const phoneColumns = ({ phone, otherPhones }: PhoneColumns): readonly number[] => [
  phone,
  ...otherPhones,
];

const HAS_DIGIT = /\p{Nd}/u;

/**
 * The column whose number is called: the first one in the order of choice that is filled. Words without a digit, such
 * as `n/a`, fill nothing. Digits that cannot be read do: a guess would call a phone that somebody put second.
 */
export function phoneAt(cells: readonly string[], columns: PhoneColumns): number {
  const all = phoneColumns(columns);
  const filled = all.find((index) => HAS_DIGIT.test(cells[index] ?? ''));
  return filled ?? all.find((index) => (cells[index] ?? '').trim() !== '') ?? columns.phone;
}

/** The number of a cell that is called: of several that a program joined the first. */
export const firstNumber = (cell: string): string => joinedNumbers(cell)[0] ?? cell;

/** The other numbers in the phone columns of the row: anyone who may not be called there is not called here. */
export function otherNumbers(
  cells: readonly string[],
  columns: PhoneColumns,
  on: { readonly e164: string; readonly rules: NumberRules },
): readonly string[] {
  const written = phoneColumns(columns).flatMap((index) => joinedNumbers(cells[index] ?? ''));
  const numbers = written.flatMap((one) => {
    const reading = readNumber(one, on.rules);
    return reading.kind === 'ok' && reading.e164 !== on.e164 ? [reading.e164] : [];
  });
  return [...new Set(numbers)];
}

/** A column that somebody might call the person by: its header names a phone, and nobody else. */
export const isOwnPhone = (header: string): boolean =>
  isPhoneHeader(header) && !isNotTheirs(plainPhoneText(header));

/**
 * Headers that say phone in words of their own: `Téléphone portable`, `Phone (Home)`. With `withNumbers` known, a column
 * without numbers is none.
 */
export const ownPhones = (
  headers: readonly string[],
  withNumbers: readonly number[] | null,
  isFree: (index: number) => boolean,
): { header: string; index: number; rank: number }[] =>
  headers.flatMap((header, index) => {
    const isEmpty = withNumbers !== null && !withNumbers.includes(index);
    return isOwnPhone(header) && !isEmpty && isFree(index) ? [{ header, index, rank: 0 }] : [];
  });

/** Another column of the row that holds digits and is called after a phone; null: there is none. */
export function phoneBeside(
  cells: readonly string[],
  columns: PhoneColumns & Pick<ColumnMap, 'headers'>,
): string | null {
  const known = phoneColumns(columns);
  const found = columns.headers.find(
    (header, index) =>
      !known.includes(index) && isOwnPhone(header) && HAS_DIGIT.test(cells[index] ?? ''),
  );
  return found ?? null;
}
