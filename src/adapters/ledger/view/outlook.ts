import type { Delayed, Waiting } from '../../../ports/ledger/waiting.ts';
import { all, one, type Method } from '../statement.ts';

/** One walk over the contacts; the do-not-call list is asked by its index, a look for each of them. */
export function* waiting(runId: string, now: number): Method<readonly Waiting[]> {
  const rows = yield* all<Omit<Waiting, 'again'> & { again: number }>(
    `select "group", region, again, count(*) filter (where not listed) as people,
       count(*) filter (where listed) as barred,
       count(*) filter (where not listed and (not_before is null or not_before <= @now)) as due
     from (select grp as "group", region, case when tries > 0 then 1 else 0 end as again, not_before,
         exists (select 1 from do_not_call d where d.identity = c.identity) as listed from contact c
       where run_id = @runId and state = 'pending' and held is null) person
     group by "group", region, again order by "group", region, again`,
    { runId, now },
  );
  return rows.map((row) => ({ ...row, again: row.again === 1 }));
}

export function* delayed(runId: string, few: number): Method<readonly Delayed[]> {
  return yield* all<Delayed>(
    `select grp as "group", e164, not_before as "notBefore", reason
     from (select grp, e164, not_before, reason, seq,
         row_number() over (partition by grp order by not_before, seq) as nth from contact
       where run_id = @runId and state = 'pending' and held is null and not_before is not null) first
     where nth <= @few order by grp, not_before, seq`,
    { runId, few },
  );
}

/** Off the index contact_waiting. */
export function* firstDelayed(
  runId: string,
  { few, newcomers }: { few: number; newcomers: boolean },
): Method<readonly Delayed[]> {
  return yield* all<Delayed>(
    `select grp as "group", e164, not_before as "notBefore", reason from contact
     where run_id = @runId and state = 'pending' and held is null and not_before is not null
       and (@newcomers = 1 or tries > 0)
     order by not_before limit @few`,
    { runId, few, newcomers: Number(newcomers) },
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
       select 1 from call_order o where o.identity = c.identity and o.ordered_at > @since
         and o.run_id <> c.run_id and o.state <> 'withdrawn')
       and not exists (select 1 from do_not_call d where d.identity = c.identity)`,
    { runId, since },
  );
  return row?.n ?? 0;
}
