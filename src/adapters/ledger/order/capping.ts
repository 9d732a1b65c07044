import { dialledIdentity } from '../../../domain/phone/number/identity.ts';
import type { Hold, Limits, PastCall } from '../../../domain/law/limits.ts';
import { hasLimits, heldByLimits } from '../../../domain/law/limits.ts';
import { smallerOf } from '../dialect.ts';
import { all, type Method } from '../statement.ts';

interface CallRow {
  subject: string;
  refused: number | null;
  rings_until: number;
  /** Of an order that shows no attempt, and may have rung. */
  silent_until: number | null;
  outcome: string | null;
  started_at: number | null;
  answered_at: number | null;
  ended_at: number | null;
}

/** Of a person: what they are called by, and the other numbers of their row. */
const THEIR_IDENTITIES =
  '(select @identity union all select identity from other_number where seq = @seq)';

/**
 * Every attempt that the numbers of a person got, in whichever run of this ledger, and every order that may still have rung
 * it (I6, I11). Off the index order_by_identity: as many rows as the person has had orders.
 */
export function* pastCalls(
  e164: string,
  which: { readonly except: string; readonly upTo: number; readonly seq: number },
): Method<readonly PastCall[]> {
  const rows = yield* all<CallRow>(
    `select o.subject, o.refused, o.rings_until, a.outcome,
       case when o.may_have_rung = 1 then ${smallerOf('o.rings_until', 'o.settled_at')} end as silent_until, a.started_at, a.answered_at, a.ended_at
     from call_order o left join attempt a on a.order_key = o.key
     where o.identity in ${THEIR_IDENTITIES} and o.key <> @except and o.ordered_at <= @upTo
       and (a.id is not null or o.may_have_rung = 1 or o.state in ('placing','calling','uncertain'))`,
    { identity: dialledIdentity(e164), ...which },
  );
  return rows.map(toPastCall);
}

function toPastCall(row: CallRow): PastCall {
  // Where the provider named no moment, the phone may have rung until the fence ended.
  const rangAt =
    row.started_at ?? row.answered_at ?? row.ended_at ?? row.silent_until ?? row.rings_until;
  const talked = row.outcome === 'human';
  return {
    rangAt,
    overAt: Math.max(rangAt, row.ended_at ?? rangAt),
    subject: row.subject,
    talked,
    // What nobody has decided may have been a refusal.
    refused: talked && row.refused !== 0,
    abandoned: row.outcome === 'answered_unknown',
  };
}

/** Whom a cap or a rest holds, asked inside the transaction that claims and again by the gate. */
export function* heldByCap(
  order: {
    readonly e164: string;
    readonly seq: number;
    readonly subject: string;
    readonly except: string;
  },
  under: { readonly limits: Limits; readonly now: number },
): Method<Hold | null> {
  if (!hasLimits(under.limits)) return null;
  // A clock that was set back makes nobody forget a call.
  const which = { except: order.except, seq: order.seq, upTo: Number.MAX_SAFE_INTEGER };
  const past = yield* pastCalls(order.e164, which);
  return heldByLimits(under.limits, past, { now: under.now, subject: order.subject });
}
