import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

interface Mappings {
  readonly supplemental: {
    readonly codeMappings: Readonly<Record<string, { readonly _alpha3?: string }>>;
  };
}

/** `src/domain/contact/address/country-names.ts`: what people write in place of a country's two letters, by CLDR. */
export function countryNamesSource(): string {
  const file = new URL('../audit/country-names.json', import.meta.url);
  const names = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  const { codeMappings } = (load('cldr-core/supplemental/codeMappings.json') as Mappings)
    .supplemental;
  const lines = Object.entries(names).map(([code, list]) => {
    const joined = list
      .filter((name) => name.includes(' & '))
      .map((n) => n.replace(' & ', ' and '));
    const letters = codeMappings[code]?._alpha3;
    const all = [...list, ...joined, ...(letters === undefined ? [] : [letters])];
    return `${code} ${all.join('|')}`;
  });
  return `/** Made by npm run generate from CLDR (Unicode License v3): names of countries in seven languages, and their three letters. */
export const COUNTRY_NAMES = \`
${lines.join('\n')}
\`;
`;
}
