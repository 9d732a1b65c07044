import { readNumber, type NumberReading, type NumberRules } from '../phone/number.ts';

export interface RowNumber {
  /** The row's own country, as a two-letter code. */
  readonly country: string | null;
  readonly defaultCountry: string | null;
  readonly rules: Omit<NumberRules, 'defaultCountry'>;
}

/** A number without country code is completed with the country that its row names, or else with the campaign's default. */
export function numberInRow(
  cell: string,
  { country, defaultCountry, rules }: RowNumber,
): NumberReading {
  return readNumber(cell, { ...rules, defaultCountry: country ?? defaultCountry });
}
