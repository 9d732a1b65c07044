import { dialledIdentity } from '../../../domain/phone/number/identity.ts';
import { storeReason } from '../../../domain/run/reason.ts';
import { ON_DO_NOT_CALL } from '../../../domain/schedule/admission.ts';
import type { Session } from '../../../ports/session.ts';
import { endWaiting } from './admitting.ts';
import { FREE } from '../moving.ts';
import { refusalOf } from './refusing.ts';
import { assertSession } from '../run/runs.ts';
import { hasReason } from '../reason-code.ts';
import { all, run, type Method } from '../statement.ts';
import { isBarred } from './suppressing.ts';
import { tailBarring } from './tails.ts';

/** Numbers are added and never taken away: a person keeps those that any row of theirs had. */
export function* keepOthers(seq: number, numbers: readonly string[]): Method<void> {
  for (const e164 of numbers) {
    yield* run(
      `insert into other_number (seq, identity, e164) values (@seq, @identity, @e164)
       on conflict (seq, identity) do nothing`,
      { seq, identity: dialledIdentity(e164), e164 },
    );
  }
}

export function* othersOf(seq: number): Method<readonly string[]> {
  const found = yield* all<{ e164: string }>(
    'select e164 from other_number where seq = @seq order by identity',
    { seq },
  );
  return found.map(({ e164 }) => e164);
}

/** Why a person may not be called because of another number of theirs, as it is stored; null: nothing is against it. */
export function* barredByOther(seq: number, runId: string): Method<string | null> {
  for (const e164 of yield* othersOf(seq)) {
    const because = (yield* isBarred(e164))
      ? ON_DO_NOT_CALL
      : ((yield* refusalOf(runId, dialledIdentity(e164))) ?? (yield* tailBarring(e164, runId)));
    if (because !== null) return storeReason({ code: 'other_number_barred', because });
  }
  return null;
}

/** Looks at everybody with several numbers anew, before anybody of the run is called. */
export function* barByOthers(session: Session, now: number): Method<void> {
  yield* assertSession(session);
  const { runId } = session;
  yield* run(`${FREE} and run_id = @runId and ${hasReason('other_number_barred')}`, { runId, now });
  const waiting = yield* all<{ seq: number }>(
    `select distinct c.seq from other_number n join contact c on c.seq = n.seq
     where c.run_id = @runId and c.state = 'pending' order by c.seq`,
    { runId },
  );
  for (const { seq } of waiting) {
    const reason = yield* barredByOther(seq, runId);
    if (reason !== null) yield* endWaiting({ seq, reason }, now);
  }
}
