import { ON_DO_NOT_CALL } from '../../domain/schedule/admission.ts';
import type { BarredNumber, OptOut } from '../../ports/do-not-call.ts';
import type { By } from '../../ports/requests.ts';
import { SKIPPED_OR_EXHAUSTED } from './admitting.ts';
import { all, one, run, type Method } from './statement.ts';

const LOG = `insert into do_not_call_log (e164, kind, who, reason, source, at)
  values (@e164, @kind, @who, @reason, @source, @at)`;

/** A number that is on the list already keeps who put it there first; the log has both. */
export function* bar(
  numbers: readonly string[],
  by: By & { source: string },
): Method<{ added: number; known: number }> {
  let added = 0;
  for (const e164 of numbers) {
    const made = yield* one<object>(
      `insert into do_not_call (e164, who, reason, source, at) values (@e164, @who, @reason, @source, @at)
       on conflict (e164) do nothing returning e164`,
      { e164, ...by },
    );
    if (made !== null) added += 1;
    yield* run(LOG, { e164, kind: 'add', ...by });
  }
  return { added, known: numbers.length - added };
}

/** The number of an order whose person asked not to be called again. */
export function* barCalled(key: string, optOut: OptOut | null): Method<void> {
  if (optOut === null) return;
  const order = yield* one<{ e164: string }>('select e164 from call_order where key = @key', {
    key,
  });
  if (order === null) throw new Error(`no order ${key}`);
  yield* bar([order.e164], optOut);
}

export function* unbar(e164: string, by: By): Method<boolean> {
  const gone = yield* one<{ source: string }>(
    'delete from do_not_call where e164 = @e164 returning source',
    { e164 },
  );
  if (gone === null) return false;
  yield* run(LOG, { e164, kind: 'remove', source: gone.source, ...by });
  return true;
}

export function* barred(): Method<readonly BarredNumber[]> {
  return yield* all<BarredNumber>(
    'select e164, who, at, reason, source from do_not_call order by at, e164',
  );
}

export function* barredNumber(e164: string): Method<BarredNumber | null> {
  return yield* one<BarredNumber>(
    'select e164, who, at, reason, source from do_not_call where e164 = @e164',
    { e164 },
  );
}

export function* isBarred(e164: string): Method<boolean> {
  return (yield* one<object>('select 1 from do_not_call where e164 = @e164', { e164 })) !== null;
}

/**
 * Ends every due contact of the run that is on the list, in one go: picking then meets none of them, however
 * many there are. The list is walked, not the contacts. Who was ordered before is exhausted, not skipped; an
 * order that was withdrawn never was with the provider.
 */
export function* skipBarred(runId: string, now: number): Method<void> {
  yield* run(
    `update contact set reason = @reason, changed_at = @now, not_before = null,
       state = ${SKIPPED_OR_EXHAUSTED}
     where seq in (
       select c.seq from do_not_call d cross join contact c
       where c.run_id = @runId and c.e164 = d.e164
         and c.state = 'pending' and c.held is null and c.not_before is null)`,
    { runId, reason: ON_DO_NOT_CALL, now },
  );
}
