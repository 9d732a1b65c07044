import { expect, test } from 'vitest';
import { explore } from './explore.ts';
import { PROFILES, type Profile } from './points.ts';

/** More than there are: the search ends because nothing is left, not because it was stopped. */
const BOUND = 50_000;

test.each(Object.keys(PROFILES) as Profile[])(
  'two people, two orders each, a crash anywhere, in every order of their turns: %s',
  async (profile) => {
    const found = await explore(profile, BOUND);
    console.log(
      `${profile}: ${found.states} states, ${found.runs} runs, at most ${found.longest} turns`,
    );
    expect(found.broken).toEqual([]);
    expect(found.complete).toBe(true);
    expect(found.states).toBeGreaterThan(300);
  },
);
