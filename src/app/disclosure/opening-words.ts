import type { Campaign } from '../../domain/campaign/campaign.ts';
import { OpeningWords, type DisclosureFinding } from '../../domain/disclosure/asked.ts';
import type { Schedules } from '../../domain/schedule/schedules.ts';
import type { WaitingPort } from '../../ports/ledger/waiting.ts';

const PAGE = 1_000;

interface Asking {
  readonly ledger: WaitingPort;
  readonly schedules: Schedules;
  readonly campaign: Campaign;
  readonly now: number;
}

/** What the opening words leave out of what has to be said to those of the run who wait, whichever file named them. */
export async function openingWordsOf(
  runId: string,
  { ledger, schedules, campaign, now }: Asking,
): Promise<readonly DisclosureFinding[]> {
  const groups = await ledger.groups(runId);
  const recordsOf = new Map(groups.map((group) => [group, schedules.recordsAt(group, now)]));
  const words = new OpeningWords(campaign);
  const asks = [...recordsOf.values()].some((records) => words.asks(records));
  for (let after = 0; asks;) {
    const page = await ledger.spokenTo(runId, { after, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.seq;
    for (const one of page) words.add(one, recordsOf.get(one.group) ?? []);
  }
  return words.findings();
}
