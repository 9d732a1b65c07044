import { expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { disagreements } from './windows-check.ts';

const { rules } = loadReference();

test.each([1, 2, 3, 4, 5, 6])(
  'many random schedules agree with the wall clock, seed %i',
  (seed) => {
    expect(disagreements(rules, { seed, cases: 2_500, checks: 2_000 })).toEqual([]);
  },
);
