import type { ZoneRules } from '../../time/zone-rules.ts';
import type { AddressTables } from './address.ts';
import { shareClock } from './word.ts';

interface ZoneTables extends Pick<AddressTables, 'states'> {
  /** Zones of each country. */
  readonly regions: Readonly<Record<string, readonly string[]>>;
}

/** Parts of the United States that have a country code of their own: its laws hold there. */
const US_TERRITORIES = new Set(['AS', 'GU', 'MP', 'PR', 'VI']);

/** The place whose laws hold in a country: its own, but for parts of the United States. */
export const jurisdictionOf = (country: string): string =>
  US_TERRITORIES.has(country) ? `US-${country}` : country;

/**
 * Which places keep a zone: countries by its name, since most of Europe shares one clock and anyone who writes
 * Europe/Paris means France. In the United States and Canada the states that keep its clock, since they are told
 * apart by law, and anyone who writes America/New_York may mean Detroit. A zone of no country, such as Etc/GMT+5,
 * means all places with that clock. Worked out when the first
 * zone is asked about: commands that locate nobody need none of it.
 */
export class PlacesByZone {
  readonly #tables: ZoneTables;
  readonly #rules: ZoneRules;
  #places: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(tables: ZoneTables, rules: ZoneRules) {
    this.#tables = tables;
    this.#rules = rules;
  }

  /** Jurisdictions by canonical zone: FR by Europe/Paris, US-PR by America/Puerto_Rico. */
  get(zone: string): readonly string[] | undefined {
    this.#places ??= placesByZone(this.#tables, this.#rules);
    return this.#places.get(zone);
  }
}

function placesByZone(
  { regions, states }: ZoneTables,
  rules: ZoneRules,
): ReadonlyMap<string, readonly string[]> {
  const kept = new Map<string, string[]>();
  for (const [country, zones] of Object.entries(regions)) {
    const own = Object.entries(states).filter(([code]) => code.startsWith(`${country}-`));
    for (const name of zones) {
      const zone = rules.canonical(name) ?? name;
      const within = own.flatMap(([code, of]) => (shareClock([zone], of.zones, rules) ? code : []));
      const places = within.length === 0 ? [jurisdictionOf(country)] : within;
      kept.set(zone, [...(kept.get(zone) ?? []), ...places]);
    }
  }
  const nowhere = rules.names().filter((zone) => !kept.has(zone));
  const ofClock = nowhere.map((zone): [string, string[]] => [
    zone,
    [...kept].flatMap(([other, places]) => (rules.sameRules(zone, other) ? places : [])),
  ]);
  return new Map(
    [...kept, ...ofClock].map(([zone, places]) => [zone, [...new Set(places)].sort()]),
  );
}
