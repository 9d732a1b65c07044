import { dialledIdentity } from '../../../domain/phone/number/identity.ts';
import type { HeldByOthers, OrderOfNumber, Standing } from '../../../ports/ledger/standing.ts';
import { pastCalls } from '../order/capping.ts';
import { mayCallAgain, reachedElsewhere } from '../people/reached-lately.ts';
import { all, one, type Method } from '../statement.ts';
import { barredNumber } from '../people/suppressing.ts';
import { barredTail } from '../people/tails.ts';

/** Off the index order_by_identity: as many rows as the person has had orders. */
const ORDERS = `
  select run_id as run, key, state, ordered_at as "orderedAt", rings_until as "ringsUntil" from call_order
  where identity = @identity and ordered_at <= @at`;

/**
 * Who waits in a run, and how many of them wait for an open order of another run that can have rung no later than
 * `before`. Off the index of open orders: as many rows as lines are taken, in all runs.
 */
export function* heldByOthers(runId: string, before: number): Method<HeldByOthers> {
  const held = yield* all<{ run: string; people: number }>(
    `select o.run_id as run, count(*) as people
     from call_order o join contact c on c.run_id = @runId and c.identity = o.identity
     where o.open = 1 and o.run_id <> @runId and o.rings_until < @before
       and c.state = 'pending' and c.held is null
     group by o.run_id order by people desc, run`,
    { runId, before },
  );
  const people = held.reduce((sum, one) => sum + one.people, 0);
  if (people === 0) return { runs: [], people, waiting: null };
  const waiting = yield* one<{ people: number }>(
    `select count(*) as people from contact
     where run_id = @runId and state = 'pending' and held is null`,
    { runId },
  );
  return { runs: held.map(({ run }) => run), people, waiting: waiting?.people ?? 0 };
}

const CONTACT = `from contact where run_id = @runId and identity = @identity
  order by e164 <> @e164, seq limit 1`;

/** What the ledger has against a call to a number, of one moment. */
export function* standing(
  e164: string,
  { runId, at }: { runId: string | null; at: number },
): Method<Standing> {
  const identity = dialledIdentity(e164);
  const known = yield* one<{ seq: number }>(`select seq ${CONTACT}`, {
    e164,
    identity,
    runId: runId ?? '',
  });
  const seq = known?.seq ?? 0;
  return {
    barred: yield* barredNumber(e164),
    barredTail: yield* barredTail(e164),
    open: yield* one<OrderOfNumber>(`${ORDERS} and open = 1`, { identity, at }),
    mayRing: yield* all<OrderOfNumber>(
      `${ORDERS} and state = 'uncertain' and rings_until > @at order by ordered_at`,
      { identity, at },
    ),
    elsewhere: yield* one<OrderOfNumber>(
      `${ORDERS} and run_id <> @runId and state <> 'withdrawn' order by ordered_at desc limit 1`,
      { identity, at, runId: runId ?? '' },
    ),
    reached: yield* reachedBefore({ seq, identity }, { runId: runId ?? '', at }),
    past: yield* pastCalls(e164, { except: '', upTo: at, seq }),
    contact: yield* one<NonNullable<Standing['contact']>>(
      `select state, reason, not_before as "notBefore", held as "heldFor" ${CONTACT}`,
      { e164, identity, runId: runId ?? '' },
    ),
  };
}

function* reachedBefore(
  person: { readonly seq: number; readonly identity: string },
  { runId, at }: { readonly runId: string; readonly at: number },
): Method<Standing['reached']> {
  if (yield* mayCallAgain(runId)) return null;
  const found = yield* reachedElsewhere(person, { runId, since: 0 });
  return found === null || found.at > at ? null : found;
}
