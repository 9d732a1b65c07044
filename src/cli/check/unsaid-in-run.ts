import { openingWordsOf } from '../../app/disclosure/opening-words.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Schedules } from '../../domain/schedule/schedules.ts';
import type { Failure } from '../terminal/failure.ts';
import { disclosureRefusal } from './lines/disclosure-lines.ts';
import { keysOf } from './paste-into.ts';
import type { WaitingPort } from '../../ports/ledger/waiting.ts';

/** Stands for the campaign file where a session has none but what the ledger keeps. */
export const STORED_CAMPAIGN = 'as stored in the ledger';

interface RunWords {
  readonly runId: string;
  readonly campaign: Campaign;
  /** As the operator would write it. */
  readonly campaignFile: string;
  readonly text: string;
}

/** Why a session calls nobody: the people of a list that is not given again would hear the new words as well. */
export async function unsaidInRun(
  { runId, campaign, campaignFile, text }: RunWords,
  on: { readonly ledger: WaitingPort; readonly schedules: Schedules; readonly now: number },
): Promise<Failure | null> {
  return disclosureRefusal(await openingWordsOf(runId, { ...on, campaign }), {
    file: campaignFile === STORED_CAMPAIGN ? 'the campaign file' : campaignFile,
    isThere: true,
    keys: keysOf(text),
  });
}
