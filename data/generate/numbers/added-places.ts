import { clockOf } from '../zones/clocks.ts';
import { recordedExchanges } from '../evidence/exchanges.ts';
import { sorted } from '../format.ts';
import { geocoder, googleMap, GOOGLE_SOURCE } from './google.ts';
import { byPrefix, placeKey, recordedPlaces } from '../evidence/places.ts';
import { PLANS } from './plans.ts';
import { prefixes } from './prefixes.ts';

/** For each prefix, the name of its place and the clocks of that place. */
type Named = ReadonlyMap<string, readonly [name: string, clocks: ReadonlySet<number>]>;

function namedOf(code: string): Named {
  const plan = PLANS[code];
  const recorded = recordedPlaces().get(code);
  const named = new Map<string, readonly [string, ReadonlySet<number>]>();
  for (const [prefix, name] of plan === undefined ? [] : geocoder(code)) {
    const zones = plan && recorded?.get(placeKey(name, prefix, plan))?.zones;
    named.set(`${code}${prefix}`, [name, new Set((zones ?? []).map(clockOf))]);
  }
  return named;
}

/** `Marble Bar and others` of `Marble Bar/Millstream/Mitchell`. */
function short(name: string): string {
  const [first = '', ...others] = name.split('/').map((part) => part.trim());
  return others.length === 0 ? first : `${first} and others`;
}

/** A place of that clock: that of the digits themselves, one that shorter digits are named for, or one of longer. */
function placeOf(digits: string, zone: string, named: Named): string | undefined {
  const isThere = (clocks: ReadonlySet<number>): boolean => clocks.has(clockOf(zone));
  const own = byPrefix(digits, named);
  if (own !== undefined && isThere(own[1])) return own[0];
  const below = [...named].filter(
    ([other, [, clocks]]) => other.startsWith(digits) && isThere(clocks),
  );
  return below.sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))[0]?.[1][0];
}

/**
 * The clocks that Google's map does not have for some first digits, each with a place that keeps it:
 * `"52614": { "America/Mexico_City": "Chihuahua, CHIH" }`.
 */
function addedPlaces(): [digits: string, places: Record<string, string>][] {
  const google = googleMap();
  const all = prefixes();
  return Object.keys(PLANS).flatMap((code) => {
    const named = namedOf(code);
    const own = [...all].filter(([digits]) => digits.startsWith(code));
    return own.flatMap(([digits, zones]): [string, Record<string, string>][] => {
      const listed = new Set((byPrefix(digits, google) ?? []).map(clockOf));
      const added = zones
        .filter((zone) => !listed.has(clockOf(zone)))
        .map((zone) => [zone, placeOf(digits, zone, named)] as const)
        .flatMap(([zone, name]) => (name === undefined ? [] : [[zone, short(name)] as const]));
      return added.length === 0 ? [] : [[digits, Object.fromEntries(added)]];
    });
  });
}

/** `named-places.json` */
export function namedPlaces(): Record<string, unknown> {
  const exchanges = Object.entries(recordedExchanges().beside).map(
    ([digits, { place, zone }]) => [`1${digits}`, { [zone]: place }] as const,
  );
  return {
    what: 'Places that keep a clock which Google’s map does not have for the first digits of their numbers',
    source: `${GOOGLE_SOURCE}; where each is was looked up by the audit`,
    places: sorted([...addedPlaces(), ...exchanges]),
  };
}
