import { expect } from 'vitest';
import { planOf } from '../draw/plan.ts';
import { play } from '../play.ts';

/** Plays the seeds; one that breaks a promise says which, and how to play it again. */
export async function expectPromises(seeds: Iterable<number>): Promise<void> {
  const broken: string[] = [];
  for (const seed of seeds) {
    const played = await play(planOf(seed));
    for (const said of played.broken) broken.push(`npm run sim -- --seed ${seed}: ${said}`);
    if (broken.length > 0) break;
  }
  expect(broken).toEqual([]);
}
