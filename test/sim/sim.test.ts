import { expect, test } from 'vitest';
import { expectPromises } from './expected.ts';
import { planOf } from './plan.ts';
import { play } from './play.ts';
import { seedsFrom } from './seeds.ts';

test('twenty seeds of crashes, power cuts, frozen sessions and faults keep every promise', () =>
  expectPromises(seedsFrom(1, 20)));

/** Each of these once broke a promise. */
test.each([
  [109, 'a pause that was lifted before the watch had seen it'],
  [203, 'the same, with the computer asleep meanwhile'],
])('seed %i: %s', (seed) => expectPromises([seed]));

test('the same seed plays the same twice', async () => {
  const [one, two] = [await play(planOf(11)), await play(planOf(11))];
  expect(two).toEqual(one);
  expect(one.points).toBeGreaterThan(100);
});
