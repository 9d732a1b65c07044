import { mkdirSync, writeFileSync } from 'node:fs';
import { generateAll } from './all.ts';

const folder = new URL('../reference/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const file of generateAll()) writeFileSync(new URL(file.name, folder), file.text);
