import type { Campaign } from '../campaign/campaign.ts';
import { dialled, hasEnded, outcomeOf } from './outcome.ts';
import type { OrderView } from './view.ts';

/** What an order may still get a little after it was settled; a missing recording alone is the smaller loss. */
type Gap = 'words' | 'recording';

/** Whether an answered call of this campaign is to bring back structured output. */
export const asksForOutput = (campaign: Pick<Campaign, 'optOut' | 'success'>): boolean =>
  campaign.optOut.how === 'asked' || campaign.success !== null;

export function gapIn(view: OrderView, asks: boolean): Gap | null {
  // It rings again after the order has ended: its end is still to come.
  if (dialled(view).some((attempt) => !hasEnded(attempt))) return 'words';
  const answered = view.attempts.filter((attempt) => attempt.answeredAt !== null);
  const words = answered.some(
    (attempt) =>
      attempt.transcript === null ||
      (asks && outcomeOf(attempt) === 'human' && attempt.structuredOutput === null),
  );
  if (words) return 'words';
  return answered.some((attempt) => attempt.recordingUrl === null) ? 'recording' : null;
}
