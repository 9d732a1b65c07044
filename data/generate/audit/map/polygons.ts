import { createRequire } from 'node:module';
import { canonicalZone, zonesOfCountry } from '../../zones/zones.ts';
import { versionOf, type Town } from './gazetteer.ts';

const load = createRequire(import.meta.url);
const { find } = load('geo-tz/all') as { find(latitude: number, longitude: number): string[] };

export const POLYGONS = `time-zone polygons of timezone-boundary-builder (ODbL 1.0) from geo-tz ${versionOf('geo-tz')}`;

const known = new Map<string, readonly string[]>();

/** The zones whose polygons hold a point; none at sea, where no telephone stands. */
export function zonesAt(latitude: number, longitude: number): readonly string[] {
  const key = `${latitude},${longitude}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find(latitude, longitude).filter((zone) => !zone.startsWith('Etc/'));
  const zones = [...new Set(found.map(canonicalZone))];
  known.set(key, zones);
  return zones;
}

const ofTowns = new WeakMap<Town, readonly string[]>();

/** None for a place whose coordinates lie in another country: one of the two is a mistake. */
export function zonesOfTown(town: Town): readonly string[] {
  const before = ofTowns.get(town);
  if (before !== undefined) return before;
  const own = zonesOf(town.country);
  const zones = zonesAt(town.latitude, town.longitude).filter((zone) => own.has(zone));
  ofTowns.set(town, zones);
  return zones;
}

const ofCountries = new Map<string, ReadonlySet<string>>();

function zonesOf(country: string): ReadonlySet<string> {
  const zones = ofCountries.get(country) ?? new Set(zonesOfCountry(country));
  ofCountries.set(country, zones);
  return zones;
}
