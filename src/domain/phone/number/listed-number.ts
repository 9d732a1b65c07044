import { DIGITS_LOST, plainText } from './cell.ts';
import { readNumber, type NumberTables } from './number.ts';
import { tailsIn, withoutExtension } from './number-tails.ts';

/** What a cell says in a list of people who must not be called. */
export type Listed =
  | { readonly kind: 'blank' }
  /**
   * One number, in each country that it may be of: all of them count. `tails`: in another country it may be one without
   * its area code.
   */
  | {
      readonly kind: 'numbers';
      readonly numbers: readonly string[];
      readonly tails: readonly string[];
    }
  /** Not one whole number: everybody whose number ends so may be meant. */
  | { readonly kind: 'tails'; readonly tails: readonly string[] }
  /** `digits`: it has some, so that somebody is meant. */
  | { readonly kind: 'unreadable'; readonly message: string; readonly digits: boolean };

export interface ListReading {
  /** In which a number without a country code may be. */
  readonly countries: readonly string[];
  readonly tables: NumberTables;
}

/** 1.2E+10, with or without words around it. */
const ROUNDED = /\d(?:[.,]\d*)?e[+-]?\d{1,3}\b/i;

/**
 * Full-width digits of Shift-JIS, of GBK and the EUCs, and of Big5, as they look when they are read as Windows-1252. The
 * digits around them would be another number.
 */
const DIGITS_MISREAD = /‚[O-X]|£[°-¹]|¢[¯-¸]/;
const MISREAD = 'Some of its digits are in another encoding than the file is read in.';

const TOO_FEW = 'There are fewer than seven digits in it.';
const NO_DIGIT = 'There is no digit in it.';

/** I14: what cannot be read as one number bars by its last digits; what has not even those is for a person to decide. */
export function readListed(cell: string, on: ListReading): Listed {
  const text = plainText(cell);
  if (text === '') return { kind: 'blank' };
  if (DIGITS_MISREAD.test(text)) return { kind: 'unreadable', message: MISREAD, digits: true };
  if (!ROUNDED.test(text)) {
    const found = wholeNumbers(withoutExtension(text), on);
    if (found.numbers.length > 0)
      return { kind: 'numbers', numbers: found.numbers, tails: found.isLocal ? tailsIn(text) : [] };
    const tails = tailsIn(text);
    if (tails.length > 0) return { kind: 'tails', tails };
  }
  const digits = /\d/.test(text);
  return {
    kind: 'unreadable',
    message: ROUNDED.test(text) ? DIGITS_LOST.message : digits ? TOO_FEW : NO_DIGIT,
    digits,
  };
}

/** No number is longer that is dialled without an area code. */
const LONGEST_LOCAL = 8;

interface Whole {
  readonly numbers: readonly string[];
  /** Whole in some of the countries, and short enough to lack its area code in the others. */
  readonly isLocal: boolean;
}

function wholeNumbers(text: string, { countries, tables }: ListReading): Whole {
  const readIn = (written: string, defaultCountry: string | null): string[] => {
    const reading = readNumber(written, { defaultCountry, extract: false, tables });
    return reading.kind === 'ok' ? [reading.e164] : [];
  };
  if (text.startsWith('+')) return { numbers: readIn(text, null), isLocal: false };
  const found = countries.map((country) => readIn(text, country));
  const numbers = found.flat();
  if (numbers.length === 0) return { numbers, isLocal: false };
  // Many programs write a whole number without its +: the digits of one country may be a number of another.
  // A spreadsheet takes the 0 from the beginning of a number.
  const lost = (country: string): string[] =>
    /^[1-9]/.test(text) ? readIn(`0${text}`, country) : [];
  const restored = countries.flatMap((country, i) => (found[i]?.length === 0 ? lost(country) : []));
  const digits = text.replace(/\D/g, '');
  const abroad = /^[1-9]/.test(text) ? readIn(`+${digits}`, null) : [];
  const isLocal = digits.length <= LONGEST_LOCAL && found.some((read) => read.length === 0);
  return { numbers: [...new Set([...numbers, ...restored, ...abroad])], isLocal };
}
