import type { OrderView } from '../../domain/order/view.ts';
import type { KnownOrder, SearchKind, Sought, Untold } from '../../ports/order-search.ts';
import type { Session } from '../../ports/session.ts';
import type { VoiceApi } from '../../ports/voice-api.ts';
import type { Claim } from '../../ports/ledger/queue.ts';
import type { EvidencePort } from '../../ports/ledger/evidence.ts';

/** Of the newest orders that are known some may be unknown to the provider itself, for a while or for ever. */
const KNOWN_TRIED = 3;

/** What is known of an order after it was looked for. Nothing but `not_found` may mean that it was not placed. */
type Finding =
  | { readonly kind: 'found'; readonly view: OrderView }
  /** The same kind of search has found this other order, which is known to exist. */
  | { readonly kind: 'not_found'; readonly provedBy: string }
  | { readonly kind: 'unknown'; readonly cause: Unfound; readonly why: string };

/** `unsettled`: how long this provider's search takes to show an order is not known, so that silence means nothing. */
type Unfound = Untold | 'unproved' | 'unsettled';

/** Asking again soon cannot help. */
export const isLasting = (cause: Unfound): boolean =>
  cause === 'no_search' || cause === 'filter_ignored';

export const soughtBy = (claim: Claim): Sought => ({
  key: claim.key,
  number: claim.e164,
  contactId: claim.contactId,
  since: claim.orderedAt,
});

export interface FindWork {
  readonly ledger: EvidencePort;
  readonly session: Session;
  readonly api: VoiceApi;
}

/**
 * Looks for an order at the provider. That the search shows nothing is believed only while the same kind of search
 * shows the newest order that is known there, asked right after it (I15).
 */
export async function findOrder(work: FindWork, sought: Sought): Promise<Finding> {
  const answer = await work.api.find(sought);
  if (answer.kind !== 'nothing_shown') return answer;
  if (work.api.profile.settleMs === null)
    return unknown('unsettled', 'the search shows nothing, and how soon it would is not known');
  return await proved(work, answer.by, sought);
}

async function proved(work: FindWork, by: SearchKind, sought: Sought): Promise<Finding> {
  const known = await newestThatExists(work, sought);
  if (known === null)
    return unknown(
      'unproved',
      'the search shows nothing, and no order is known by which it could be tried',
    );
  const answer = await work.api.find(known);
  const shows = answer.kind === 'found' && answer.by === by && answer.view.id === known.id;
  if (shows) return { kind: 'not_found', provedBy: known.key };
  return unknown('unproved', 'the search shows nothing, nor an order that is known to exist');
}

const unknown = (cause: Unfound, why: string): Finding => ({ kind: 'unknown', cause, why });

/** The newest order of this account that the provider gives by its id. */
export async function newestThatExists(
  { ledger, session, api }: FindWork,
  but: Pick<Sought, 'key'> | null,
): Promise<KnownOrder | null> {
  for (const known of await ledger.newestKnown(session.runId, {
    limit: KNOWN_TRIED,
    ofRun: false,
  })) {
    if (known.key === but?.key) continue;
    const look = await api.get(known.id);
    if (look.kind === 'found') return known;
  }
  return null;
}
