import { mkdirSync, writeFileSync } from 'node:fs';
import { countryNames } from './country-names.ts';
import { exchangeData } from './exchanges.ts';
import { placesFile } from './places-file.ts';
import { postalData } from './postal.ts';
import { australianCodes, stateData } from './states.ts';

const folder = new URL('../../audit/', import.meta.url);
mkdirSync(folder, { recursive: true });
const write = (name: string, text: string): void => {
  writeFileSync(new URL(name, folder), text);
};
const places = placesFile();
write(places.name, places.text);
write('exchanges.json', `${JSON.stringify(exchangeData(), null, 1)}\n`);
write('postal.json', `${JSON.stringify(postalData(), null, 1)}\n`);
const states = { states: stateData(), australianCodes: australianCodes() };
write('states.json', `${JSON.stringify(states, null, 1)}\n`);
write('country-names.json', `${JSON.stringify(countryNames(), null, 1)}\n`);
