import { expect, test } from 'vitest';
import { differences } from '../domain/phone/place/differences.ts';
import { someNumbers } from '../domain/phone/number/some-numbers.ts';
import { measure } from './measure.ts';

/** Held as ratios to a floor of the same run, because an absolute figure says more of the computer than of us. */
test('number to validity, type and zones, and all groups, cost no more than they were found to', () => {
  const { numbersToFloor, groupsToFloor, groups } = measure(20_000);
  // 19 and 1.5 were measured; a memory of shapes that no longer works makes the first one 100.
  expect(numbersToFloor).toBeLessThan(45);
  expect(groupsToFloor).toBeLessThan(20);
  expect(groups).toBeGreaterThan(300);
}, 120_000);

test('half a million numbers of every calling code are read as libphonenumber reads them', () => {
  for (let seed = 10; seed < 20; seed += 1) {
    expect(differences(someNumbers({ seed, each: 33 }))).toEqual([]);
  }
}, 600_000);
