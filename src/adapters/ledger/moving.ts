import { UNSETTLED, type ContactState, type OrderState } from '../../domain/run/states.ts';
import {
  contactBefore,
  mayBecome,
  orderBefore,
  type Becomes,
  type ContactEvent,
  type OrderBecomes,
  type OrderEvent,
} from '../../domain/run/transitions.ts';
import { change, one, type Method, type Statement } from './statement.ts';

/** An event has met a row in a state from which it does not lead. Nothing of its transaction stays. */
class ForbiddenTransition extends Error {
  override readonly name = 'ForbiddenTransition';
}

/** States as SQL writes them in a list. */
export const listed = (states: readonly (ContactState | OrderState)[]): string =>
  states.map((state) => `'${state}'`).join(',');

/** The conditions on the rows that an event may change, made from the tables of transitions. */
const contactMay = (event: ContactEvent): string => `state in (${listed(contactBefore(event))})`;
const orderMay = (event: OrderEvent): string => `state in (${listed(orderBefore(event))})`;

/** An order that was withdrawn never was with the provider: its contact was not called. */
const SKIPPED_OR_EXHAUSTED = `case when exists (select 1 from call_order o
  where o.contact_seq = contact.seq and o.state <> 'withdrawn') then 'exhausted' else 'skipped' end`;

/** Ends those who wait and are meant by a further condition: anyone who is under way, or done with, stays as they are. */
export const BAR = `update contact
  set state = ${SKIPPED_OR_EXHAUSTED}, reason = @reason, not_before = null, changed_at = @now
  where ${contactMay('barred')}`;

/** Lets those wait again who were skipped and are meant by a further condition, as if they had just joined. */
export const FREE = `update contact
  set state = 'pending', reason = null, not_before = scheduled_at, changed_at = @now
  where ${contactMay('freed')}`;

/** What a statement sets beside the state, and in which rows. */
interface Move<State> {
  readonly to: State;
  readonly set: string;
  readonly where: string;
  readonly params: Statement['params'];
}

/**
 * Moves contacts, and returns how many. Those whom the event may not change stay as they are: for statements that mean
 * everybody who waits, or somebody of whom an earlier transaction has read, none is a right answer.
 */
export function* moveContacts<E extends ContactEvent>(
  event: E,
  { to, set, where, params }: Move<Becomes<E>>,
): Method<number> {
  if (!mayBecome(event, to)) throw new ForbiddenTransition(`no contact becomes ${to}: ${event}`);
  return yield* change(
    `update contact set state = '${to}', ${set} where ${where} and ${contactMay(event)}`,
    params,
  );
}

/** Moves one contact that must move. */
export function* moveContact<E extends ContactEvent>(
  event: E,
  move: Move<Becomes<E>>,
): Method<void> {
  if ((yield* moveContacts(event, move)) === 1) return;
  const found = yield* one<{ id: string; state: ContactState }>(
    `select id, state from contact where ${move.where}`,
    move.params,
  );
  const who = found === null ? 'there is no such contact' : `contact ${found.id} is ${found.state}`;
  throw new ForbiddenTransition(`${event}: ${who}, not ${contactBefore(event).join(' or ')}`);
}

/** Moves orders, and returns how many; the others stay as they are. */
export function* moveOrders<E extends OrderEvent>(
  event: E,
  { to, set, where, params }: Move<OrderBecomes<E>>,
): Method<number> {
  return yield* change(
    `update call_order set state = '${to}', ${set} where ${where} and ${orderMay(event)}`,
    params,
  );
}

/** Moves one order that must move. I5: what is over stays as it is. */
export function* moveOrder<E extends OrderEvent>(
  event: E,
  key: string,
  move: Omit<Move<OrderBecomes<E>>, 'where'>,
): Method<void> {
  const params = { key, ...move.params };
  if ((yield* moveOrders(event, { ...move, where: 'key = @key', params })) === 1) return;
  const found = yield* one<{ state: OrderState }>('select state from call_order where key = @key', {
    key,
  });
  if (found === null) throw new ForbiddenTransition(`${event}: there is no order ${key}`);
  const over = (UNSETTLED as readonly OrderState[]).includes(found.state) ? '' : ' already (I5)';
  const wanted = orderBefore(event).join(' or ');
  throw new ForbiddenTransition(`${event}: order ${key} is ${found.state}${over}, not ${wanted}`);
}
