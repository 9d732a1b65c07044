import { mkdirSync, writeFileSync } from 'node:fs';
import { generateAll } from './all.ts';
import { countryNamesSource } from './country-names.ts';

const folder = new URL('../reference/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const file of generateAll()) writeFileSync(new URL(file.name, folder), file.text);
const source = new URL('../../src/domain/contact/address/country-names.ts', import.meta.url);
writeFileSync(source, countryNamesSource());
