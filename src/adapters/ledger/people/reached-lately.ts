import { reachedByOther } from '../../../domain/schedule/admission.ts';
import type { ReachedSince } from '../../../ports/ledger/admission.ts';
import type { Session } from '../../../ports/session.ts';
import { endWaiting, takeBack } from './admitting.ts';
import { assertSession } from '../run/runs.ts';
import { hasReason } from '../reason-code.ts';
import { all, one, run, type Method } from '../statement.ts';

/** Of the numbers of a person, those of other runs. Off the index order_by_identity. */
const REACHED_BY_OTHER = `
  select o.run_id as run, o.settled_at as at from call_order o join contact r on r.seq = o.contact_seq
  where o.identity in (select @identity union all select identity from other_number where seq = @seq)
    and o.run_id <> @runId and o.settled_at > @since and r.state = 'reached'
  order by o.settled_at desc limit 1`;

interface Reached {
  readonly run: string;
  readonly at: number;
}

/** By which other run the person was reached last, after a moment; null: by none. */
export function* reachedElsewhere(
  person: { readonly seq: number; readonly identity: string },
  of: { readonly runId: string; readonly since: number },
): Method<Reached | null> {
  const { seq, identity } = person;
  return yield* one<Reached>(REACHED_BY_OTHER, { seq, identity, ...of });
}

/** Why the person is not called, as it is stored; null: no other run has reached them, or they may be called again. */
export function* reachedLately(
  person: { readonly seq: number; readonly identity: string },
  runId: string,
  since: number | null,
): Method<string | null> {
  if (since === null || (yield* mayCallAgain(runId))) return null;
  const reached = yield* reachedElsewhere(person, { runId, since });
  return reached === null ? null : reachedByOther(reached.run, reached.at);
}

export function* mayCallAgain(runId: string): Method<boolean> {
  const said = yield* one<object>(
    'select 1 from run where id = @runId and again_reached_at is not null',
    { runId },
  );
  return said !== null;
}

/** Anyone who was left out because of another run, and need not be any more, waits again. */
export function* freeReached(session: Session, { since, now }: ReachedSince): Method<void> {
  yield* assertSession(session);
  const { runId } = session;
  const left = yield* all<{ seq: number; identity: string }>(
    `select seq, identity from contact
     where run_id = @runId and state = 'skipped' and ${hasReason('reached_by_other_run')} order by seq`,
    { runId },
  );
  const free: number[] = [];
  for (const person of left)
    if ((yield* reachedLately(person, runId, since)) === null) free.push(person.seq);
  yield* takeBack(session, free, now);
}

/** Leaves out whom another run has reached lately, before anybody of the run is called. Returns how many. */
export function* leaveReached(session: Session, { since, now }: ReachedSince): Method<number> {
  yield* assertSession(session);
  const { runId } = session;
  const waiting = yield* all<{ seq: number; identity: string }>(
    `select seq, identity from contact c where run_id = @runId and state = 'pending' and (
       exists (select 1 from call_order o
         where o.identity = c.identity and o.run_id <> @runId and o.settled_at > @since)
       or exists (select 1 from other_number n join call_order o on o.identity = n.identity
         where n.seq = c.seq and o.run_id <> @runId and o.settled_at > @since))
     order by seq`,
    { runId, since: since ?? now },
  );
  let left = 0;
  for (const person of waiting) {
    const reason = yield* reachedLately(person, runId, since);
    if (reason === null) continue;
    yield* endWaiting({ seq: person.seq, reason }, now);
    left += 1;
  }
  return left;
}

/** Somebody has said that people whom another run has reached lately are called again; it holds for the whole run. */
export function* callReachedAgain(session: Session, now: number): Method<void> {
  yield* assertSession(session);
  yield* run(
    'update run set again_reached_at = coalesce(again_reached_at, @now) where id = @runId',
    { runId: session.runId, now },
  );
}
