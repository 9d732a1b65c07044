import { afterAll, expect, test } from 'vitest';
import { play } from './trial/play.ts';
import { seedsFrom } from '../sim/draw/seeds.ts';
import { Bench } from './trial/trial.ts';

const bench = new Bench();
afterAll(() => bench.clear());

test('no bad file brings the program down, calls a number that is not in it, or loses a row', async () => {
  const broken: string[] = [];
  const rows = { read: 0, refused: 0 };
  for (const seed of seedsFrom(1, 80)) {
    const played = await play(bench, seed);
    if (played.refused === null) rows.read += played.rows;
    else rows.refused += 1;
    for (const said of played.broken) broken.push(`npm run bad-input -- --seed ${seed}: ${said}`);
  }
  expect(broken).toEqual([]);
  // Files that are all refused would prove nothing, and so would files that never are.
  expect(rows.read).toBeGreaterThan(100);
  expect(rows.refused).toBeGreaterThan(10);
});
