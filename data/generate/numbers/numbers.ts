import { getCountries } from 'libphonenumber-js/max';
import { abroad } from '../postal/abroad.ts';
import { areaCodes, type Area } from './areas.ts';
import { sortingAreas } from './canada.ts';
import { oneOfEachClock } from '../zones/clocks.ts';
import { recordedExchanges } from '../evidence/exchanges.ts';
import { sorted } from '../format.ts';
import { GOOGLE_SOURCE } from './google.ts';
import { AREA_CODES_AS_OF, NEW_AREAS } from './nanp.ts';
import { MOBILES_WITH_AREA, prefixes, SEVERAL_TIMES } from './prefixes.ts';
import {
  CANADIAN_LETTERS,
  CANADIAN_PROVINCES,
  OTHER_STATE_NAMES,
  US_STATES,
  ZIP_STATES,
} from '../postal/states.ts';
import { zonesOfCountry } from '../zones/zones.ts';

/** Regions with numbers of their own that tzdb does not list as countries. */
const OTHER_REGIONS: Readonly<Record<string, readonly string[]>> = {
  AC: ['Atlantic/St_Helena'],
  TA: ['Atlantic/St_Helena'],
  XK: ['Europe/Belgrade'],
};

/** Zones of tzdb in which no telephone rings: weather stations. */
const UNPEOPLED = new Set(['America/Danmarkshavn', 'Antarctica/Macquarie']);

/** Who has which time by number and by address. `release` is set by the caller, from the content. */
export function numberData(): Record<string, unknown> {
  const states = [
    ...Object.entries(US_STATES).map(([code, state]) => [`US-${code}`, state] as const),
    ...Object.entries(CANADIAN_PROVINCES).map(([code, state]) => [`CA-${code}`, state] as const),
  ];
  const names = states.map(([code, state]) => [state.name.toLowerCase(), code] as const);
  return {
    what: 'Time zones and jurisdictions by telephone number and by address',
    source: `${GOOGLE_SOURCE}; area codes as of ${AREA_CODES_AS_OF} and the rest by hand`,
    mobilesWithArea: MOBILES_WITH_AREA,
    prefixes: grouped(),
    areaCodes: sorted(withOverlays(areaCodes())),
    regions: sorted(getCountries().map((region) => [region, zonesOfRegion(region)])),
    states: sorted(states),
    stateNames: sorted([...names, ...Object.entries(OTHER_STATE_NAMES)]),
    letters: sorted(Object.entries(CANADIAN_LETTERS)),
    abroad: sorted(abroad()),
    sorting: sorted(sortingAreas()),
    exchanges: sorted(exchanges()),
    zipStates: ZIP_STATES,
  };
}

/** Which towns a new code's exchanges are of is in no list: any of those of the code that it overlays. */
function withOverlays(areas: ReadonlyMap<string, Area>): [string, Area][] {
  const beside = Object.entries(recordedExchanges().beside);
  return [...areas].map(([code, area]) => {
    const overlaid = NEW_AREAS[code]?.overlays;
    const towns = beside.filter(([exchange]) => exchange.slice(0, 3) === overlaid);
    if (towns.length === 0) return [code, area];
    const more = towns.map(([, { zone }]) => zone);
    return [code, { ...area, zones: oneOfEachClock([...area.zones, ...more]) }];
  });
}

const exchanges = (): [string, string[]][] =>
  Object.entries(recordedExchanges().beside).map(([digits, { zone }]) => [digits, [zone]]);

/** Prefixes by calling code and zones: `"61 Australia/Perth": "8510 8511"`. */
function grouped(): Record<string, string> {
  const groups = new Map<string, string[]>();
  for (const [digits, zones] of prefixes()) {
    const code = SEVERAL_TIMES.find((start) => digits.startsWith(start)) ?? '';
    const key = `${code} ${zones.join('+')}`;
    groups.set(key, [...(groups.get(key) ?? []), digits.slice(code.length)]);
  }
  return sorted([...groups].map(([key, list]) => [key, list.sort().join(' ')] as const));
}

function zonesOfRegion(region: string): readonly string[] {
  const zones = OTHER_REGIONS[region] ?? zonesOfCountry(region);
  const peopled = zones.filter((zone) => !UNPEOPLED.has(zone));
  if (peopled.length === 0) throw new Error(`no zone for ${region}`);
  return peopled;
}
