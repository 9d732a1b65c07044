import type { AiDisclosed } from '../../../domain/disclosure/first-turn.ts';
import { parseNames } from '../../../domain/run/calling-group.ts';
import type { Outcome } from '../../../domain/order/outcome.ts';
import type { RowProblem } from '../../../domain/contact/problem.ts';
import { CONTACT_STATES, type ContactState, type OrderState } from '../../../domain/run/states.ts';
import type {
  AttemptRecord,
  ContactRecord,
  OrderRecord,
  RowRecord,
} from '../../../domain/run/records.ts';
import type { FileRecord } from '../../../domain/run/records.ts';
import type { Counts, Disclosed } from '../../../ports/ledger/records.ts';
import { jsonLength, jsonText } from '../dialect.ts';
import { all, one, type Method } from '../statement.ts';

export function* states(runId: string): Method<Counts['states']> {
  const rows = yield* all<{ state: ContactState; n: number }>(
    'select state, count(*) as n from contact where run_id = @runId group by state',
    { runId },
  );
  const zero = Object.fromEntries(CONTACT_STATES.map((state) => [state, 0]));
  return { ...zero, ...Object.fromEntries(rows.map((s) => [s.state, s.n])) } as Counts['states'];
}

type Reason = Counts['reasons'][number];

function* reasonsOf(runId: string): Method<readonly Reason[]> {
  return yield* all<Reason>(
    `select state, reason, count(*) as count from contact
     where run_id = @runId and reason is not null and state in ('skipped','failed','exhausted','uncertain')
     group by state, reason order by state, count desc, reason limit 40`,
    { runId },
  );
}

/** Why people who are not due yet wait: a cap, a rest, a delay. Off the index of those who wait. */
function* waitingFor(runId: string): Method<readonly Reason[]> {
  return yield* all<Reason>(
    `select 'pending' as state, reason, count(*) as count from contact
     where run_id = @runId and state = 'pending' and held is null and not_before is not null
       and reason is not null
     group by reason order by count desc, reason limit 20`,
    { runId },
  );
}

/** Nothing is wrong with the row but that an earlier one has its number. */
export const IS_TWICE = `${jsonText('r.problems', '$[0].code')} = 'duplicate' and ${jsonLength('r.problems')} = 1`;
const BAD_ROWS = `from row r join file f on f.id = r.file_id and f.reading = r.reading
  where f.run_id = @runId and r.problems is not null`;

const NONE_SAID = { yes: 0, no: 0, 'cut off': 0, unknown: 0 } as const;

export function* counts(runId: string): Method<Counts> {
  const outcomes = yield* all<{ outcome: string; n: number }>(
    `select a.outcome, count(*) as n from attempt a join call_order o on o.key = a.order_key
     where o.run_id = @runId and (a.ended_at is not null or o.open = 0)
     group by a.outcome order by n desc, a.outcome`,
    { runId },
  );
  const sums = yield* one<{ orders: number; talk: number; attempts: number }>(
    `select (select count(*) from call_order where run_id = @runId and state <> 'withdrawn') as orders,
       count(a.id) as attempts, coalesce(sum(a.ended_at - a.answered_at), 0) as talk
     from attempt a join call_order o on o.key = a.order_key where o.run_id = @runId`,
    { runId },
  );
  const said = yield* all<{ said: AiDisclosed; n: number }>(
    `select coalesce(a.ai_disclosed, 'unknown') as said, count(*) as n
     from attempt a join call_order o on o.key = a.order_key
     where o.run_id = @runId and a.outcome = 'human' and (a.ended_at is not null or o.open = 0) group by said`,
    { runId },
  );
  const rest = yield* one<{ bad: number; twice: number; held: number }>(
    `select (select count(*) ${BAD_ROWS}) as bad, (select count(*) ${BAD_ROWS} and ${IS_TWICE}) as twice,
       (select count(*) from contact where run_id = @runId and held is not null and state = 'pending') as held`,
    { runId },
  );
  return {
    states: yield* states(runId),
    invalid: (rest?.bad ?? 0) - (rest?.twice ?? 0),
    duplicates: rest?.twice ?? 0,
    held: rest?.held ?? 0,
    orders: sums?.orders ?? 0,
    attempts: sums?.attempts ?? 0,
    outcomes: Object.fromEntries(outcomes.map((o) => [o.outcome, o.n])),
    aiDisclosed: { ...NONE_SAID, ...Object.fromEntries(said.map((one) => [one.said, one.n])) },
    talkMs: sums?.talk ?? 0,
    reasons: [...(yield* reasonsOf(runId)), ...(yield* waitingFor(runId))],
  };
}

/** Talks of orders of one version of the campaign file whose first words were judged, by calling group. */
export function* disclosed(runId: string, definition: number): Method<readonly Disclosed[]> {
  return yield* all<Disclosed>(
    `select c.grp as "group", count(*) filter (where a.ai_disclosed = 'yes') as yes,
       count(*) filter (where a.ai_disclosed = 'no') as no
     from call_order o join contact c on c.seq = o.contact_seq join attempt a on a.order_key = o.key
     where o.run_id = @runId and o.definition = @definition and a.outcome = 'human'
       and a.ai_disclosed in ('yes', 'no')
     group by c.grp order by c.grp`,
    { runId, definition },
  );
}

export function* files(runId: string): Method<readonly FileRecord[]> {
  const rows = yield* all<
    Omit<FileRecord, 'headers' | 'complete'> & { headers: string; complete: number }
  >(
    `select id, name, path, delimiter, headers, complete,
       (select count(*) from row r where r.file_id = file.id) as rows
     from file where run_id = @runId order by id`,
    { runId },
  );
  return rows.map((row) => ({
    ...row,
    headers: JSON.parse(row.headers) as string[],
    complete: row.complete === 1,
  }));
}

interface RowRow {
  file_id: number;
  reading: number;
  line: number;
  cells: string;
  problems: string | null;
  contact_seq: number | null;
  id: string | null;
  e164: string;
  region: string | null;
  state: ContactState;
  reason: string | null;
  outcome: Outcome | null;
  success: number | null;
  zones: string;
  zone_source: string;
  place_note: string | null;
  consent_at: number | null;
  consent_text: string | null;
  consent_source: string | null;
  changed_at: number;
  held: string | null;
}

/** Where the next page begins. Current rows come first, then those of people who are gone from the file. */
export interface PageFrom {
  readonly reading: number;
  readonly line: number;
}

interface OrderRow {
  key: string;
  nth: number;
  state: OrderState;
  orderedAt: number;
  ringsUntil: number;
  permit: string;
  providerId: string | null;
}

export function* attemptsOf(key: string): Method<readonly AttemptRecord[]> {
  const rows = yield* all<
    Omit<AttemptRecord, 'structuredOutput' | 'transcript' | 'late'> & {
      late: number;
      structuredOutput: string | null;
      transcript: string | null;
    }
  >(
    `select id, started_at as "startedAt", answered_at as "answeredAt", ended_at as "endedAt",
       -- What goes on has come to nothing yet, whatever its fields would mean at an end.
       case when ended_at is null and exists (select 1 from call_order where key = @key and open = 1)
         then '' else outcome end as outcome,
       dial_error as "dialError", ended_by as "endedBy", end_reason as "endReason", recording_url as "recordingUrl",
       structured_output as "structuredOutput", transcript, late
     from attempt where order_key = @key order by nth, id`,
    { key },
  );
  return rows.map((row) => ({
    ...row,
    late: row.late === 1,
    structuredOutput: row.structuredOutput === null ? null : JSON.parse(row.structuredOutput),
    transcript: row.transcript === null ? null : JSON.parse(row.transcript),
  }));
}

function* ordersOf(seq: number): Method<readonly OrderRecord[]> {
  const orders = yield* all<OrderRow>(
    `select key, nth, state, ordered_at as "orderedAt", rings_until as "ringsUntil", permit, provider_id as "providerId"
     from call_order where contact_seq = @seq order by nth`,
    { seq },
  );
  const out: OrderRecord[] = [];
  for (const order of orders) out.push({ ...order, attempts: yield* attemptsOf(order.key) });
  return out;
}

/** The row that has the result when a person stands in several files: the first one that is current. */
function* homeOf(seq: number): Method<{ fileId: number; line: number; file: string } | null> {
  return yield* one<{ fileId: number; line: number; file: string }>(
    `select r.file_id as "fileId", r.line, f.name as file from row r join file f on f.id = r.file_id
     where r.contact_seq = @seq order by (r.reading = f.reading) desc, r.file_id, r.line limit 1`,
    { seq },
  );
}

function* toRecord(row: RowRow): Method<RowRecord> {
  const problems = row.problems === null ? [] : (JSON.parse(row.problems) as RowProblem[]);
  const base = {
    fileId: row.file_id,
    line: row.line,
    cells: JSON.parse(row.cells) as string[],
    problems,
  };
  if (row.contact_seq === null || row.id === null)
    return { ...base, duplicateOf: null, contact: null };
  const home = yield* homeOf(row.contact_seq);
  const elsewhere = home !== null && (home.fileId !== row.file_id || home.line !== row.line);
  const contact: ContactRecord = {
    id: row.id,
    e164: row.e164,
    region: row.region,
    state: row.state,
    reason: row.reason,
    outcome: row.outcome,
    success: row.success === null ? null : row.success === 1,
    zones: parseNames(row.zones),
    zoneSource: row.zone_source,
    placeNote: row.place_note,
    consent: { text: row.consent_text, at: row.consent_at, source: row.consent_source },
    heldFor: row.held,
    changedAt: row.changed_at,
    orders: yield* ordersOf(row.contact_seq),
  };
  return { ...base, duplicateOf: elsewhere ? { file: home.file, line: home.line } : null, contact };
}

/**
 * A page lies within one reading: over several of them SQLite would read and sort the whole file for each page.
 * A page may therefore be short, and is the last one only when `next` is null.
 */
export function* rowsPage(
  fileId: number,
  from: PageFrom,
  limit: number,
): Method<{ rows: readonly RowRecord[]; next: PageFrom | null }> {
  const newest = yield* one<{ reading: number | null }>(
    'select max(reading) as reading from row where file_id = @fileId and reading <= @reading',
    { fileId, reading: from.reading },
  );
  const reading = newest?.reading ?? null;
  if (reading === null) return { rows: [], next: null };
  const rows = yield* all<RowRow>(
    `select r.file_id, r.reading, r.line, r.cells, r.problems, r.contact_seq, c.id, c.e164, c.region, c.state,
       c.reason, c.outcome, c.success, c.zones, c.zone_source, c.place_note, c.consent_at, c.consent_text,
       c.consent_source, c.held, c.changed_at
     from row r left join contact c on c.seq = r.contact_seq
     where r.file_id = @fileId and r.reading = @reading and r.line > @line
     order by r.line limit @limit`,
    { fileId, reading, line: reading === from.reading ? from.line : 0, limit },
  );
  const out: RowRecord[] = [];
  for (const row of rows) out.push(yield* toRecord(row));
  const last = rows.length < limit ? undefined : rows.at(-1);
  return {
    rows: out,
    next: last === undefined ? { reading: reading - 1, line: 0 } : { reading, line: last.line },
  };
}
