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
