import { UNKNOWN_WITHIN_MS } from '../../domain/order/follow.ts';
import type { By, ControlsPort } from '../../ports/ledger/requests.ts';
import type { RestoredPort } from '../../ports/ledger/restored.ts';
import { inBatches } from '../people/batches.ts';
import type { Brakes } from '../dispatch/brakes.ts';
import {
  type Lost,
  type LostOrdersWork,
  type Told,
  anySearch,
  findLostOrders,
} from '../search/lost-orders.ts';
import type { Report } from '../../ports/report.ts';
import type { End } from './end.ts';

const PAGE = 500;
const AT_ONCE = 10;

export type ReconcileWork = LostOrdersWork & {
  readonly ledger: RestoredPort & ControlsPort;
  readonly report: Report;
};

/**
 * A run whose ledger is an older copy orders nobody before the orders of each person who waits, or may wait again,
 * were looked up at the provider: people who were called since then would be called again. Null: done.
 */
export async function reconcileCopy(
  work: ReconcileWork,
  brakes: Brakes,
  accepted: By | null,
): Promise<End | null> {
  const { ledger, session, clock, report } = work;
  const since = await ledger.restoredAt(session.runId);
  if (since === null) return null;
  // Nobody is ordered any more: what is open is ended, and whom the copy does not know does not matter.
  if ((await ledger.control(session.runId)).cancelled !== null) return null;
  if (accepted !== null) {
    const { who, reason } = accepted;
    await ledger.endRestored(session, { now: clock.now(), found: 0, who, reason });
    return null;
  }
  report.tell({
    event: 'note',
    message: 'this ledger is an older copy: everybody who waits is looked up at the provider first',
  });
  const [first] = await ledger.orderable(session.runId, { after: 0, limit: 1 });
  const searchable = await anySearch(work, first);
  if (searchable.kind === 'untellable') return unknowable(searchable.why);
  // The last orders of the lost ledger may be younger than the provider's search is quick.
  const signal = brakes.stopping;
  await clock.sleep(since + UNKNOWN_WITHIN_MS, { key: 'reconcile', signal });
  if (brakes.end !== null) return brakes.end;
  const found = await adoptAll(work, brakes);
  if (found.kind === 'untellable') return unknowable(found.why);
  if (brakes.end !== null) return brakes.end;
  await ledger.endRestored(session, {
    now: clock.now(),
    found: found.value,
    who: null,
    reason: null,
  });
  const message = `${found.value} orders were found that this copy did not know`;
  report.tell({ event: 'note', message });
  return null;
}

/** How many orders this copy did not know; they are adopted as they are found, and nobody is ordered before all are. */
async function adoptAll(work: ReconcileWork, brakes: Brakes): Promise<Told<number>> {
  const { ledger, session, clock } = work;
  const lookUp = await findLostOrders(work);
  if (lookUp.kind === 'untellable') return lookUp;
  const found: Lost[] = [];
  for (let after = 0; ;) {
    const page = await ledger.orderable(session.runId, { after, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.seq;
    for await (const answers of inBatches(page, AT_ONCE, (one) => lookUp.value.of(one))) {
      for (const [, lost] of answers) {
        if (lost.kind === 'untellable') return lost;
        for (const one of lost.value) await ledger.adoptLost(session, { ...one, now: clock.now() });
        found.push(...lost.value);
      }
      if (brakes.end !== null) return { kind: 'told', value: found.length };
    }
  }
  const proved = await lookUp.value.proved(found);
  return proved.kind === 'untellable' ? proved : { kind: 'told', value: found.length };
}

const unknowable = (why: string): End => ({
  how: 'stopped',
  exit: 3,
  why: `this ledger is an older copy, and ${why}; nobody was called. Go back to the newest ledger, or see who was called since in the provider’s own list, put them on the do-not-call list, and take the rest on with --restored "<reason>"`,
});
