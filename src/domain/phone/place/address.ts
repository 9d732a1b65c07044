import type { AddressesAbroad } from '../number/abroad.ts';

/** What a row says of where its person is, beside the number. */
export interface Evidence {
  readonly timezone: string | null;
  readonly postalCode: string | null;
  readonly state: string | null;
  readonly country: string | null;
  /** The row's other addresses; absent where it has one. */
  readonly more?: readonly WrittenAddress[] | undefined;
}

/** An address as a row has it. */
type WrittenAddress = Pick<Evidence, 'postalCode' | 'state' | 'country'>;

/** A number as `readNumber` read it, or as the ledger kept it: a type that is not known tells nothing. */
export interface LocatedNumber {
  readonly e164: string;
  readonly region: string | null;
  readonly type: string;
  /** `possible`: the number data knows no number like it, and tables of ours do. */
  readonly validity: 'valid' | 'possible';
}

export interface AddressTables {
  /** States and postal codes of other countries that have several clocks. */
  readonly abroad: AddressesAbroad;
  /** States and provinces, by code: US-ID, CA-ON. */
  readonly states: Readonly<
    Record<string, { readonly name: string; readonly zones: readonly string[] }>
  >;
  /** Their codes by name, in lower case. */
  readonly stateNames: Readonly<Record<string, string>>;
  /** Provinces by the first letter of a Canadian postal code, with zones where those are fewer. */
  readonly letters: Readonly<
    Record<
      string,
      { readonly in: readonly string[]; readonly zones?: readonly string[] | undefined }
    >
  >;
  /** State by the first digits of a ZIP code: from, to, state. */
  readonly zipStates: readonly (readonly [string, string, string])[];
  /** Zones of Canadian postal codes by their first three signs, where they are fewer or others than the letter's. */
  readonly sorting: Readonly<Record<string, readonly string[]>>;
  /** First and last ZIP code of a range, and the index of its zones. */
  readonly zips: {
    readonly zones: readonly (readonly string[])[];
    readonly ranges: readonly (readonly [string, string, number])[];
  };
}

interface Address {
  readonly zones: readonly string[];
  readonly in: readonly string[];
  readonly source: 'postal_code' | 'state';
}

type Country = 'US' | 'CA';

const US_REGIONS = new Set(['US', 'AS', 'GU', 'MP', 'PR', 'VI']);
/** What people write in a country column for the two countries whose addresses we can read. */
const COUNTRY_NAMES: Readonly<Record<string, Country>> = {
  us: 'US',
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  'united states': 'US',
  'united states of america': 'US',
  ca: 'CA',
  can: 'CA',
  canada: 'CA',
};

/**
 * What the postal code says, and what the state or province says; empty when neither is understood. Those of the
 * United States and Canada are, and of five other countries with several clocks: elsewhere the country gives the zone,
 * or the number is the better guess.
 */
export function readAddress(
  number: LocatedNumber,
  evidence: Evidence,
  tables: AddressTables,
): readonly Address[] {
  const abroad = countryAbroad(number, evidence, tables);
  if (abroad !== null) return addressAbroad(abroad, evidence, tables);
  const countries = countriesMeant(number, evidence.country);
  return [
    byPostalCode(evidence.postalCode, countries, tables),
    byState(evidence.state, countries, tables),
  ].filter((address) => address !== null);
}

/** The row's own country, else that of the number, where its states are known; null: it is another. */
export function countryAbroad(
  number: LocatedNumber,
  evidence: Evidence,
  { abroad }: Pick<AddressTables, 'abroad'>,
): string | null {
  const written = evidence.country?.trim().toUpperCase() ?? '';
  const country = written === '' ? (number.region ?? '') : written;
  return abroad.has(country) ? country : null;
}

function addressAbroad(
  country: string,
  evidence: Evidence,
  { abroad }: AddressTables,
): readonly Address[] {
  const byCode = abroad.byPostalCode(country, evidence.postalCode ?? '');
  const byName = abroad.byState(country, evidence.state ?? '');
  const found = [
    { zones: byCode, source: 'postal_code' as const },
    { zones: byName, source: 'state' as const },
  ];
  return found.flatMap(({ zones, source }) =>
    zones === null ? [] : [{ zones, in: [country], source }],
  );
}

/** Whether the person is in one of the two countries, or may be. */
export const readsAddress = (number: LocatedNumber, evidence: Evidence): boolean =>
  countriesMeant(number, evidence.country).length > 0;

/** What an address says that nobody understands. In a country whose addresses are not read none is wrong. */
export function unknownAddress(
  number: LocatedNumber,
  evidence: Evidence,
  tables: AddressTables,
): { kind: 'unknown'; column: 'postal_code' | 'state'; text: string }[] {
  const abroad = countryAbroad(number, evidence, tables);
  if (abroad !== null) return unknownState(abroad, evidence, tables);
  const countries = countriesMeant(number, evidence.country);
  if (countries.length === 0) return [];
  const where = countries.map((country) => COUNTRIES[country]).join(' or ');
  const unread = (column: 'postal_code' | 'state', text: string | null, what: string) =>
    text === null || text.trim() === ''
      ? []
      : [
          {
            kind: 'unknown' as const,
            column,
            text: `"${text.trim()}" is no ${what} of ${where}, and was not used.`,
          },
        ];
  return [
    ...(byPostalCode(evidence.postalCode, countries, tables) === null
      ? unread('postal_code', evidence.postalCode, 'postal code')
      : []),
    ...(byState(evidence.state, countries, tables) === null
      ? unread('state', evidence.state, 'state')
      : []),
  ];
}

/** Abroad not every postal code is known, and only a state can be wrong. */
function unknownState(
  country: string,
  { state }: Evidence,
  { abroad }: AddressTables,
): { kind: 'unknown'; column: 'state'; text: string }[] {
  const written = state?.trim() ?? '';
  if (written === '' || abroad.byState(country, written) !== null) return [];
  const text = `"${written}" is no state of ${country} that is known, and was not used.`;
  return [{ kind: 'unknown', column: 'state', text }];
}

const COUNTRIES: Readonly<Record<Country, string>> = {
  US: 'the United States',
  CA: 'Canada',
};

/** The row's own country, else that of the number. North America shares one code, so either is possible. */
function countriesMeant(number: LocatedNumber, written: string | null): readonly Country[] {
  const name = written?.trim().toLowerCase() ?? '';
  if (name !== '') {
    const country =
      ownValue(COUNTRY_NAMES, name) ?? (US_REGIONS.has(name.toUpperCase()) ? 'US' : undefined);
    return country === undefined ? [] : [country];
  }
  const american =
    number.region === null ? number.e164.startsWith('+1') : US_REGIONS.has(number.region);
  return american || number.region === 'CA' ? ['US', 'CA'] : [];
}

function byPostalCode(
  written: string | null,
  countries: readonly Country[],
  tables: AddressTables,
): Address | null {
  const code =
    written
      ?.normalize('NFKC')
      .toUpperCase()
      .replace(/\.0+$/, '')
      .replace(/[\s'"]/g, '') ?? '';
  if (countries.includes('CA')) {
    const [, area = '', letter = ''] = /^(([A-Z])\d[A-Z])(?:-?\d[A-Z]\d)?$/.exec(code) ?? [];
    const found = tables.letters[letter];
    if (found !== undefined) {
      const places = found.in.map((province) => `CA-${province}`);
      const zones =
        ownValue(tables.sorting, area) ??
        found.zones ??
        places.flatMap((place) => tables.states[place]?.zones ?? []);
      return { zones, in: places, source: 'postal_code' };
    }
  }
  const zip = countries.includes('US') ? zipOf(code) : null;
  return zip === null ? null : byZip(zip, tables);
}

/** Five digits. A spreadsheet drops the zeros that the codes of New England and Puerto Rico begin with. */
function zipOf(code: string): string | null {
  const [, short, long] = /^(?:(\d{3,5})(?:-\d{4})?|(\d{8,9}))$/.exec(code) ?? [];
  if (short !== undefined) return short.padStart(5, '0');
  return long === undefined ? null : long.padStart(9, '0').slice(0, 5);
}

function byZip(zip: string, tables: AddressTables): Address | null {
  const state = tables.zipStates.find(([from, to]) => {
    const start = zip.slice(0, from.length);
    return from <= start && start <= to;
  })?.[2];
  if (state === undefined) return null;
  const place = `US-${state}`;
  const known = zonesOfZip(zip, tables.zips);
  if (known !== null) return { zones: known, in: [place], source: 'postal_code' };
  // A code of the armed forces says that the clock is not known; the number would say something wrong.
  const zones = tables.states[place]?.zones ?? [];
  return zones.length === 0 ? { zones, in: [place], source: 'postal_code' } : null;
}

function zonesOfZip(
  zip: string,
  { zones, ranges }: AddressTables['zips'],
): readonly string[] | null {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.[1] ?? '') >= zip) high = middle;
    else low = middle + 1;
  }
  const range = ranges[low];
  return range !== undefined && range[0] <= zip ? (zones[range[2]] ?? null) : null;
}

function byState(
  written: string | null,
  countries: readonly Country[],
  tables: AddressTables,
): Address | null {
  const name = plainName(written);
  if (name === '') return null;
  for (const country of countries) {
    const code = codeOf(name, country, tables);
    const state = code === null ? undefined : tables.states[code];
    if (code !== null && state !== undefined) {
      return { zones: state.zones, in: [code], source: 'state' };
    }
  }
  return null;
}

/** The code of a state of one of the two countries, by its letters or its name; null when it has no such state. */
export const stateCode = (
  written: string,
  country: Country,
  tables: Pick<AddressTables, 'states' | 'stateNames'>,
): string | null => codeOf(plainName(written), country, tables);

const plainName = (written: string | null): string =>
  written?.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase() ?? '';

/** `id`, `us-id`, `idaho` as US-ID. */
function codeOf(
  name: string,
  country: Country,
  tables: Pick<AddressTables, 'states' | 'stateNames'>,
): string | null {
  const upper = name.toUpperCase();
  for (const code of [`${country}-${upper}`, upper]) {
    if (code.startsWith(`${country}-`) && Object.hasOwn(tables.states, code)) return code;
  }
  const named = ownValue(tables.stateNames, name);
  return named?.startsWith(country) === true ? named : null;
}

/** A cell may say `constructor`, which every object answers to. */
const ownValue = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
