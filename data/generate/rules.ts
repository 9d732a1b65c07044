import { writeFileSync } from 'node:fs';
import { rulesFile } from './rules-file.ts';

/**
 * Writes `data/reference/rules.json` from the tables `rules-us.ts`, `rules-world.ts` and `rules-low.ts`. Run it
 * after a change there: `npx tsx data/generate/rules.ts`
 */
const file = rulesFile();
writeFileSync(new URL(`../reference/${file.name}`, import.meta.url), file.text);
