import { crossChecks, type ZoneExists } from './problems/checks.ts';
import type { Campaign } from './definition.ts';
import { explain } from './problems/explain.ts';
import { campaignJsonSchema } from './schema/json-schema.ts';
import { optOutChecks, optOutProblem } from './opt-out.ts';
import { outputChecks } from './problems/output-checks.ts';
import { isTree, problem, type CampaignProblem } from './problems/problem.ts';
import { campaignSchema } from './schema/schema.ts';
import { toCampaign } from './to-campaign.ts';
import { lostKeys } from './problems/unknown-key.ts';

export type { Campaign } from './definition.ts';
export type { CampaignProblem } from './problems/problem.ts';
export { campaignJsonSchema, optOutProblem };

type CampaignReading =
  | { readonly ok: true; readonly campaign: Campaign }
  | { readonly ok: false; readonly problems: CampaignProblem[] };

/**
 * Reads a campaign from what a YAML or JSON file holds. Every problem is found in one go: no check waits for
 * another to pass. `zoneExists` gives the canonical name of a time zone, or null.
 */
export function readCampaign(value: unknown, zoneExists: ZoneExists): CampaignReading {
  if (!isTree(value)) {
    const message = value == null ? 'the campaign is empty' : 'the campaign is not a group of keys';
    return { ok: false, problems: [problem([], message, 'begin with name: and assistant:')] };
  }
  // A campaign is read once: to compile the schema for it takes longer than to walk it.
  const parsed = campaignSchema.safeParse(value, { jitless: true });
  const found = parsed.success
    ? []
    : explain(parsed.error.issues, { schema: campaignJsonSchema(), root: value });
  const known = new Set(found.map(({ path }) => path));
  const problems = [
    ...found,
    ...lostKeys(value).filter(({ path }) => !known.has(path)),
    ...crossChecks(value, zoneExists),
    ...outputChecks(value),
    ...optOutChecks(value),
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, campaign: toCampaign(parsed.data, zoneExists) };
}
