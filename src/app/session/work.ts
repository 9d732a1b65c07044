import type { Campaign } from '../../domain/campaign/campaign.ts';
import { reachedSince } from '../../domain/schedule/admission.ts';
import type { Schedules } from '../../domain/schedule/schedules.ts';
import type { Advice } from '../../ports/advice.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Hints } from '../../ports/hints.ts';
import type { ClaimRequest, Ledger, Session } from '../../ports/ledger/ledger.ts';
import type { Report } from '../../ports/report.ts';
import type { VoiceApi } from '../../ports/voice-api.ts';

/** How a session ended. `exit` is the command's exit code. */
export interface End {
  readonly how: 'finished' | 'stopped' | 'refused';
  readonly exit: 0 | 3 | 4;
  readonly why: string;
  readonly advice?: Advice;
  /** What takes more than the same command again: the end of the pause, more people than the limit, other words. */
  readonly goOn?: 'resume' | 'limit' | 'correct';
}

/** Everything one session works with. Made once, handed to each part. */
export interface Work {
  readonly ledger: Ledger;
  readonly session: Session;
  readonly api: VoiceApi;
  readonly clock: Clock;
  readonly hints: Hints;
  readonly report: Report;
  readonly schedules: Schedules;
  readonly campaign: Campaign;
  /** Version of the campaign file that new orders are made with. */
  readonly definition: number;
  /** How many people of the run may ever be called; null: all of them. */
  readonly limit: number | null;
}

type ByCampaign = 'repeatAfterMs' | 'reachedSince' | 'definition' | 'subject';

/** What the campaign says of every order that is claimed. */
export const claimedUnder = (
  { campaign, definition }: Pick<Work, 'campaign' | 'definition'>,
  now: number,
): Pick<ClaimRequest, ByCampaign> => ({
  repeatAfterMs: campaign.repeatAfterMs,
  reachedSince: reachedSince(campaign, now),
  definition,
  subject: campaign.subject,
});
