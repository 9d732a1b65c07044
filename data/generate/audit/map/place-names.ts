import { clockOf, oneOfEachClock } from '../../zones/clocks.ts';
import { geocoder, googleMap } from '../../numbers/google.ts';
import { byPrefix, placeKey, type PlaceEvidence } from '../../evidence/places.ts';
import { clocksOfName, zonesOfRegion, type Located } from './name-clocks.ts';
import { isNear } from './near.ts';
import { PLANS, type Plan } from '../../numbers/plans.ts';

/** Every name that the geocoder writes beside prefixes of countries with several clocks, by calling code. */
export function placeNames(): Map<string, Map<string, PlaceEvidence>> {
  const google = googleMap();
  const all = new Map<string, Map<string, PlaceEvidence>>();
  for (const [code, plan] of Object.entries(PLANS)) {
    const names = new Map<string, { found: Located; google: Set<string> }>();
    for (const [prefix, name] of geocoder(code)) {
      const key = placeKey(name, prefix, plan);
      const known = names.get(key) ?? {
        found: clocksOfName(name, prefix, plan),
        google: new Set<string>(),
      };
      for (const zone of byPrefix(`${code}${prefix}`, google) ?? []) known.google.add(zone);
      names.set(key, known);
    }
    const judged = [...names].map(
      ([key, one]) => [key, evidenceOf(one.found, one.google, plan)] as const,
    );
    all.set(code, new Map(judged));
  }
  return all;
}

function evidenceOf(found: Located, google: Iterable<string>, { country }: Plan): PlaceEvidence {
  const zones = oneOfEachClock(found.zones);
  if (zones.length === 0) throw new Error(`nobody knows where ${JSON.stringify(found)} is`);
  const clocks = new Set(zones.map(clockOf));
  const inRegions = new Set(
    found.regions.flatMap((region) => zonesOfRegion(country, region)).map(clockOf),
  );
  const believed = oneOfEachClock(google).filter(
    (zone) =>
      !clocks.has(clockOf(zone)) &&
      (found.by === 'region' ? inRegions.has(clockOf(zone)) : isNear(zone, found.towns)),
  );
  return { by: found.by, zones, believed };
}
