import { readFileSync } from 'node:fs';
import moment from 'moment-timezone';
import type { RegionData } from '../../../data/generate/audit/map/regions.ts';
import { recordedExchanges } from '../../../data/generate/evidence/exchanges.ts';
import { geocoder } from '../../../data/generate/numbers/google.ts';
import { placeKey, recordedPlaces } from '../../../data/generate/evidence/places.ts';
import { PLANS } from '../../../data/generate/numbers/plans.ts';
import { recordedPostal } from '../../../data/generate/evidence/postal.ts';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { locate, type PlaceTables } from '../../../src/domain/phone/place/place.ts';

/** Holds the shipped tables against what the audit found on the map: `data/audit/`, or a folder of a fresh audit. */

const { rules } = loadReference();

export const RECORDED = new URL('../../../data/audit/', import.meta.url);

const keeps = (zones: readonly string[], zone: string): boolean =>
  zones.some((one) => one === zone || rules.sameRules(one, rules.canonical(zone) ?? zone));

/** The geocoder names the state alone, and narrower knowledge stands in `prefixes.ts`, with its reason. */
const NARROWED = new Set(['52614', '52656']);

/** The towns below a region's digits are named one by one, and tell more than the region. */
const isListed = (prefix: string, named: ReturnType<typeof geocoder>): boolean =>
  named.filter(([other]) => other !== prefix && other.startsWith(prefix)).length >= 20;

/** Prefixes whose place keeps another clock, by the map, than any by which its numbers are called. */
export function prefixesOutside({ prefixes, regions }: PlaceTables, folder = RECORDED): string[] {
  const recorded = recordedPlaces(folder);
  const found: string[] = [];
  for (const [code, plan] of Object.entries(PLANS)) {
    const everywhere = regions[plan.country] ?? [];
    const named = geocoder(code);
    for (const [prefix, name] of named) {
      const digits = `${code}${prefix}`;
      const evidence = recorded.get(code)?.get(placeKey(name, prefix, plan));
      const candidates = prefixes.entryOf(`+${digits}`)?.zones ?? everywhere;
      for (const zone of evidence?.zones ?? ['none']) {
        if (keeps(candidates, zone) || NARROWED.has(digits)) continue;
        if (evidence?.by !== 'region' || !isListed(prefix, named))
          found.push(`${digits} ${name}: ${zone}`);
      }
    }
  }
  return found;
}

/** Of no place: the postal code alone tells where. */
export const FREE_PHONE = {
  e164: '+18005550123',
  region: 'US',
  type: 'non_geographic',
  validity: 'valid',
} as const;

/** Where a postal code alone puts a person. */
function byCode(code: string, country: string, tables: PlaceTables): readonly string[] {
  const evidence = { timezone: null, postalCode: code, state: null, country };
  const found = locate(FREE_PHONE, evidence, { ...tables, rules });
  return 'problem' in found ? [] : found.zones;
}

/** West Wendover keeps Utah's time by custom, Mesquite Nevada's: their centres say otherwise. */
const BY_CUSTOM = new Set(['89024', '89883']);

/** ZIP codes whose centre, or one of whose counties, keeps another clock. */
export function zipsOutside(tables: PlaceTables, folder = RECORDED): string[] {
  const { zips, counties } = recordedPostal(folder);
  const ofCounties = Object.entries(counties).flatMap(([zip, zones]) =>
    zones.map((zone) => [zip, zone] as const),
  );
  return [...zips, ...ofCounties]
    .filter(([zip, zone]) => !BY_CUSTOM.has(zip) && !keeps(byCode(zip, 'US', tables), zone))
    .map(([zip, zone]) => `${zip}: ${zone}`);
}

/** Canadian sorting areas whose centre keeps another clock. */
export const sortingOutside = (tables: PlaceTables, folder = RECORDED): string[] =>
  [...recordedPostal(folder).sorting]
    .filter(([code, zone]) => !keeps(byCode(code, 'CA', tables), zone))
    .map(([code, zone]) => `${code}: ${zone}`);

/** Area codes with an exchange whose town keeps another clock. */
export function areasOutside({ areaCodes, exchanges }: PlaceTables, folder = RECORDED): string[] {
  const { areas, beside } = recordedExchanges(folder);
  return Object.entries(areas).flatMap(([code, zones]) => {
    const own = areaCodes[code]?.zones ?? [];
    const ofExchanges = Object.entries(beside)
      .filter(([digits]) => digits.startsWith(code) && exchanges[digits] !== undefined)
      .map(([, { zone }]) => zone);
    return zones
      .filter((zone) => !keeps([...own, ...ofExchanges], zone))
      .map((zone) => `${code} ${zone}`);
  });
}

/** More caution than the map asks for, each with its reason. */
const BESIDE_THE_MAP = new Set([
  // The coast of Labrador beside Blanc-Sablon, which keeps four hours behind UTC all year.
  ...['709 America/Puerto_Rico', '879 America/Puerto_Rico'],
  // The western Aleutians, of which the gazetteer names no town.
  ...['907 America/Adak', '907 Pacific/Honolulu'],
]);

/** Area codes under a clock that no place of their states keeps: many name no exchange by which they could be judged. */
export function codesOutside({ areaCodes }: PlaceTables, folder = RECORDED): string[] {
  const regions = regionsIn(folder);
  return Object.entries(areaCodes).flatMap(([code, { in: places, zones }]) => {
    const kept = places.flatMap((place) => Object.keys(regions[place] ?? {}));
    return zones
      .filter((zone) => kept.length > 0 && !isKept(zone, kept))
      .map((zone) => `${code} ${zone}`)
      .filter((line) => !BESIDE_THE_MAP.has(line));
  });
}

const MOMENTS = Array.from({ length: 100 }, (_, nth) => Date.UTC(2026, 11, 1 + 7 * nth, 12));
const offsetOf = (zone: string, at: number): number => moment.tz(at, zone).utcOffset();

/** Whether the time of a zone is at every moment that of one of the others. */
const isKept = (zone: string, others: readonly string[]): boolean =>
  MOMENTS.every((at) => others.some((other) => offsetOf(other, at) === offsetOf(zone, at)));

const regionsIn = (folder: URL): RegionData =>
  JSON.parse(readFileSync(new URL('regions.json', folder), 'utf8')) as RegionData;

/** States, and countries whose numbers name no towns, with a place whose time is that of none of their clocks. */
export const regionsOutside = ({ states, regions }: PlaceTables, folder = RECORDED): string[] =>
  Object.entries(regionsIn(folder)).flatMap(([region, zones]) => {
    const own = states[region]?.zones ?? regions[region] ?? [];
    return Object.keys(zones)
      .filter((zone) => !isKept(zone, own))
      .map((zone) => `${region}: ${zone}`);
  });

/** What finds the entries of a kind that the map disproves. */
export type Judge = typeof prefixesOutside;

/** Everything that the map disproves. */
export const outside: Judge = (tables, folder = RECORDED) => [
  ...prefixesOutside(tables, folder),
  ...zipsOutside(tables, folder),
  ...sortingOutside(tables, folder),
  ...areasOutside(tables, folder),
  ...codesOutside(tables, folder),
  ...regionsOutside(tables, folder),
];
