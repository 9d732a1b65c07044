import type { ZoneNames } from '../../time/zone-names.ts';
import type { ZoneRules } from '../../time/zone-rules.ts';
import {
  readAddress,
  readsAddress,
  unknownAddress,
  type AddressTables,
  type Evidence,
  type LocatedNumber,
} from './address.ts';
import { conflicts } from './conflicts.ts';
import { newArea, unusedState, type Doubt } from './doubts.ts';
import { insteadOfZone, unreadZone, zoneOf, type LocateProblem } from './named-zone.ts';
import type { PrefixZones } from './prefix-zones.ts';
import { areaOf, type Area } from './tables.ts';
import {
  distinct,
  overlap,
  shareClock,
  type DigitZones,
  type Found,
  type Source,
  type Witness,
  type Word,
} from './word.ts';
import { jurisdictionOf, type PlacesByZone } from './zone-places.ts';

export type { Evidence } from './address.ts';
export type { LocateProblem } from './named-zone.ts';
export type { Witness } from './word.ts';
export { jurisdictionOf } from './zone-places.ts';

/** Which way of locating this is. The ledger records it: under another every unfinished contact is located again. */
export const WAY_OF_LOCATING = 2;

export interface Place {
  /** Candidate zones: one for each way in which their clocks behave, sorted. Empty: nobody knows. */
  readonly zones: readonly string[];
  /** Candidate jurisdictions: US-ID, CA-ON, GB. */
  readonly jurisdictions: readonly string[];
  /** The strongest evidence that gave the zones. */
  readonly source: Source;
  /** All evidence that the zones are of. */
  readonly used: readonly Source[];
  /** The same with the clocks that each names, the strongest first. */
  readonly witnesses: readonly Witness[];
  /** What of the evidence contradicts the rest, or was not understood. */
  readonly doubts: readonly Doubt[];
}

/** What a campaign says of where people are. */
export interface LocateChoices {
  /** `address_first`: the strongest evidence counts. `intersect`: it must suit all of the evidence. */
  readonly location: 'address_first' | 'intersect';
  /** The zone of numbers that belong to no place; null: nobody is called there. */
  readonly nonGeographic: string | null;
}

export const LOCATE_BY_DEFAULT: LocateChoices = { location: 'address_first', nonGeographic: null };

/** `numbers.json` and `us-zips.json`. */
export interface PlaceTables extends AddressTables {
  /** Zones of land lines by first digits, in countries that keep several times. */
  readonly prefixes: PrefixZones;
  /** Calling codes whose mobile numbers have area codes too. */
  readonly mobilesWithArea: readonly string[];
  readonly areaCodes: Readonly<Record<string, Area>>;
  /** Zones of exchanges, such as 807597, under a clock that the rest of their area code does not have. */
  readonly exchanges: Readonly<Record<string, readonly string[]>>;
  /** Zones of each country. */
  readonly regions: Readonly<Record<string, readonly string[]>>;
  /** The same and the states, by zone. */
  readonly placesByZone: PlacesByZone;
  /** Time zones by the names that programs give them. */
  readonly zoneNames: ZoneNames;
}

const NOTHING: Found = { zones: [], in: [] };

/** What locating needs to know beside the person. */
interface LocateData extends PlaceTables {
  readonly rules: ZoneRules;
  readonly choices?: LocateChoices | undefined;
}

/**
 * Where a person may be, by the strongest evidence there is. A person takes the number along when moving,
 * so the address counts before it; what is not understood of an address leaves the word to the next, and is
 * said. A time zone tells no country: the laws stay those of the address, or of number and country. Where it
 * contradicts them, the person may also be where that clock is kept, and the laws of those places count as well.
 */
export function locate(
  number: LocatedNumber,
  evidence: Evidence,
  ref: LocateData,
): Place | LocateProblem {
  const { more = [], ...main } = evidence;
  const first = locateBy(number, main, ref);
  const others = more
    .map((address) => ({ ...main, ...address }))
    .filter((other) => saysMore(number, { main, other }, ref))
    .map((other) => locateBy(number, other, ref))
    .filter((place): place is Place => !('problem' in place));
  if (others.length === 0) return first;
  return everywhere('problem' in first ? others : [first, ...others], ref.rules);
}

/** An address that nobody can read, or that says no more than the first, adds nothing to the number. */
function saysMore(
  number: LocatedNumber,
  { main, other }: { main: Evidence; other: Evidence },
  ref: LocateData,
): boolean {
  if (readAddress(number, other, ref).length > 0) return true;
  const country = main.country ?? number.region;
  return other.country !== null && other.country !== country;
}

/** Nobody knows at which of these the person is: every clock and every law counts. */
function everywhere(places: readonly Place[], rules: ZoneRules): Place {
  const [first] = places;
  if (first === undefined) throw new Error('a person is at one place at least');
  const known = places.every(({ zones }) => zones.length > 0);
  const zones = known
    ? distinct(
        places.flatMap((place) => place.zones),
        rules,
      )
    : [];
  const doubts = new Map(places.flatMap((place) => place.doubts.map((one) => [one.text, one])));
  const several = zones.length > first.zones.length ? [SEVERAL] : [];
  return {
    zones,
    jurisdictions: [...new Set(places.flatMap((place) => place.jurisdictions))].sort(),
    source: first.source,
    used: [...new Set(places.flatMap((place) => place.used))],
    witnesses: places.flatMap((place) => place.witnesses),
    doubts: [...doubts.values(), ...several],
  };
}

const SEVERAL: Doubt = {
  kind: 'conflict',
  column: 'state',
  text: 'The row has several addresses, in places with other clocks: all of them count.',
};

function locateBy(
  number: LocatedNumber,
  evidence: Evidence,
  ref: LocateData,
): Place | LocateProblem {
  const { rules, choices = LOCATE_BY_DEFAULT } = ref;
  const named = evidence.timezone?.trim() ?? '';
  const zone = zoneOf(named, readsAddress(number, evidence), ref.zoneNames);
  const byDigits = byNumberAndCountry(number, evidence, ref);
  const address = readAddress(number, evidence, ref).map((word) => ({
    ...word,
    zones: distinct(word.zones, rules),
  }));
  const unread = named === '' || zone !== null ? null : unreadZone(named, rules);
  // The number alone would be a guess: a person with a zone of their own has moved, as like as not.
  if (unread !== null && !address.some(({ zones }) => zones.length > 0)) return unread;
  const words: Word[] = [
    ...(zone === null ? [] : [{ source: 'timezone' as const, zones: [zone], in: [] }]),
    ...address,
    byDigits,
  ];
  const [strongest = byDigits] = words;
  const all = choices.location === 'intersect';
  const used = all ? words.filter((word) => word.source !== 'none') : [strongest];
  // A code of the armed forces says that nobody knows the clock: no other evidence settles that.
  const known = used.every((word) => word.zones.length > 0);
  const legal = words.find((word) => word.in.length > 0) ?? byDigits;
  const beside = zone === null ? [] : placesBeside(zone, legal, ref);
  const laws = [...(all ? words.flatMap((word) => word.in) : legal.in), ...beside];
  return {
    zones: known
      ? distinct(
          used.flatMap((word) => word.zones),
          rules,
        )
      : [],
    jurisdictions: [...new Set(laws)].sort(),
    source: strongest.source,
    used: used.map((word) => word.source),
    witnesses: used,
    doubts: [
      ...(unread === null ? [] : [insteadOfZone(unread, address)]),
      ...newArea(number, ref.areaCodes),
      ...unknownAddress(number, evidence, ref),
      ...unusedState({ number, evidence, zone }, ref),
      ...conflicts(words, { rules, all, widened: beside.length > 0 }),
    ],
  };
}

/** The places of the row's time zone, where none of the other evidence says that the person is in one of them. */
function placesBeside(zone: string, legal: Word, ref: LocateData): readonly string[] {
  const kept = ref.placesByZone.get(zone) ?? [];
  if (legal.zones.length > 0) return shareClock([zone], legal.zones, ref.rules) ? [] : kept;
  // A soldier may be under any clock. A number of no place says only which country gave it out.
  return legal.source === 'none' && !overlap(kept, legal.in) ? kept : [];
}

/**
 * A row may name another country than its number: people move, and numbers roam. Nobody can say then which of
 * the two it is, so the hours must suit both.
 */
function byNumberAndCountry(number: LocatedNumber, evidence: Evidence, ref: LocateData): Word {
  const { nonGeographic } = ref.choices ?? LOCATE_BY_DEFAULT;
  const byDigits = byNumber(number, ref);
  const country = evidence.country?.trim().toUpperCase() ?? '';
  const elsewhere = country === number.region ? [] : (ref.regions[country] ?? []);
  const laws = elsewhere.length === 0 ? byDigits.in : [...byDigits.in, country];
  const placeless = number.type === 'non_geographic' && nonGeographic !== null;
  const own = placeless ? [nonGeographic] : byDigits.zones;
  const zones = distinct([...own, ...elsewhere], ref.rules);
  if (zones.length === 0) return { source: 'none', zones, in: laws };
  const source = placeless ? 'non_geographic' : 'number';
  const { digits } = byDigits;
  if (elsewhere.length === 0) return { source, zones, in: laws, digits };
  const parts: NonNullable<Word['parts']> = [
    { source, zones: own, in: byDigits.in, digits },
    { source: 'country', zones: elsewhere, in: [jurisdictionOf(country)] },
  ];
  return { source, zones, in: laws, parts };
}

/** Which evidence names a zone of the place, by that name or by another of the same clock; the strongest first. */
export function sourcesOf(
  zone: string,
  witnesses: readonly Witness[],
  rules: ZoneRules,
): readonly Witness['source'][] {
  const named = (other: string): boolean => {
    const known = rules.canonical(other) ?? other;
    return known === zone || rules.sameRules(known, zone);
  };
  return witnesses
    .flatMap((one) => one.parts ?? one)
    .flatMap(({ source, zones }) => (zones.some(named) ? source : []));
}

/** The digits of the number that name a zone of the place. */
export function digitsOf(
  zone: string,
  witnesses: readonly Witness[],
  rules: ZoneRules,
): DigitZones | null {
  const all = witnesses.flatMap((one) => one.parts ?? one).flatMap(({ digits = [] }) => digits);
  return all.find(({ zones }) => shareClock([zone], zones, rules)) ?? null;
}

/** The type decides: a land line tells its town, most mobiles only their country, a free-phone number nothing. */
function byNumber(
  { e164, region, type }: LocatedNumber,
  ref: PlaceTables,
): Found & Pick<Witness, 'digits'> {
  if (region === null) return NOTHING;
  const country = [jurisdictionOf(region)];
  if (type === 'non_geographic') return { zones: [], in: country };
  const everywhere = ref.regions[region] ?? [];
  const area = region === 'US' || region === 'CA' ? areaOf(e164, ref.areaCodes) : undefined;
  const exchange = ref.exchanges[e164.slice(2, 8)] ?? [];
  if (area !== undefined) {
    const named = { kind: 'exchange', digits: e164.slice(1, 8), zones: exchange } as const;
    const digits = exchange.length === 0 ? undefined : [named];
    return { ...area, zones: [...area.zones, ...exchange], digits };
  }
  const inArea =
    type === 'fixed' ||
    type === 'fixed_or_mobile' ||
    (type === 'mobile' && ref.mobilesWithArea.some((code) => e164.startsWith(`+${code}`)));
  const entry = inArea ? ref.prefixes.entryOf(e164) : undefined;
  if (entry === undefined) return { zones: everywhere, in: country };
  const { prefix, zones } = entry;
  return { zones, in: country, digits: [{ kind: 'prefix', digits: prefix, zones }] };
}
