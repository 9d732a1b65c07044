import type { ZoneRules } from './zone-rules.ts';

/** What a list calls `(GMT-05:00) Eastern Time (US & Canada)`: the offset before the name. */
const OFFSET =
  /^(?<opened>\()?\s*(?:GMT|UTC)\s*(?:(?<sign>[+\-−–])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?)?\s*(?<closed>\))?\s*(?=\S)/i;
/** The name that Salesforce writes behind: `Eastern Standard Time (America/New_York)`. */
const BEHIND = /\((?<zone>[A-Za-z_]+\/[A-Za-z_/+-]+)\)$/;

/** What five clocks are called in North America alone: in Sydney, Eastern Standard Time is another. */
const NORTH_AMERICAN =
  /^(?<clock>eastern|central|mountain|pacific|atlantic)(?: standard| daylight)? time$/;
const CLOCKS: Readonly<Record<string, string>> = {
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
  atlantic: 'America/Halifax',
};

const HALF_A_YEAR = 183 * 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Reads time zones by the names that the time-zone rules, Windows, Rails and CRMs give them. */
export class ZoneNames {
  readonly #rules: ZoneRules;
  readonly #names: ReadonlyMap<string, string>;
  #places: ReadonlyMap<string, string | null> | null = null;

  /** `names`: zones by the names of Windows and Rails. */
  constructor(rules: ZoneRules, names: Readonly<Record<string, string>>) {
    this.#rules = rules;
    this.#names = new Map(Object.entries(names).map(([name, zone]) => [spelled(name), zone]));
  }

  /** The zone that is meant; null: nobody knows. `inNorthAmerica`: that is where the person is, or may be. */
  zoneOf(written: string, inNorthAmerica: boolean): string | null {
    const text = written.normalize('NFKC').trim();
    return this.#named(text, inNorthAmerica) ?? this.#behindOffset(text, inNorthAmerica);
  }

  #named(text: string, inNorthAmerica: boolean): string | null {
    const exact = this.#rules.canonical(text);
    if (exact !== null) return exact;
    const behind = BEHIND.exec(text)?.groups?.['zone'];
    if (behind !== undefined) return this.#rules.canonical(behind);
    const name = spelled(text);
    const clock = NORTH_AMERICAN.exec(name)?.groups?.['clock'];
    if (clock !== undefined) return inNorthAmerica ? (CLOCKS[clock] ?? null) : null;
    return this.#names.get(name) ?? this.#place(text) ?? this.#all(text);
  }

  /** The offset must be one that the zone keeps, or the two are not of one clock. */
  #behindOffset(text: string, inNorthAmerica: boolean): string | null {
    const found = OFFSET.exec(text);
    const { sign, hours, minutes, opened, closed } = found?.groups ?? {};
    if (found === null || (opened === undefined) !== (closed === undefined)) return null;
    if (opened === undefined && sign === undefined) return null;
    const zone = this.#named(text.slice(found[0].length), inNorthAmerica);
    const ms = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE;
    const offset = sign === undefined || sign === '+' ? ms : 0 - ms;
    return zone !== null && this.#keeps(zone, offset) ? zone : null;
  }

  #keeps(zone: string, offset: number): boolean {
    const { start } = this.#rules.covers;
    return [start, start + HALF_A_YEAR].some((at) => this.#rules.offsetMs(zone, at) === offset);
  }

  /** `America/New York`, `america_slash_new_york` as HubSpot stores it: the letters of one zone and of no other. */
  #place(text: string): string | null {
    const letters = lettersOf(text.replace(/_slash_/gi, '/').replace(/_hyphen_/gi, '-'));
    this.#places ??= placesOf(this.#rules);
    return this.#places.get(letters) ?? null;
  }

  /** `Amsterdam, Berlin, Bern, Rome`: all of them are known, and keep one time. */
  #all(text: string): string | null {
    const parts = text.split(',').map(spelled);
    const zones = parts.map((part) => this.#names.get(part) ?? null);
    const [first] = zones;
    if (parts.length < 2 || first === undefined || first === null) return null;
    const agree = zones.every((zone) => zone !== null && this.#rules.sameRules(zone, first));
    return agree ? first : null;
  }
}

const spelled = (name: string): string =>
  name.trim().toLowerCase().replace(/\s+/g, ' ').replace(/ and /g, ' & ');

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '');

/** Zones of a place by the letters of their names. Those with a digit are offsets, whose sign is no letter. */
function placesOf(rules: ZoneRules): ReadonlyMap<string, string | null> {
  const places = new Map<string, string | null>();
  for (const name of rules.spellings()) {
    if (!name.includes('/') || /\d/.test(name)) continue;
    const [letters, zone] = [lettersOf(name), rules.canonical(name)];
    const before = places.get(letters);
    places.set(letters, before === undefined || before === zone ? zone : null);
  }
  return places;
}
