import { exceptionsOf } from '../exceptions.ts';
import { folded } from './folded.ts';
import { regionsOf, townsIn, townsNamed, type Town } from './gazetteer.ts';
import { areaOf, type Plan } from '../../numbers/plans.ts';
import { zonesOfTown } from './polygons.ts';

/** Where a name that the geocoder writes beside a prefix is, by the map. */
export interface Located {
  /** Every zone that may be meant, that of most places first. */
  readonly zones: readonly string[];
  /**
   * `town`: the places were found. `region`: all of a region is meant, or some place in it. `reviewed`: by the list
   * of exceptions. `area`: no gazetteer knows it, and its area code has one clock. `nothing`: nobody knows.
   */
  readonly by: 'town' | 'region' | 'reviewed' | 'area' | 'nothing';
  readonly towns: readonly Town[];
  readonly regions: readonly string[];
  /** Places of the name that were not found; their neighbours in the name were. */
  readonly missing: readonly string[];
}

/** Words that say what kind of region it is, and are written or left out. */
const KINDS =
  /\b(republic|of|the|oblast|region|territory|krai|kray|district|autonomous|province|city|state|estado|de|okrug)\b/g;

/** The name of a region without the words that say of what kind it is. */
export const plainRegion = (name: string): string =>
  folded(name).replace(KINDS, '').replace(/\s+/g, ' ').trim();

const regionTables = new Map<string, Map<string, string>>();

/** GeoNames' code of the region that a text names. */
function regionNamed(text: string, { country, regions = {} }: Plan): string | undefined {
  let table = regionTables.get(country);
  if (table === undefined) {
    table = new Map([...regionsOf(country)].map(([code, name]) => [plainRegion(name), code]));
    for (const [name, code] of Object.entries(regions)) table.set(plainRegion(name), code);
    regionTables.set(country, table);
  }
  return table.get(plainRegion(text));
}

/** Each once, the most frequent first: the name of a clock is then that of most places. */
function byFrequency(names: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const order = (a: string, b: string): number =>
    (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1);
  return [...counts.keys()].sort(order);
}

const zonesOf = (towns: readonly Town[]): string[] => byFrequency(towns.flatMap(zonesOfTown));
const regionsAround = (towns: readonly Town[]): string[] => byFrequency(towns.map((t) => t.region));

/** A clock of fewer places of a region than this is a mistake of the gazetteer at the border. */
const FEW = { places: 3, share: 0.05 };

const regionZones = new Map<string, readonly string[]>();

/** All clocks of a region. */
export function zonesOfRegion(country: string, region: string): readonly string[] {
  const key = `${country}/${region}`;
  const zones = regionZones.get(key) ?? clocksIn(country, region);
  regionZones.set(key, zones);
  return zones;
}

function clocksIn(country: string, region: string): string[] {
  const towns = townsIn(country, region);
  const counts = new Map<string, number>();
  for (const zone of towns.flatMap(zonesOfTown)) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return byFrequency(towns.flatMap(zonesOfTown)).filter((zone) => {
    const count = counts.get(zone) ?? 0;
    return count >= FEW.places || count >= FEW.share * towns.length;
  });
}

/** A town so much larger than its namesakes is meant where nothing else is said. */
const BY_FAR = { people: 50_000, times: 10 };

function largest(towns: readonly Town[]): readonly Town[] {
  const first = [...towns].sort((a, b) => b.people - a.people)[0];
  if (first === undefined || first.people < BY_FAR.people) return towns;
  const far = ({ latitude, longitude }: Town): boolean =>
    Math.abs(latitude - first.latitude) + Math.abs(longitude - first.longitude) > 1;
  const rivals = towns.filter((town) => far(town) && town.people * BY_FAR.times > first.people);
  return rivals.length === 0 ? towns.filter((town) => !far(town)) : towns;
}

/** The regions where a number of these digits may be: the first list that has what is looked for counts. */
function regionLists(prefix: string, { within = {} }: Plan): readonly (readonly string[])[] | null {
  const area = areaOf(prefix, within);
  const lists = area === undefined ? undefined : within[area];
  return lists === undefined ? null : lists.map((list) => list?.split(' ') ?? []);
}

function townsWithin(
  towns: readonly Town[],
  lists: readonly (readonly string[])[] | null,
): readonly Town[] {
  if (lists === null) return towns;
  for (const list of lists) {
    const inside = towns.filter((town) => list.includes(town.region));
    if (inside.length > 0) return inside;
  }
  return [];
}

/** Towns that one name joins are near each other: where one of them is surely in a region, so are the others. */
function together(found: readonly (readonly Town[])[]): (readonly Town[])[] {
  const sure = new Set(found.map(regionsAround).flatMap((one) => (one.length === 1 ? one : [])));
  return found.map((towns) => {
    const near = towns.filter((town) => sure.has(town.region));
    return near.length > 0 ? near : largest(towns);
  });
}

const NOTHING = { towns: [], regions: [], missing: [] } as const;

/** Where `Jalapa/Tuzamapan, VER` is. `prefix`: the digits behind the calling code. */
export function clocksOfName(name: string, prefix: string, plan: Plan): Located {
  const { country, otherwise = {} } = plan;
  const reviewed = exceptionsOf(country);
  const whole = reviewed.get(name);
  if (whole !== undefined) return { ...NOTHING, zones: whole.zones, by: 'reviewed' };
  const [, head = name, tail] = /^(.*?)(?: - |, )([^/,]+)$/.exec(name) ?? [];
  const own = tail === undefined ? undefined : regionNamed(tail, plan);
  const lists = own === undefined ? regionLists(prefix, plan) : [[own]];
  const parts = (own === undefined ? name : head)
    .split(/\s*[/(),]\s*/)
    .filter((part) => part !== '');
  const asRegion = parts.map((part) => (own === undefined ? regionNamed(part, plan) : undefined));
  const asTowns = together(
    parts.map((part, nth) =>
      asRegion[nth] !== undefined ? [] : townsWithin(townsNamed(country, part), lists),
    ),
  );
  const towns = asTowns.flat();
  const known = parts.flatMap((part) => reviewed.get(part)?.zones ?? []);
  const missing = parts.filter(
    (part, nth) => asRegion[nth] === undefined && asTowns[nth]?.length === 0 && !reviewed.has(part),
  );
  const named = asRegion.filter((region) => region !== undefined);
  const found = zonesOf(towns);
  const unknown = missing.length > 0 && towns.length === 0;
  const rest = unknown ? otherwise[areaOf(prefix, otherwise) ?? ''] : undefined;
  if (rest !== undefined && named.length === 0 && known.length === 0)
    return { ...NOTHING, zones: rest.split('+'), by: 'area', missing };
  const inRegion = unknown ? (lists?.[0] ?? []) : [];
  const regions = [...named, ...inRegion];
  const ofRegions = regions.flatMap((region) => zonesOfRegion(country, region));
  const zones = [...new Set([...found, ...known, ...ofRegions])];
  const by = zones.length === 0 ? 'nothing' : regions.length > 0 ? 'region' : 'town';
  return {
    zones,
    by,
    towns,
    regions: [...new Set([...regions, ...regionsAround(towns)])],
    missing,
  };
}
