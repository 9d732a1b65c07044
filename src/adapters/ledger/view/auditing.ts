import { IS_TWICE } from './reading.ts';
import { all, one, type Method } from '../statement.ts';

/** What of a run must add up, and by how much it does not. */
export interface RunAudit {
  readonly run: string;
  readonly finished: boolean;
  /** Of the newest reading of each file. */
  readonly rows: number;
  readonly people: number;
  readonly invalid: number;
  readonly duplicates: number;
  /** People of the run, whether their row is still in a file or not. */
  readonly contacts: number;
  readonly states: Readonly<Record<string, number>>;
  readonly unfinished: Readonly<Record<string, number>>;
  /** How the newest session ended; null: it has not said so. */
  readonly lastSession: { readonly epoch: number; readonly how: string | null } | null;
  readonly oddities: readonly Oddity[];
}

/** Something that no way through the program leaves behind. */
interface Oddity {
  readonly what: string;
  readonly count: number;
}

/** Each counts what must not be there; the text says what it is. */
const ODDITIES: Readonly<Record<string, string>> = {
  'rows that are neither a person nor have a problem': `
    select count(*) as n from row r join file f on f.id = r.file_id and f.reading = r.reading
    where f.run_id = @run and r.contact_seq is null and (r.problems is null or r.problems = '[]')`,
  'people who wait, are in no file and are not held': `
    select count(*) as n from contact c where c.run_id = @run and c.state = 'pending' and c.held is null
      and not exists (select 1 from file f where f.run_id = @run and f.complete = 0)
      and not exists (select 1 from row r join file f on f.id = r.file_id and f.reading = r.reading
                      where r.contact_seq = c.seq)`,
  'people under way without an order that is': `
    select count(*) as n from contact c where c.run_id = @run and c.state in ('placing','calling','uncertain')
      and not exists (select 1 from call_order o where o.contact_seq = c.seq and o.state = c.state)`,
  'unfinished orders whose person is not under way': `
    select count(*) as n from call_order o join contact c on c.seq = o.contact_seq
    where o.run_id = @run and o.state in ('placing','calling','uncertain') and c.state <> o.state`,
  'orders with the provider whose id was never kept': `
    select count(*) as n from call_order where run_id = @run and state = 'calling' and provider_id is null`,
  'orders that are over and still hold their number': `
    select count(*) as n from call_order where run_id = @run and open = 1 and state not in ('placing','calling')`,
  'people whose last recorded change is not the state they have': `
    select count(*) as n from contact c where c.run_id = @run and c.state <> (
      select g.became from change g where g.contact_seq = c.seq order by g.id desc limit 1)`,
  'orders of a finished run that are still open': `
    select count(*) as n from call_order o join run r on r.id = o.run_id
    where o.run_id = @run and r.finished_at is not null and o.open = 1`,
};

export function* audit(): Method<readonly RunAudit[]> {
  const runs = yield* all<{ id: string; finished: number }>(
    'select id, case when finished_at is null then 0 else 1 end as finished from run order by created_at, id',
  );
  const audits: RunAudit[] = [];
  for (const { id, finished } of runs) audits.push(yield* auditRun(id, finished === 1));
  return audits;
}

function* auditRun(run: string, finished: boolean): Method<RunAudit> {
  const rows = yield* one<{ rows: number; bad: number; twice: number; people: number }>(
    `select count(*) as rows, count(*) filter (where r.contact_seq is null) as bad,
       count(*) filter (where r.contact_seq is null and ${IS_TWICE}) as twice,
       count(distinct r.contact_seq) as people
     from row r join file f on f.id = r.file_id and f.reading = r.reading where f.run_id = @run`,
    { run },
  );
  const { rows: all_, bad, twice, people } = rows ?? { rows: 0, bad: 0, twice: 0, people: 0 };
  const states = yield* tally('select state as name, count(*) as n from contact', run);
  const unfinished = yield* tally('select state as name, count(*) as n from call_order', run);
  const last = yield* one<{ epoch: number; how: string | null }>(
    'select epoch, how from session where run_id = @run order by epoch desc limit 1',
    { run },
  );
  const oddities: Oddity[] = [];
  for (const [what, sql] of Object.entries(ODDITIES)) {
    const found = yield* one<{ n: number }>(sql, { run });
    if (found !== null && found.n > 0) oddities.push({ what, count: found.n });
  }
  return {
    run,
    finished,
    rows: all_,
    people,
    invalid: bad - twice,
    // A row of a person who stands in another row: of this file, or of another one of the run.
    duplicates: twice + (all_ - bad - people),
    contacts: Object.values(states).reduce((sum, n) => sum + n, 0),
    states,
    unfinished: Object.fromEntries(
      Object.entries(unfinished).filter(([state]) => UNFINISHED.has(state)),
    ),
    lastSession: last,
    oddities,
  };
}

const UNFINISHED = new Set(['placing', 'calling', 'uncertain']);

function* tally(select: string, run: string): Method<Readonly<Record<string, number>>> {
  const rows = yield* all<{ name: string; n: number }>(
    `${select} where run_id = @run group by 1 order by 1`,
    { run },
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
