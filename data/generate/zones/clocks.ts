import { zoneData, zonesOfCountry } from './zones.ts';

const { names } = zoneData();

/** Two zones with one number show the same time in all the years that we know. */
export function clockOf(zone: string): number {
  const clock = names[zone];
  if (clock === undefined) throw new Error(`${zone} is no zone`);
  return clock;
}

/** One name for each clock: the first of the list. */
export function oneOfEachClock(zones: Iterable<string>): string[] {
  const kept = new Map<number, string>();
  for (const zone of zones) {
    const clock = clockOf(zone);
    if (!kept.has(clock)) kept.set(clock, zone);
  }
  return [...kept.values()];
}

/** One name for each clock: that of most people of the country. */
export function namedIn(country: string, zones: Iterable<string>): string[] {
  const own = oneOfEachClock(zonesOfCountry(country));
  return oneOfEachClock(zones).map(
    (zone) => own.find((other) => clockOf(other) === clockOf(zone)) ?? zone,
  );
}
