import { expect, test } from 'vitest';
import { expectPromises } from './judge/expected.ts';
import { planOf } from './draw/plan.ts';
import { play } from './play.ts';
import { seedsFrom } from './draw/seeds.ts';

test('ten seeds of crashes, power cuts, frozen sessions and faults keep every promise', () =>
  expectPromises(seedsFrom(1, 10)));

test('the same seed plays the same twice', async () => {
  const [one, two] = [await play(planOf(11)), await play(planOf(11))];
  expect(two).toEqual(one);
  expect(one.points).toBeGreaterThan(100);
});
