/** What states and postal codes of a country say of its clocks, as `numbers.json` has it. */
interface CountryAddresses {
  /** How many digits a postal code has. */
  readonly digits: number;
  /** Names and letters of states by their zones: `"Australia/Perth": "wa|western australia"`. */
  readonly states: Readonly<Record<string, string>>;
  /** First digits of postal codes by their zones: `"America/Tijuana": "21-22"`. */
  readonly postal: Readonly<Record<string, string>>;
}

interface Read {
  readonly states: ReadonlyMap<string, readonly string[]>;
  readonly postal: readonly (readonly [from: string, to: string, zones: readonly string[]])[];
}

/** Addresses of the countries with several clocks whose states are known, beside the United States and Canada. */
export class AddressesAbroad {
  readonly #countries: Readonly<Record<string, CountryAddresses>>;
  readonly #read = new Map<string, Read>();

  constructor(countries: Readonly<Record<string, CountryAddresses>>) {
    this.#countries = countries;
  }

  has(country: string): boolean {
    return Object.hasOwn(this.#countries, country);
  }

  /** The zones of a postal code; null: it is none of the country. */
  byPostalCode(country: string, written: string): readonly string[] | null {
    const digits = written
      .normalize('NFKC')
      .replace(/\.0+$/, '')
      .replace(/[\s.-]/g, '');
    const { digits: length = 0 } = this.#countries[country] ?? {};
    // A spreadsheet drops the zero that the codes of some states begin with.
    const code = digits.length === length - 1 ? `0${digits}` : digits;
    const whole = code.length === length || (country === 'BR' && code.length === 5);
    if (!whole || !/^\d+$/.test(code)) return null;
    const found = this.#tableOf(country).postal.find(([from, to]) => {
      const start = code.slice(0, from.length);
      return from <= start && start <= to;
    });
    return found?.[2] ?? null;
  }

  /** The zones of a state by its name or its letters; null: the country has no such state. */
  byState(country: string, written: string): readonly string[] | null {
    const name = plain(written);
    const { states } = this.#tableOf(country);
    const own = country.toLowerCase();
    return states.get(name) ?? states.get(name.replace(`${own}-`, '')) ?? null;
  }

  /** Every zone that is named. */
  *zones(): Generator<string> {
    for (const { states, postal } of Object.values(this.#countries)) {
      for (const zones of [...Object.keys(states), ...Object.keys(postal)]) yield* zones.split('+');
    }
  }

  #tableOf(country: string): Read {
    const known = this.#read.get(country);
    if (known !== undefined) return known;
    const { states = {}, postal = {} } = this.#countries[country] ?? {};
    const read: Read = {
      states: new Map(
        Object.entries(states).flatMap(([zones, names]) =>
          names.split('|').map((name) => [plain(name), zones.split('+')] as const),
        ),
      ),
      postal: Object.entries(postal).flatMap(([zones, list]) =>
        list.split(' ').map((range) => {
          const [from = '', to = from] = range.split('-');
          return [from, to, zones.split('+')] as const;
        }),
      ),
    };
    this.#read.set(country, read);
    return read;
  }
}

/** Accents are left out as often as not. */
const plain = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLowerCase();
