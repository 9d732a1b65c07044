import type { Waiting } from '../../ports/ledger.ts';
import { all, one, type Method } from './statement.ts';

export function* waiting(runId: string, now: number): Method<readonly Waiting[]> {
  const rows = yield* all<Omit<Waiting, 'again'> & { again: number }>(
    `select grp as "group", region, (tries > 0) as again, count(*) as people,
       sum(not_before is null or not_before <= @now) as due
     from contact where run_id = @runId and state = 'pending' and held is null
     group by grp, region, (tries > 0) order by grp, region, again`,
    { runId, now },
  );
  return rows.map((row) => ({ ...row, again: row.again === 1 }));
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
         and o.run_id <> c.run_id and o.state <> 'withdrawn')`,
    { runId, since },
  );
  return row?.n ?? 0;
}
