import { formatGroup } from '../../../../src/domain/run/calling-group.ts';
import { describe, expect, test } from 'vitest';
import { doubtsOf, FREE_PHONE, MOVER, place, places } from './located.ts';
describe('a time zone beside a country', () => {
  test('tells the clock, and leaves the laws of number and country in force', () => {
    const roman = { country: 'IT', timezone: 'Europe/Rome' };
    expect(formatGroup(place('+447700900123', roman))).toBe('Europe/Rome|GB+IT');
    expect(formatGroup(place('+447700900123', { country: 'IT' }))).toBe(
      'Europe/London+Europe/Rome|GB+IT',
    );
  });

  test('leaves the law of a state in force', () => {
    const found = place(MOVER, { timezone: 'America/Chicago', state: 'FL' });
    expect(formatGroup(found)).toBe('America/Chicago|US-FL');
  });
});

describe('evidence that contradicts itself', () => {
  test('is said with the word that counts', () => {
    expect(doubtsOf(place(MOVER, { postalCode: '94103' }))).toEqual([
      'The number says America/New_York, the postal code says America/Los_Angeles: the postal code counts.',
    ]);
    expect(doubtsOf(place(MOVER, { timezone: 'Asia/Tokyo' }))).toEqual([
      'The number says America/New_York, the time zone says Asia/Tokyo: the time zone counts for the hours, and the rules of both apply.',
    ]);
    const many = doubtsOf(place('+79161234567', { timezone: 'Europe/Paris' }));
    expect(many).toEqual([
      'The number says 11 other zones, the time zone says Europe/Paris: the time zone counts for the hours, and the rules of both apply.',
    ]);
  });

  test('is none where one of the clocks may be the same', () => {
    expect(place('+12085550123', { postalCode: '83702' }).doubts).toEqual([]);
    expect(place(MOVER, { timezone: 'US/Eastern', state: 'NY' }).doubts).toEqual([]);
  });

  test('is said of two states with one clock, because their laws differ', () => {
    expect(doubtsOf(place(MOVER, { postalCode: '10001', state: 'FL' }))).toHaveLength(1);
  });

  test('narrows the hours under intersect: every clock and every law counts', () => {
    const found = place(MOVER, { postalCode: '94103' }, { location: 'intersect' });
    expect(formatGroup(found)).toBe('America/Los_Angeles+America/New_York|US-CA+US-NY');
    expect(found.used).toEqual(['postal_code', 'number']);
    expect(doubtsOf(found)[0]).toMatch(/: both apply\.$/);
    const all = place(MOVER, { timezone: 'Asia/Tokyo', state: 'TX' }, { location: 'intersect' });
    expect(formatGroup(all)).toBe(
      'America/Chicago+America/Denver+America/New_York+Asia/Tokyo|JP+US-NY+US-TX',
    );
  });

  test('about a clock that nobody knows is settled by no other word', () => {
    expect(place(MOVER, { postalCode: '09012' }, { location: 'intersect' }).zones).toEqual([]);
  });
});

describe('an address that nobody understands', () => {
  test('is said, and the next word counts', () => {
    expect(place(MOVER, { postalCode: '00000', state: 'Nowhere' }).doubts).toEqual([
      {
        kind: 'unknown',
        column: 'postal_code',
        text: '"00000" is no postal code of the United States or Canada, and was not used.',
      },
      {
        kind: 'unknown',
        column: 'state',
        text: '"Nowhere" is no state of the United States or Canada, and was not used.',
      },
    ]);
    const texan = doubtsOf(place(MOVER, { state: 'Texsa', country: 'US' }));
    expect(texan).toEqual(['"Texsa" is no state of the United States, and was not used.']);
  });

  test('may be a word that every object of the language answers to', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const said = doubtsOf(place(MOVER, { state: word, postalCode: word }));
      expect(said).toHaveLength(2);
      expect(place(MOVER, { country: word }).zones).toEqual(place(MOVER, {}).zones);
    }
  });

  test('is nothing odd in a country whose addresses are not read', () => {
    expect(place('+493023125000', { postalCode: '10115', state: 'Berlin' }).doubts).toEqual([]);
  });
});

describe('a state of a country whose states are not known', () => {
  const text = '"Canarias" was not used: states of ES are not known, and it has several clocks.';
  const fix =
    'Name the person’s time zone in a column timezone, such as Atlantic/Canary or Europe/Madrid.';

  test('is said where it could have told one clock from another', () => {
    expect(place('+34612345678', { state: 'Canarias' }).doubts).toEqual([
      { kind: 'unused', column: 'state', text, fix },
    ]);
    expect(doubtsOf(place(MOVER, { state: 'Canarias', country: 'ES' }))).toEqual([
      text,
      'The number says US-NY, the country says ES: both apply.',
    ]);
  });

  test('is said of a landline, since its owner may have moved', () => {
    expect(doubtsOf(place('+34922123456', { state: 'Valencia', country: 'ES' }))).toEqual([
      text.replace('Canarias', 'Valencia'),
    ]);
  });

  test('is nothing odd where two countries leave two clocks of one each', () => {
    const found = place('+447700900123', { state: 'X', country: 'FR' });
    expect(found.doubts.map(({ kind }) => kind)).toEqual(['conflict']);
  });

  test.each([
    ['the row names the clock', '+61491570156', { state: 'NSW', timezone: 'Australia/Sydney' }],
    ['the country has one', '+447700900123', { state: 'Kent' }],
    ['it is blank', '+61491570156', { state: ' ' }],
  ])('is nothing odd where %s', (...[, number, evidence]) => {
    expect(place(number, evidence).doubts).toEqual([]);
  });
});

describe('an area code that is newer than the number data', () => {
  test.each(['357', '436', '457', '621', '624', '679', '729', '837', '861', '924'])(
    '%s is said, with where it is',
    (code) => {
      const found = place(`+1${code}5550123`, { timezone: 'America/Denver' });
      const area = places.areaCodes[code] ?? { in: [], zones: [] };
      expect(doubtsOf(found)[0]).toBe(
        `Area code ${code} is newer than the number data, which knows no such number; by the list of area codes it is of ${area.in.join()}, ${area.zones.join(' or ')}.`,
      );
      expect(found.doubts[0]).toMatchObject({ kind: 'new_area', column: 'phone' });
    },
  );

  test('is none of those that the data knows, nor of another country', () => {
    expect(doubtsOf(place(MOVER, {}))).toEqual([]);
    expect(doubtsOf(place('+353209111234', {}))).toEqual([]);
  });
});

describe('a number that belongs to no place', () => {
  const inNewYork = { nonGeographic: 'America/New_York' };

  test('has no clock by default, and the campaign’s when it names one', () => {
    expect(place(FREE_PHONE, {})).toMatchObject({ zones: [], source: 'none' });
    const found = place(FREE_PHONE, {}, inNewYork);
    expect(found).toMatchObject({ source: 'non_geographic', used: ['non_geographic'] });
    expect(formatGroup(found)).toBe('America/New_York|US');
  });

  test('is called by its address where there is one', () => {
    const found = place(FREE_PHONE, { postalCode: '60601' }, inNewYork);
    expect(formatGroup(found)).toBe('America/Chicago|US-IL');
  });

  test('leaves every other number alone', () => {
    expect(formatGroup(place(MOVER, {}, { nonGeographic: 'Asia/Tokyo' }))).toBe(
      'America/New_York|US-NY',
    );
  });
});
