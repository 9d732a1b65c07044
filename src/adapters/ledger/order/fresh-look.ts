import { LOOK_FRESH_MS, nextLookAt, UNLOOKED_WITHIN_MS } from '../../../domain/order/fresh-look.ts';
import { storeReason } from '../../../domain/run/reason.ts';
import type { Session } from '../../../ports/session.ts';
import type { LastOrder, Unlooked } from '../../../ports/ledger/following.ts';
import { settledBefore } from './following.ts';
import { assertSession } from '../run/runs.ts';
import { greaterOf } from '../dialect.ts';
import { moveContacts, moveOrders } from '../moving.ts';
import { one, run, type Method } from '../statement.ts';

/** So many orders before the last one are asked for beside it (I7). */
const EARLIER_AT_MOST = 4;

/** A contact's last order that was not withdrawn. */
const LAST = `call_order last where last.contact_seq = @seq
  and last.nth = (select max(o.nth) from call_order o where o.contact_seq = @seq and o.state <> 'withdrawn')`;

/** Measured from the moment at which the look was asked for: what it told may be as old as that. */
const IS_FRESH = `(last.looked_at is not null
  and last.looked_at > @now - ${LOOK_FRESH_MS} and last.looked_at <= @now)`;

/** I13, part of the statement that commits an order: there is a last order, and no look at it is fresh. */
export const UNLOOKED = `exists (select 1 from ${LAST}
  and not ${IS_FRESH})`;

/** I13, right before an order leaves: whether the look at the one before it is too old by now. */
export function* isLookTooOld(key: string, now: number): Method<boolean> {
  const found = yield* one<object>(
    `select 1 from call_order this join call_order last on last.contact_seq = this.contact_seq
     where this.key = @key and not ${IS_FRESH} and last.nth = (select max(o.nth) from call_order o
       where o.contact_seq = this.contact_seq and o.nth < this.nth and o.state <> 'withdrawn')`,
    { key, now },
  );
  return found !== null;
}

/** The order that must be looked at before this contact is ordered again; null: none. */
export function* toLookAt(seq: number, now: number): Method<LastOrder | null> {
  const row = yield* one<Omit<LastOrder, 'byPerson' | 'earlier'> & { byPerson: number }>(
    `select last.key, last.provider_id as "providerId", last.settled_at as "settledAt",
       last.ordered_at as "orderedAt", last.rings_until as "ringsUntil", last.look_at as "lookAt", last.outcome,
       last.e164, c.id as "contactId", c.grp as "group",
       (select min(a.id) from attempt a where a.order_key = last.key) as "attemptId",
       case when exists (select 1 from request q join request_done d on d.request_id = q.id
         where q.contact_id = c.id and d.what like 'order ' || last.key || ':%') then 1 else 0 end as "byPerson"
     from contact c, ${LAST} and c.seq = @seq and ${UNLOOKED}`,
    { seq, now },
  );
  if (row === null) return null;
  const earlier = yield* settledBefore(row.key, EARLIER_AT_MOST);
  return { ...row, byPerson: row.byPerson === 1, earlier };
}

/** The look has told that no human was reached and nothing is open. */
export function* looked(session: Session, key: string, now: number): Method<void> {
  yield* assertSession(session);
  yield* run('update call_order set looked_at = @now, unlooked_since = null where key = @key', {
    key,
    now,
  });
}

/** It has not: the person waits, and after a day nobody knows what became of the order. */
export function* unlooked(session: Session, key: string, why: Unlooked): Method<void> {
  yield* assertSession(session);
  const { now, said } = why;
  yield* run(
    `update call_order set looked_at = null, unlooked_since = coalesce(unlooked_since, @now) where key = @key`,
    { key, now },
  );
  const row = yield* one<{ since: number; seq: number }>(
    'select unlooked_since as since, contact_seq as seq from call_order where key = @key',
    { key },
  );
  if (row === null) throw new Error(`no order ${key}`);
  const { seq, since } = row;
  if (now < since + UNLOOKED_WITHIN_MS) {
    const reason = storeReason({ code: 'last_order_not_seen', said });
    yield* run(
      `update contact set not_before = ${greaterOf('coalesce(not_before, 0)', '@until')}, reason = @reason
       where seq = @seq and state = 'pending'`,
      { seq, reason, until: nextLookAt(now, since) },
    );
    return;
  }
  // None: while the look was on its way, the run was cancelled or something has barred them. Nobody is to decide then.
  const moved = yield* moveContacts('unseen', {
    to: 'uncertain',
    set: 'not_before = null, changed_at = @now, reason = @reason',
    where: 'seq = @seq',
    params: { seq, now, reason: storeReason({ code: 'last_order_unseen_for_a_day', said }) },
  });
  if (moved === 0) return;
  // In a restored copy an earlier order may be looked at that is itself still uncertain.
  yield* moveOrders('unseen', {
    to: 'uncertain',
    set: 'open = 0',
    where: 'key = @key',
    params: { key },
  });
}
