import type { Delayed, Waiting } from '../../ports/ledger.ts';
import { all, one, type Method } from './statement.ts';

/** One walk over the contacts; the do-not-call list is joined by its key, a look for each of them. */
export function* waiting(runId: string, now: number): Method<readonly Waiting[]> {
  const rows = yield* all<Omit<Waiting, 'again'> & { again: number }>(
    `select grp as "group", region, (tries > 0) as again, sum(d.e164 is null) as people,
       sum(d.e164 is not null) as barred,
       sum(d.e164 is null and (not_before is null or not_before <= @now)) as due
     from contact c left join do_not_call d on d.e164 = c.e164
     where run_id = @runId and state = 'pending' and held is null
     group by grp, region, (tries > 0) order by grp, region, again`,
    { runId, now },
  );
  return rows.map((row) => ({ ...row, again: row.again === 1 }));
}

export function* delayed(runId: string): Method<readonly Delayed[]> {
  return yield* all<Delayed>(
    `select grp as "group", at as notBefore, (select reason from contact c
       where c.run_id = @runId and c.not_before = at and c.grp = first.grp
         and c.state = 'pending' and c.held is null order by c.seq limit 1) as reason
     from (select grp, min(not_before) as at from contact
       where run_id = @runId and state = 'pending' and held is null and not_before is not null
       group by grp) first order by grp`,
    { runId },
  );
}

export function* peopleOrdered(runId: string): Method<number> {
  const row = yield* one<{ n: number }>(
    'select count(*) as n from contact where run_id = @runId and tries > 0',
    { runId },
  );
  return row?.n ?? 0;
}

/** By the index of numbers: one look for each person who waits. */
export function* resting(runId: string, since: number): Method<number> {
  const row = yield* one<{ n: number }>(
    `select count(*) as n from contact c
     where c.run_id = @runId and c.state = 'pending' and c.held is null and exists (
       select 1 from call_order o where o.e164 = c.e164 and o.ordered_at > @since
         and o.run_id <> c.run_id and o.state <> 'withdrawn')
       and not exists (select 1 from do_not_call d where d.e164 = c.e164)`,
    { runId, since },
  );
  return row?.n ?? 0;
}
