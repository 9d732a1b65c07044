import { OPT_OUT_REASON } from '../../domain/order/opt-out.ts';
import type { Claim, Found, Session } from '../../ports/ledger.ts';
import { assertSession } from './runs.ts';
import { all, one, run, type Method } from './statement.ts';
import { barCalled } from './suppressing.ts';

const json = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

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
  state: 'placing' | 'calling' | 'uncertain';
}

/** Sorted by a sum: by the bare column the planner would walk every order of the run in the order of time. */
export function* unsettled(
  runId: string,
): Method<readonly (Claim & { state: OpenRow['state'] })[]> {
  const rows = yield* all<OpenRow>(
    `select o.key, c.id as contact_id, o.e164, c.grp, c.variables, c.metadata, c.concurrency_key, o.nth,
       o.ordered_at, o.rings_until, o.provider_id, o.cancel_asked_at, o.state
     from call_order o join contact c on c.seq = o.contact_seq
     where o.run_id = @runId and o.state in ('placing','calling','uncertain') order by o.ordered_at + 0, o.key`,
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

export function* lookable(
  runId: string,
  now: number,
  limit: number,
): Method<readonly { key: string; providerId: string; settledAt: number }[]> {
  return yield* all<{ key: string; providerId: string; settledAt: number }>(
    `select key, provider_id as providerId, settled_at as settledAt from call_order
     where run_id = @runId and look_at is not null and look_at <= @now and provider_id is not null
     order by look_at limit @limit`,
    { runId, now, limit },
  );
}

/**
 * Only what was empty is filled; state and outcome are frozen (I5). Whether the call worked may only be known
 * now, and so may a wish not to be called again.
 */
export function* fill(session: Session, key: string, found: Found): Method<void> {
  yield* assertSession(session);
  for (const attempt of found.view?.attempts ?? []) {
    yield* run(
      `update attempt set recording_url = coalesce(recording_url, @recordingUrl),
         structured_output = coalesce(structured_output, @structuredOutput),
         transcript = coalesce(transcript, @transcript)
       where order_key = @key and id = @id`,
      {
        key,
        id: attempt.id,
        recordingUrl: attempt.recordingUrl,
        structuredOutput: json(attempt.structuredOutput),
        transcript: json(attempt.transcript),
      },
    );
  }
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
  if (found.optOut !== null) yield* endCalled(key, found);
}

/** Whoever is on the list already is not put there again by each look; nor is somebody who was taken off it. */
function* endCalled(key: string, { optOut, now }: Found): Method<void> {
  const heard = yield* one<object>(
    `select 1 from do_not_call_log where source = @source and kind = 'add' and e164 =
       (select e164 from call_order where key = @key)`,
    { key, source: optOut?.source ?? '' },
  );
  if (heard !== null) return;
  yield* barCalled(key, optOut);
  yield* run(
    `update contact set state = 'exhausted', reason = @reason, not_before = null, changed_at = @now
     where seq = (select contact_seq from call_order where key = @key) and state = 'pending'`,
    { key, reason: OPT_OUT_REASON, now },
  );
}
