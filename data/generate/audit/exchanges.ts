import { areaCodes } from '../numbers/areas.ts';
import { clockOf, oneOfEachClock } from '../zones/clocks.ts';
import type { ExchangeEvidence } from '../evidence/exchanges.ts';
import { geocoder } from '../numbers/google.ts';
import type { Plan } from '../numbers/plans.ts';
import { US_STATES } from '../postal/states.ts';
import { clocksOfName } from './map/name-clocks.ts';

/** GeoNames' codes of the provinces; those of the states are their letters. */
export const PROVINCES: Readonly<Record<string, string>> = {
  ...{ AB: '01', BC: '02', MB: '03', NB: '04', NL: '05', NS: '07', ON: '08', PE: '09', QC: '10' },
  ...{ SK: '11', YT: '12', NT: '13', NU: '14' },
};

const UNITED_STATES: Plan = {
  country: 'US',
  regions: Object.fromEntries(Object.keys(US_STATES).map((state) => [state, state])),
};
const CANADA: Plan = { country: 'CA', regions: PROVINCES };

/** `Chicago, IL`: the places of that name in the state. A town of several clocks, or of none, proves nothing. */
function clockOfPlace(name: string): string | null {
  const [, town = '', state = ''] = /^(.*), ([A-Z]{2})$/.exec(name) ?? [];
  if (town === '') return null;
  const plan = PROVINCES[state] === undefined ? UNITED_STATES : CANADA;
  const { zones, by } = clocksOfName(name, '', plan);
  const clocks = oneOfEachClock(zones);
  return by === 'town' && clocks.length === 1 ? (clocks[0] ?? null) : null;
}

export function exchangeData(): ExchangeEvidence {
  const areas = areaCodes();
  const clocks = new Map<string, string[]>();
  const beside = new Map<string, { place: string; zone: string }>();
  const places = new Map<string, string | null>();
  let [named, found] = [0, 0];
  for (const [digits, place] of geocoder('1')) {
    const area = areas.get(digits.slice(0, 3));
    if (digits.length < 6 || area === undefined) continue;
    named += 1;
    const zone = places.get(place) ?? clockOfPlace(place);
    places.set(place, zone);
    if (zone === null) continue;
    found += 1;
    const code = digits.slice(0, 3);
    clocks.set(code, oneOfEachClock([...(clocks.get(code) ?? []), zone]));
    const known = area.zones.some((one) => clockOf(one) === clockOf(zone));
    if (!known) beside.set(digits, { place, zone });
  }
  return {
    named,
    found,
    areas: Object.fromEntries([...clocks].sort(([a], [b]) => (a < b ? -1 : 1))),
    beside: Object.fromEntries([...beside].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
