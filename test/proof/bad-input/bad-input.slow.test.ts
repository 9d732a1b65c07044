import { afterAll, expect, test } from 'vitest';
import { play } from './trial/play.ts';
import { seedsFrom } from '../sim/draw/seeds.ts';
import { Bench } from './trial/trial.ts';

const FILES = 10_000;
const PATIENT = 3_600_000;

const bench = new Bench();
afterAll(() => bench.clear());

test(
  `${FILES} bad files: no crash, no call to a number that is not in the file, every row accounted for`,
  async () => {
    const broken: string[] = [];
    for (const seed of seedsFrom(1, FILES)) {
      const played = await play(bench, seed);
      for (const said of played.broken) broken.push(`npm run bad-input -- --seed ${seed}: ${said}`);
    }
    expect(broken).toEqual([]);
  },
  PATIENT,
);
