import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet } from '../../../../src/domain/phone/number/number-set.ts';

test('has what was added and nothing else, whenever it is asked', () => {
  const some = fc.integer({ min: 100, max: 140 }).map((n) => `+1234567${n}`);
  const longest = fc.integer({ min: 0, max: 9 }).map((n) => `+99999999999999${n}`);
  const number = fc.oneof(some, longest);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), number)), (steps) => {
      const [set, known] = [new NumberSet(), new Set<string>()];
      for (const [add, e164] of steps) {
        if (add) {
          set.add(e164);
          known.add(e164);
        } else expect(set.has(e164)).toBe(known.has(e164));
      }
    }),
    { numRuns: 300 },
  );
});
