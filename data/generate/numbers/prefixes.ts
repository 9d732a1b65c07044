import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { clockOf, namedIn, oneOfEachClock } from '../zones/clocks.ts';
import { geocoder, googleMap } from './google.ts';
import { byPrefix, placeKey, recordedPlaces, type PlaceEvidence } from '../evidence/places.ts';
import { PLANS } from './plans.ts';
import { entriesOf, type Known } from './prefix-tree.ts';
import { zonesOfCountry } from '../zones/zones.ts';

/**
 * Calling codes of countries that keep several times. Everywhere else the country gives the zone, and
 * better than Google's map, which goes through CLDR's metazones and so puts Algiers into Paris, Rabat into
 * the Canaries, Tripoli and Gaza into Bucharest, Juba into Nairobi and Managua into Chicago. Papua New Guinea, Kiribati
 * and Micronesia have all their clocks: the geocoder names no towns there by which Google's map could be audited, and
 * its map has Chuuk and Yap under the clock of Pohnpei.
 */
const COUNTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PLANS).map(([code, { country }]) => [code, country]),
);

export const SEVERAL_TIMES: readonly string[] = Object.keys(COUNTRIES);

/** Calling codes whose mobile numbers have area codes of their own: there the digits tell the place. */
export const MOBILES_WITH_AREA = ['52', '54', '55', '86'] as const;

const SANTIAGO = 'America/Santiago';

/** Prefixes that neither Google's map nor its geocoder gets right, with all that is below them. */
export const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  '344': ['Europe/Madrid'],
  // Easter Island has these two blocks of Valparaíso's area code, and no other. `why` shows the island's clock for all
  // of that code all the same: Valparaíso is called two hours a day less than it could be, and never outside its own.
  '5632': [SANTIAGO],
  '5632210': ['Pacific/Easter', SANTIAGO],
  '5632255': ['Pacific/Easter', SANTIAGO],
  // Puebla, where Google lists New York and Tijuana.
  '52200': ['America/Mexico_City'],
  '52201': ['America/Mexico_City'],
  // The geocoder names the state alone; the plan of the regulator gives these to its two large cities.
  '52614': ['America/Chihuahua'],
  '52656': ['America/Ciudad_Juarez'],
  '740': ['Europe/Kaliningrad'],
  '7840': ['Europe/Kaliningrad', 'Europe/Moscow'],
  '97626': ['Asia/Ulaanbaatar'],
};

/** Beijing's time holds in all of China; Ürümqi's is kept beside it in one region, whose prefixes are listed. */
const ONE_OFFICIAL_TIME = '86';

const google = googleMap();
const places = recordedPlaces();

/** What is known of a prefix: its place by the map, and Google's clocks as far as the map does not disprove them. */
function known(digits: string, evidence: PlaceEvidence | undefined, isNamed: boolean): Known {
  const listed = byPrefix(digits, google) ?? [];
  if (evidence === undefined) return { zones: listed, of: 'listed' };
  const clocks = new Set([...evidence.zones, ...evidence.believed].map(clockOf));
  const believed = listed.filter((zone) => clocks.has(clockOf(zone)));
  if (!isNamed) {
    // Somewhere in the place that is named for shorter digits: Google's clock there, or that of most people.
    const zones = believed.length === 0 ? [] : [...evidence.zones.slice(0, 1), ...believed];
    return { zones: oneOfEachClock(zones), of: 'listed' };
  }
  return {
    zones: oneOfEachClock([...evidence.zones, ...believed]),
    of: evidence.by === 'region' ? 'region' : 'place',
  };
}

/** Whether numbers below a prefix that no place is named for may be mobiles, which are of their whole country. */
function mayRoam(digits: string): boolean {
  if (MOBILES_WITH_AREA.some((code) => digits.startsWith(code))) return false;
  return Array.from({ length: 100 }, (_, nth) => {
    const rest = String(nth * 10_101_010_101).padStart(12, '0');
    return [9, 8, 10, 11].some((length) => {
      const number = parsePhoneNumberFromString(`+${(digits + rest).slice(0, length + 2)}`);
      return /MOBILE/.test(number?.getType() ?? '');
    });
  }).some(Boolean);
}

/** All that is known of the prefixes of one calling code. */
function knownOf(code: string): Map<string, Known> {
  const plan = PLANS[code];
  const evidence = new Map<string, PlaceEvidence>();
  for (const [prefix, name] of plan === undefined ? [] : geocoder(code)) {
    const found = plan && places.get(code)?.get(placeKey(name, prefix, plan));
    if (found === undefined) throw new Error(`the audit has not seen ${name}: npm run generate`);
    evidence.set(`${code}${prefix}`, found);
  }
  const table = new Map<string, Known>();
  const listed = [...google.keys()].filter((digits) => digits.startsWith(code));
  for (const digits of [...evidence.keys(), ...listed]) {
    if (digits === code || /^7[67]/.test(digits) || table.has(digits)) continue;
    const place = byPrefix(digits, evidence);
    const country = plan?.country;
    const everywhere = place === undefined && country !== undefined && mayRoam(digits);
    const all = everywhere ? oneOfEachClock(zonesOfCountry(country)) : [];
    const found = known(digits, place, evidence.has(digits));
    table.set(digits, everywhere ? { zones: all, of: 'listed' } : found);
  }
  for (const [digits, zones] of Object.entries(BY_HAND)) {
    if (!digits.startsWith(code)) continue;
    for (const other of table.keys()) if (other.startsWith(digits)) table.delete(other);
    table.set(digits, { zones, of: 'place' });
  }
  return table;
}

/** In Russia and Chile each area code lies in a zone of its own name; elsewhere the largest zone of the clock says more. */
const named = (country: string, zones: readonly string[]): string[] =>
  country === 'RU' || country === 'CL' ? oneOfEachClock(zones) : namedIn(country, zones);

/** The zones of land lines by first digits, in the countries where the country does not tell. */
export function prefixes(): Map<string, readonly string[]> {
  return new Map(
    SEVERAL_TIMES.flatMap((code) => {
      const country = COUNTRIES[code] ?? '';
      const entries = entriesOf(code, knownOf(code), { joined: code !== ONE_OFFICIAL_TIME });
      return entries.map(([digits, zones]) => [digits, named(country, zones)] as const);
    }),
  );
}
