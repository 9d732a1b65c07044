import { dialledIdentity } from '../../../domain/phone/number/identity.ts';
import { ON_DO_NOT_CALL } from '../../../domain/schedule/admission.ts';
import type { BarredNumber, OptOut } from '../../../ports/ledger/do-not-call.ts';
import type { By } from '../../../ports/ledger/requests.ts';
import { WALKED_BEFORE } from '../dialect.ts';
import { BAR } from '../moving.ts';
import { all, one, run, type Method } from '../statement.ts';

const LOG = `insert into do_not_call_log (e164, identity, kind, who, reason, source, at)
  values (@e164, @identity, @kind, @who, @reason, @source, @at)`;

/** A phone that is on the list already, in whatever spelling, keeps who put it there first; the log has both. */
export function* bar(
  numbers: readonly string[],
  by: By & { source: string },
): Method<{ added: number; known: number }> {
  let added = 0;
  for (const e164 of numbers) {
    const identity = dialledIdentity(e164);
    if (!(yield* isListed(identity))) {
      yield* run(
        `insert into do_not_call (e164, identity, who, reason, source, at)
         values (@e164, @identity, @who, @reason, @source, @at)`,
        { e164, identity, ...by },
      );
      added += 1;
    }
    yield* run(LOG, { e164, identity, kind: 'add', ...by });
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
  const others = yield* all<{ e164: string }>(
    `select n.e164 from other_number n join call_order o on o.contact_seq = n.seq
     where o.key = @key order by n.identity`,
    { key },
  );
  yield* bar([order.e164, ...others.map(({ e164 }) => e164)], optOut);
}

/** An older ledger may have a phone in several spellings: they go together. */
export function* unbar(e164: string, by: By): Method<boolean> {
  const identity = dialledIdentity(e164);
  const gone = yield* all<{ e164: string; source: string }>(
    'delete from do_not_call where identity = @identity returning e164, source',
    { identity },
  );
  for (const entry of gone) yield* run(LOG, { ...entry, identity, kind: 'remove', ...by });
  return gone.length > 0;
}

export function* barred(): Method<readonly BarredNumber[]> {
  return yield* all<BarredNumber>(
    'select e164, who, at, reason, source from do_not_call order by at, e164',
  );
}

export function* barredNumber(e164: string): Method<BarredNumber | null> {
  return yield* one<BarredNumber>(
    `select e164, who, at, reason, source from do_not_call where identity = @identity
     order by at, e164 limit 1`,
    { identity: dialledIdentity(e164) },
  );
}

function* isListed(identity: string): Method<boolean> {
  const found = 'select 1 from do_not_call where identity = @identity limit 1';
  return (yield* one<object>(found, { identity })) !== null;
}

export const isBarred = (e164: string): Method<boolean> => isListed(dialledIdentity(e164));

/**
 * Ends every due contact of the run that is on the list, in one go: picking then meets none of them, however
 * many there are. The list is walked, not the contacts. Who was ordered before is exhausted, not skipped; an
 * order that was withdrawn never was with the provider.
 */
export function* skipBarred(runId: string, now: number): Method<void> {
  yield* run(
    `${BAR} and seq in (
       select c.seq from do_not_call d ${WALKED_BEFORE} contact c
       where c.run_id = @runId and c.identity = d.identity
         and c.state = 'pending' and c.held is null and c.not_before is null)`,
    { runId, reason: ON_DO_NOT_CALL, now },
  );
}
