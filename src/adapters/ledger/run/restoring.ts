import { MAY_BE_ORDERED } from '../../../domain/run/states.ts';
import { storeReason } from '../../../domain/run/reason.ts';
import type { LostOrder, Orderable, Restored } from '../../../ports/ledger/restored.ts';
import type { Session } from '../../../ports/session.ts';
import { assertSession } from './runs.ts';
import { greaterOf } from '../dialect.ts';
import { listed, moveContact } from '../moving.ts';
import { all, one, run, type Method } from '../statement.ts';

/** A copy says of itself that it is one; anyone who works on it finds out what it does not know. */
export function* recogniseCopy(now: number): Method<boolean> {
  const copy = yield* one<{ copied_at: number | null }>('select copied_at from ledger');
  if (copy?.copied_at == null) return false;
  yield* run('update run set restored_at = @now where restored_at is null', { now });
  yield* run('update ledger set copied_at = null', {});
  return true;
}

export function* restoredAt(runId: string): Method<number | null> {
  const row = yield* one<{ at: number | null }>(
    'select restored_at as at from run where id = @runId',
    { runId },
  );
  return row?.at ?? null;
}

/**
 * Who could be ordered, now, when an order of theirs has ended, or when a list means them no more, and with which
 * number of order; by file order. Anyone who was being called when the copy was made may have been called again since.
 */
export function* orderable(
  runId: string,
  page: { after: number; limit: number },
): Method<readonly Orderable[]> {
  return yield* all<Orderable>(
    `select seq, id as "contactId", e164, tries from contact
     where run_id = @runId and seq > @after and state in (${listed(MAY_BE_ORDERED)})
     order by seq limit @limit`,
    { runId, ...page },
  );
}

/**
 * An order that the provider has and this copy does not, made at some time since the copy's last word of the
 * contact. What permitted it is not known; the contact is `calling` until the order has been looked at.
 */
export function* adoptLost(session: Session, lost: LostOrder): Method<void> {
  yield* assertSession(session);
  const { contactId, nth, providerId, now } = lost;
  // Never after now, nor before the run: it is the provider's word alone.
  const createdAt = Math.min(lost.createdAt ?? 0, now);
  // Not made in SQL: a number bound there is a real one, and its text would be `1.0` (I2).
  const key = `${contactId}-${nth}`;
  // I3: what was open before it had ended by then, though this copy has not seen how.
  yield* run(
    `update call_order set open = 0 where open = 1
       and contact_seq = (select seq from contact where id = @contactId and run_id = @runId)`,
    { contactId, runId: session.runId },
  );
  yield* run(
    `insert into call_order (key, run_id, contact_seq, e164, identity, nth, state, open, definition, permit,
       ordered_at, rings_until, placed_at, provider_id)
     select @key, c.run_id, c.seq, c.e164, c.identity, @nth, 'calling',
       case when exists (select 1 from call_order other where other.identity = c.identity and other.open = 1)
         then 0 else 1 end,
       coalesce((select max(version) from definition d where d.run_id = c.run_id), 1), 'made by a ledger that is lost',
       ${greaterOf('@createdAt', '(select created_at from run where id = @runId)')}, @now, @now, @providerId
     from contact c where c.id = @contactId and c.run_id = @runId`,
    { key, contactId, nth, providerId, createdAt, now, runId: session.runId },
  );
  yield* run(
    `insert into evidence (order_key, source, provider_id, raw, at)
     values (@key, 'search', @providerId, null, @now)`,
    { key, providerId, now },
  );
  const reason = storeReason({ code: 'unknown_to_this_copy' });
  yield* moveContact('found', {
    to: 'calling',
    set: `tries = ${greaterOf('tries', '@nth')}, not_before = null, changed_at = @now,
      reason = @reason`,
    where: 'id = @contactId and run_id = @runId',
    params: { contactId, nth, now, runId: session.runId, reason },
  });
}

/** Everybody has been looked up, or a person has taken it on: the run may order again. */
export function* endRestored(session: Session, how: Restored): Method<void> {
  yield* assertSession(session);
  yield* run('update run set restored_at = null where id = @runId', { runId: session.runId });
  yield* run(
    `insert into restored (run_id, epoch, at, found, who, reason)
     values (@runId, @epoch, @now, @found, @who, @reason)`,
    { ...session, ...how },
  );
}
