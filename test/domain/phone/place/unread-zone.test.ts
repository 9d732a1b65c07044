import { formatGroup } from '../../../../src/domain/run/calling-group.ts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { doubtsOf, MOVER, place } from './located.ts';

describe('a time zone that nobody understands', () => {
  it('gives way to the postal code, with a warning', () => {
    const found = place(MOVER, { timezone: 'PST', postalCode: '30303' });
    expect(formatGroup(found)).toBe('America/New_York|US-GA');
    expect(found.source).toBe('postal_code');
    expect(found.doubts[0]).toMatchObject({ kind: 'unknown', column: 'timezone' });
    expect(doubtsOf(found)[0]).toBe(
      '"PST" is not a time zone that is known: the postal code counts.',
    );
  });

  it('gives way to the state, and a name that means two clocks does so too', () => {
    const found = place(MOVER, { timezone: 'EST', state: 'Georgia' });
    expect(formatGroup(found)).toBe('America/New_York|US-GA');
    expect(doubtsOf(found)[0]).toMatch(/^"EST" does not say whose clock.*: the state counts\.$/);
  });

  test.each([
    ['no address', {}],
    ['an address that is not understood', { postalCode: '99', state: 'Bliss' }],
    ['an address abroad, which nobody reads', { postalCode: '75001', country: 'FR' }],
    ['an address of the armed forces, whose clock nobody knows', { postalCode: '09012' }],
  ])('is a problem of the row beside %s: the number alone may be far from its owner', (_, row) => {
    expect(() => place(MOVER, { ...row, timezone: 'PST' })).toThrow('"PST" is not a time zone');
  });

  it('never changes where an address is found, whatever stands in the cell', () => {
    const unread = fc.constantFrom('PST', 'EST', 'Pacific', 'UTC-8', 'Central-ish', '?');
    const address = fc.constantFrom(
      { postalCode: '85001' },
      { state: 'TX' },
      { postalCode: '60601', state: 'IN' },
    );
    fc.assert(
      fc.property(unread, address, (timezone, row) => {
        const [without, found] = [place(MOVER, row), place(MOVER, { ...row, timezone })];
        expect([formatGroup(found), found.used]).toEqual([formatGroup(without), without.used]);
      }),
    );
  });
});

describe('a time zone as a program writes it', () => {
  it('counts like one of the time-zone rules', () => {
    for (const timezone of [
      'Eastern Standard Time',
      'america_slash_new_york',
      '(UTC-05:00) Eastern Time',
    ])
      expect(formatGroup(place('+13125550123', { timezone }))).toBe(
        formatGroup(place('+13125550123', { timezone: 'America/New_York' })),
      );
  });

  it('means no clock of North America to a person elsewhere', () => {
    const row = { timezone: 'Eastern Standard Time' };
    expect(() => place('+61255501234', row)).toThrow('is not a time zone that is known');
  });
});
