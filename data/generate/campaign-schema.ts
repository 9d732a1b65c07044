import { writeFileSync } from 'node:fs';
import { campaignJsonSchema } from '../../src/domain/campaign/campaign.ts';

/**
 * Writes `campaigns/campaign.schema.json`, the JSON Schema of the campaign file for editors, from the zod
 * schema in `src/domain/campaign`. Run it after a change there:
 * `npx tsx data/generate/campaign-schema.ts`
 */
const target = new URL('../../campaigns/campaign.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(campaignJsonSchema(), null, 2)}\n`);
