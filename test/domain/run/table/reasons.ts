import fc from 'fast-check';
import { FACTS, type FactTypes } from '../../../../src/domain/run/reason-facts.ts';
import type { Reason } from '../../../../src/domain/run/reason.ts';

const ARBITRARY: { readonly [T in keyof FactTypes]: fc.Arbitrary<FactTypes[T]> } = {
  text: fc.string({ unit: 'grapheme' }),
  number: fc.integer(),
  flag: fc.boolean(),
  causes: fc.array(
    fc.oneof(
      fc.record({ cause: fc.constant('too_short' as const), minutes: fc.integer() }),
      fc.record({ cause: fc.constant('timezone' as const), zone: fc.string() }),
      fc.record({ cause: fc.constant('rules' as const), rules: fc.string() }),
      fc.constantFrom({ cause: 'blackout' } as const, { cause: 'clocks' } as const),
      fc.constant({ cause: 'together' } as const),
    ),
  ),
};

const TYPES: readonly (readonly [string, Readonly<Record<string, keyof FactTypes>>])[] =
  Object.entries(FACTS);

/** Every reason there is, with whatever facts. */
export const reasons: fc.Arbitrary<Reason> = fc.oneof(
  ...TYPES.map(([code, facts]) => {
    const each = Object.entries(facts).map(([name, type]) => [name, ARBITRARY[type]] as const);
    return fc.record({ code: fc.constant(code), ...Object.fromEntries(each) });
  }),
) as fc.Arbitrary<unknown> as fc.Arbitrary<Reason>;

const SAMPLE: FactTypes = { text: 'x', number: 2, flag: false, causes: [{ cause: 'clocks' }] };

/** One reason for each code. */
export const SAMPLES: readonly Reason[] = TYPES.map(([code, facts]) => {
  const each = Object.entries(facts).map(([name, type]) => {
    return [name, name === 'state' ? 'reached' : SAMPLE[type]] as const;
  });
  return { code, ...Object.fromEntries(each) } as unknown as Reason;
});
