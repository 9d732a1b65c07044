import { dialledIdentity } from '../../../domain/phone/number/identity.ts';
import { HUMAN_BEFORE } from '../../../domain/order/decide.ts';
import { ON_DO_NOT_CALL } from '../../../domain/schedule/admission.ts';
import type { By, Control, NewRequest, RequestRecord } from '../../../ports/ledger/requests.ts';
import type { Session } from '../../../ports/session.ts';
import type { Limits } from '../../../domain/law/limits.ts';
import { storeReason } from '../../../domain/run/reason.ts';
import { heldByCap } from '../order/capping.ts';
import { hasReached } from '../order/correcting.ts';
import { isLookTooOld } from '../order/fresh-look.ts';
import { barredByOther } from '../people/other-numbers.ts';
import { refusalOf } from '../people/refusing.ts';
import { isBarred } from '../people/suppressing.ts';
import { tailBarring } from '../people/tails.ts';
import { assertSession } from './runs.ts';
import { moveContacts } from '../moving.ts';
import { all, one, type Method } from '../statement.ts';

interface RequestRow {
  id: number;
  runId: string;
  kind: RequestRecord['kind'];
  contactId: string | null;
  hangUp: number;
  who: string;
  reason: string | null;
  at: number;
  doneAt: number | null;
  what: string | null;
}

const REQUEST = `select r.id, r.run_id as "runId", r.kind, r.contact_id as "contactId", r.hang_up as "hangUp", r.who,
  r.reason, r.at, d.at as "doneAt", d.what from request r left join request_done d on d.request_id = r.id`;

function toRequest({ doneAt, what, ...row }: RequestRow): RequestRecord {
  const done = doneAt === null || what === null ? null : { at: doneAt, what };
  return { ...row, hangUp: row.hangUp === 1, done };
}

/** Any process may append; what it means for the contacts is the session's to decide. */
export function* ask(request: NewRequest): Method<number> {
  const made = yield* one<{ id: number }>(
    `insert into request (run_id, kind, contact_id, hang_up, who, reason, at)
     values (@runId, @kind, @contactId, @hangUp, @who, @reason, @at) returning id`,
    { ...request, hangUp: Number(request.hangUp) },
  );
  if (made === null) throw new Error('the request was not stored');
  return made.id;
}

export function* requestById(id: number): Method<RequestRecord | null> {
  const row = yield* one<RequestRow>(`${REQUEST} where r.id = @id`, { id });
  return row === null ? null : toRequest(row);
}

/** Those about the whole run, and those about one of its contacts. */
export function* requestsAbout(runId: string, contactId: string): Method<readonly RequestRecord[]> {
  const rows = yield* all<RequestRow>(
    `${REQUEST} where r.run_id = @runId and (r.contact_id is null or r.contact_id = @contactId)
     order by r.id`,
    { runId, contactId },
  );
  return rows.map(toRequest);
}

/** The newest word counts. Off the index request_by_kind, as everything here that is asked for each order. */
function* pausedBy(runId: string): Method<By | null> {
  const last = yield* one<By & { kind: string }>(
    `select kind, who, at, reason from request
     where run_id = @runId and kind in ('pause','resume') order by id desc limit 1`,
    { runId },
  );
  if (last === null || last.kind === 'resume') return null;
  return { who: last.who, at: last.at, reason: last.reason };
}

/** A cancel is never taken back; asked for again with `--hang-up` it says more. */
function* cancelledBy(runId: string): Method<Control['cancelled']> {
  const first = yield* one<By & { hangUp: number }>(
    `select who, at, reason, (select max(hang_up) from request where run_id = @runId and kind = 'cancel') as "hangUp"
     from request where run_id = @runId and kind = 'cancel' order by id limit 1`,
    { runId },
  );
  return first === null ? null : { ...first, hangUp: first.hangUp === 1 };
}

export function* control(runId: string): Method<Control> {
  const decisions = yield* all<RequestRow>(
    `${REQUEST} where r.run_id = @runId and r.kind in ('rang','not_rung','again') and d.request_id is null
     order by r.id`,
    { runId },
  );
  return {
    paused: yield* pausedBy(runId),
    cancelled: yield* cancelledBy(runId),
    decisions: decisions.map(toRequest),
  };
}

/** Why no order of this run may start, no matter whom it is for; null when orders may start (I10). */
export function* haltedWhy(runId: string): Method<string | null> {
  const cancelled = yield* one<object>(
    `select 1 from request where run_id = @runId and kind = 'cancel' limit 1`,
    { runId },
  );
  if (cancelled !== null) return storeReason({ code: 'run_cancelled' });
  return (yield* pausedBy(runId)) === null ? null : storeReason({ code: 'run_paused' });
}

interface Waiting {
  e164: string;
  subject: string;
  state: string;
  rings_until: number;
  contact_seq: number;
  epoch: number;
}

export function* mayStart(
  session: Session,
  key: string,
  look: { readonly now: number; readonly limits: Limits },
): Method<string | null> {
  const order = yield* one<Waiting>(
    `select o.e164, o.subject, o.state, o.rings_until, o.contact_seq, r.epoch from call_order o join run r on r.id = o.run_id
     where o.key = @key and o.run_id = @runId`,
    { key, runId: session.runId },
  );
  if (order === null) return storeReason({ code: 'order_not_in_ledger' });
  if (order.epoch !== session.epoch) return storeReason({ code: 'another_session' });
  if (order.state !== 'placing') return storeReason({ code: 'order_in_state', state: order.state });
  if (look.now >= order.rings_until) return storeReason({ code: 'window_closed' });
  const halted = yield* haltedWhy(session.runId);
  if (halted !== null) return halted;
  if (yield* isBarred(order.e164)) return ON_DO_NOT_CALL;
  const refusal = yield* refusalOf(session.runId, dialledIdentity(order.e164));
  if (refusal !== null) return refusal;
  const tail = yield* tailBarring(order.e164, session.runId);
  if (tail !== null) return tail;
  const other = yield* barredByOther(order.contact_seq, session.runId);
  if (other !== null) return other;
  if (yield* hasReached(order.contact_seq)) return HUMAN_BEFORE.reason;
  if (yield* isLookTooOld(key, look.now)) return storeReason({ code: 'look_too_old' });
  // I11: an attempt that was recorded after the claim counts as well.
  const hold = yield* heldByCap({ ...order, seq: order.contact_seq, except: key }, look);
  return hold?.reason ?? null;
}

export function* cancelWaiting(
  session: Session,
  why: { reason: string; now: number },
): Method<number> {
  yield* assertSession(session);
  const { runId } = session;
  return yield* moveContacts('cancelled', {
    to: 'cancelled',
    set: 'reason = @reason, not_before = null, changed_at = @now',
    where: 'run_id = @runId',
    params: { runId, ...why },
  });
}
