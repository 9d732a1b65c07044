import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { geocoder } from '../../../data/generate/google.ts';
import { recordedExchanges } from '../../../data/generate/exchange-evidence.ts';
import { placeKey, recordedPlaces } from '../../../data/generate/place-evidence.ts';
import { PLANS } from '../../../data/generate/plans.ts';
import { recordedPostal } from '../../../data/generate/postal-evidence.ts';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { locate, type PlaceTables } from '../../../src/domain/phone/place.ts';
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

const FREE_PHONE = {
  e164: '+18005550123',
  region: 'US',
  type: 'non_geographic',
  validity: 'valid',
} as const;

const keeps = (zones: readonly string[], zone: string): boolean =>
  zones.some((one) => one === zone || rules.sameRules(one, rules.canonical(zone) ?? zone));

/** Where a postal code alone puts a person. */
function byCode(code: string, country: string, tables: PlaceTables): readonly string[] {
  const evidence = { timezone: null, postalCode: code, state: null, country };
  const found = locate(FREE_PHONE, evidence, { ...tables, rules });
  return 'problem' in found ? [] : found.zones;
}

/** West Wendover keeps Utah's time by custom, Mesquite Nevada's: their centres say otherwise. */
const BY_CUSTOM = new Set(['89024', '89883']);

function zipsOutside(tables: PlaceTables): string[] {
  const { zips, counties } = recordedPostal();
  const ofCounties = Object.entries(counties).flatMap(([zip, zones]) =>
    zones.map((zone) => [zip, zone] as const),
  );
  return [...zips, ...ofCounties]
    .filter(([zip, zone]) => !BY_CUSTOM.has(zip) && !keeps(byCode(zip, 'US', tables), zone))
    .map(([zip, zone]) => `${zip}: ${zone}`);
}

describe('the audit of postal codes', () => {
  test('no ZIP code is called by other clocks than those of its centre and its counties', () => {
    expect(recordedPostal().zips.size).toBeGreaterThan(33_000);
    expect(zipsOutside(places)).toEqual([]);
  });

  test('one ZIP code that is spoiled is found', () => {
    const far = places.zips.zones.findIndex((zones) => zones.join() === 'Pacific/Honolulu');
    const at = places.zips.ranges.findIndex(([from, to]) => from <= '37854' && '37854' <= to);
    const ranges = places.zips.ranges.map((range, nth) =>
      nth === at ? ([range[0], range[1], far] as const) : range,
    );
    const wrong = zipsOutside({ ...places, zips: { ...places.zips, ranges } });
    expect(wrong).toContain('37854: America/New_York');
  });

  test('no Canadian code is called by other clocks than that of its centre', () => {
    const { sorting } = recordedPostal();
    expect(sorting.size).toBeGreaterThan(1500);
    const wrong = [...sorting].filter(([code, zone]) => !keeps(byCode(code, 'CA', places), zone));
    expect(wrong).toEqual([]);
  });
});

describe('the audit of North American exchanges', () => {
  const { areas, beside, named, found } = recordedExchanges();

  test('no exchange is called by other clocks than that of its town', () => {
    const wrong = Object.entries(areas).flatMap(([code, zones]) => {
      const own = places.areaCodes[code]?.zones ?? [];
      const ofExchanges = Object.entries(beside)
        .filter(([digits]) => digits.startsWith(code) && places.exchanges[digits] !== undefined)
        .map(([, { zone }]) => zone);
      return zones
        .filter((zone) => !keeps([...own, ...ofExchanges], zone))
        .map((zone) => `${code} ${zone}`);
    });
    expect(wrong).toEqual([]);
  });

  test('it has found nineteen of twenty that are named after a town', () => {
    expect(found / named).toBeGreaterThan(0.94);
  });
});
