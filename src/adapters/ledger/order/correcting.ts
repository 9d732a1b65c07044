import type { Outcome } from '../../../domain/order/outcome.ts';
import { storeReason } from '../../../domain/run/reason.ts';
import type { ContactState } from '../../../domain/run/states.ts';
import { contactBefore } from '../../../domain/run/transitions.ts';
import type { Found } from '../../../ports/ledger/following.ts';
import { moveContact } from '../moving.ts';
import { one, run, type Method } from '../statement.ts';

/** Said of an attempt before its result was known. */
const UNTOLD = new Set<Outcome>(['unanswered', 'answered_unknown']);

interface Before {
  readonly outcome: Outcome | null;
  readonly seq: number;
  readonly state: ContactState;
  readonly runId: string;
}

/** Whether an order of this contact has reached a human. */
export function* hasReached(seq: number): Method<boolean> {
  const order = `select 1 from call_order where contact_seq = @seq and outcome = 'human' limit 1`;
  return (yield* one<object>(order, { seq })) !== null;
}

/** I5: the outcome of a settled order moves from nothing to something, and from anything to a human; each is an event. Returns whether it did. */
export function* correct(key: string, { outcome, refused, now }: Found): Method<boolean> {
  const before = yield* one<Before>(
    `select o.outcome, c.seq, c.state, c.run_id as "runId"
     from call_order o join contact c on c.seq = o.contact_seq where o.key = @key and o.state = 'settled'`,
    { key },
  );
  if (before === null || outcome === null || outcome === before.outcome) return false;
  const human = outcome === 'human';
  if (!human && before.outcome !== null && !UNTOLD.has(before.outcome)) return false;
  const { seq, state, runId } = before;
  yield* run('update call_order set outcome = @outcome, refused = @refused where key = @key', {
    key,
    outcome,
    refused: human && refused !== null ? Number(refused) : null,
  });
  const was = before.outcome ?? 'never_rang';
  const reason = storeReason({ code: 'outcome_corrected', order: key, was, became: outcome });
  if (human && contactBefore('corrected').includes(state)) {
    yield* moveContact('corrected', {
      to: 'reached',
      set: `outcome = 'human', reason = @reason, not_before = null, changed_at = @now`,
      where: 'seq = @seq',
      params: { seq, reason, now },
    });
    return true;
  }
  yield* run(
    `update contact set outcome = @outcome where seq = @seq and coalesce(outcome, '') <> 'human'`,
    { seq, outcome },
  );
  yield* run(
    `insert into change (run_id, contact_seq, at, was, became, reason)
     values (@runId, @seq, @now, @state, @state, @reason)`,
    { runId, seq, now, state, reason },
  );
  return true;
}
