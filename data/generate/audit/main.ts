import { mkdirSync, writeFileSync } from 'node:fs';
import { placesFile } from './places-file.ts';

const folder = new URL('../../audit/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const file of [placesFile()]) writeFileSync(new URL(file.name, folder), file.text);
