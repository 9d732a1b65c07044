import type { Campaign } from '../../domain/campaign/campaign.ts';
import { reachedSince } from '../../domain/schedule/admission.ts';
import type { ClaimRequest } from '../../ports/ledger/queue.ts';

type ByCampaign = 'repeatAfterMs' | 'reachedSince' | 'definition' | 'subject';

/** What the campaign says of every order that is claimed. */
export const claimedUnder = (
  { campaign, definition }: { readonly campaign: Campaign; readonly definition: number },
  now: number,
): Pick<ClaimRequest, ByCampaign> => ({
  repeatAfterMs: campaign.repeatAfterMs,
  reachedSince: reachedSince(campaign, now),
  definition,
  subject: campaign.subject,
});
