import { clockOf } from '../../zones/clocks.ts';
import { allTowns, type Town } from './gazetteer.ts';
import { zonesOfTown } from './polygons.ts';

/** How far a clock has to be from a town for the town's numbers not to be of that clock. */
const KILOMETRES = 200;
const OF_A_DEGREE = 111;

const places = new Map<string, readonly Town[]>();

/** Places of a country that keep a clock: at most one for each tenth of a degree. */
function placesWith(clock: number, country: string): readonly Town[] {
  const key = `${country} ${String(clock)}`;
  const before = places.get(key);
  if (before !== undefined) return before;
  const thinned = new Map<string, Town>();
  for (const town of allTowns(country)) {
    if (!zonesOfTown(town).some((zone) => clockOf(zone) === clock)) continue;
    thinned.set(`${town.latitude.toFixed(1)} ${town.longitude.toFixed(1)}`, town);
  }
  const found = [...thinned.values()];
  places.set(key, found);
  return found;
}

function distance(a: Town, b: Town): number {
  const north = a.latitude - b.latitude;
  const east = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east) * OF_A_DEGREE;
}

/** Whether somebody within a few hours of these towns keeps that time. */
export function isNear(zone: string, towns: readonly Town[]): boolean {
  const [first] = towns;
  if (first === undefined) return false;
  const others = placesWith(clockOf(zone), first.country);
  return towns.some((town) => others.some((other) => distance(town, other) <= KILOMETRES));
}
