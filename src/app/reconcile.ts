import type { Ledger } from '../ports/ledger.ts';
import type { ShownOrder } from '../ports/order-search.ts';
import type { LostOrder } from '../ports/restored.ts';
import { ORDER_KEY_METADATA } from '../domain/order/answer.ts';
import { UNKNOWN_WITHIN_MS } from '../domain/order/follow.ts';
import type { By } from '../ports/requests.ts';
import { inBatches } from './batches.ts';
import type { Brakes } from './brakes.ts';
import { isLasting } from './find-order.ts';
import type { End, Work } from './work.ts';

const PAGE = 500;
const AT_ONCE = 10;
/** Of lookups that found nobody at the other end, one after the other (I7). */
const TRIES = 5;
const PAUSE_MS = 5_000;

type Orderable = Awaited<ReturnType<Ledger['orderable']>>[number];
type Looked = { readonly lost: readonly LostOrder[] } | { readonly why: string };

/**
 * A run whose ledger is an older copy orders nobody before the orders of each person who waits, or may wait again,
 * were looked up at the provider: people who were called since then would be called again. Null: done.
 */
export async function reconcileCopy(
  work: Work,
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
  const probe = first === undefined ? null : await lookUp(work, first);
  if (probe !== null && 'why' in probe) return unknowable(probe.why);
  // The last orders of the lost ledger may be younger than the provider's search is quick.
  const signal = brakes.stopping;
  await clock.sleep(since + UNKNOWN_WITHIN_MS, { key: 'reconcile', signal });
  if (brakes.end !== null) return brakes.end;
  let found = 0;
  for (let after = 0; ;) {
    const page = await ledger.orderable(session.runId, { after, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.seq;
    for await (const answers of inBatches(page, AT_ONCE, (one) => lookUp(work, one))) {
      for (const [, looked] of answers) {
        if ('why' in looked) return unknowable(looked.why);
        for (const lost of looked.lost) await ledger.adoptLost(session, lost);
        found += looked.lost.length;
      }
      if (brakes.end !== null) return brakes.end;
    }
  }
  await ledger.endRestored(session, { now: clock.now(), found, who: null, reason: null });
  const message = `${found} orders were found that this copy did not know`;
  report.tell({ event: 'note', message });
  return null;
}

const unknowable = (why: string): End => ({
  how: 'stopped',
  exit: 3,
  why: `this ledger is an older copy, and ${why}; nobody was called. Go back to the newest ledger, or see who was called since in the provider’s own list, put them on the do-not-call list, and take the rest on with --restored "<reason>"`,
});

async function lookUp(work: Work, contact: Orderable): Promise<Looked> {
  const { api, clock } = work;
  for (let tries = 0; tries < TRIES; tries++) {
    const person = { contactId: contact.contactId, number: contact.e164 };
    const answer = await api.ordersOf?.(person);
    if (answer?.kind === 'listed') return { lost: lostAmong(answer.orders, contact, clock.now()) };
    if (answer === undefined || isLasting(answer.cause))
      return { why: 'the provider has no search by contact' };
    const until = clock.now() + PAUSE_MS;
    await clock.sleep(until, { key: `reconcile:${contact.contactId}` });
  }
  return { why: 'the provider’s search cannot be reached' };
}

/** Keys are derived (I2): the ledger that is lost made the very ones that this copy would make next. */
function lostAmong(shown: readonly ShownOrder[], contact: Orderable, now: number): LostOrder[] {
  const { contactId, tries } = contact;
  return shown
    .map(({ view: { id, metadata } }) => ({
      contactId,
      nth: nthOf(metadata[ORDER_KEY_METADATA], contactId),
      providerId: id,
      now,
    }))
    .filter(({ nth }) => nth > tries)
    .sort((a, b) => a.nth - b.nth);
}

/** 0: it is none of this contact's. */
function nthOf(key: unknown, contactId: string): number {
  const nth = Number(String(key).slice(contactId.length + 1));
  return Number.isSafeInteger(nth) && key === `${contactId}-${nth}` ? nth : 0;
}
