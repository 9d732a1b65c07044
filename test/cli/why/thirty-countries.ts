/** Twenty thousand invented people over thirty countries, each with what the oracle needs to know of them. */
export interface Whereabouts {
  readonly zones: readonly string[];
  /** The records of the law that hold for them. */
  readonly ids: readonly string[];
  /** Where they live, as `data/audit/towns.json` names it: a country, or a state. */
  readonly home: string;
}

/** Countries of one clock, so that a British number of somebody there has exactly two candidate zones. */
const COUNTRIES: readonly (readonly [country: string, zone: string, id: string | null])[] = [
  ['GB', 'Europe/London', null],
  ['IT', 'Europe/Rome', 'IT'],
  ['NL', 'Europe/Amsterdam', 'NL'],
  ['DE', 'Europe/Berlin', 'DE'],
  ['AT', 'Europe/Vienna', 'AT'],
  ['FR', 'Europe/Paris', 'FR'],
  ['ZA', 'Africa/Johannesburg', 'ZA'],
  ['AE', 'Asia/Dubai', 'AE'],
  ['CO', 'America/Bogota', 'CO'],
  ['IN', 'Asia/Kolkata', 'IN'],
  ['IE', 'Europe/Dublin', null],
  ['BE', 'Europe/Brussels', null],
  ['CH', 'Europe/Zurich', null],
  ['PL', 'Europe/Warsaw', null],
  ['SE', 'Europe/Stockholm', null],
  ['NO', 'Europe/Oslo', 'NO'],
  ['DK', 'Europe/Copenhagen', null],
  ['FI', 'Europe/Helsinki', null],
  ['GR', 'Europe/Athens', null],
  ['RO', 'Europe/Bucharest', null],
  ['TR', 'Europe/Istanbul', null],
  ['EG', 'Africa/Cairo', null],
  ['MA', 'Africa/Casablanca', null],
  ['NG', 'Africa/Lagos', null],
  ['KE', 'Africa/Nairobi', null],
  ['IL', 'Asia/Jerusalem', null],
  ['SA', 'Asia/Riyadh', null],
  ['PK', 'Asia/Karachi', null],
];

/** British ranges that the regulator keeps for drama: a thousand numbers each. */
const DRAMA = [
  ...['1134960', '1144960', '1154960', '1164960', '1174960', '1184960', '1214960', '1314960'],
  ...['1414960', '1514960', '1614960', '2079460', '1914980', '2896496', '2920180', '1632960'],
  '7700900',
].map((digits) => `+44${digits}`);

/** American area codes of one clock, with their state and what holds there beside the federal rule. */
const AREAS: readonly (readonly [area: string, state: string, zone: string, id: string | null])[] =
  [
    ['205', 'AL', 'America/Chicago', 'US-AL'],
    ['203', 'CT', 'America/New_York', 'US-CT'],
    ['305', 'FL', 'America/New_York', 'US-FL'],
    ['312', 'IL', 'America/Chicago', 'US-IL'],
    ['504', 'LA', 'America/Chicago', 'US-LA'],
    ['410', 'MD', 'America/New_York', 'US-MD'],
    ['617', 'MA', 'America/New_York', 'US-MA'],
    ['601', 'MS', 'America/Chicago', 'US-MS'],
    ['702', 'NV', 'America/Los_Angeles', 'US-NV'],
    ['405', 'OK', 'America/Chicago', 'US-OK'],
    ['401', 'RI', 'America/New_York', 'US-RI'],
    ['206', 'WA', 'America/Los_Angeles', 'US-WA'],
    ['207', 'ME', 'America/New_York', 'US-ME'],
    ['215', 'PA', 'America/New_York', 'US-PA'],
    ['801', 'UT', 'America/Denver', 'US-UT'],
    ['212', 'NY', 'America/New_York', null],
    ['404', 'GA', 'America/New_York', null],
    ['303', 'CO', 'America/Denver', null],
    ['602', 'AZ', 'America/Phoenix', null],
    ['415', 'CA', 'America/Los_Angeles', 'US-CA'],
    ['808', 'HI', 'Pacific/Honolulu', null],
  ];

export interface Crowd {
  readonly csv: string;
  readonly where: ReadonlyMap<string, Whereabouts>;
  readonly countries: number;
}

export function aCrowd(count: number): Crowd {
  const lines = ['phone,country,state,timezone'];
  const where = new Map<string, Whereabouts>();
  const add = (phone: string, cells: readonly string[], at: Whereabouts): void => {
    if (where.size === count) return;
    lines.push([phone, ...cells].join(','));
    where.set(phone, at);
  };
  for (const [area, state, zone, id] of AREAS) {
    for (let i = 0; i < 100; i += 1) {
      const ids = id === null ? ['US'] : ['US', id];
      add(`+1${area}55501${two(i)}`, ['US', state, zone], {
        zones: [zone],
        ids,
        home: `US-${state}`,
      });
    }
  }
  // France keeps numbers for films as well, ten thousand in each range.
  for (let i = 0; i < 1_000; i += 1) {
    const phone = `+331990${String(i).padStart(5, '0')}`;
    add(phone, ['FR', '', ''], { zones: ['Europe/Paris'], ids: ['FR'], home: 'FR' });
  }
  // Toronto has a law of its own, and the thirtieth country.
  for (let i = 0; i < 100; i += 1) {
    const at = { zones: ['America/Toronto'], ids: ['CA'], home: 'CA' };
    add(`+141655501${two(i)}`, ['CA', 'ON', 'America/Toronto'], at);
  }
  for (let i = 0; where.size < count && i < DRAMA.length * 1_000; i += 1) {
    const [country, zone, id] = COUNTRIES[i % COUNTRIES.length] ?? ['GB', 'Europe/London', null];
    const range = DRAMA[i % DRAMA.length] ?? '';
    const phone = range + String(Math.floor(i / DRAMA.length)).padStart(3, '0');
    const zones = country === 'GB' ? [zone] : ['Europe/London', zone];
    add(phone, [country, '', ''], { zones, ids: id === null ? ['GB'] : ['GB', id], home: country });
  }
  return { csv: lines.join('\n'), where, countries: COUNTRIES.length + 2 };
}

const two = (value: number): string => String(value).padStart(2, '0');
