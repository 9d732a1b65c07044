import { hasReason } from '../reason-code.ts';
import type { RowRefusal } from '../../../domain/contact/row/row.ts';
import { dialledIdentity } from '../../../domain/phone/number/identity.ts';
import { endWaiting } from './admitting.ts';
import { FREE } from '../moving.ts';
import { all, one, run, type Method } from '../statement.ts';

/** Which row of which reading of a file. */
interface RowPlace {
  readonly fileId: number;
  readonly reading: number;
  readonly line: number;
}

/** I14: what a row says holds for its person in the whole run, through whatever row they are in it. */
export function* refuse(
  runId: string,
  { e164, reason }: Pick<RowRefusal, 'e164' | 'reason'>,
  at: RowPlace & { readonly now: number },
): Method<void> {
  const { now, ...row } = at;
  const identity = dialledIdentity(e164);
  yield* run(
    `insert into refusal (run_id, file_id, reading, line, identity, reason)
     values (@runId, @fileId, @reading, @line, @identity, @reason)`,
    { runId, ...row, identity, reason },
  );
  const waiting = yield* all<{ seq: number }>(
    `select seq from contact where run_id = @runId and identity = @identity and state = 'pending'`,
    { runId, identity },
  );
  for (const { seq } of waiting) yield* endWaiting({ seq, reason }, now);
}

/** Why a row says that the person is not to be called, as a reason that is stored; null: none does. */
export function* refusalOf(runId: string, identity: string): Method<string | null> {
  const found = yield* one<{ reason: string }>(
    `select reason from refusal where run_id = @runId and identity = @identity
     order by file_id, reading desc, line limit 1`,
    { runId, identity },
  );
  return found?.reason ?? null;
}

/** After a whole reading of a file only its own rows count; who was skipped for a row that is gone waits again. */
export function* forgetOldRefusals(runId: string, fileId: number, now: number): Method<void> {
  yield* run(
    `delete from refusal where file_id = @fileId
       and reading < (select reading from file where id = @fileId)`,
    { fileId },
  );
  yield* run(
    `${FREE} and run_id = @runId
       and ${hasReason('row_refused')}
       and not exists (select 1 from refusal r where r.run_id = @runId and r.identity = contact.identity)`,
    { runId, now },
  );
}
