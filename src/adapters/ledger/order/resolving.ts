import type { Decision } from '../../../domain/order/decide.ts';
import type { Session } from '../../../ports/session.ts';
import type { RequestRecord, UncertainContact } from '../../../ports/ledger/requests.ts';
import { vouchedId } from './attempts.ts';
import { requestById } from '../run/requesting.ts';
import { assertSession } from '../run/runs.ts';
import { moveContact, moveOrder } from '../moving.ts';
import { all, one, run, type Method } from '../statement.ts';

/** The row that has the contact's result: the first one that is current. */
const HOME = `from row r join file f on f.id = r.file_id where r.contact_seq = c.seq
  order by (r.reading = f.reading) desc, r.file_id, r.line limit 1`;

export function* uncertainContacts(runId: string): Method<readonly UncertainContact[]> {
  return yield* all<UncertainContact>(
    `select c.id as "contactId", c.e164, o.key, c.changed_at as since, o.rings_until as "ringsUntil", c.reason,
       (select f.name ${HOME}) as file, (select r.line ${HOME}) as line
     from call_order o join contact c on c.seq = o.contact_seq
     where o.run_id = @runId and o.state = 'uncertain' and c.state = 'uncertain'
     order by c.changed_at, c.seq`,
    { runId },
  );
}

function* done(request: RequestRecord, how: { now: number; what: string }): Method<void> {
  yield* run('insert into request_done (request_id, at, what) values (@id, @now, @what)', {
    id: request.id,
    ...how,
  });
}

/** I11: a ring that a person vouches for, or that cannot be ruled out, is an attempt like any other. */
function* countAttempt(key: string): Method<void> {
  yield* run(
    `insert into attempt (order_key, id, nth, status, outcome)
     select @key, @id, 1, 'unknown', 'answered_unknown'
     where not exists (select 1 from attempt where order_key = @key)`,
    { key, id: vouchedId(key) },
  );
}

/** I6: only evidence or a person ends `uncertain`. This is the person; what was decided is recorded with it. */
export function* resolve(
  session: Session,
  requestId: number,
  by: { decision: Decision; now: number },
): Method<boolean> {
  yield* assertSession(session);
  const request = yield* requestById(requestId);
  if (request === null || request.done !== null) return false;
  const order = yield* one<{ key: string; seq: number }>(
    `select o.key, c.seq from contact c join call_order o on o.contact_seq = c.seq and o.state = 'uncertain'
     where c.run_id = @runId and c.id = @contactId and c.state = 'uncertain' order by o.nth desc limit 1`,
    { runId: session.runId, contactId: request.contactId },
  );
  const { decision, now } = by;
  if (order === null) {
    yield* done(request, { now, what: 'nothing: it was not uncertain any more' });
    return false;
  }
  const { key, seq } = order;
  const never = request.kind === 'not_rung';
  if (!never) yield* countAttempt(key);
  const outcome = never ? null : 'answered_unknown';
  yield* moveOrder('resolved', key, {
    to: never ? 'withdrawn' : 'settled',
    set: 'open = 0, settled_at = @now, outcome = @outcome',
    params: { now, outcome },
  });
  const { to, reason } = decision;
  yield* moveContact('resolved', {
    to,
    set: `reason = @reason, not_before = @notBefore, changed_at = @now,
      outcome = case when outcome = 'human' then outcome else coalesce(@outcome, outcome) end`,
    where: 'seq = @seq',
    params: { seq, now, reason, outcome, notBefore: to === 'pending' ? decision.notBefore : null },
  });
  yield* done(request, { now, what: `order ${key}: the contact is ${decision.to}` });
  return true;
}
