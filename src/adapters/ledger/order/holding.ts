import { dialledIdentity } from '../../../domain/phone/number/identity.ts';
import { storeReason } from '../../../domain/run/reason.ts';
import { restAfterRun, type Hold } from '../../../domain/law/limits.ts';
import type { ClaimRequest } from '../../../ports/ledger/queue.ts';
import { othersOf } from '../people/other-numbers.ts';
import { one, type Method } from '../statement.ts';

/** I3: a number with an open order anywhere in this ledger, or ordered lately by another run, waits. */
export function* heldBy(
  contact: { readonly seq: number; readonly identity: string },
  runId: string,
  request: ClaimRequest,
): Method<Hold | null> {
  const others = yield* othersOf(contact.seq);
  let longest: Hold | null = null;
  for (const identity of [contact.identity, ...others.map(dialledIdentity)]) {
    const hold = yield* heldNumber(identity, runId, request);
    if (hold !== null && (hold.until ?? Infinity) > (longest?.until ?? 0)) longest = hold;
  }
  return longest;
}

function* heldNumber(identity: string, runId: string, request: ClaimRequest): Method<Hold | null> {
  const open = yield* one<{ run_id: string }>(
    // An uncertain order is not open, but until its fence ends it may still ring.
    `select run_id from call_order
     where identity = @identity and (open = 1 or (state = 'uncertain' and rings_until > @now)) limit 1`,
    { identity, now: request.now },
  );
  if (open !== null)
    return {
      until: request.now + 60_000,
      reason: storeReason({ code: 'held_by_run', run: open.run_id }),
    };
  const lately = yield* one<{ run_id: string; ordered_at: number }>(
    `select run_id, ordered_at from call_order
     where identity = @identity and run_id <> @runId and state <> 'withdrawn' and ordered_at > @since
     order by ordered_at desc limit 1`,
    { identity, runId, since: request.now - request.repeatAfterMs },
  );
  if (lately === null) return null;
  return {
    until: lately.ordered_at + request.repeatAfterMs,
    reason: restAfterRun(lately.run_id),
  };
}
