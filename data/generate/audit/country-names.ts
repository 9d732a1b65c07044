import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'] as const;

interface Territories {
  readonly main: Readonly<
    Record<string, { localeDisplayNames: { territories: Readonly<Record<string, string>> } }>
  >;
}

/** CLDR's names of countries, by their two letters, in the languages that this program meets most. */
export function countryNames(): Record<string, string[]> {
  const names = new Map<string, Set<string>>();
  for (const language of LANGUAGES) {
    const file = load(`cldr-localenames-full/main/${language}/territories.json`) as Territories;
    const territories = file.main[language]?.localeDisplayNames.territories ?? {};
    for (const [key, name] of Object.entries(territories)) {
      const [, code] = /^([A-Z]{2})(?:-alt-(?:short|variant))?$/.exec(key) ?? [];
      if (code === undefined || ['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB'].includes(code)) continue;
      names.set(code, (names.get(code) ?? new Set()).add(name));
    }
  }
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([code, set]) => [code, [...set].sort()]));
}
