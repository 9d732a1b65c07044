import type { AttemptView, OrderView } from './view.ts';

/** What may have answered. */
export const ANSWERED_BY = ['human', 'voicemail', 'IVR', 'ios-screening-filter'] as const;

/** Why nothing has answered. */
export const NOT_CONNECTED = [
  'number_non_attributed',
  'too_many_calls',
  'busy',
  'temporarily_unavailable',
  'no_answer',
  'no_international_permission',
  'precondition_failed',
  'non_classified_error',
] as const;

/** How an attempt ended. The names stand in campaign files, ledgers and results. */
export type Outcome =
  (typeof ANSWERED_BY)[number] | (typeof NOT_CONNECTED)[number] | 'answered_unknown' | 'unanswered';

const TELLING = new Set<string>(ANSWERED_BY);
const KNOWN_ERRORS = new Set<string>(NOT_CONNECTED);

/** Whether an outcome says what answered. */
export const isResult = (outcome: string): boolean => TELLING.has(outcome);

/** A dial error that nobody knows counts as `non_classified_error`. */
export function outcomeOf(attempt: AttemptView): Outcome {
  if (attempt.result !== null && TELLING.has(attempt.result)) return attempt.result as Outcome;
  if (attempt.dialError !== null) {
    return KNOWN_ERRORS.has(attempt.dialError)
      ? (attempt.dialError as Outcome)
      : 'non_classified_error';
  }
  return attempt.answeredAt === null ? 'unanswered' : 'answered_unknown';
}

export const hasRung = (attempt: AttemptView): boolean =>
  attempt.startedAt !== null || attempt.status === 'ringing' || attempt.status === 'ongoing';

export const hasEnded = (attempt: AttemptView): boolean =>
  attempt.endedAt !== null || attempt.status === 'completed' || attempt.status === 'error';

/** A phone was dialled: an attempt that was cancelled while it was still queued is none. */
const wasDialled = (attempt: AttemptView): boolean =>
  hasRung(attempt) ||
  attempt.answeredAt !== null ||
  attempt.dialError !== null ||
  attempt.result !== null;

/** The attempts that count in every cap (I11). */
export const dialled = (view: OrderView): readonly AttemptView[] =>
  view.attempts.filter(wasDialled);

/**
 * The order is over without an attempt that is shown, and nobody says that it was cancelled: its phone may have rung once,
 * and that counts in every cap (I11).
 */
export const mayHaveRung = (view: OrderView): boolean =>
  view.stage === 'over' && dialled(view).length === 0;

/**
 * An order that ends without attempts which were seen of it has them all the same: the list is behind, or lost. They
 * are counted and not compared, for an attempt without an id of its own has another name in each answer. A human who was
 * seen stays one.
 */
export function withSeen(view: OrderView, seen: readonly AttemptView[]): OrderView {
  const humans = new Set(seen.flatMap((one) => (outcomeOf(one) === 'human' ? [one.id] : [])));
  const attempts = view.attempts.map((one) =>
    humans.has(one.id) ? { ...one, result: 'human' } : one,
  );
  const told = new Set(attempts.map(({ id }) => id));
  const missing = dialled(view).length < seen.length ? seen.filter(({ id }) => !told.has(id)) : [];
  return { ...view, attempts: [...missing, ...attempts] };
}

/** Human if any attempt was human, else the last attempt's; null when nothing was dialled. */
export function orderOutcome(view: OrderView): Outcome | null {
  if (view.attempts.some((a) => outcomeOf(a) === 'human')) return 'human';
  const last = dialled(view).at(-1);
  return last === undefined ? null : outcomeOf(last);
}

/** The attempt a person would point at: the human one, else the last. */
export function tellingAttempt(view: OrderView): AttemptView | null {
  return view.attempts.find((a) => outcomeOf(a) === 'human') ?? dialled(view).at(-1) ?? null;
}
