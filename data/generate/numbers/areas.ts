import { googleAreaNames, googleMap } from './google.ts';
import { NEW_AREAS, SPLIT_AREAS, WRONG_AREAS } from './nanp.ts';
import { CANADIAN_PROVINCES, OTHER_STATE_NAMES, US_STATES } from '../postal/states.ts';

const ISLANDS = new Set(['US-AS', 'US-GU', 'US-MP', 'US-PR', 'US-VI']);

export interface Area {
  /** States or provinces, as US-ID or CA-ON. */
  readonly in: readonly string[];
  readonly zones: readonly string[];
  readonly from?: string;
}

/**
 * The area codes of the United States and Canada. A number's zones are all those that any exchange of its
 * area code has, in Google's map or by our own list: exchanges move, and Google's default for the unlisted
 * ones is the wrong half of a split code more often than not.
 */
export function areaCodes(): Map<string, Area> {
  const places = new Map<string, readonly string[]>();
  for (const [code, names] of googleAreaNames()) {
    places.set(code, [...new Set(names.flatMap(placesIn))]);
  }
  for (const [code, { in: place }] of Object.entries(NEW_AREAS)) places.set(code, [place]);
  const zones = zonesByArea();
  const areas = new Map<string, Area>();
  for (const [code, found] of places) {
    const known = zones.get(code) ?? zones.get(NEW_AREAS[code]?.overlays ?? '');
    // The islands that share the calling code are countries of their own.
    if (found.length === 0 || found.some((place) => ISLANDS.has(place))) continue;
    if (known === undefined) throw new Error(`no zone for area code ${code}`);
    const from = NEW_AREAS[code]?.from;
    areas.set(code, { in: found, zones: [...known], ...(from === undefined ? {} : { from }) });
  }
  return areas;
}

function zonesByArea(): Map<string, Set<string>> {
  const zones = new Map<string, Set<string>>();
  const add = (code: string, more: readonly string[]): void => {
    zones.set(code, new Set([...(zones.get(code) ?? []), ...more]));
  };
  for (const [codes, split] of SPLIT_AREAS) for (const code of codes.split(' ')) add(code, split);
  for (const [prefix, found] of googleMap()) {
    if (!/^1\d{3}/.test(prefix)) continue;
    const code = prefix.slice(1, 4);
    add(code, WRONG_AREAS[code] ?? found);
  }
  return zones;
}

/** `New Jersey`, `Chicago, IL`, `Nova Scotia/Prince Edward Island` as US-NJ, US-IL, CA-NS and CA-PE. */
function placesIn(name: string): string[] {
  const short = /, ([A-Z]{2})$/.exec(name)?.[1];
  if (short !== undefined) return placeOf(short);
  return name.split('/').flatMap(placeOf);
}

function placeOf(name: string): string[] {
  const other = OTHER_STATE_NAMES[name.toLowerCase()];
  if (other !== undefined) return [other];
  for (const [country, states] of [
    ['US', US_STATES],
    ['CA', CANADIAN_PROVINCES],
  ] as const) {
    for (const [code, state] of Object.entries(states)) {
      if (name === code || name === state.name) return [`${country}-${code}`];
    }
  }
  return [];
}
