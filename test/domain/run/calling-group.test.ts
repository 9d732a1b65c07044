import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatGroup,
  parseGroup,
  type CallingGroup,
} from '../../../src/domain/run/calling-group.ts';

const zones = fc.array(
  fc.constantFrom('Europe/Paris', 'Etc/GMT+5', 'Etc/GMT-12', 'America/Argentina/Buenos_Aires'),
);
const group: fc.Arbitrary<CallingGroup> = fc.record({
  zones,
  jurisdictions: fc.array(fc.constantFrom('FR', 'US-NY', 'CA-ON')),
  audience: fc.constantFrom(null, 'consumers', 'businesses'),
  consented: fc.boolean(),
});

describe('a calling group', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(group, (made) => {
        expect(parseGroup(formatGroup(made))).toEqual(made);
      }),
    );
  });

  test.each([
    ['Europe/Paris|FR', ['Europe/Paris'], ['FR'], null, false],
    ['Etc/GMT+5+Europe/Paris|FR+GB', ['Etc/GMT+5', 'Europe/Paris'], ['FR', 'GB'], null, false],
    ['Europe/Paris|FR|businesses', ['Europe/Paris'], ['FR'], 'businesses', false],
    ['Europe/Paris|FR|consent', ['Europe/Paris'], ['FR'], null, true],
    ['|', [], [], null, false],
    ['||consumers+consent', [], [], 'consumers', true],
  ] as const)(
    '%s is the text of its parts',
    (...[text, zones, jurisdictions, audience, consented]) => {
      const parts = { zones, jurisdictions, audience, consented };
      expect(parseGroup(text)).toEqual(parts);
      expect(formatGroup(parts)).toBe(text);
    },
  );

  test('of a place alone, as earlier versions wrote it, is under the stricter rules', () => {
    expect(formatGroup({ zones: ['Europe/Paris'], jurisdictions: ['FR'] })).toBe('Europe/Paris|FR');
    expect(parseGroup('Europe/Paris|FR')).toMatchObject({ audience: null, consented: false });
  });
});
