import { isAddress, mayNameCountry } from '../contact/address/header.ts';
import { isPhoneHeader } from '../contact/columns/list-columns.ts';
import { plainHeader } from '../contact/columns/header-name.ts';

/** What a column could decide by its name, though it does not. */
export interface Resemblance {
  readonly to: 'phone' | 'timezone' | 'country' | 'state' | 'postal_code' | 'address';
  /** Another column decides that already. */
  readonly isTaken: boolean;
}

/** In their order: a header that names several is of the first. Words, as headers have them in several languages. */
const WORDS: readonly (readonly [Resemblance['to'], RegExp])[] = [
  ['timezone', /\b(?:time ?zone|tz|utc ?offset|zeitzone|fuseau)\b/],
  ['postal_code', /\b(?:zip|postal ?code|post ?code|postcode|plz|code postal|cap|cep)\b/],
  [
    'country',
    /\b(?:country|cntry|ctry|nation|nationality|nazione|nación|nação|iso ?[23]|land|pays|país|pais|paese)\b/,
  ],
  ['state', /\b(?:state|province|provincia|bundesland|county|prefecture)\b/],
];

/** `taken`: the roles that other columns have. */
export function resemblance(header: string, taken: ReadonlySet<string>): Resemblance | null {
  const words = plainHeader(header)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const found = WORDS.find(([, pattern]) => pattern.test(words));
  const to =
    found?.[0] ??
    (isPhoneHeader(header) ? 'phone' : null) ??
    (isAddress(header) ? 'address' : mayNameCountry(header) ? 'country' : null);
  if (to === null) return null;
  return { to, isTaken: taken.has(to) };
}
