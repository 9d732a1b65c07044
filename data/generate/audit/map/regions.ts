import { PROVINCES } from '../exchanges.ts';
import { allTowns, townsIn, UNNAMED, type Town } from './gazetteer.ts';
import { zonesOfTown } from './polygons.ts';
import { US_STATES } from '../../postal/states.ts';

/** How many places keep each zone, by region: `data/audit/regions.json`. */
export type RegionData = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A place in the middle of several polygons keeps all of their clocks. */
function counts(towns: readonly Town[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const zone of towns.flatMap(zonesOfTown)) found[zone] = (found[zone] ?? 0) + 1;
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The states and provinces of North America, and whole countries whose numbers name no towns. */
export function regionData(): RegionData {
  const states = Object.keys(US_STATES).map(
    (code) => [`US-${code}`, counts(townsIn('US', code))] as const,
  );
  const provinces = Object.entries(PROVINCES).map(
    ([code, region]) => [`CA-${code}`, counts(townsIn('CA', region))] as const,
  );
  const whole = UNNAMED.map((country) => [country, counts(allTowns(country))] as const);
  const all = [...states, ...provinces, ...whole];
  return Object.fromEntries(all.filter(([, found]) => Object.keys(found).length > 0));
}
