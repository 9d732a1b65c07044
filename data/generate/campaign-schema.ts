import { readFileSync, writeFileSync } from 'node:fs';
import { campaignJsonSchema } from '../../src/domain/campaign/campaign.ts';
import { campaignPage } from './campaign-page.ts';

/**
 * Writes what is made from the zod schema in `src/domain/campaign`: `campaigns/campaign.schema.json` for
 * editors, and the tables of `docs/campaign-file.md`. Run it after a change there:
 * `npx tsx data/generate/campaign-schema.ts`
 */
const schema = campaignJsonSchema();
const target = new URL('../../campaigns/campaign.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(schema, null, 2)}\n`);
const page = new URL('../../docs/campaign-file.md', import.meta.url);
writeFileSync(page, campaignPage(readFileSync(page, 'utf8'), schema));
