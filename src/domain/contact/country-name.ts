import { countryMeant, isCountry } from '../campaign/countries.ts';
import { countriesOfCode } from '../phone/number.ts';
import { COUNTRY_NAMES } from './country-names.ts';
import { compactName } from './header-name.ts';

/** Names that people write into a country column instead of the two-letter code, beside those of CLDR. */
const NAMES: Readonly<Record<string, string>> = {
  US: 'united states|united states of america|america|u.s.a.',
  CA: 'canada',
  MX: 'mexico|méxico',
  GB: 'united kingdom|great britain|britain|england|scotland|wales|northern ireland',
  IE: 'ireland|éire|republic of ireland',
  FR: 'france',
  DE: 'germany|deutschland',
  AT: 'austria|österreich',
  CH: 'switzerland|schweiz|suisse|svizzera',
  IT: 'italy|italia',
  ES: 'spain|españa',
  PT: 'portugal',
  NL: 'netherlands|the netherlands|nederland|holland',
  BE: 'belgium|belgië|belgique',
  LU: 'luxembourg',
  DK: 'denmark|danmark',
  SE: 'sweden|sverige',
  NO: 'norway|norge',
  FI: 'finland|suomi',
  IS: 'iceland',
  PL: 'poland|polska',
  CZ: 'czechia|czech republic|česko',
  SK: 'slovakia',
  HU: 'hungary|magyarország',
  RO: 'romania|românia',
  BG: 'bulgaria',
  GR: 'greece',
  HR: 'croatia|hrvatska',
  SI: 'slovenia',
  RS: 'serbia',
  UA: 'ukraine',
  EE: 'estonia',
  LV: 'latvia',
  LT: 'lithuania',
  TR: 'turkey|türkiye',
  IL: 'israel',
  AE: 'united arab emirates|uae',
  SA: 'saudi arabia',
  IN: 'india',
  PK: 'pakistan',
  BD: 'bangladesh',
  LK: 'sri lanka',
  NP: 'nepal',
  CN: 'china',
  HK: 'hong kong',
  TW: 'taiwan',
  JP: 'japan',
  KR: 'south korea|republic of korea|korea',
  KP: 'north korea',
  MO: 'macau',
  MM: 'burma',
  CI: 'cote d ivoire',
  TH: 'thailand',
  VN: 'vietnam|viet nam',
  MY: 'malaysia',
  SG: 'singapore',
  ID: 'indonesia',
  PH: 'philippines|the philippines',
  AU: 'australia',
  NZ: 'new zealand',
  ZA: 'south africa',
  NG: 'nigeria',
  KE: 'kenya',
  GH: 'ghana',
  EG: 'egypt',
  MA: 'morocco|maroc',
  BR: 'brazil|brasil',
  AR: 'argentina',
  CL: 'chile',
  CO: 'colombia',
  PE: 'peru|perú',
  PR: 'puerto rico',
  RU: 'russian federation',
};

/** A name without its accents, its spaces and its signs. */
const plainName = (name: string): string =>
  compactName(name.normalize('NFD').replace(/\p{M}/gu, ''));

let byName: ReadonlyMap<string, string> | null = null;

/** Made when a cell is no code: most lists have none such. Our own names count before CLDR's. */
function names(): ReadonlyMap<string, string> {
  if (byName !== null) return byName;
  const found = new Map<string, string>();
  for (const line of COUNTRY_NAMES.trim().split('\n'))
    for (const name of line.slice(3).split('|')) found.set(plainName(name), line.slice(0, 2));
  for (const [code, list] of Object.entries(NAMES))
    for (const name of list.split('|')) found.set(plainName(name), code);
  byName = found;
  return found;
}

/** The country that most numbers of a shared calling code belong to. */
const MAIN: Readonly<Record<string, string>> = {
  ...{ 1: 'US', 7: 'RU', 39: 'IT', 44: 'GB', 47: 'NO', 61: 'AU', 212: 'MA', 262: 'RE' },
  ...{ 290: 'SH', 358: 'FI', 590: 'GP', 599: 'CW' },
};

/** The countries that a cell may mean, the likeliest first: `Mexico`, `MX`, `+52`; empty: nobody knows. */
export function countriesMeant(cell: string): readonly string[] {
  const named = countryOf(cell);
  if (named !== null) return [named];
  const [, code] = /^(?:\+|00)?([1-9]\d{0,2})$/.exec(cell.trim()) ?? [];
  if (code === undefined) return [];
  const sharing = countriesOfCode(code);
  const main = MAIN[code];
  return main === undefined ? sharing : [main, ...sharing.filter((one) => one !== main)];
}

/** The two-letter code that a country cell means, or null. */
export function countryOf(cell: string): string | null {
  const code = cell.trim().toUpperCase();
  if (isCountry(code)) return code;
  const letters = code.replace(/[.\s]/g, '');
  if (isCountry(letters)) return letters;
  return countryMeant(code) ?? names().get(plainName(cell)) ?? null;
}
