import { addressPart, mayNameCountry, namesCountry } from './header.ts';

/** The columns of one of several addresses in a row. */
export interface AddressColumns {
  readonly country: number | null;
  readonly state: number | null;
  readonly postalCode: number | null;
}

export interface FoundAddresses {
  /** The parts of the row's first address. */
  readonly main: AddressColumns;
  /** Its other addresses: each is evidence of its own. */
  readonly others: readonly AddressColumns[];
  /** Columns that name some country without being where the person is: they only say how a number is completed. */
  readonly countryHints: readonly number[];
  /** Columns that may name a country, and are more often about something else. */
  readonly maybeCountries: readonly number[];
}

interface AddressWishes {
  readonly headers: readonly string[];
  /** What is known by name already, or because the campaign says so. */
  readonly main: AddressColumns;
  /** Parts whose column the campaign names: no other column counts as this part. */
  readonly chosen: ReadonlySet<keyof AddressColumns>;
  readonly isOther: (index: number) => boolean;
}

const KEYS = { country: 'country', state: 'state', postal_code: 'postalCode' } as const;
const NONE: AddressColumns = { country: null, state: null, postalCode: null };

/** Finds the address columns of a file: mailing, billing, home, the second one. All of them count. */
export function findAddresses({ headers, main, chosen, isOther }: AddressWishes): FoundAddresses {
  const groups = new Map<string, AddressColumns>([['', main]]);
  const countryHints: number[] = [];
  const maybeCountries: number[] = [];
  const mine = new Set(Object.values(main));
  for (const [index, header] of headers.entries()) {
    if (mine.has(index) || isOther(index)) continue;
    const found = addressPart(header);
    const key = found === null ? null : KEYS[found.part];
    if (found === null || key === null || chosen.has(key)) {
      if (namesCountry(header)) countryHints.push(index);
      else if (mayNameCountry(header)) maybeCountries.push(index);
      continue;
    }
    const name = freeName(groups, found.of, key);
    groups.set(name, { ...(groups.get(name) ?? NONE), [key]: index });
  }
  const all = [...groups.values()].filter((one) => Object.values(one).some((at) => at !== null));
  const [first = NONE, ...others] = all;
  return { main: first, others, countryHints, maybeCountries };
}

/** A second column for the same part of the same address is evidence of its own. */
function freeName(
  groups: ReadonlyMap<string, AddressColumns>,
  of: string,
  key: keyof AddressColumns,
): string {
  for (let name = of, nth = 2; ; name = `${of}#${nth++}`)
    if ((groups.get(name) ?? NONE)[key] === null) return name;
}
