import { readFileSync } from 'node:fs';
import { POSTAL_CODES } from './abroad-codes.ts';
import { namedIn } from '../zones/clocks.ts';

interface Recorded {
  /** States by country and ISO 3166-2 code. */
  readonly states: Readonly<
    Record<string, Readonly<Record<string, { names: readonly string[]; zones: readonly string[] }>>>
  >;
  /** Zones of Australia's postal codes. */
  readonly australianCodes: Readonly<Record<string, string>>;
}

type Groups = Record<string, string>;

/** Texts that have the same zones, joined by `separator`. */
function grouped(pairs: Iterable<readonly [string, string]>, separator: string): Groups {
  const groups = new Map<string, string[]>();
  for (const [text, zones] of pairs) groups.set(zones, [...(groups.get(zones) ?? []), text]);
  const entries = [...groups].map(([zones, texts]) => [zones, texts.join(separator)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Joins neighbouring codes that have the same zones into one range: `6000-6797`. */
function ranges(codes: Readonly<Record<string, string>>, country: string): [string, string][] {
  const found: { from: string; to: string; zones: string }[] = [];
  const sorted = Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [code, joined] of sorted) {
    const zones = namedIn(country, joined.split('+')).join('+');
    const last = found.at(-1);
    if (last?.zones === zones) last.to = code;
    else found.push({ from: code, to: code, zones });
  }
  return found.map(({ from, to, zones }) => [from === to ? from : `${from}-${to}`, zones]);
}

/** States whose zones the gazetteer counts wrong: single places over the border, or islands far away. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  'AU NSW': ['Australia/Sydney', 'Australia/Broken_Hill', 'Australia/Lord_Howe'],
  'AU WA': ['Australia/Perth', 'Australia/Eucla', 'Indian/Christmas', 'Indian/Cocos'],
};

/** What states and postal codes say in countries of several clocks other than the United States and Canada. */
export function abroad(): [country: string, table: Record<string, unknown>][] {
  const file = new URL('../../audit/states.json', import.meta.url);
  const { states, australianCodes } = JSON.parse(readFileSync(file, 'utf8')) as Recorded;
  return Object.entries(states).map(([country, own]) => {
    const zonesOf = (codes: string): string =>
      namedIn(
        country,
        codes.split('+').flatMap((code) => BY_HAND[`${country} ${code}`] ?? own[code]?.zones ?? []),
      ).join('+');
    const names = Object.entries(own).flatMap(([code, { names: list }]) =>
      list.map((name) => [name, zonesOf(code)] as const),
    );
    const { digits = 4, codes = {} } = POSTAL_CODES[country] ?? {};
    const postal = Object.entries(codes).map(([code, list]) => [list, zonesOf(code)] as const);
    const all = country === 'AU' ? ranges(australianCodes, country) : postal;
    return [country, { digits, states: grouped(names, '|'), postal: grouped(all, ' ') }];
  });
}
