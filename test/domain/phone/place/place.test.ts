import { formatGroup } from '../../../../src/domain/run/calling-group.ts';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../../src/adapters/reference/load.ts';
import { readNumber } from '../../../../src/domain/phone/number/number.ts';
import { locate, type Evidence, type Place } from '../../../../src/domain/phone/place/place.ts';

const { numbers: tables, places, rules } = loadReference();
const NOTHING: Evidence = { timezone: null, postalCode: null, state: null, country: null };

function answer(cell: string, evidence: Partial<Evidence> = {}): ReturnType<typeof locate> {
  const number = readNumber(cell, { defaultCountry: null, extract: false, tables });
  if (number.kind !== 'ok') throw new Error(`${cell}: ${number.message}`);
  return locate(number, { ...NOTHING, ...evidence }, { ...places, rules });
}

function place(cell: string, evidence: Partial<Evidence> = {}): Place {
  const found = answer(cell, evidence);
  if ('problem' in found) throw new Error(found.problem);
  return found;
}

const RUSSIA = [
  ...['Asia/Chita', 'Asia/Irkutsk', 'Asia/Kamchatka', 'Asia/Novosibirsk', 'Asia/Omsk'],
  ...['Asia/Sakhalin', 'Asia/Vladivostok', 'Asia/Yekaterinburg', 'Europe/Kaliningrad'],
  ...['Europe/Moscow', 'Europe/Ulyanovsk'],
].join('+');
const AUSTRALIA = [
  ...['Australia/Adelaide', 'Australia/Brisbane', 'Australia/Darwin', 'Australia/Eucla'],
  ...['Australia/Lord_Howe', 'Australia/Perth', 'Australia/Sydney'],
].join('+');

describe('by the number alone', () => {
  test.each([
    ['+12125550123', 'America/New_York|US-NY'],
    ['+13055550123', 'America/New_York|US-FL'],
    ['+18505550123', 'America/Chicago+America/New_York|US-FL'],
    ['+14235550123', 'America/Chicago+America/New_York|US-TN'],
    ['+12085550123', 'America/Boise+America/Los_Angeles|US-ID'],
    ['+16025550123', 'America/Phoenix|US-AZ'],
    ['+19075550123', 'America/Adak+America/Anchorage+Pacific/Honolulu|US-AK'],
    ['+18085550123', 'Pacific/Honolulu|US-HI'],
    ['+17875550123', 'America/Puerto_Rico|US-PR'],
    ['+18005550123', '|US'],
    ['+16045550123', 'America/Vancouver|CA-BC'],
    ['+33142685300', 'Europe/Paris|FR'],
    ['+262262123456', 'Indian/Reunion|RE'],
    ['+590590123456', 'America/Guadeloupe|GP'],
    ['+79161234567', `${RUSSIA}|RU`],
    ['+74232123456', 'Asia/Vladivostok|RU'],
    ['+5511912345678', 'America/Sao_Paulo|BR'],
    ['+5592912345678', 'America/Manaus|BR'],
    ['+61291234567', 'Australia/Sydney|AU'],
    ['+61892345678', 'Australia/Perth|AU'],
    ['+61412345678', `${AUSTRALIA}|AU`],
    ['+525512345678', 'America/Mexico_City|MX'],
    ['+526641234567', 'America/Tijuana|MX'],
    ['+6281234567890', 'Asia/Jakarta+Asia/Jayapura+Asia/Makassar|ID'],
    ['+34922123456', 'Atlantic/Canary|ES'],
    ['+351291123456', 'Europe/Lisbon|PT'],
    ['+919812345678', 'Asia/Kolkata|IN'],
    ['+447400123456', 'Europe/London|GB'],
    ['+4915112345678', 'Europe/Berlin|DE'],
  ])('the test number %s is in %s', (cell, group) => {
    expect(formatGroup(place(cell))).toBe(group);
  });
});

describe('by the number alone, where the published map is wrong or several zones are possible', () => {
  test.each([
    ['Orlando, which Google puts into Central', '+16895550123', 'America/New_York|US-FL'],
    ['an overlay of a split code', '+14485550123', 'America/Chicago+America/New_York|US-FL'],
    ['an overlay of a split code', '+13645550123', 'America/Chicago+America/New_York|US-KY'],
    ['a code that libphonenumber lacks', '+14365550123', 'America/New_York|US-OH'],
    ['a split code that it lacks', '+17295550123', 'America/Chicago+America/New_York|US-TN'],
    ['two provinces', '+19025550123', 'America/Halifax|CA-NS+CA-PE'],
    ['both sides of British Columbia', '+12505550123', 'America/Edmonton+America/Vancouver|CA-BC'],
    ['Kaliningrad, not Bucharest', '+74012123456', 'Europe/Kaliningrad|RU'],
    ['Saratov, not Moscow', '+78452123456', 'Europe/Saratov|RU'],
    ['Algiers, not Paris', '+21321234567', 'Africa/Algiers|DZ'],
    ['Rabat, not the Canaries', '+212537123456', 'Africa/Casablanca|MA'],
    ['Tripoli, not Bucharest', '+218212345678', 'Africa/Tripoli|LY'],
    ['Managua, not Chicago', '+50521234567', 'America/Managua|NI'],
    ['Juba, not Nairobi', '+211912345678', 'Africa/Juba|SS'],
    ['Gaza, not Bucharest', '+97022345678', 'Asia/Gaza|PS'],
    ['Tallinn, not Bucharest', '+3726123456', 'Europe/Tallinn|EE'],
    ['Recife, not Noronha', '+558132345678', 'America/Sao_Paulo|BR'],
    ['Brisbane, not Sydney', '+61732345678', 'Australia/Brisbane|AU'],
    ['Darwin, not Adelaide', '+61889812345', 'Australia/Darwin|AU'],
    ['Punta Arenas, not Santiago', '+56612212345', 'America/Punta_Arenas|CL'],
    ['Kazakhstan is not Russia', '+77011234567', 'Asia/Almaty|KZ'],
    ['Jamaica is not the United States', '+18765550123', 'America/Jamaica|JM'],
    ['Spanish mobiles roam to the Canaries', '+34612345678', 'Atlantic/Canary+Europe/Madrid|ES'],
    ['a number of no country', '+80012345678', '|'],
  ])('%s: %s', (_, cell, group) => {
    expect(formatGroup(place(cell))).toBe(group);
  });
});

describe('a number', () => {
  test('is the source, or none when it tells nothing', () => {
    expect(place('+12125550123').source).toBe('number');
    expect(place('+18005550123')).toMatchObject({ zones: [], source: 'none' });
  });

  test('of a type that the ledger kept and nobody knows today means the whole country', () => {
    const number = {
      e164: '+61291234567',
      region: 'AU',
      type: 'telepathy',
      validity: 'valid',
    } as const;
    const found = locate(number, NOTHING, { ...places, rules });
    expect('problem' in found ? '' : found.zones.join('+')).toBe(AUSTRALIA);
  });

  test('of any region of libphonenumber has a zone with rules', () => {
    for (const [region, zones] of Object.entries(places.regions)) {
      expect([region, zones.map((zone) => rules.canonical(zone))]).toEqual([region, zones]);
      expect(zones.length).toBeGreaterThan(0);
    }
  });
});

const mover = '+12125550123';

describe('the address counts before the number', () => {
  test('a time zone before everything, under its name of today', () => {
    const found = place(mover, { timezone: 'us/pacific', postalCode: '60601', state: 'TX' });
    expect(found).toMatchObject({
      zones: ['America/Los_Angeles'],
      jurisdictions: ['US-CA', 'US-ID', 'US-IL', 'US-NV', 'US-OR', 'US-WA'],
      source: 'timezone',
      used: ['timezone'],
    });
  });

  test('an unknown time zone is a problem, with the zone of that city if there is one', () => {
    expect(answer(mover, { timezone: 'Eastern' })).toMatchObject({ column: 'timezone' });
    const found = answer(mover, { timezone: 'New York' });
    expect('problem' in found ? found.problem : '').toContain('did you mean America/New_York?');
  });

  test.each([
    ['60601', 'America/Chicago|US-IL'],
    ['60601-1234', 'America/Chicago|US-IL'],
    ['606011234', 'America/Chicago|US-IL'],
    ['2139', 'America/New_York|US-MA'],
    ['02139.0', 'America/New_York|US-MA'],
    ['601', 'America/Puerto_Rico|US-PR'],
    ['89883', 'America/Denver|US-NV'],
    ['89883 ', 'America/Denver|US-NV'],
    ['89801', 'America/Los_Angeles|US-NV'],
    ['96799', 'Pacific/Pago_Pago|US-AS'],
    ['85001', 'America/Phoenix|US-AZ'],
    ['V5K 0A1', 'America/Vancouver|CA-BC'],
    ['m5v 3l9', 'America/Toronto|CA-ON'],
    ['P9N', 'America/Winnipeg|CA-ON'],
    ['X0A 0H0', 'America/Atikokan+America/Iqaluit+America/Resolute|CA-NT+CA-NU'],
  ])('postal code %s is in %s', (postalCode, group) => {
    const found = place(mover, { postalCode, state: 'FL' });
    expect(formatGroup(found)).toBe(group);
    expect(found.source).toBe('postal_code');
  });

  test.each(['09012', '34035', '96201', '9012'])(
    'the military postal code %s means that the clock is not known',
    (postalCode) => {
      expect(place(mover, { postalCode })).toMatchObject({ zones: [], source: 'postal_code' });
    },
  );
});

describe('a state or province', () => {
  test.each([
    ['TX', 'America/Chicago+America/Denver|US-TX'],
    [' tx ', 'America/Chicago+America/Denver|US-TX'],
    ['US-ID', 'America/Boise+America/Los_Angeles|US-ID'],
    ['New  Jersey', 'America/New_York|US-NJ'],
    ['Washington State', 'America/Los_Angeles|US-WA'],
    ['ON', 'America/Toronto+America/Winnipeg|CA-ON'],
    ['Québec', 'America/Halifax+America/Toronto|CA-QC'],
    ['AE', '|US-AE'],
  ])('state %s is in %s', (state, group) => {
    const found = place(mover, { state });
    expect(formatGroup(found)).toBe(group);
    expect(found.source).toBe('state');
  });

  test('CA is California in the United States and no province of Canada', () => {
    expect(place(mover, { state: 'CA', country: 'US' }).jurisdictions).toEqual(['US-CA']);
    expect(place(mover, { state: 'CA', country: 'CA' })).toMatchObject({ source: 'number' });
  });
});

describe('an address that is not understood', () => {
  test('leaves the word to the next', () => {
    expect(place(mover, { postalCode: 'unknown', state: 'TX' }).source).toBe('state');
    expect(place(mover, { postalCode: '00000', state: 'Nowhere' }).source).toBe('number');
    expect(place(mover, { timezone: ' ', postalCode: '', state: '' }).source).toBe('number');
  });

  test('a German postal code is not taken for an American one', () => {
    const german = '+493023125000';
    expect(formatGroup(place(german, { postalCode: '10115' }))).toBe('Europe/Berlin|DE');
    expect(formatGroup(place(german, { postalCode: '10115', country: 'US' }))).toBe(
      'America/New_York|US-NY',
    );
    expect(place(mover, { postalCode: '10115', country: 'Germany' }).source).toBe('number');
    expect(place('+18095550123', { postalCode: '10101' }).jurisdictions).toEqual(['DO']);
  });

  test('a free-phone number is called by its address', () => {
    expect(formatGroup(place('+18005550123', { postalCode: '60601' }))).toBe(
      'America/Chicago|US-IL',
    );
  });
});

test('states and postal codes name zones that have rules', () => {
  const named = [
    ...Object.values(places.states).flatMap((state) => state.zones),
    ...Object.values(places.letters).flatMap((letter) => letter.zones ?? []),
    ...Object.values(places.areaCodes).flatMap((area) => area.zones),
    ...places.prefixes.zones(),
    ...places.zips.zones.flat(),
    ...Object.values(places.sorting).flat(),
    ...Object.values(places.exchanges).flat(),
  ];
  expect([...new Set(named)].filter((zone) => rules.canonical(zone) !== zone)).toEqual([]);
});

test.each(['EST', 'mst', 'HST'])(
  '%s is not taken for a place whose clock never changes',
  (zone) => {
    expect(answer('+12125550123', { timezone: zone })).toMatchObject({ column: 'timezone' });
    expect(place('+12125550123', { timezone: 'EST5EDT' }).zones).toEqual(['America/New_York']);
  },
);
