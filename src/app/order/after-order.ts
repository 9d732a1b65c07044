import { storeReason } from '../../domain/run/reason.ts';
import { decide, HUMAN_BEFORE, retryPolicyOf, type Decision } from '../../domain/order/decide.ts';
import {
  dialled,
  hasEnded,
  mayHaveRung,
  orderOutcome,
  outcomeOf,
} from '../../domain/order/outcome.ts';
import type { OrderView } from '../../domain/order/view.ts';
import type { Lookable, SettlingPort } from '../../ports/ledger/following.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Schedules } from '../../domain/schedule/schedules.ts';
import type { Clock } from '../../ports/clock.ts';

export interface DecidingWork {
  readonly ledger: SettlingPort;
  readonly campaign: Campaign;
  readonly schedules: Schedules;
  readonly clock: Clock;
}

/**
 * What becomes of somebody who waits to be tried again when the phone has rung once more for an order that had
 * ended: while that call may go on, nobody is called.
 */
export async function decideAfterLate(
  work: DecidingWork,
  order: Pick<Lookable, 'key' | 'group' | 'orderedAt'>,
  view: OrderView,
): Promise<Decision> {
  if (dialled(view).every(hasEnded)) return await decideAfter(work, order, view);
  const notBefore = work.clock.now() + work.campaign.maxCallSeconds * 1000;
  return { to: 'pending', notBefore, reason: storeReason({ code: 'rings_after_end' }) };
}

/** What a contact becomes after an order: decided from all of its attempts, those of earlier orders too (I11). */
export async function decideAfter(
  { ledger, campaign, schedules, clock }: DecidingWork,
  order: Pick<Lookable, 'key' | 'group' | 'orderedAt'>,
  view: OrderView,
): Promise<Decision> {
  const before = await ledger.history(order.key);
  if ((before.outcomes.human ?? 0) > 0) return HUMAN_BEFORE;
  const outcome = orderOutcome(view);
  const attempts = dialled(view);
  const last = attempts.at(-1);
  const window = schedules.windowAt(order.group, last?.startedAt ?? order.orderedAt);
  const same = attempts.filter((attempt) => outcomeOf(attempt) === outcome).length;
  const silent = mayHaveRung(view);
  return decide(retryPolicyOf(campaign), {
    outcome,
    attempts: before.attempts + attempts.length + Number(silent),
    mayHaveRung: silent,
    sameOutcome: same + (outcome === null ? 0 : (before.outcomes[outcome] ?? 0)),
    emptyOrders: outcome === null ? before.emptyOrders + 1 : 0,
    delayMs: campaign.calling.delaysMs[window] ?? 0,
    endedAt: last?.endedAt ?? clock.now(),
  });
}
