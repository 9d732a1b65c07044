import { createRequire } from 'node:module';
import moment from 'moment-timezone';
import { sorted } from '../format.ts';
import { publishedOn } from '../published.ts';

const load = createRequire(import.meta.url);
const packed = load('moment-timezone/data/packed/latest.json') as Packed;
const places = load('moment-timezone/data/meta/latest.json') as Meta;
const carrier = load('moment-timezone/package.json') as { version: string };

interface Packed {
  readonly version: string;
  readonly zones: readonly string[];
  readonly links: readonly string[];
}

interface Meta {
  readonly zones: Readonly<Record<string, { readonly countries: readonly string[] }>>;
}

export interface Rule {
  /** Minutes east of UTC, one more than there are changes. */
  readonly offsets: readonly number[];
  /** Minutes since 1970 UTC at which the next offset begins. */
  readonly changes: readonly number[];
}

const FROM = Date.UTC(2025, 0, 1);
const UNTIL = Date.UTC(2041, 0, 1);
const MINUTE = 60_000;

/**
 * Old names whose heirs the carrier does not tell: it keeps one name per rule list, which may be an old
 * name or lie in another country. The heir is the one that tzdb's `backward` file names.
 */
const HEIRS: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'Africa/Timbuktu': 'Africa/Bamako',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Fort_Wayne': 'America/Indiana/Indianapolis',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Virgin': 'America/St_Thomas',
  'Antarctica/South_Pole': 'Antarctica/McMurdo',
  'Asia/Rangoon': 'Asia/Yangon',
  'Atlantic/Jan_Mayen': 'Arctic/Longyearbyen',
  CST6CDT: 'America/Chicago',
  EST5EDT: 'America/New_York',
  'Europe/Kiev': 'Europe/Kyiv',
  'Europe/Uzhgorod': 'Europe/Kyiv',
  'Europe/Zaporozhye': 'Europe/Kyiv',
  'Etc/GMT-0': 'Etc/GMT',
  'Etc/GMT+0': 'Etc/GMT',
  'Etc/GMT0': 'Etc/GMT',
  'Etc/Greenwich': 'Etc/GMT',
  GMT: 'Etc/GMT',
  'GMT+0': 'Etc/GMT',
  'GMT-0': 'Etc/GMT',
  GMT0: 'Etc/GMT',
  Greenwich: 'Etc/GMT',
  Iceland: 'Atlantic/Reykjavik',
  MST7MDT: 'America/Denver',
  Singapore: 'Asia/Singapore',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Johnston': 'Pacific/Honolulu',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
  'Pacific/Yap': 'Pacific/Chuuk',
  PST8PDT: 'America/Los_Angeles',
  'US/East-Indiana': 'America/Indiana/Indianapolis',
};

const targets = new Map(packed.links.map((link) => link.split('|').reverse() as [string, string]));

/** A name is its own when tzdb lists it for a country, or when it is a fixed offset. */
export function canonicalZone(name: string): string {
  const heir = HEIRS[name];
  if (heir !== undefined) return heir;
  if (places.zones[name] !== undefined || name === 'Etc/GMT' || name === 'Etc/UTC') return name;
  const target = targets.get(name);
  return target === undefined ? name : canonicalZone(target);
}

/**
 * The zones that lie in a country, the most populous first. tzdb also lists a zone for countries that merely
 * share its rules; the first country of its list is the one where it lies.
 */
export function zonesOfCountry(country: string): string[] {
  const zones = Object.keys(places.zones).filter(
    (zone) => places.zones[zone]?.countries[0] === country,
  );
  return zones.sort((a, b) => population(b) - population(a));
}

const population = (zone: string): number => moment.tz.zone(zone)?.population ?? 0;

/** tzdb's rules of the years that a campaign may meet, by name, each list of rules written once. */
export function zoneData(): Record<string, unknown> & { readonly names: Record<string, number> } {
  const tables = new Map<string, number>();
  const names = new Map<string, number>();
  const links = new Map<string, string>();
  for (const name of moment.tz.names()) {
    const canonical = canonicalZone(name);
    if (canonical !== name) {
      if (text(ruleOf(canonical)) !== text(ruleOf(name))) {
        throw new Error(`${name} does not keep the same time as ${canonical}`);
      }
      links.set(name, canonical);
      continue;
    }
    const key = text(ruleOf(name));
    names.set(name, tables.get(key) ?? tables.size);
    tables.set(key, tables.get(key) ?? tables.size);
  }
  return {
    what: 'Offsets from UTC by time zone: what the clocks on the wall show',
    source: `tzdb ${packed.version} (public domain), from moment-timezone ${carrier.version} (MIT)`,
    release: packed.version,
    published: publishedOn('moment-timezone', carrier.version),
    from: new Date(FROM).toISOString(),
    until: new Date(UNTIL).toISOString(),
    rules: [...tables.keys()].map((key) => JSON.parse(key) as Rule),
    names: sorted(names),
    links: sorted(links),
  };
}

const text = (rule: Rule): string => JSON.stringify(rule);

function ruleOf(name: string): Rule {
  const zone = moment.tz.zone(name);
  if (zone === null) throw new Error(`moment-timezone has no zone ${name}`);
  const offsets: number[] = [];
  const changes: number[] = [];
  for (const [index, until] of zone.untils.entries()) {
    const end = until ?? Infinity;
    if (end <= FROM) continue;
    const offset = 0 - (zone.offsets[index] ?? 0);
    if (offsets.at(-1) === offset) changes.pop();
    else offsets.push(offset);
    if (end >= UNTIL) break;
    changes.push(end / MINUTE);
  }
  if (![...offsets, ...changes].every(Number.isInteger)) {
    throw new Error(`${name} has an offset or a change that is not a whole minute`);
  }
  return { offsets, changes };
}
