import { countriesOfCode } from '../../phone/number/number.ts';
import { countryOf } from './country-name.ts';

/** The country that most numbers of a shared calling code belong to. */
const MAIN: Readonly<Record<string, string>> = {
  ...{ 1: 'US', 7: 'RU', 39: 'IT', 44: 'GB', 47: 'NO', 61: 'AU', 212: 'MA', 262: 'RE' },
  ...{ 290: 'SH', 358: 'FI', 590: 'GP', 599: 'CW' },
};

/** The countries that a cell may mean, the likeliest first: `Mexico`, `MX`, `+52`; empty: nobody knows. */
export function countriesMeant(cell: string): readonly string[] {
  const named = countryOf(cell);
  if (named !== null) return [named];
  const [, code] = /^(?:\+|00)?([1-9]\d{0,2})$/.exec(cell.trim()) ?? [];
  if (code === undefined) return [];
  const sharing = countriesOfCode(code);
  const main = MAIN[code];
  return main === undefined ? sharing : [main, ...sharing.filter((one) => one !== main)];
}
