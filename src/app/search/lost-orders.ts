import { ORDER_KEY_METADATA } from '../../domain/order/sending/labels.ts';
import { mayBeSameNumber } from '../../domain/order/same-number.ts';
import type { Orderable } from '../../ports/ledger/restored.ts';
import type {
  KnownOrder,
  ListAnswer,
  NothingTold,
  Person,
  ShownOrder,
} from '../../ports/order-search.ts';
import type { Clock } from '../../ports/clock.ts';
import { type FindWork, isLasting, newestThatExists } from './find-order.ts';

/** Of lookups that found nobody at the other end, one after the other (I7). */
const TRIES = 5;
const PAUSE_MS = 5_000;

/** What a copy of a ledger does not know of a contact: the orders after those that it counts. */
export interface Lost {
  readonly contactId: string;
  readonly nth: number;
  readonly providerId: string;
  readonly createdAt: number | null;
}

export type Told<T> = { readonly kind: 'told'; readonly value: T } | Untellable;
interface Untellable {
  readonly kind: 'untellable';
  readonly why: string;
}

/** What a person is told of it. */
function untold({ cause, why }: NothingTold): Untellable {
  switch (cause) {
    case 'no_search':
      return untellable('the provider has no search by contact');
    case 'unreachable':
      return untellable(`the provider’s search cannot be reached (${why})`);
    case 'filter_ignored':
      return untellable('the provider’s search answers with orders that were not asked for');
    case 'incomplete':
      return untellable(why);
  }
}

const untellable = (why: string): Untellable => ({ kind: 'untellable', why });

/** Looks up which orders a copy of a ledger does not know. */
interface LostOrders {
  of(contact: Orderable): Promise<Told<readonly Lost[]>>;
  /** After all contacts: whether what was not shown may be believed (I15). */
  proved(found: readonly Lost[]): Promise<Told<null>>;
}

export type LostOrdersWork = FindWork & {
  readonly clock: Clock;
};

/** Whether there is a search at all, found out with one person before anybody waits for it. */
export async function anySearch(
  work: LostOrdersWork,
  first: Orderable | undefined,
): Promise<Told<null>> {
  const known = await newestThatExists(work, null);
  const person = known ?? (first === undefined ? null : personOf(first));
  const answer = person === null ? null : await listed(work, () => work.api.ordersOf?.(person));
  const none = answer?.kind === 'unknown' && ['no_search', 'unreachable'].includes(answer.cause);
  return none ? untold(answer) : { kind: 'told', value: null };
}

/**
 * The orders of the account since the newest one that the run knows are paged through. Only where no list of all
 * orders can be had is each person asked for.
 */
export async function findLostOrders(work: LostOrdersWork): Promise<Told<LostOrders>> {
  const { ledger, session, api } = work;
  const known = await newestThatExists(work, null);
  const [own] = await ledger.newestKnown(session.runId, { limit: 1, ofRun: true });
  const whole = { since: -Infinity, past: null };
  const back = own === undefined ? whole : { since: own.since, past: own.id };
  let list = await listed(work, () => api.newest?.(back));
  // The clocks say that it is older than what was read: it may be further back.
  if (list.kind === 'listed' && known !== null && !shows(list.orders, known) && back !== whole)
    list = await listed(work, () => api.newest?.(whole));
  if (list.kind === 'listed') return { kind: 'told', value: new Listed(work, list.orders, known) };
  if (list.cause === 'unreachable') return untold(list);
  return { kind: 'told', value: new AskedFor(work, known) };
}

/** All orders of the account, as far back as a copy could miss any. */
class Listed implements LostOrders {
  readonly #work: LostOrdersWork;
  readonly #orders: readonly ShownOrder[];
  readonly #byContact = new Map<string, ShownOrder[]>();
  readonly #known: KnownOrder | null;

  constructor(work: LostOrdersWork, orders: readonly ShownOrder[], known: KnownOrder | null) {
    this.#work = work;
    this.#orders = orders;
    this.#known = known;
    for (const order of orders) {
      const contactId = /^(.+)-\d+$/.exec(keyOf(order))?.[1];
      if (contactId === undefined) continue;
      const some = this.#byContact.get(contactId);
      if (some === undefined) this.#byContact.set(contactId, [order]);
      else some.push(order);
    }
  }

  of(contact: Orderable): Promise<Told<readonly Lost[]>> {
    return Promise.resolve(lostAmong(this.#byContact.get(contact.contactId) ?? [], contact));
  }

  async proved(found: readonly Lost[]): Promise<Told<null>> {
    if (this.#known !== null) return proof(shows(this.#orders, this.#known));
    return proof(await anyExists(this.#work, found));
  }
}

/** A search that answers for one person at a time. */
class AskedFor implements LostOrders {
  readonly #work: LostOrdersWork;
  readonly #known: KnownOrder | null;

  constructor(work: LostOrdersWork, known: KnownOrder | null) {
    this.#work = work;
    this.#known = known;
  }

  async of(contact: Orderable): Promise<Told<readonly Lost[]>> {
    const answer = await this.#ask(personOf(contact));
    return answer.kind === 'listed' ? lostAmong(answer.orders, contact) : untold(answer);
  }

  async proved(found: readonly Lost[]): Promise<Told<null>> {
    if (this.#known === null) return proof(await anyExists(this.#work, found));
    const answer = await this.#ask(this.#known);
    return proof(answer.kind === 'listed' && shows(answer.orders, this.#known));
  }

  #ask(person: Person): Promise<ListAnswer> {
    return listed(this.#work, () => this.#work.api.ordersOf?.(person));
  }
}

const proof = (shown: boolean): Told<null> =>
  shown
    ? { kind: 'told', value: null }
    : untellable('the provider’s search shows no order that is known to exist');

const personOf = ({ contactId, e164 }: Orderable): Person => ({ contactId, number: e164 });

const keyOf = ({ view }: ShownOrder): string => {
  const key = view.metadata[ORDER_KEY_METADATA];
  return typeof key === 'string' ? key : '';
};

const shows = (orders: readonly ShownOrder[], known: KnownOrder): boolean =>
  orders.some((order) => order.view.id === known.id && keyOf(order) === known.key);

/** A copy that knows no order is proved by one that was found, and that the provider gives by its id. */
async function anyExists(
  { api }: Pick<LostOrdersWork, 'api'>,
  found: readonly Lost[],
): Promise<boolean> {
  const last = found.at(-1);
  return last !== undefined && (await api.get(last.providerId)).kind === 'found';
}

/** Asked again while nobody answers, or while the list changes. */
async function listed(
  { clock }: Pick<LostOrdersWork, 'clock'>,
  ask: () => Promise<ListAnswer> | undefined,
): Promise<ListAnswer> {
  for (let tries = 1; ; tries++) {
    const answer = (await ask()) ?? NO_LIST;
    if (answer.kind === 'listed' || isLasting(answer.cause) || tries === TRIES) return answer;
    await clock.sleep(clock.now() + PAUSE_MS, { key: 'reconcile' });
  }
}

const NO_LIST: ListAnswer = {
  kind: 'unknown',
  cause: 'no_search',
  why: 'there is none',
};

/** Keys are derived (I2): the ledger that is lost made the very ones that this copy would make next. */
function lostAmong(shown: readonly ShownOrder[], contact: Orderable): Told<readonly Lost[]> {
  const { contactId, tries, e164 } = contact;
  const lost: Lost[] = [];
  for (const order of shown) {
    const nth = nthOf(keyOf(order), contactId);
    if (nth <= tries) continue;
    if (order.number !== null && !mayBeSameNumber(order.number, e164))
      return untellable('the provider shows an order of this run that was made to another number');
    lost.push({ contactId, nth, providerId: order.view.id, createdAt: order.createdAt });
  }
  return { kind: 'told', value: lost.sort((a, b) => a.nth - b.nth) };
}

/** 0: it is none of this contact's. */
function nthOf(key: string, contactId: string): number {
  const nth = Number(key.slice(contactId.length + 1));
  return Number.isSafeInteger(nth) && key === `${contactId}-${nth}` ? nth : 0;
}
