import { readNumber, type NumberReading, type NumberRules } from '../phone/number.ts';

export interface RowNumber {
  /** The row's own country, as a two-letter code. */
  readonly country: string | null;
  readonly defaultCountry: string | null;
  readonly rules: Omit<NumberRules, 'defaultCountry'>;
}

/**
 * A number without country code is completed with the row's own country before the campaign's default. Where
 * the default would make another good number of it, nobody can know which is meant: that is for a person.
 */
export function numberInRow(cell: string, given: RowNumber): NumberReading {
  const { country, defaultCountry, rules } = given;
  const own = readNumber(cell, { ...rules, defaultCountry: country ?? defaultCountry });
  const sure = country === null || defaultCountry === null || country === defaultCountry;
  if (sure || own.kind !== 'ok' || !own.completed) return own;
  const other = readNumber(cell, { ...rules, defaultCountry });
  if (other.kind !== 'ok' || other.e164 === own.e164) return own;
  return {
    kind: 'problem',
    code: 'number_ambiguous',
    message: `The number could be one of ${country}, the country of the row, or of ${defaultCountry}, the default_country.`,
    fix: `Write ${own.e164} or ${other.e164}.`,
  };
}
