import * as z from 'zod';
import { campaignSchema } from './schema.ts';

/** The JSON Schema of the campaign file, in draft 7, which the YAML and JSON editors understand. */
export function campaignJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(campaignSchema, { io: 'input', target: 'draft-7' }) };
}
