import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { geocoder } from '../../../data/generate/google.ts';
import { placeKey, recordedPlaces } from '../../../data/generate/place-evidence.ts';
import { PLANS } from '../../../data/generate/plans.ts';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { PrefixZones, type PrefixGroups } from '../../../src/domain/phone/prefix-zones.ts';

const { rules, places } = loadReference();
const recorded = recordedPlaces();

const file = new URL('../../../data/reference/numbers.json', import.meta.url);
const { prefixes: groups } = JSON.parse(readFileSync(file, 'utf8')) as { prefixes: PrefixGroups };

/** The geocoder names the state alone, and narrower knowledge stands in `prefixes.ts`, with its reason. */
const NARROWED = new Set(['52614', '52656']);

/** Prefixes whose place keeps another clock, by the map, than any by which its numbers are called. */
function outside(prefixes: PrefixZones): string[] {
  const found: string[] = [];
  for (const [code, plan] of Object.entries(PLANS)) {
    const everywhere = places.regions[plan.country] ?? [];
    const named = geocoder(code);
    for (const [prefix, name] of named) {
      const digits = `${code}${prefix}`;
      const evidence = recorded.get(code)?.get(placeKey(name, prefix, plan));
      const candidates = prefixes.entryOf(`+${digits}`)?.zones ?? everywhere;
      for (const zone of evidence?.zones ?? ['none']) {
        const known = candidates.some((one) => one === zone || rules.sameRules(one, zone));
        if (known || NARROWED.has(digits)) continue;
        if (evidence?.by !== 'region' || !isListed(prefix, named))
          found.push(`${digits} ${name}: ${zone}`);
      }
    }
  }
  return found;
}

/** The towns below a region's digits are named one by one, and tell more than the region. */
const isListed = (prefix: string, named: ReturnType<typeof geocoder>): boolean =>
  named.filter(([other]) => other !== prefix && other.startsWith(prefix)).length >= 20;

/** The same table with one entry of another clock. */
function spoiled(from: string, to: string, digits: string): PrefixZones {
  const without = (groups[from] ?? '').split(' ').filter((one) => one !== digits);
  const more = [...(groups[to] ?? '').split(' '), digits].filter((one) => one !== '');
  expect(`${groups[from] ?? ''} `).toContain(`${digits} `);
  return new PrefixZones({ ...groups, [from]: without.join(' '), [to]: more.join(' ') });
}

describe('the audit by geography', () => {
  test('no prefix is called by other clocks than that of its place', () => {
    expect(outside(places.prefixes)).toEqual([]);
  });

  test('one entry that is spoiled is found', () => {
    const wrong = outside(spoiled('61 Australia/Perth', '61 Australia/Sydney', '8514'));
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.filter((line) => !line.startsWith('618514'))).toEqual([]);
  });

  test('it has looked at every name beside a prefix', () => {
    const names = [...recorded.values()].reduce((sum, one) => sum + one.size, 0);
    expect(names).toBeGreaterThan(10_000);
  });
});
