import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countryNames } from './country-names.ts';
import { exchangeData } from './exchanges.ts';
import { holidayData } from './holidays.ts';
import { placesFile } from './places-file.ts';
import { postalData } from './postal.ts';
import { regionData } from './map/regions.ts';
import { australianCodes, stateData } from './states.ts';
import { townData } from './towns.ts';

/** Another folder than `data/audit/` is for those who compare the two. */
const folder = process.argv[2] ?? fileURLToPath(new URL('../../audit/', import.meta.url));
mkdirSync(folder, { recursive: true });
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};
const places = placesFile();
write(places.name, places.text);
write('exchanges.json', `${JSON.stringify(exchangeData(), null, 1)}\n`);
write('postal.json', `${JSON.stringify(postalData(), null, 1)}\n`);
const states = { states: stateData(), australianCodes: australianCodes() };
write('states.json', `${JSON.stringify(states, null, 1)}\n`);
write('country-names.json', `${JSON.stringify(countryNames(), null, 1)}\n`);
write('regions.json', `${JSON.stringify(regionData(), null, 1)}\n`);
write('holidays.json', `${JSON.stringify(holidayData(), null, 1)}\n`);
write('towns.json', `${JSON.stringify(townData(), null, 1)}\n`);
