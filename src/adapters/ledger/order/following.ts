import type { Decision } from '../../../domain/order/decide.ts';
import { OPT_OUT_REASON } from '../../../domain/order/opt-out.ts';
import { dialledIdentity } from '../../../domain/phone/number/identity.ts';
import type { UnsettledState } from '../../../domain/run/states.ts';
import type { OptOut } from '../../../ports/ledger/do-not-call.ts';
import type { Claim } from '../../../ports/ledger/queue.ts';
import type { Found, Lookable } from '../../../ports/ledger/following.ts';
import type { Session } from '../../../ports/session.ts';
import { fillAttempts } from './attempts.ts';
import { correct } from './correcting.ts';
import { assertSession } from '../run/runs.ts';
import { evidence } from './settling.ts';
import { greaterOf, notOffIndex } from '../dialect.ts';
import { moveContacts } from '../moving.ts';
import { all, one, run, type Method } from '../statement.ts';
import { barCalled } from '../people/suppressing.ts';

interface OpenRow {
  key: string;
  contact_id: string;
  e164: string;
  grp: string;
  variables: string;
  metadata: string;
  concurrency_key: string | null;
  nth: number;
  ordered_at: number;
  rings_until: number;
  provider_id: string | null;
  cancel_asked_at: number | null;
  state: UnsettledState;
}

/**
 * An id that only stands in the evidence came from a session that could not record it.
 * Sorted by a sum: by the bare column the planner would walk every order of the run in the order of time.
 */
export function* unsettled(
  runId: string,
): Method<readonly (Claim & { state: OpenRow['state'] })[]> {
  const rows = yield* all<OpenRow>(
    `select o.key, c.id as contact_id, o.e164, c.grp, c.variables, c.metadata, c.concurrency_key, o.nth,
       o.ordered_at, o.rings_until, o.cancel_asked_at, o.state,
       coalesce(o.provider_id, (select e.provider_id from evidence e
         where e.order_key = o.key and e.provider_id is not null order by e.id limit 1)) as provider_id
     from call_order o join contact c on c.seq = o.contact_seq
     where o.run_id = @runId and o.state in ('placing','calling','uncertain') order by ${notOffIndex('o.ordered_at')}, o.key`,
    { runId },
  );
  return rows.map((row) => ({
    key: row.key,
    contactId: row.contact_id,
    e164: row.e164,
    group: row.grp,
    variables: JSON.parse(row.variables) as Record<string, string>,
    metadata: JSON.parse(row.metadata) as Record<string, string>,
    concurrencyKey: row.concurrency_key,
    nth: row.nth,
    orderedAt: row.ordered_at,
    ringsUntil: row.rings_until,
    providerId: row.provider_id,
    cancelAskedAt: row.cancel_asked_at,
    state: row.state,
  }));
}

const LOOKABLE = `
  select o.key, o.provider_id as "providerId", o.settled_at as "settledAt", o.ordered_at as "orderedAt",
    o.rings_until as "ringsUntil", o.look_at as "lookAt", o.outcome, o.e164, c.id as "contactId", c.grp as "group"
  from call_order o join contact c on c.seq = o.contact_seq`;

export function* lookable(runId: string, now: number, limit: number): Method<readonly Lookable[]> {
  return yield* all<Lookable>(
    `${LOOKABLE}
     where o.run_id = @runId and o.look_at is not null and o.look_at <= @now and o.provider_id is not null
     order by o.look_at limit @limit`,
    { runId, now, limit },
  );
}

/** The orders of the same person before this one, the newest first. */
export function* settledBefore(key: string, limit: number): Method<readonly Lookable[]> {
  return yield* all<Lookable>(
    `${LOOKABLE} join call_order this on this.key = @key and this.contact_seq = o.contact_seq
     where o.nth < this.nth and o.state = 'settled' and o.provider_id is not null
     order by o.nth desc limit @limit`,
    { key, limit },
  );
}

/** No order takes longer from its beginning to its end, retries of the provider's own included. */
const LONGEST_ORDER_MS = 16 * 86_400_000;

/** Off the index order_by_time: what was settled lately cannot have been ordered very long before. */
export function* settledSince(
  runId: string,
  since: number,
  limit: number,
): Method<readonly Lookable[]> {
  return yield* all<Lookable>(
    `${LOOKABLE}
     where o.run_id = @runId and o.ordered_at > @oldest and o.state = 'settled' and o.settled_at >= @since
       and o.provider_id is not null
     order by o.settled_at desc, o.key limit @limit`,
    { runId, since, oldest: since - LONGEST_ORDER_MS, limit },
  );
}

/**
 * What is settled moves only towards a human, an opt-out or more attempts (I5); what was empty is filled. Whether the
 * call worked may only be known now, and so may a wish not to be called again, and that the phone rang once more.
 */
export function* fill(session: Session, key: string, found: Found): Method<readonly string[]> {
  yield* assertSession(session);
  const { added, late } =
    found.view === null ? { added: false, late: [] } : yield* fillAttempts(key, found.view);
  if (found.view !== null) yield* nameOrder(key, found.view.id, found.now);
  const corrected = yield* correct(key, found);
  yield* run('update call_order set look_at = @lookAt where key = @key', {
    key,
    lookAt: found.lookAt,
  });
  if (found.success !== null) {
    yield* run(
      `update contact set success = coalesce(success, @success)
       where seq = (select contact_seq from call_order where key = @key and outcome = 'human')`,
      { key, success: Number(found.success) },
    );
  }
  if (found.refused !== null) {
    yield* run(
      'update call_order set refused = @refused where key = @key and refused is not null',
      { key, refused: Number(found.refused) },
    );
  }
  if (found.afterLate !== null && (added || corrected || (yield* rangLate(key))))
    yield* endWaiting(key, found.afterLate, found);
  if (found.optOut !== null && !(yield* isHeard(key, found.optOut))) {
    yield* barCalled(key, found.optOut);
    yield* endWaiting(key, { to: 'exhausted', reason: OPT_OUT_REASON }, found);
  }
  return late;
}

/** An order that was confirmed without the provider's id, and was found since. */
function* nameOrder(key: string, providerId: string, now: number): Method<void> {
  if (providerId === '') return;
  const named = yield* one<object>(
    `update call_order set provider_id = @providerId where key = @key and provider_id is null
       and not exists (select 1 from call_order other where other.provider_id = @providerId) returning key`,
    { key, providerId },
  );
  if (named !== null) yield* evidence(key, { source: 'search', providerId, raw: null, now });
}

/** Anyone who is on the list already is not put there again by each look; nor is somebody who was taken off it. */
function* isHeard(key: string, { source }: OptOut): Method<boolean> {
  const heard = yield* one<object>(
    `select 1 from do_not_call_log where source = @source and kind = 'add' and identity =
       (select identity from call_order where key = @key)`,
    { key, source },
  );
  return heard !== null;
}

function* rangLate(key: string): Method<boolean> {
  const late = 'select 1 from attempt where order_key = @key and late = 1 limit 1';
  return (yield* one<object>(late, { key })) !== null;
}

/** Only of somebody who waits to be tried again: what has ended, has. */
function* endWaiting(key: string, decision: Decision, { now }: Found): Method<void> {
  const { to, reason } = decision;
  yield* moveContacts('looked_again', {
    to,
    set: `reason = @reason, changed_at = @now,
      not_before = case when @notBefore is null then null else ${greaterOf('coalesce(not_before, 0)', '@notBefore')} end`,
    where: 'seq = (select contact_seq from call_order where key = @key)',
    params: { key, now, reason, notBefore: to === 'pending' ? decision.notBefore : null },
  });
}

export function* knowsAttempt(e164: string, attemptId: string): Method<boolean> {
  const found = yield* one<object>(
    `select 1 from call_order o join attempt a on a.order_key = o.key
     where o.identity = @identity and a.id = @attemptId limit 1`,
    { identity: dialledIdentity(e164), attemptId },
  );
  return found !== null;
}
