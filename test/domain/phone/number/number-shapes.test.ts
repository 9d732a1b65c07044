import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DigitAutomaton } from '../../../../src/domain/phone/number/digit-patterns.ts';
import { differences } from '../place/differences.ts';
import { CODES, someNumbers } from './some-numbers.ts';

describe('numbers that are sorted by their shape', () => {
  test('are read as libphonenumber reads them, for every calling code', () => {
    expect(CODES.length).toBeGreaterThan(210);
    expect(differences(someNumbers({ seed: 1, each: 3 }))).toEqual([]);
  });

  test('neighbours of one shape are, too: one digit more, less or another', () => {
    const numbers = [...someNumbers({ seed: 2, each: 1 })];
    const near = numbers.flatMap((number) => [
      `${number}1`,
      number.slice(0, -1),
      ...['0', '5', '9'].map((digit) => `${number.slice(0, 6)}${digit}${number.slice(7)}`),
    ]);
    expect(differences(near)).toEqual([]);
  });
});

describe('patterns over digits', () => {
  const digits = fc
    .array(fc.integer({ min: 0, max: 9 }), { maxLength: 7 })
    .map((all) => all.join(''));
  const atom = fc.constantFrom('\\d', '[2-57]', '[13]', '0', '4', '(?:1|23)', '(5[08]|6)');
  const times = fc.constantFrom('', '?', '{2}', '{1,3}');
  const branch = fc.array(
    fc.tuple(atom, times).map((one) => one.join('')),
    { maxLength: 4 },
  );
  const pattern = fc.array(
    branch.map((all) => all.join('')),
    { minLength: 1, maxLength: 3 },
  );
  const patterns = fc.array(
    fc.record({ source: pattern.map((all) => all.join('|')), prefix: fc.boolean() }),
    { minLength: 1, maxLength: 3 },
  );

  test('texts of one state match the same patterns, by the engine of the language', () => {
    fc.assert(
      fc.property(patterns, fc.array(digits, { maxLength: 30 }), (all, texts) => {
        const automaton = new DigitAutomaton(all);
        const said = new Map<number, string>();
        for (const text of texts) {
          const matches = all.map(({ source, prefix }) =>
            new RegExp(`^(?:${source})${prefix ? '' : '$'}`).test(text),
          );
          const state = automaton.after(text, 0);
          expect(said.get(state) ?? matches.join()).toBe(matches.join());
          said.set(state, matches.join());
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(['(1', '[1', 'a', '1{', '[a]', '1)'])(
    'what is no such pattern is refused: %s',
    (source) => {
      expect(() => new DigitAutomaton([{ source, prefix: false }])).toThrow();
    },
  );
});
