import { describe, expect, test } from 'vitest';
import { recordedExchanges } from '../../../data/generate/evidence/exchanges.ts';
import { recordedPlaces } from '../../../data/generate/evidence/places.ts';
import { recordedPostal } from '../../../data/generate/evidence/postal.ts';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import {
  areasOutside,
  codesOutside,
  prefixesOutside,
  regionsOutside,
  sortingOutside,
  zipsOutside,
} from './audit-judge.ts';
import { spoiledTables } from './spoiled.ts';

const { places } = loadReference();

describe('the audit by geography', () => {
  test.each([
    ['prefix', prefixesOutside],
    ['ZIP code', zipsOutside],
    ['Canadian code', sortingOutside],
    ['North American exchange', areasOutside],
    ['area code', codesOutside],
    ['state, or country that names no towns,', regionsOutside],
  ] as const)('no %s is called by other clocks than those of its places', (_, judge) => {
    expect(judge(places)).toEqual([]);
  });

  test.each(spoiledTables(places))(
    'one entry that is spoiled is found: %s',
    (begins, judge, tables) => {
      const wrong = judge(tables);
      expect(wrong.length).toBeGreaterThan(0);
      expect(wrong.filter((line) => !line.startsWith(begins))).toEqual([]);
    },
  );

  test('it has looked at every name beside a prefix, and every postal code', () => {
    const names = [...recordedPlaces().values()].reduce((sum, one) => sum + one.size, 0);
    expect(names).toBeGreaterThan(10_000);
    expect(recordedPostal().zips.size).toBeGreaterThan(33_000);
    expect(recordedPostal().sorting.size).toBeGreaterThan(1500);
  });

  test('it has found nineteen of twenty exchanges that are named after a town', () => {
    const { named, found } = recordedExchanges();
    expect(found / named).toBeGreaterThan(0.94);
  });
});
