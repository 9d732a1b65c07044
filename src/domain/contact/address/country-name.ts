import { countryMeant, isCountry } from '../../campaign/countries.ts';
import { COUNTRY_NAMES } from './country-names.ts';
import { compactName } from '../columns/header-name.ts';

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
  CI: 'cote d ivoire|rci',
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

/** Names of the standard ISO 3166 and of forms, where CLDR and people say it shorter. */
const FORMAL: Readonly<Record<string, string>> = {
  AG: 'antigua',
  BO: 'bolivia, plurinational state of|plurinational state of bolivia',
  BS: 'bahamas',
  CD: 'congo, democratic republic of|democratic republic of congo|dem. rep. congo|dr congo|drc',
  CG: 'congo, republic of|republic of congo',
  CN: 'people’s republic of china|prc',
  FK: 'falkland islands (malvinas)',
  FM: 'micronesia, federated states of|federated states of micronesia',
  GB: 'united kingdom of great britain and northern ireland',
  GM: 'gambia',
  HK: 'hong kong sar',
  IR: 'iran, islamic republic of|islamic republic of iran',
  KP: 'korea, democratic people’s republic of|democratic people’s republic of korea|dprk',
  KR: 'korea, republic of|s. korea',
  LA: 'lao people’s democratic republic|lao pdr',
  MD: 'moldova, republic of|republic of moldova',
  MF: 'saint martin (french part)',
  MK: 'macedonia|republic of north macedonia|macedonia, former yugoslav republic of',
  NL: 'netherlands, kingdom of|kingdom of netherlands',
  PS: 'palestine, state of|state of palestine|palestinian territory, occupied',
  SX: 'sint maarten (dutch part)',
  SY: 'syrian arab republic',
  TW: 'taiwan, province of china',
  TZ: 'tanzania, united republic of|united republic of tanzania',
  VA: 'holy see|holy see (vatican city state)',
  VE: 'venezuela, bolivarian republic of|bolivarian republic of venezuela',
  VG: 'virgin islands, british',
  VI: 'virgin islands, u.s.',
};

/** A name without its articles, its accents, its spaces and its signs. */
const plainName = (name: string): string =>
  compactName(
    name
      .replace(/\bthe\b/gi, '')
      .normalize('NFD')
      .replace(/\p{M}/gu, ''),
  );

let byName: ReadonlyMap<string, string> | null = null;

/** Made when a cell is no code: most lists have none such. Our own names count before CLDR's. */
function names(): ReadonlyMap<string, string> {
  if (byName !== null) return byName;
  const found = new Map<string, string>();
  for (const line of COUNTRY_NAMES.trim().split('\n'))
    for (const name of line.slice(3).split('|')) found.set(plainName(name), line.slice(0, 2));
  for (const [code, list] of [...Object.entries(FORMAL), ...Object.entries(NAMES)])
    for (const name of list.split('|')) found.set(plainName(name), code);
  byName = found;
  return found;
}

/** The two-letter code that a country cell means, or null. */
export function countryOf(cell: string): string | null {
  const code = cell.trim().toUpperCase();
  if (isCountry(code)) return code;
  const letters = code.replace(/[.\s]/g, '');
  if (isCountry(letters)) return letters;
  return countryMeant(code) ?? names().get(plainName(cell)) ?? byLongName(cell);
}

/** `Republic of Benin`, `The Gambia`, `Ivory Coast (Côte d'Ivoire)`: what is left without the form of state is a name. */
function byLongName(cell: string): string | null {
  const text = cell.normalize('NFC').trim();
  const [, before = '', inside = ''] = /^([^()]+)\(([^()]+)\)$/.exec(text) ?? [];
  if (before !== '') {
    const [one, other] = [countryOf(before), countryOf(inside)];
    return other === null || one === other ? one : null;
  }
  const bare = text.replace(LONG_FORM, '').replace(/\s+republic$/i, '');
  return bare === text || /^chin/i.test(bare) ? null : (names().get(plainName(bare)) ?? null);
}

const LONG_FORM =
  /^(?:the\s+)?(?:(?:federal republic|republic|kingdom)\s+of\s+(?:the\s+)?|(?:république|royaume)\s+(?:de\s+la\s+|du\s+|de\s+|d['’])|(?:república|reino)\s+(?:de\s+|da\s+|do\s+)|repubblica\s+(?:del\s+|di\s+)|republik\s+|the\s+)/i;
