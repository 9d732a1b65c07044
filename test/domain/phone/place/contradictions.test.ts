import { formatGroup } from '../../../../src/domain/run/calling-group.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubtsOf, MOVER, place, places, rules } from './located.ts';

describe('a time zone that contradicts the other evidence', () => {
  test('brings the law of the country that keeps it', () => {
    expect(formatGroup(place('+447700900123', { timezone: 'Europe/Paris' }))).toBe(
      'Europe/Paris|FR+GB',
    );
    expect(formatGroup(place('+525512345699', { timezone: 'Asia/Tokyo' }))).toBe(
      'Asia/Tokyo|JP+MX',
    );
  });

  test('brings the law of every state that keeps its clock, whatever the name of it', () => {
    const found = place('+525512345699', { timezone: 'America/New_York' });
    expect(found.zones).toEqual(['America/New_York']);
    expect(found.jurisdictions).toEqual([
      ...['MX', 'US-AL', 'US-CT', 'US-DC', 'US-DE', 'US-FL', 'US-GA', 'US-IN', 'US-KY', 'US-MA'],
      ...['US-MD', 'US-ME', 'US-MI', 'US-NC', 'US-NH', 'US-NJ', 'US-NY', 'US-OH', 'US-PA', 'US-RI'],
      ...['US-SC', 'US-TN', 'US-VA', 'US-VT', 'US-WV'],
    ]);
    const detroit = place('+525512345699', { timezone: 'America/Detroit' });
    expect(detroit.jurisdictions).toEqual(found.jurisdictions);
  });

  test('brings the law of the United States to their territories', () => {
    const found = place('+525512345699', { timezone: 'America/Puerto_Rico' });
    expect(formatGroup(found)).toBe('America/Puerto_Rico|MX+US-PR');
  });

  test('and is of no country, brings those of every place with its clock', () => {
    expect(place(MOVER, { timezone: 'Etc/GMT+5' }).jurisdictions).toContain('CO');
  });

  test('is said to', () => {
    expect(doubtsOf(place('+525512345699', { timezone: 'Asia/Tokyo' }))).toEqual([
      'The number says America/Mexico_City, the time zone says Asia/Tokyo: the time zone counts for the hours, and the rules of both apply.',
    ]);
  });

  test('may be beside a number that belongs to no place', () => {
    const found = place('+18005550123', { timezone: 'Europe/Paris' });
    expect(formatGroup(found)).toBe('Europe/Paris|FR+US');
    expect(doubtsOf(found)).toEqual([
      'The number says US, the time zone says Europe/Paris: the time zone counts for the hours, and the rules of both apply.',
    ]);
    expect(formatGroup(place('+18005550123', { timezone: 'America/Chicago' }))).toBe(
      'America/Chicago|US',
    );
  });

  test('is the only one to tell the law where a number is of no country', () => {
    const found = place('+80012345678', { timezone: 'Europe/Paris' });
    expect([formatGroup(found), found.doubts]).toEqual(['Europe/Paris|FR', []]);
  });
});

test.each([
  ['a state that keeps it', MOVER, { timezone: 'America/Chicago', state: 'FL' }, 'US-FL'],
  ['a clock of another name', '+4915112345678', { timezone: 'Europe/Paris' }, 'DE'],
  ['a soldier', MOVER, { timezone: 'Europe/Berlin', postalCode: '09012' }, 'US-AE'],
])('a time zone that contradicts nothing brings no law: %s', (...[, number, evidence, law]) => {
  expect(place(number, evidence).jurisdictions).toEqual([law]);
});

test('a time zone adds laws and takes none away, and adds none where it is a clock of the place', () => {
  const cell = fc.constantFrom(
    ...['+12125550123', '+13055550123', '+12085550123', '+18005550123', '+16045550123'],
    ...['+447700900123', '+525512345699', '+61491570156', '+33142685300', '+80012345678'],
  );
  const evidence = fc.record({
    postalCode: fc.constantFrom(null, '60601', '33101', 'K1A0B1', '09012', '89883'),
    state: fc.constantFrom(null, 'FL', 'NY', 'WA', 'ON', 'ID', 'AE'),
    country: fc.constantFrom(null, 'US', 'CA', 'GB', 'PR'),
  });
  const zones = fc.constantFrom(...rules.names());
  const location = fc.constantFrom('address_first' as const, 'intersect' as const);
  fc.assert(
    fc.property(fc.record({ cell, evidence, zones, location }), (drawn) => {
      const { cell: number, evidence: beside, zones: timezone, location: how } = drawn;
      const without = place(number, beside, { location: how });
      const found = place(number, { ...beside, timezone }, { location: how });
      expect(found.jurisdictions).toEqual(expect.arrayContaining([...without.jurisdictions]));
      const inPlace = without.zones.some((zone) => rules.sameRules(zone, timezone));
      if (inPlace && how === 'address_first')
        expect(found.jurisdictions).toEqual(without.jurisdictions);
      if (!inPlace && without.zones.length > 0 && how === 'address_first')
        expect(found.jurisdictions).toEqual(
          expect.arrayContaining([...(places.placesByZone.get(timezone) ?? [])]),
        );
    }),
    { numRuns: 1_000 },
  );
});

describe('evidence of two places', () => {
  test.each([
    [
      '+13055550123',
      { state: 'NY' },
      'The number says US-FL, the state says US-NY: the state counts.',
    ],
    [MOVER, { state: 'ON' }, 'The number says US-NY, the state says CA-ON: the state counts.'],
    [
      MOVER,
      { postalCode: 'K1A0B1' },
      'The number says US-NY, the postal code says CA-ON: the postal code counts.',
    ],
    [
      '+12085550123',
      { state: 'WA' },
      'The number says US-ID, the state says US-WA: the state counts.',
    ],
    [
      MOVER,
      { country: 'CA', state: 'BC' },
      'The number says America/New_York, the state says America/Edmonton or America/Vancouver: the state counts.',
    ],
    ['+33142685300', { country: 'GB' }, 'The number says FR, the country says GB: both apply.'],
    ['+33142685300', { country: 'US' }, 'The number says FR, the country says US: both apply.'],
    [
      '+33142685300',
      { country: 'GB', timezone: 'Europe/London' },
      'The number says FR, the country says GB: the rules of both apply.',
    ],
    [
      '+14045550123',
      { postalCode: '33101', state: 'GA' },
      'The state says US-GA, the postal code says US-FL: the postal code counts.',
    ],
  ])('is said with the places where the clocks are equal: %s %j', (number, evidence, text) => {
    expect(doubtsOf(place(number, evidence))).toContain(text);
  });
});

describe('evidence of two places, beside more', () => {
  test('is said though a time zone suits both', () => {
    const row = { postalCode: '33101', state: 'GA', timezone: 'America/New_York' };
    expect(doubtsOf(place('+13055550123', row))).toEqual([
      'The state says US-GA, the postal code says US-FL: the postal code counts.',
    ]);
  });

  test('is said of a soldier’s postal code and a state', () => {
    expect(doubtsOf(place('+18005550123', { postalCode: '09012', state: 'NY' }))).toEqual([
      'The state says US-NY, the postal code says US-AE: the postal code counts.',
    ]);
  });

  test('is said once of the number of somebody who has moved', () => {
    const row = { postalCode: '60601', state: 'IL', timezone: 'America/Chicago' };
    expect(doubtsOf(place(MOVER, row))).toEqual([
      'The number says America/New_York, the time zone says America/Chicago: the time zone counts.',
    ]);
    expect(doubtsOf(place(MOVER, { state: 'FL', postalCode: '33101' }))).toHaveLength(1);
  });

  test('counts both under intersect, and is said to', () => {
    expect(doubtsOf(place('+13055550123', { state: 'NY' }, { location: 'intersect' }))).toEqual([
      'The number says US-FL, the state says US-NY: both apply.',
    ]);
  });

  test.each([
    ['the state is one of the area code’s', '+19025550123', { state: 'PE' }],
    ['the country is that of the state', MOVER, { state: 'NY', country: 'US' }],
    ['the country holds the territory', '+17875550123', { country: 'US' }],
    ['the number belongs to no place', '+18005550123', { state: 'ON' }],
  ])('is none where %s', (...[, number, evidence]) => {
    expect(place(number, evidence).doubts).toEqual([]);
  });
});
