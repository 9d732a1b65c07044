import type * as z from 'zod';
import { AddressesAbroad } from '../../domain/phone/number/abroad.ts';
import type { NamedPlaces } from '../../domain/phone/place/named-places.ts';
import type { PlaceTables } from '../../domain/phone/place/place.ts';
import { PrefixZones } from '../../domain/phone/place/prefix-zones.ts';
import { PlacesByZone } from '../../domain/phone/place/zone-places.ts';
import type { NumberTables } from '../../domain/phone/place/tables.ts';
import { FENCE_ZONE } from '../revox/orders/fence-words.ts';
import type { Law } from '../../domain/law/law.ts';
import { ZoneNames } from '../../domain/time/zone-names.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import type { DataRelease } from '../../domain/law/freshness.ts';
import { PACKAGE_FOLDER } from '../files/package-folder.ts';
import { readReference } from './read.ts';
import { loadLaw } from './rules.ts';
import { namedPlaceFile, numberFile, rangeFile, zipFile, zoneNameFile } from './shapes.ts';
import { loadNamedZones, loadZoneRules } from './zones.ts';

export { loadZoneRules, ZonesFileError } from './zones.ts';

/** The reference data that ships. */
export interface Reference {
  readonly rules: ZoneRules;
  readonly numbers: NumberTables;
  readonly places: PlaceTables;
  /** The calling rules of countries and states. */
  readonly law: Law;
  /**
   * The ledger records the first two: under others every unfinished contact is located again. Rules need no
   * such look: a group names jurisdictions, and what they allow is worked out in each session.
   */
  readonly releases: {
    readonly zones: string;
    readonly numbers: string;
    readonly rules: string;
  };
  /** Of the time-zone rules that ship, which other ones may stand in for. */
  readonly shippedZones: string;
  /** The same releases with the day each is from. */
  readonly data: readonly DataRelease[];
}

const FOLDER = new URL('data/reference/', PACKAGE_FOLDER);

/** `named`: another file of time-zone rules than the one that ships, and the moment by which it is judged. */
export function loadReference(named?: { zones: string; now: number }): Reference {
  const file = readReference(new URL('numbers.json', FOLDER), numberFile);
  const { release: numbers, published } = file;
  const zoned = once(() => zonedOf(file));
  const law = loadLaw(new URL('rules.json', FOLDER));
  const { rules, release: zones, shippedZones } = zonesOf(named, zoned);
  const numberTables = once(() => numbersOf(file));
  const placeTables = once(() => placesOf(zoned(), rules));
  return {
    rules,
    get numbers() {
      return numberTables();
    },
    get places() {
      return placeTables();
    },
    law,
    releases: { zones, numbers, rules: law.release },
    shippedZones,
    data: [
      { what: 'time zones', release: zones, from: rules.published },
      { what: 'numbers', release: numbers, from: published },
      // A release of the rules begins with the day on which they were last compared with their sources.
      { what: 'rules', release: law.release, from: law.release.slice(0, 10) },
    ],
  };
}

/** Only `why` names them: no other command reads so much for it. */
export const loadNamedPlaces = (): NamedPlaces =>
  readReference(new URL('named-places.json', FOLDER), namedPlaceFile).places;

type Zoned = Omit<PlaceTables, 'placesByZone' | 'zoneNames'>;
type NumberFile = z.infer<typeof numberFile>;

/** A command that only looks at a run asks about no number: it does not pay for the tables of numbers and places. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function zonedOf({ release: _, published: __, prefixes, abroad, ...others }: NumberFile): Zoned {
  return {
    ...others,
    prefixes: new PrefixZones(prefixes),
    abroad: new AddressesAbroad(abroad),
    zips: readReference(new URL('us-zips.json', FOLDER), zipFile),
  };
}

function numbersOf({ areaCodes }: NumberFile): NumberTables {
  const { fictional, special, emergency } = readReference(
    new URL('ranges.json', FOLDER),
    rangeFile,
  );
  return { fictional, special, emergency, areaCodes };
}

function placesOf(zoned: Zoned, rules: ZoneRules): PlaceTables {
  const { names } = readReference(new URL('zone-names.json', FOLDER), zoneNameFile);
  return {
    ...zoned,
    placesByZone: new PlacesByZone(zoned, rules),
    zoneNames: new ZoneNames(rules, names),
  };
}

function zonesOf(
  named: { zones: string; now: number } | undefined,
  places: () => Zoned,
): { rules: ZoneRules; release: string; shippedZones: string } {
  const shipped = loadZoneRules(new URL('zones.json', FOLDER));
  const shippedZones = shipped.release;
  if (named === undefined) return { rules: shipped, release: shippedZones, shippedZones };
  const needed = { zones: zonesIn(places()), now: named.now };
  return { ...loadNamedZones(named.zones, needed), shippedZones };
}

/** Every zone that a person may be located in, and the one that fences are written in. */
function* zonesIn(places: Zoned): Generator<string> {
  yield FENCE_ZONE;
  for (const zones of places.zips.zones) yield* zones;
  for (const zones of Object.values(places.sorting)) yield* zones;
  for (const zones of Object.values(places.exchanges)) yield* zones;
  yield* places.prefixes.zones();
  yield* places.abroad.zones();
  for (const zones of Object.values(places.regions)) yield* zones;
  for (const area of Object.values(places.areaCodes)) yield* area.zones;
  for (const state of Object.values(places.states)) yield* state.zones;
  for (const letter of Object.values(places.letters)) yield* letter.zones ?? [];
}
