import type { ZoneRules } from '../time/zone-rules.ts';
import { byAddress, type AddressTables, type Evidence, type LocatedNumber } from './address.ts';
import { areaOf, type Area } from './tables.ts';

export type { Evidence, LocatedNumber } from './address.ts';

export interface Place {
  /** Candidate zones: one for each way in which their clocks behave, sorted. Empty: nobody knows. */
  readonly zones: readonly string[];
  /** Candidate jurisdictions: US-ID, CA-ON, GB. */
  readonly jurisdictions: readonly string[];
  /** The evidence that gave the zones. */
  readonly source: 'timezone' | 'postal_code' | 'state' | 'number' | 'none';
}

export interface LocateProblem {
  readonly problem: string;
  readonly column: 'timezone' | 'postal_code' | 'state';
}

/** `numbers.json` and `us-zips.json`. */
export interface PlaceTables extends AddressTables {
  /** Zones of land lines by first digits, in countries that keep several times. */
  readonly prefixes: Readonly<Record<string, readonly string[]>>;
  /** Calling codes whose mobile numbers have area codes too. */
  readonly mobilesWithArea: readonly string[];
  readonly areaCodes: Readonly<Record<string, Area>>;
  /** Zones of each country. */
  readonly regions: Readonly<Record<string, readonly string[]>>;
}

interface Found {
  readonly zones: readonly string[];
  readonly in: readonly string[];
}

const NOTHING: Found = { zones: [], in: [] };
/** Parts of the United States that have a country code of their own: its laws hold there. */
const US_TERRITORIES = new Set(['AS', 'GU', 'MP', 'PR', 'VI']);
const LONGEST_PREFIX = 9;

/**
 * Where a person may be, by the strongest evidence there is. A person takes the number along when moving,
 * so the address counts before it; what is not understood of an address leaves the word to the next.
 */
export function locate(
  number: LocatedNumber,
  evidence: Evidence,
  ref: PlaceTables & { readonly rules: ZoneRules },
): Place | LocateProblem {
  const address = byAddress(number, evidence, ref);
  const byDigits = byNumber(number, ref);
  const jurisdictions = [...new Set(address?.in ?? byDigits.in)].sort();
  const named = evidence.timezone?.trim() ?? '';
  if (named !== '') {
    const zone = ref.rules.canonical(named);
    if (zone === null) return unknownZone(named, ref.rules);
    return { zones: [zone], jurisdictions, source: 'timezone' };
  }
  if (address !== null) {
    return { zones: distinct(address.zones, ref.rules), jurisdictions, source: address.source };
  }
  return byNumberAndCountry(number, { byDigits, evidence }, ref);
}

/**
 * A row may name another country than its number: people move, and numbers roam. Nobody can say then which of
 * the two it is, so the hours must suit both.
 */
function byNumberAndCountry(
  number: LocatedNumber,
  known: { byDigits: Found; evidence: Evidence },
  ref: PlaceTables & { readonly rules: ZoneRules },
): Place {
  const { byDigits, evidence } = known;
  const country = evidence.country?.trim().toUpperCase() ?? '';
  const elsewhere = country === number.region ? [] : (ref.regions[country] ?? []);
  const zones = distinct([...byDigits.zones, ...elsewhere], ref.rules);
  const lawsOf = elsewhere.length === 0 ? byDigits.in : [...byDigits.in, country];
  const jurisdictions = [...new Set(lawsOf)].sort();
  return { zones, jurisdictions, source: zones.length === 0 ? 'none' : 'number' };
}

/** Takes names apart that were joined by `+`. A plus inside a name, as in Etc/GMT+5, has a digit behind it. */
export const joinedNames = (text: string): readonly string[] =>
  text === '' ? [] : text.split(/\+(?=[A-Za-z])/);

/** The calling group of a place, as the ledger stores it. */
export function groupOf(place: Place): string {
  return `${place.zones.join('+')}|${place.jurisdictions.join('+')}`;
}

/** The type decides: a land line tells its town, most mobiles only their country, a free-phone number nothing. */
function byNumber({ e164, region, type }: LocatedNumber, ref: PlaceTables): Found {
  if (region === null) return NOTHING;
  const country = [US_TERRITORIES.has(region) ? `US-${region}` : region];
  if (type === 'non_geographic') return { zones: [], in: country };
  const everywhere = ref.regions[region] ?? [];
  const area = region === 'US' || region === 'CA' ? areaOf(e164, ref.areaCodes) : undefined;
  if (area !== undefined) return area;
  const inArea =
    type === 'fixed' ||
    type === 'fixed_or_mobile' ||
    (type === 'mobile' && ref.mobilesWithArea.some((code) => e164.startsWith(`+${code}`)));
  const zones = inArea ? (byPrefix(e164, ref.prefixes) ?? everywhere) : everywhere;
  return { zones, in: country };
}

function byPrefix(e164: string, prefixes: PlaceTables['prefixes']): readonly string[] | undefined {
  for (let length = LONGEST_PREFIX; length > 0; length -= 1) {
    const zones = prefixes[e164.slice(1, 1 + length)];
    if (zones !== undefined) return zones;
  }
  return undefined;
}

/** One name for each way in which clocks behave: the first, since the tables name the largest zone first. */
function distinct(zones: readonly string[], rules: ZoneRules): string[] {
  const kept: string[] = [];
  for (const name of zones) {
    const zone = rules.canonical(name) ?? name;
    if (!kept.some((known) => known === zone || rules.sameRules(known, zone))) kept.push(zone);
  }
  return kept.sort();
}

function unknownZone(name: string, rules: ZoneRules): LocateProblem {
  const city = name.toLowerCase().replace(/\s+/g, '_');
  const near = rules
    .names()
    // Etc/GMT+5 is five hours west of Greenwich: the opposite of what GMT+5 means to whoever wrote it.
    .filter((zone) => !zone.startsWith('Etc/') && zone.toLowerCase().endsWith(`/${city}`));
  const hint = near.length === 1 ? `; did you mean ${String(near[0])}?` : '';
  return {
    problem: `"${name}" is not a time zone of release ${rules.release} of the time-zone rules${hint === '' ? '.' : hint}`,
    column: 'timezone',
  };
}
