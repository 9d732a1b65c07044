import { hasReason } from '../reason-code.ts';
import { tailOf } from '../../../domain/phone/number/number-tails.ts';
import { storeReason } from '../../../domain/run/reason.ts';
import type { Page } from '../../../ports/ledger/admission.ts';
import type { By } from '../../../ports/ledger/requests.ts';
import type { Session } from '../../../ports/session.ts';
import type { BarredTail, ListedTail } from '../../../ports/ledger/tails.ts';
import { assertSession } from '../run/runs.ts';
import { FREE } from '../moving.ts';
import { all, change, one, run, type Method } from '../statement.ts';

/** How the log of the list names last digits, where it names numbers otherwise. */
export const logged = (tail: string): string => `…${tail}`;

const LOG = `insert into do_not_call_log (e164, identity, kind, who, reason, source, at)
  values (@number, @number, @kind, @who, @reason, @source, @at)`;

/** Last digits that are on the list already keep the row that put them there. */
export function* barTails(
  tails: readonly ListedTail[],
  by: By & { source: string },
): Method<{ added: number; known: number }> {
  let added = 0;
  for (const { tail, row, value } of tails) {
    const made = yield* one<object>(
      `insert into do_not_call_tail (tail, value, row, who, reason, source, at)
       values (@tail, @value, @row, @who, @reason, @source, @at)
       on conflict (tail) do nothing returning tail`,
      { tail, row, value, ...by },
    );
    if (made !== null) added += 1;
    yield* run(LOG, { number: logged(tail), kind: 'add', ...by });
  }
  return { added, known: tails.length - added };
}

export function* unbarTail(tail: string, by: By): Method<boolean> {
  const gone = yield* one<{ source: string }>(
    'delete from do_not_call_tail where tail = @tail returning source',
    { tail },
  );
  if (gone === null) return false;
  yield* run(LOG, { number: logged(tail), kind: 'remove', source: gone.source, ...by });
  return true;
}

const DO_NOT_CALL_TAIL = 'select tail, value, row, who, at, reason, source from do_not_call_tail';

export function* barredTails(): Method<readonly BarredTail[]> {
  return yield* all<BarredTail>(`${DO_NOT_CALL_TAIL} order by at, source, row, tail`);
}

export function* barredTail(e164: string): Method<BarredTail | null> {
  return yield* one<BarredTail>(`${DO_NOT_CALL_TAIL} where tail = @tail`, { tail: tailOf(e164) });
}

/** Of a list of the campaign: kept for as long as its session's marks are. */
export function* suppressTails(
  session: Session,
  tails: readonly Pick<ListedTail, 'tail' | 'row'>[],
  file: string,
): Method<void> {
  yield* assertSession(session);
  for (const { tail, row } of tails) {
    yield* run(
      `insert into suppress_tail (run_id, tail, file, row) values (@runId, @tail, @file, @row)
       on conflict (run_id, tail) do nothing`,
      { runId: session.runId, tail, row, file },
    );
  }
}

/** Each of the two by its primary key: a look for each person, however many tails there are. */
const LISTED = `
  select file, row from suppress_tail where run_id = @runId and tail = @tail
  union all select source, row from do_not_call_tail where tail = @tail limit 1`;

/** Why a person may not be called, as it is stored, because a list may mean them; null: no list does. */
export function* tailBarring(e164: string, runId: string): Method<string | null> {
  const found = yield* one<{ file: string; row: number }>(LISTED, { runId, tail: tailOf(e164) });
  return found === null ? null : storeReason({ code: 'number_tail_barred', ...found });
}

/** Of the people who wait, those whom a list may mean, a page at a time. */
export function* tailBarred(
  runId: string,
  page: Page,
): Method<readonly { seq: number; reason: string }[]> {
  const found = yield* all<{ seq: number; file: string; row: number }>(
    `select c.seq, coalesce(s.file, d.source) as file, coalesce(s.row, d.row) as row from contact c
     left join suppress_tail s on s.run_id = c.run_id and s.tail = c.tail
     left join do_not_call_tail d on d.tail = c.tail
     where c.run_id = @runId and c.state = 'pending' and c.seq > @after
       and (s.tail is not null or d.tail is not null)
     order by c.seq limit @limit`,
    { runId, ...page },
  );
  return found.map(({ seq, file, row }) => ({
    seq,
    reason: storeReason({ code: 'number_tail_barred', file, row }),
  }));
}

/** Those whom no list means any more wait again. Returns how many. */
export function* freeTails(session: Session, now: number): Method<number> {
  yield* assertSession(session);
  return yield* change(
    `${FREE} and run_id = @runId and ${hasReason('number_tail_barred')}
       and not exists (select 1 from suppress_tail s where s.run_id = contact.run_id and s.tail = contact.tail)
       and not exists (select 1 from do_not_call_tail d where d.tail = contact.tail)`,
    { runId: session.runId, now },
  );
}

/** The lines of lists by whose last digits people of a run may be barred. */
export function* tailCounts(runId: string): Method<readonly { file: string; tails: number }[]> {
  return yield* all<{ file: string; tails: number }>(
    `select file, count(*) as tails from suppress_tail where run_id = @runId group by file
     union all select source, count(*) from do_not_call_tail group by source order by 1`,
    { runId },
  );
}

export function* regions(runId: string): Method<readonly string[]> {
  const found = yield* all<{ region: string }>(
    'select distinct region from contact where run_id = @runId and region is not null order by region',
    { runId },
  );
  return found.map(({ region }) => region);
}
