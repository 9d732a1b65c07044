import type { NumberReading } from '../phone/number.ts';
import { locate, type Evidence, type LocateProblem, type Place } from '../phone/place.ts';
import { countryOf } from './country-name.ts';
import { numberInRow } from './number-in-row.ts';
import { placeFix } from './place-fix.ts';
import type { RowContext } from './row-context.ts';
import type { RowCells } from './row-cells.ts';

export type GoodNumber = Extract<NumberReading, { kind: 'ok' }>;

/** The country that the row names; null: none, or one that nobody knows, which is a problem of the row. */
export function countryIn(row: RowCells): string | null {
  const { country: index } = row.columns;
  const text = row.text(index);
  if (text === null || index === null) return null;
  const country = countryOf(text);
  if (country === null)
    row.problem(index, {
      code: 'country_unknown',
      message: `"${text}" is not a country that is known by this name.`,
      fix: 'Write its two-letter code, such as GB or BR, or name the column under columns.ignore.',
    });
  return country;
}

export function numberIn(
  row: RowCells,
  country: string | null,
  { campaign, reference }: RowContext,
): GoodNumber | null {
  const { phone, country: index } = row.columns;
  const unreadable = country === null && row.text(index) !== null;
  const reading = numberInRow(row.raw(phone), {
    country,
    // With a country that cannot be read, completing by the default would be a guess.
    defaultCountry: unreadable ? null : campaign.defaultCountry,
    rules: { extract: campaign.extract, tables: reference.numbers },
  });
  if (reading.kind === 'ok') return reading;
  row.problem(phone, reading);
  return null;
}

export function evidenceIn(row: RowCells, country: string | null): Evidence {
  const { timezone, postalCode, state } = row.columns;
  return {
    timezone: row.text(timezone),
    postalCode: row.text(postalCode),
    state: row.text(state),
    country,
  };
}

/** Where the person may be; null: the evidence names a place that nobody knows, which is a problem of the row. */
export function placeIn(
  row: RowCells,
  who: { number: GoodNumber; evidence: Evidence },
  { reference, campaign }: RowContext,
): Place | null {
  const { rules, places } = reference;
  const { phone, timezone, postalCode, state, country } = row.columns;
  const columns = { timezone, postal_code: postalCode, state, country, phone };
  const fixOf = (column: LocateProblem['column']): string =>
    placeFix(column, row.raw(columns[column] ?? -1), rules);
  const found = locate(who.number, who.evidence, { ...places, rules, choices: campaign.where });
  if ('problem' in found) {
    const { column, problem } = found;
    const code = `${column}_unusable`;
    row.problem(columns[column] ?? phone, { code, message: problem, fix: fixOf(column) });
    return null;
  }
  for (const { kind, column, text, fix } of found.doubts) {
    const read = column === 'postal_code' || column === 'state' ? column : null;
    const how = kind === 'unknown' && read !== null ? fixOf(read) : (fix ?? null);
    row.warn(columns[column] ?? phone, { code: `place_${kind}`, message: text, fix: how });
  }
  return found;
}
