import { HUMAN_BEFORE } from '../../../domain/order/decide.ts';
import { mayHaveRung, type Outcome } from '../../../domain/order/outcome.ts';
import type { Becomes, ContactEvent, OrderEvent } from '../../../domain/run/transitions.ts';
import { UNSETTLED, type OrderState } from '../../../domain/run/states.ts';
import type {
  Acceptance,
  EvidenceSource,
  History,
  Seen,
  Settlement,
} from '../../../ports/ledger/following.ts';
import type { Session } from '../../../ports/session.ts';
import { putAttempts } from './attempts.ts';
import { assertSession, isCurrent } from '../run/runs.ts';
import { moveContact, moveContacts, moveOrder } from '../moving.ts';
import { all, one, run, type Method } from '../statement.ts';
import { barCalled } from '../people/suppressing.ts';

interface PersonMove<E extends ContactEvent> {
  readonly to: Becomes<E>;
  readonly reason: string | null;
  readonly notBefore: number | null;
  readonly now: number;
}

/**
 * Every write to an order's contact goes through here; the trigger logs the change with its reason. Where a copy
 * of a ledger has found a later order of the person, what an earlier one comes to no longer says what is next.
 */
function* movePerson<E extends ContactEvent & OrderEvent>(
  event: E,
  key: string,
  { to, ...rest }: PersonMove<E>,
): Method<void> {
  const later = yield* one<object>(
    `select 1 from call_order later join call_order this on this.key = @key
     where later.contact_seq = this.contact_seq and later.nth > this.nth limit 1`,
    { key },
  );
  if (later !== null) return;
  yield* moveContact(event, {
    to,
    set: 'reason = @reason, not_before = @notBefore, changed_at = @now',
    where: 'seq = (select contact_seq from call_order where key = @key)',
    params: { key, ...rest },
  });
}

/** I5: what is seen of an order that is over is no longer recorded here. */
function* assertUnsettled(key: string): Method<void> {
  const row = yield* one<{ state: OrderState }>('select state from call_order where key = @key', {
    key,
  });
  if (row === null) throw new Error(`no order ${key}`);
  if ((UNSETTLED as readonly OrderState[]).includes(row.state)) return;
  throw new Error(`order ${key} is ${row.state} already (I5)`);
}

export function* giveBack(
  session: Session,
  key: string,
  why: { now: number; notBefore: number; reason: string },
): Method<void> {
  yield* assertSession(session);
  yield* moveOrder('not_placed', key, {
    to: 'withdrawn',
    set: 'open = 0, settled_at = @now',
    params: { now: why.now },
  });
  // I5: while this order was on its way an earlier one turned out to have reached them.
  const reached = yield* one<object>(
    `select 1 from call_order where outcome = 'human'
       and contact_seq = (select contact_seq from call_order where key = @key) limit 1`,
    { key },
  );
  if (reached === null) return yield* movePerson('not_placed', key, { to: 'pending', ...why });
  const { to, reason } = HUMAN_BEFORE;
  yield* movePerson('not_placed', key, { to, reason, notBefore: null, now: why.now });
}

/** Appended without a fence and never deleted: a stale session's call id must not be lost. */
export function* evidence(
  key: string,
  found: {
    source: EvidenceSource;
    providerId: string | null;
    raw: string | null;
    now: number;
    once?: boolean;
  },
): Method<void> {
  const { once = false, ...row } = found;
  const same = `select 1 from evidence where order_key = @key and source = @source and raw = @raw limit 1`;
  if (once && (yield* one<object>(same, { key, source: row.source, raw: row.raw })) !== null)
    return;
  yield* run(
    `insert into evidence (order_key, source, provider_id, raw, at)
     values (@key, @source, @providerId, @raw, @now)`,
    { key, ...row },
  );
}

/**
 * The provider has the order. What it said is kept even when this session has been replaced; the states then
 * stay as they are, and the answer is false.
 */
export function* accepted(
  session: Session,
  key: string,
  by: { source: EvidenceSource; providerId: string; now: number },
): Method<Acceptance> {
  const { providerId } = by;
  const other = yield* one<{ key: string }>(
    'select key from call_order where provider_id = @providerId and key <> @key',
    { key, providerId },
  );
  if (other !== null) {
    const raw = `the answer names ${providerId}, which is order ${other.key}`;
    yield* evidence(key, { ...by, providerId: null, raw, once: true });
    return 'of_another';
  }
  yield* evidence(key, { ...by, raw: null });
  if (!(yield* isCurrent(session))) return 'replaced';
  yield* moveOrder('accepted', key, {
    to: 'calling',
    // I3: while it was uncertain another run may have ordered this number; that order is the open one then.
    set: `provider_id = @providerId, placed_at = coalesce(placed_at, @now),
      open = not exists (select 1 from call_order other
        where other.identity = call_order.identity and other.open = 1 and other.key <> call_order.key)`,
    params: { providerId, now: by.now },
  });
  const { now } = by;
  yield* movePerson('accepted', key, { to: 'calling', reason: null, notBefore: null, now });
  return 'recorded';
}

export function* observe(session: Session, key: string, seen: Seen): Method<void> {
  yield* assertSession(session);
  yield* assertUnsettled(key);
  yield* putAttempts(key, seen.view, seen.late ?? []);
  yield* barCalled(key, seen.optOut ?? null);
}

export function* cancelAsked(session: Session, key: string, now: number): Method<void> {
  yield* assertSession(session);
  yield* run(
    'update call_order set cancel_asked_at = coalesce(cancel_asked_at, @now) where key = @key',
    { key, now },
  );
}

/** May have rung, and shows no attempt to this day. */
const SILENT = `may_have_rung = 1 and not exists (select 1 from attempt a where a.order_key = call_order.key)`;

export function* history(key: string): Method<History> {
  const rows = yield* all<{ outcome: Outcome; n: number }>(
    `select a.outcome, count(*) as n from attempt a join call_order o on o.key = a.order_key
     where o.contact_seq = (select contact_seq from call_order where key = @key) and o.key <> @key
     group by a.outcome`,
    { key },
  );
  const orders = yield* all<{ outcome: string | null }>(
    `select outcome from call_order
     where contact_seq = (select contact_seq from call_order where key = @key)
       and key <> @key and state = 'settled' and drained = 0 order by nth desc`,
    { key },
  );
  const uncertain = yield* one<{ n: number }>(
    `select count(*) as n from call_order
     where contact_seq = (select contact_seq from call_order where key = @key)
       and key <> @key and state = 'uncertain'`,
    { key },
  );
  const silent = yield* one<{ n: number }>(
    `select count(*) as n from call_order
     where contact_seq = (select contact_seq from call_order where key = @key)
       and key <> @key and ${SILENT}`,
    { key },
  );
  const silentOrders = silent?.n ?? 0;
  const rung = orders.findIndex((order) => order.outcome !== null);
  return {
    attempts: rows.reduce((sum, row) => sum + row.n, silentOrders),
    outcomes: Object.fromEntries(rows.map((row) => [row.outcome, row.n])),
    emptyOrders: rung === -1 ? orders.length : rung,
    uncertainOrders: uncertain?.n ?? 0,
    silentOrders,
  };
}

export function* settle(session: Session, key: string, end: Settlement): Method<void> {
  yield* assertSession(session);
  yield* moveOrder('settled', key, {
    to: 'settled',
    set: `open = 0, settled_at = @now, outcome = @outcome, look_at = @lookAt, drained = @drained,
      refused = @refused, may_have_rung = @mayHaveRung`,
    params: {
      now: end.now,
      outcome: end.outcome,
      lookAt: end.lookAt,
      refused: end.refused === undefined || end.refused === null ? null : Number(end.refused),
      drained: Number(end.drained ?? false),
      mayHaveRung: Number(mayHaveRung(end.view)),
    },
  });
  yield* putAttempts(key, end.view, end.late ?? []);
  const { decision } = end;
  yield* movePerson('settled', key, {
    to: decision.to,
    reason: decision.reason,
    notBefore: decision.to === 'pending' ? decision.notBefore : null,
    now: end.now,
  });
  yield* run(
    `update contact set outcome = case when outcome = 'human' then outcome else coalesce(@outcome, outcome) end,
       success = coalesce(@success, success)
     where seq = (select contact_seq from call_order where key = @key)`,
    { key, outcome: end.outcome, success: end.success === null ? null : Number(end.success) },
  );
  yield* barCalled(key, end.optOut ?? null);
}

export function* fail(
  session: Session,
  key: string,
  why: { reason: string; now: number },
): Method<void> {
  yield* assertSession(session);
  yield* moveOrder('refused', key, {
    to: 'withdrawn',
    set: 'open = 0, settled_at = @now',
    params: { now: why.now },
  });
  yield* movePerson('refused', key, { to: 'failed', notBefore: null, ...why });
}

/**
 * The provider, not the people, was at fault: contacts that ended for one reason wait again. Those who do so
 * already, or have an order again, are left as they are.
 */
export function* putBack(
  session: Session,
  keys: readonly string[],
  why: { reason: string; now: number },
): Method<void> {
  yield* assertSession(session);
  for (const key of keys) {
    yield* moveContacts('put_back', {
      to: 'pending',
      set: 'reason = @reason, not_before = null, changed_at = @now',
      where: 'seq = (select contact_seq from call_order where key = @key)',
      params: { key, ...why },
    });
  }
}

/** I6: it stays with the number's other orders in every count, and only evidence or a person ends it. */
export function* uncertain(
  session: Session,
  key: string,
  why: { reason: string; now: number },
): Method<void> {
  yield* assertSession(session);
  yield* moveOrder('doubted', key, { to: 'uncertain', set: 'open = 0', params: {} });
  yield* movePerson('doubted', key, { to: 'uncertain', notBefore: null, ...why });
}
