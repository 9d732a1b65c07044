import { isTerminal, type OrderView } from '../../domain/order/view.ts';
import type { Claim } from '../../ports/ledger/queue.ts';
import { type ConfirmWork, confirmByAttempt } from '../order/confirm.ts';
import type { Placed, Placer } from '../order/place.ts';
import { soughtBy } from './find-order.ts';

/** Orders as one request has shown them, by the provider's id. */
export type Shown = ReadonlyMap<string, OrderView>;

/** I6: an uncertain order leaves that state by evidence alone. One look; null: there is none. */
export async function evidenceOf(
  work: ConfirmWork,
  placer: Placer,
  { order, shown }: { order: Claim; shown: Shown },
): Promise<Placed> {
  const { api } = work;
  if (order.providerId === null) {
    const answer = await api.find(soughtBy(order));
    if (answer.kind === 'found') return await placer.adopt(order, answer.view, 'search');
    const confirmed = await confirmByAttempt(work, order, null);
    return confirmed === null ? null : { providerId: confirmed.id, view: confirmed };
  }
  const view = shown.get(order.providerId);
  // An end is fetched from the order itself: a search may be behind with what came of it.
  if (view !== undefined && !isTerminal(view)) return await placer.adopt(order, view, 'search');
  const answer = await api.get(order.providerId);
  return answer.kind === 'found' ? await placer.adopt(order, answer.view, 'get') : null;
}
