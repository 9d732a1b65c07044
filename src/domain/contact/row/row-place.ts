import { readNumber, type NumberReading, type NumberRules } from '../../phone/number/number.ts';
import { locate, type Evidence, type LocateProblem, type Place } from '../../phone/place/place.ts';
import { countryPerhaps } from '../address/maybe-country.ts';
import { countriesMeant } from '../address/countries-meant.ts';
import {
  otherNumbers,
  phoneAt,
  phoneBeside,
  phoneColumns,
  firstNumber,
} from '../columns/phone-columns.ts';
import { placeFix } from './place-fix.ts';
import type { RowContext } from './row-context.ts';
import type { Finding, RowCells } from './row-cells.ts';

type GoodNumber = Extract<NumberReading, { kind: 'ok' }> & {
  /** The index of its column. */
  readonly at: number;
  /** Those in the other phone columns of the row. */
  readonly others: readonly string[];
};

/** The countries that a row names. */
export interface RowCountries {
  /** By which a number is completed; null: none is named, or they differ. */
  readonly own: string | null;
  /** They differ, or one is not understood: completing a number would be a guess. */
  readonly unsure: boolean;
  /** The countries that differ. */
  readonly differing: readonly string[];
  /** Of each address the country that it names: of the first, and of the others in their order. */
  readonly evidence: readonly (string | null)[];
}

/**
 * Reads every cell that names a country. One that is not understood is a problem of the row; in a column that only may
 * name one, it says nothing.
 */
export function countriesIn(row: RowCells, home: string | null): RowCountries {
  const { country, addresses, countryHints, maybeCountries } = row.columns;
  const places = [country, ...addresses.map((address) => address.country)];
  const read = places.map((index) => {
    const text = row.text(index);
    const meant = text === null ? [] : countriesMeant(text);
    if (text !== null && index !== null && meant.length === 0)
      row.problem(index, {
        code: 'country_unknown',
        message: `"${text}" is not a country that is known by this name.`,
        fix: 'Write its two-letter code, such as GB or BR, or name the column under columns.ignore.',
      });
    return { text, meant };
  });
  const hints = countryHints.map((index) => countriesMeant(row.text(index) ?? ''));
  const named = [...read.map(({ meant }) => meant), ...hints].filter((one) => one.length > 0);
  const isSilent = read.every(({ text }) => text === null) && named.length === 0;
  const perhaps = isSilent ? maybeCountries : [];
  const maybe = perhaps.map((index) => countryPerhaps(row.text(index) ?? '', home));
  const sets = [...named, ...maybe.filter((one) => one.length > 0)];
  const common = sets.reduce<readonly string[] | null>(
    (all, set) => (all === null ? set : all.filter((one) => set.includes(one))),
    null,
  );
  const differ = common !== null && common.length === 0;
  return {
    own: common?.[0] ?? null,
    unsure: differ || read.some(({ text, meant }) => text !== null && meant.length === 0),
    differing: differ ? [...new Set(sets.map(([first = '']) => first))] : [],
    evidence: read.map(({ meant }) => (meant.length === 1 ? (meant[0] ?? null) : null)),
  };
}

/**
 * How the numbers of a row are read. The country that it names completes a number before the campaign's default; with one
 * that cannot be read, the default would be a guess.
 */
export const numberRules = (
  { own, unsure }: RowCountries,
  { campaign, reference }: RowContext,
): NumberRules => ({
  extract: campaign.extract,
  tables: reference.numbers,
  defaultCountry: own ?? (unsure ? null : campaign.defaultCountry),
});

export function numberIn(
  row: RowCells,
  countries: RowCountries,
  context: RowContext,
): GoodNumber | null {
  const phone = phoneAt(row.cells, row.columns);
  const rules = numberRules(countries, context);
  const reading = readNumber(firstNumber(row.raw(phone)), rules);
  if (reading.kind === 'ok') {
    const others = otherNumbers(row.cells, row.columns, { e164: reading.e164, rules });
    return { ...reading, at: phone, others };
  }
  const { differing } = countries;
  const guess = reading.code === 'number_no_country' && differing.length > 0;
  row.problem(phone, guess ? severalCountries(differing) : withPhoneBeside(reading, row));
  return null;
}

/** Every number of the row that can be read: the one that is called first, if it is one of them. */
export function numbersIn(
  row: RowCells,
  countries: RowCountries,
  on: { readonly number: GoodNumber | null; readonly context: RowContext },
): readonly string[] {
  const { number, context } = on;
  if (number !== null) return [number.e164, ...number.others];
  const rules = numberRules(countries, context);
  return otherNumbers(row.cells, row.columns, { e164: '', rules });
}

/** Another column may have the number that is missing here. */
function withPhoneBeside(found: Finding, { cells, columns }: RowCells): Finding {
  const beside =
    found.code === 'number_blank' || found.code === 'number_none'
      ? phoneBeside(cells, columns)
      : null;
  if (beside === null) return found;
  const all = [...phoneColumns(columns).map((index) => columns.headers[index] ?? ''), beside];
  return {
    ...found,
    code: 'number_elsewhere',
    message: `${found.message} The column "${beside}" has one.`,
    fix: `To call that one where the first is empty: columns: { phone: [${all.map((one) => JSON.stringify(one)).join(', ')}] }.`,
  };
}

const severalCountries = (countries: readonly string[]): Finding => ({
  code: 'country_conflict',
  message: `The number has no country code, and the row names several countries: ${countries.join(', ')}.`,
  fix: 'Write the number with + and country code, or name the column that is no address of the person under columns.ignore.',
});

export function evidenceIn(row: RowCells, { evidence, own }: RowCountries): Evidence {
  const { timezone, postalCode, state, addresses } = row.columns;
  const [main = null, ...others] = evidence;
  const more = addresses
    .map((address, nth) => ({
      postalCode: row.text(address.postalCode),
      state: row.text(address.state),
      country: others[nth] ?? null,
    }))
    .filter((one) => Object.values(one).some((value) => value !== null))
    // An address without a country of its own is in the one country that the row names.
    .map((one) => ({ ...one, country: one.country ?? (hasCountry(evidence) ? own : null) }));
  return {
    timezone: row.text(timezone),
    postalCode: row.text(postalCode),
    state: row.text(state),
    country: main,
    ...(more.length === 0 ? {} : { more }),
  };
}

const hasCountry = (evidence: readonly (string | null)[]): boolean =>
  evidence.some((one) => one !== null);

/** Where the person may be; null: the evidence names a place that nobody knows, which is a problem of the row. */
export function placeIn(
  row: RowCells,
  who: { number: GoodNumber; evidence: Evidence },
  { reference, campaign }: RowContext,
): Place | null {
  const { rules, places } = reference;
  const { timezone, postalCode, state, country } = row.columns;
  const phone = who.number.at;
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
    const isCell = column === 'timezone' || column === 'postal_code' || column === 'state';
    const how = kind === 'unknown' && isCell ? fixOf(column) : (fix ?? null);
    row.warn(columns[column] ?? phone, { code: `place_${kind}`, message: text, fix: how });
  }
  return found;
}
