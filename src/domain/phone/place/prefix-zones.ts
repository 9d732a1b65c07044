/** Prefixes by calling code and zones: `"61 Australia/Perth": "8510 8511"`, as `numbers.json` has them. */
export type PrefixGroups = Readonly<Record<string, string>>;

/** The zones of land lines by first digits, in the countries where the country does not tell. */
export class PrefixZones {
  readonly #groups: PrefixGroups;
  /** Of each calling code that was asked for: most lists have numbers of few countries. */
  readonly #tables = new Map<string, ReadonlyMap<string, readonly string[]>>();
  readonly #codes: ReadonlySet<string>;

  constructor(groups: PrefixGroups) {
    this.#groups = groups;
    this.#codes = new Set(Object.keys(groups).map(codeOf));
  }

  /** The entry of the longest first digits that an E.164 number has. */
  entryOf(e164: string): { prefix: string; zones: readonly string[] } | undefined {
    const code = this.#codeOf(e164);
    if (code === undefined) return undefined;
    const table = this.#tableOf(code);
    for (let length = LONGEST; length > code.length; length -= 1) {
      const prefix = e164.slice(1, 1 + length);
      const zones = table.get(prefix);
      if (zones !== undefined) return { prefix, zones };
    }
    return undefined;
  }

  /** Every zone that an entry has. */
  zones(): Set<string> {
    return new Set(Object.keys(this.#groups).flatMap(zonesOf));
  }

  /** Every entry. */
  *entries(): Generator<[prefix: string, zones: readonly string[]]> {
    for (const code of this.#codes) yield* this.#tableOf(code);
  }

  /** No calling code is the beginning of another. */
  #codeOf(e164: string): string | undefined {
    for (let length = 1; length <= 3; length += 1) {
      const code = e164.slice(1, 1 + length);
      if (this.#codes.has(code)) return code;
    }
    return undefined;
  }

  #tableOf(code: string): ReadonlyMap<string, readonly string[]> {
    const known = this.#tables.get(code);
    if (known !== undefined) return known;
    const table = new Map<string, readonly string[]>();
    for (const [key, digits] of Object.entries(this.#groups)) {
      if (codeOf(key) !== code) continue;
      const zones = zonesOf(key);
      for (const rest of digits.split(' ')) table.set(code + rest, zones);
    }
    this.#tables.set(code, table);
    return table;
  }
}

const LONGEST = 9;

const codeOf = (key: string): string => key.slice(0, key.indexOf(' '));

const zonesOf = (key: string): string[] => key.slice(key.indexOf(' ') + 1).split('+');
