import { describe, expect, it } from 'vitest';
import { play } from './world/play.ts';
import { scriptOf } from './world/script.ts';

/**
 * The built program against a provider that a seed draws: late, corrected, spoiled and foreign answers, cuts,
 * redirects. Its log alone is judged. `npm run provider -- --seeds 100` plays many, with more people.
 */
const SEEDS = [2, 4];
const PATIENT_MS = 240_000;

describe('against a provider from a seed, every promise is kept', () => {
  it.concurrent.each(SEEDS)(
    'I13 I15 seed %d',
    async (seed) => {
      const { verdicts, log } = await play(scriptOf(seed, { contacts: 12, sessions: 2 }));
      expect(verdicts).toEqual([]);
      expect(log.filter(({ kind }) => kind === 'accepted').length).toBeGreaterThan(5);
    },
    PATIENT_MS,
  );
});
