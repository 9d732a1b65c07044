/** Invented people in many places, each with what the oracle needs to know: the zones and the records of the law. */
export interface PlaceOfLaw {
  /** The first digits of a fictional range, to be completed by two. */
  readonly prefix: string;
  readonly timezone?: string;
  readonly state?: string;
  readonly country?: string;
  readonly zones: readonly string[];
  readonly ids: readonly string[];
}

const us = (
  state: string,
  [area, timezone]: readonly [string, string],
  ids: readonly string[],
): PlaceOfLaw => ({
  prefix: `+1${area}55501`,
  timezone,
  state,
  zones: [timezone],
  ids: ['US', ...ids],
});

/** A British number of somebody who lives elsewhere: both laws and both clocks count. */
const from = (
  nth: number,
  place: { country: string; zones: readonly string[]; ids: readonly string[] },
): PlaceOfLaw => ({
  prefix: `+447700900${nth}`,
  country: place.country,
  zones: ['Europe/London', ...place.zones],
  ids: ['GB', ...place.ids],
});

export const PLACES: readonly PlaceOfLaw[] = [
  us('AL', ['205', 'America/Chicago'], ['US-AL']),
  us('CT', ['203', 'America/New_York'], ['US-CT']),
  us('FL', ['305', 'America/New_York'], ['US-FL']),
  us('KY', ['502', 'America/New_York'], ['US-KY']),
  us('LA', ['504', 'America/Chicago'], ['US-LA']),
  us('MS', ['601', 'America/Chicago'], ['US-MS']),
  us('NY', ['212', 'America/New_York'], []),
  us('RI', ['401', 'America/New_York'], ['US-RI']),
  us('TX', ['214', 'America/Chicago'], ['US-TX']),
  us('WA', ['206', 'America/Los_Angeles'], ['US-WA']),
  us('IN', ['317', 'America/New_York'], ['cautious']),
  us('ME', ['207', 'America/New_York'], ['US-ME']),
  us('PA', ['215', 'America/New_York'], ['US-PA']),
  us('SD', ['605', 'America/Chicago'], ['US-SD']),
  us('UT', ['801', 'America/Denver'], ['US-UT']),
  us('CA', ['415', 'America/Los_Angeles'], ['US-CA']),
  // No address: every zone of the area code.
  {
    prefix: '+120855501',
    zones: ['America/Boise', 'America/Los_Angeles'],
    ids: ['US'],
  },
  { prefix: '+141655501', zones: ['America/Toronto'], ids: ['CA'] },
  { prefix: '+331990012', zones: ['Europe/Paris'], ids: ['FR'] },
  { prefix: '+331990013', timezone: 'Indian/Reunion', zones: ['Indian/Reunion'], ids: ['FR'] },
  { prefix: '+614915701', timezone: 'Australia/Perth', zones: ['Australia/Perth'], ids: ['AU'] },
  from(1, { country: 'IT', zones: ['Europe/Rome'], ids: ['IT'] }),
  from(2, { country: 'NL', zones: ['Europe/Amsterdam'], ids: ['NL'] }),
  from(3, { country: 'IN', zones: ['Asia/Kolkata'], ids: ['IN'] }),
  from(4, { country: 'ZA', zones: ['Africa/Johannesburg'], ids: ['ZA'] }),
  from(5, { country: 'AE', zones: ['Asia/Dubai'], ids: ['AE'] }),
  from(6, { country: 'CO', zones: ['America/Bogota'], ids: ['CO'] }),
  from(7, { country: 'DE', zones: ['Europe/Berlin'], ids: ['DE'] }),
];

const HEADER = 'phone,timezone,state,country,place';

export function peopleByLaw(each: number): string {
  const rows = PLACES.flatMap((place, index) =>
    Array.from({ length: each }, (_, nth) => {
      const number = `${place.prefix}${String(nth).padStart(2, '0')}`;
      const cells = [number, place.timezone ?? '', place.state ?? '', place.country ?? '', index];
      return cells.join(',');
    }),
  );
  return [HEADER, ...rows].join('\n');
}
