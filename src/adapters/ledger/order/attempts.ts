import { aiDisclosed } from '../../../domain/disclosure/first-turn.ts';
import { dialled, isResult, outcomeOf } from '../../../domain/order/outcome.ts';
import type { AttemptView, OrderView } from '../../../domain/order/view.ts';
import { greaterOf } from '../dialect.ts';
import { all, run, type Method } from '../statement.ts';

const json = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/** Only of a talk with somebody, once its words are known. */
const disclosedIn = (attempt: AttemptView): string | null =>
  outcomeOf(attempt) === 'human' && attempt.transcript !== null
    ? aiDisclosed(attempt.transcript)
    : null;

interface Put {
  readonly nth: number;
  readonly attempt: AttemptView;
  /** Nobody expected it: it counts like any other, and is shown as such. */
  readonly late: boolean;
}

function* putAttempt(key: string, { nth, attempt, late }: Put): Method<void> {
  yield* run(
    `insert into attempt (order_key, id, nth, status, outcome, dial_error, started_at, answered_at, ended_at,
       recording_url, ended_by, end_reason, structured_output, transcript, ai_disclosed, late)
     values (@key, @id, @nth, @status, @outcome, @dialError, @startedAt, @answeredAt, @endedAt,
       @recordingUrl, @endedBy, @endReason, @structuredOutput, @transcript, @aiDisclosed, @late)
     on conflict (order_key, id) do update set status = excluded.status, outcome = excluded.outcome,
       dial_error = excluded.dial_error, started_at = coalesce(attempt.started_at, excluded.started_at),
       answered_at = coalesce(attempt.answered_at, excluded.answered_at),
       ended_at = coalesce(attempt.ended_at, excluded.ended_at),
       recording_url = coalesce(attempt.recording_url, excluded.recording_url),
       ended_by = coalesce(attempt.ended_by, excluded.ended_by),
       end_reason = coalesce(attempt.end_reason, excluded.end_reason),
       structured_output = coalesce(attempt.structured_output, excluded.structured_output),
       transcript = coalesce(attempt.transcript, excluded.transcript),
       ai_disclosed = coalesce(attempt.ai_disclosed, excluded.ai_disclosed),
       late = ${greaterOf('attempt.late', 'excluded.late')}`,
    {
      key,
      id: attempt.id,
      nth,
      status: attempt.status,
      outcome: outcomeOf(attempt),
      dialError: attempt.dialError,
      startedAt: attempt.startedAt,
      answeredAt: attempt.answeredAt,
      endedAt: attempt.endedAt,
      recordingUrl: attempt.recordingUrl,
      endedBy: attempt.endedBy,
      endReason: attempt.endReason,
      structuredOutput: json(attempt.structuredOutput),
      transcript: json(attempt.transcript),
      aiDisclosed: disclosedIn(attempt),
      late: Number(late),
    },
  );
}

/** What was seen of an order that is not settled yet. `late` names those that nobody expected. */
export function* putAttempts(key: string, view: OrderView, late: readonly string[]): Method<void> {
  for (const [i, attempt] of dialled(view).entries())
    yield* putAttempt(key, { nth: i + 1, attempt, late: late.includes(attempt.id) });
}

interface SeenRow {
  id: string;
  status: string;
  outcome: string;
  dialError: string | null;
  startedAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
}

/** The attempts of an order that were seen so far, oldest first; no words of theirs. */
export function* seen(key: string): Method<readonly AttemptView[]> {
  const rows = yield* all<SeenRow>(
    `select id, status, outcome, dial_error as "dialError", started_at as "startedAt",
       answered_at as "answeredAt", ended_at as "endedAt" from attempt where order_key = @key order by nth, id`,
    { key },
  );
  const words = { recordingUrl: null, endedBy: null, endReason: null };
  return rows.map(({ outcome, ...row }) => ({
    ...row,
    result: isResult(outcome) ? outcome : null,
    ...words,
    structuredOutput: null,
    transcript: null,
  }));
}

/** Only what was empty, and a human in place of anything else: an attempt that was settled is frozen otherwise (I5). */
function* fillAttempt(key: string, attempt: AttemptView): Method<void> {
  yield* run(
    `update attempt set recording_url = coalesce(recording_url, @recordingUrl),
       structured_output = coalesce(structured_output, @structuredOutput),
       transcript = coalesce(transcript, @transcript),
       ai_disclosed = coalesce(ai_disclosed, @aiDisclosed), ended_at = coalesce(ended_at, @endedAt),
       outcome = case when @outcome = 'human' or outcome in ('unanswered', 'answered_unknown')
         then @outcome else outcome end
     where order_key = @key and id = @id`,
    {
      key,
      outcome: outcomeOf(attempt),
      endedAt: attempt.endedAt,
      id: attempt.id,
      recordingUrl: attempt.recordingUrl,
      structuredOutput: json(attempt.structuredOutput),
      transcript: json(attempt.transcript),
      aiDisclosed: disclosedIn(attempt),
    },
  );
}

/**
 * What a look at a settled order brought. An attempt that the ledger does not have, and that began after the end or
 * comes on top of others, is late: it is followed on by later looks. The only one of its order was told late.
 */
export function* fillAttempts(
  key: string,
  view: OrderView,
): Method<{ added: boolean; late: readonly string[] }> {
  const rows = yield* all<{ id: string; late: number; settledAt: number | null }>(
    `select a.id, a.late, o.settled_at as "settledAt"
     from call_order o left join attempt a on a.order_key = o.key where o.key = @key`,
    { key },
  );
  const settledAt = rows[0]?.settledAt ?? 0;
  const known = new Map(
    rows.filter(({ id }) => id !== null).map((row) => [row.id, row.late === 1]),
  );
  const first = known.size === 0;
  yield* nameVouched(key, view, known);
  const fresh: string[] = [];
  let added = false;
  for (const [i, attempt] of dialled(view).entries()) {
    if (known.get(attempt.id) === false) {
      yield* fillAttempt(key, attempt);
      continue;
    }
    const isNew = !known.has(attempt.id);
    const toldLate = first && i === 0 && (attempt.startedAt ?? 0) <= settledAt;
    if (isNew && !toldLate) fresh.push(attempt.id);
    added ||= isNew;
    yield* putAttempt(key, { nth: i + 1, attempt, late: !toldLate });
  }
  return { added, late: fresh };
}

/** An attempt that a person vouched for was kept without the provider's id: it is the first that has none here. */
function* nameVouched(key: string, view: OrderView, known: Map<string, boolean>): Method<void> {
  const placeholder = vouchedId(key);
  const meant = dialled(view).find((attempt) => !known.has(attempt.id));
  if (meant === undefined || !known.delete(placeholder)) return;
  known.set(meant.id, false);
  yield* run('update attempt set id = @id where order_key = @key and id = @placeholder', {
    key,
    placeholder,
    id: meant.id,
  });
}

/** The id of an attempt of which only a person knows. */
export const vouchedId = (key: string): string => `unknown-${key}`;
