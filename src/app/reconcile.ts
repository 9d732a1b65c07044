import type { LostOrder } from '../ports/restored.ts';
import { UNKNOWN_WITHIN_MS } from '../domain/order/follow.ts';
import type { By } from '../ports/requests.ts';
import { inBatches } from './batches.ts';
import type { Brakes } from './brakes.ts';
import type { End, Work } from './work.ts';

const PAGE = 500;
const AT_ONCE = 10;
/** Of lookups that found nobody at the other end, one after the other (I7). */
const TRIES = 5;
const PAUSE_MS = 5_000;

/**
 * Keys that are looked past: an order that was given back before it was sent has used up its key, and the one after
 * it may have been placed.
 */
const KEYS_AHEAD = 10;

/** Keys are derived (I2): the ledger that is lost made the very ones that this copy would make next. */
const keyOf = (contactId: string, nth: number): string => `${contactId}-${nth}`;

type Looked = { readonly lost: readonly LostOrder[] } | { readonly why: string };

/**
 * A run whose ledger is an older copy orders nobody before each person who waits, or may wait again, was looked
 * up at the provider by the keys that come next: people who were called since then would be called again. Null: done.
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

async function lookUp(work: Work, contact: { contactId: string; tries: number }): Promise<Looked> {
  const { api, clock } = work;
  const lost: LostOrder[] = [];
  for (let nth = contact.tries + 1, tries = 0, empty = 0; tries < TRIES;) {
    const answer = await api.search(keyOf(contact.contactId, nth));
    if (answer.kind === 'unsupported') return { why: 'the provider has no search by key' };
    if (answer.kind === 'unreachable') {
      tries += 1;
      const until = clock.now() + PAUSE_MS;
      await clock.sleep(until, { key: `reconcile:${contact.contactId}` });
      continue;
    }
    const view = answer.views[0];
    empty = view === undefined ? empty + 1 : 0;
    if (empty === KEYS_AHEAD) return { lost };
    if (view !== undefined)
      lost.push({ contactId: contact.contactId, nth, providerId: view.id, now: clock.now() });
    nth += 1;
    tries = 0;
  }
  return { why: 'the provider’s search cannot be reached' };
}
