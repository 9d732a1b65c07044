import { runsIn, type DigitRun } from './digits.ts';
import { CODES } from './phones.ts';

/** Where a number without its country code may have got it from. */
export interface Completing {
  /** The cell of the row's country column, when there is one. */
  readonly country: string | null;
  readonly defaultCountry: string | null;
  /** The campaign takes numbers out of other text. */
  readonly extract: boolean;
}

/** As far as the generator writes them. */
const COUNTRIES: Readonly<Record<string, string>> = {
  us: 'US',
  gb: 'GB',
  germany: 'DE',
  'united kingdom': 'GB',
};

/**
 * Whether a cell says this number: all of its digits in one piece, with a plus, or without its country code
 * when row or campaign name the country. A national prefix may stand before it. Nothing of the program is asked.
 */
export function says(cell: string, e164: string, completing: Completing): boolean {
  const runs = runsIn(cell);
  // Of several numbers in one cell, none may be called.
  if (runs.filter(({ digits }) => digits.length > 6).length > 1) return false;
  return runs.some((run) => isNumber(run, e164, completing));
}

function isNumber(run: DigitRun, e164: string, completing: Completing): boolean {
  const number = e164.slice(1);
  const { country, defaultCountry } = completing;
  const own = country === null ? '' : country.trim().toLowerCase();
  const countries = own === '' ? [defaultCountry] : [COUNTRIES[own] ?? null];
  const codes = run.plus ? [...CODES.values()] : countries.map((one) => CODES.get(one ?? '') ?? '');
  if (run.plus && run.digits === number) return true;
  return codes.some((code) => {
    if (code === '' || !number.startsWith(code)) return false;
    const national = number.slice(code.length);
    const trunk = code === '1' ? '1' : '0';
    const written = run.plus
      ? [`${code}0${national}`]
      : [national, `${trunk}${national}`, ...(code === '1' ? [] : [`${code}${national}`])];
    return written.includes(run.digits);
  });
}
