import type { OrderOfNumber, Standing } from '../../ports/standing.ts';
import { pastCalls } from './capping.ts';
import { all, one, type Method } from './statement.ts';
import { barredNumber } from './suppressing.ts';

/** Off the index order_by_number: as many rows as the person has had orders. */
const ORDERS = `
  select run_id as run, key, state, ordered_at as orderedAt, rings_until as ringsUntil from call_order
  where e164 = @e164 and ordered_at <= @at`;

/** What the ledger has against a call to a number, of one moment. */
export function* standing(
  e164: string,
  { runId, at }: { runId: string | null; at: number },
): Method<Standing> {
  return {
    barred: yield* barredNumber(e164),
    open: yield* one<OrderOfNumber>(`${ORDERS} and open = 1`, { e164, at }),
    mayRing: yield* all<OrderOfNumber>(
      `${ORDERS} and state = 'uncertain' and rings_until > @at order by ordered_at`,
      { e164, at },
    ),
    elsewhere: yield* one<OrderOfNumber>(
      `${ORDERS} and run_id <> @runId and state <> 'withdrawn' order by ordered_at desc limit 1`,
      { e164, at, runId: runId ?? '' },
    ),
    past: yield* pastCalls(e164, { except: '', upTo: at }),
    contact: yield* one<NonNullable<Standing['contact']>>(
      `select state, reason, not_before as notBefore, held as heldFor from contact
       where run_id = @runId and e164 = @e164`,
      { e164, runId: runId ?? '' },
    ),
  };
}
