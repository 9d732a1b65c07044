import type { Campaign } from '../../domain/campaign/campaign.ts';
import { asksNotToBeCalled, OPT_OUT_REASON, PERSON_CALLED } from '../../domain/order/opt-out.ts';
import type { OrderView } from '../../domain/order/view.ts';
import type { OptOut } from '../../ports/ledger/do-not-call.ts';

/** The wish not to be called again that was heard in an order; null: nobody said so. */
export function optOutOf(
  campaign: Pick<Campaign, 'optOut'>,
  view: OrderView,
  order: { key: string; now: number },
): OptOut | null {
  if (!asksNotToBeCalled(view, campaign.optOut.field)) return null;
  return {
    who: PERSON_CALLED,
    at: order.now,
    reason: OPT_OUT_REASON,
    source: `order ${order.key}`,
  };
}
