import { readFileSync } from 'node:fs';
import { PrefixZones, type PrefixGroups } from '../../../src/domain/phone/place/prefix-zones.ts';
import type { PlaceTables } from '../../../src/domain/phone/place/place.ts';
import {
  areasOutside,
  codesOutside,
  prefixesOutside,
  regionsOutside,
  sortingOutside,
  zipsOutside,
  type Judge,
} from './audit-judge.ts';

const FAR = 'Pacific/Honolulu';

const file = new URL('../../../data/reference/numbers.json', import.meta.url);
const { prefixes: groups } = JSON.parse(readFileSync(file, 'utf8')) as { prefixes: PrefixGroups };

/** The table of prefixes with one entry under another clock. */
function withPrefix(digits: string, [from, to]: readonly [string, string]): PrefixZones {
  const own = (groups[from] ?? '').split(' ');
  if (!own.includes(digits)) throw new Error(`${digits} is not of ${from}`);
  const more = [...(groups[to] ?? '').split(' '), digits].filter((one) => one !== '');
  const rest = own.filter((one) => one !== digits).join(' ');
  return new PrefixZones({ ...groups, [from]: rest, [to]: more.join(' ') });
}

function withZip(tables: PlaceTables, zip: string): PlaceTables {
  const far = tables.zips.zones.findIndex((zones) => zones.join() === FAR);
  const ranges = tables.zips.ranges.map((range) =>
    range[0] <= zip && zip <= range[1] ? ([range[0], range[1], far] as const) : range,
  );
  return { ...tables, zips: { ...tables.zips, ranges } };
}

/** The shipped tables, each with one entry spoiled: how what the audit finds begins, and what finds it. */
export function spoiledTables(
  tables: PlaceTables,
): readonly (readonly [string, Judge, PlaceTables])[] {
  const { areaCodes, states, regions, sorting } = tables;
  const chicago = areaCodes['312'] ?? { in: [], zones: [] };
  const alabama = states['US-AL'] ?? { name: '', zones: [] };
  const perth = withPrefix('8514', ['61 Australia/Perth', '61 Australia/Sydney']);
  const ofOthers = Object.fromEntries(
    Object.entries(tables.exchanges).filter(([digits]) => !digits.startsWith('334')),
  );
  return [
    ['618514', prefixesOutside, { ...tables, prefixes: perth }],
    ['37854: ', zipsOutside, withZip(tables, '37854')],
    ['P9N: America/Winnipeg', sortingOutside, { ...tables, sorting: { ...sorting, P9N: [FAR] } }],
    [
      '312 Pacific/Honolulu',
      codesOutside,
      { ...tables, areaCodes: { ...areaCodes, 312: { ...chicago, zones: [FAR] } } },
    ],
    ['334 America/New_York', areasOutside, { ...tables, exchanges: ofOthers }],
    [
      'US-AL: America/New_York',
      regionsOutside,
      { ...tables, states: { ...states, 'US-AL': { ...alabama, zones: ['America/Chicago'] } } },
    ],
    [
      'FM: Pacific/Chuuk',
      regionsOutside,
      { ...tables, regions: { ...regions, FM: ['Pacific/Pohnpei'] } },
    ],
  ];
}
