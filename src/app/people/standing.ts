import { onSuppressList, reachedByOther, reachedSince } from '../../domain/schedule/admission.ts';
import { holdsOf, longestOf, restAfterRun, type Limits } from '../../domain/law/limits.ts';
import { hasCode, storeReason, type ReasonCode } from '../../domain/run/reason.ts';
import type { OrderOfNumber, Standing } from '../../ports/ledger/standing.ts';

/** Who asks about a person, and when. */
export interface AskedBy {
  readonly at: number;
  /** The run of the campaign; null: no campaign asks, and only the law's limits hold. */
  readonly run: {
    readonly id: string;
    readonly repeatAfterMs: number;
    readonly leavesReachedMs: number;
  } | null;
  readonly limits: Limits;
  readonly subject: string;
  /** The moment before which the row asks not to be called. */
  readonly scheduledAt: number | null;
  /** The list of the campaign that names the person. */
  readonly suppressedBy: string | null;
}

/** Something that keeps a person from being called for a while. */
interface Wait {
  readonly until: number;
  /** As it is stored. */
  readonly reason: string;
}

/** What the ledger and the campaign's lists have against calling somebody, whatever the hour. */
export interface Against {
  /** Each of these forbids it for ever; only a person can change it. Reasons as they are stored. */
  readonly never: readonly string[];
  /** Whose end nobody knows before it has come. */
  readonly open: OrderOfNumber | null;
  readonly waits: readonly Wait[];
  /** The wait that ends last: then the person may be called by all of them. */
  readonly longest: Wait | null;
}

/** The answer that a session would come to when the person's turn came, from the same rules. */
export function against(standing: Standing, asked: AskedBy): Against {
  const limits = holdsOf(asked.limits, standing.past, { now: asked.at, subject: asked.subject });
  const forEver = limits.filter(({ until }) => until === null).map(({ reason }) => reason);
  const { scheduledAt, at } = asked;
  const waits = onceEach([
    ...(scheduledAt === null || scheduledAt <= at
      ? []
      : [{ until: scheduledAt, reason: ASKED_BY_ROW }]),
    ...limits.flatMap(({ until, reason }) => (until === null ? [] : { until, reason })),
    ...mayRing(standing),
    ...restOfRun(standing, asked),
    ...delay(standing, asked),
  ]);
  // Every wait has an end, so the one that ends last has one too.
  const longest = longestOf(waits);
  return {
    never: [
      ...onLists(standing, asked),
      ...inRun(standing, asked),
      ...reachedByOthers(standing, asked),
      ...forEver,
    ],
    open: standing.open,
    waits,
    longest: waits.find((one) => one === longest) ?? null,
  };
}

const ASKED_BY_ROW = storeReason({ code: 'row_asks' });

/** What the ledger knows of somebody whom it does not know. */
export const NOBODY: Standing = {
  barred: null,
  barredTail: null,
  open: null,
  mayRing: [],
  elsewhere: null,
  reached: null,
  past: [],
  contact: null,
};

/** A limit that was met before is written down for the same reason. */
const onceEach = (waits: readonly Wait[]): Wait[] =>
  waits.filter(({ reason }, i) => waits.findIndex((other) => other.reason === reason) === i);

const iso = (at: number): string => new Date(at).toISOString();

function onLists({ barred, barredTail }: Standing, { suppressedBy }: AskedBy): string[] {
  return [
    ...(barred === null
      ? []
      : [
          storeReason({
            code: 'on_do_not_call_since',
            since: iso(barred.at),
            who: barred.who,
            because: barred.reason ?? '',
          }),
        ]),
    ...(barredTail === null
      ? []
      : [
          storeReason({
            code: 'number_tail_barred',
            file: barredTail.source,
            row: barredTail.row,
          }),
        ]),
    ...(suppressedBy === null ? [] : [onSuppressList(suppressedBy)]),
  ];
}

/** What a session looks through anew when it begins: the hours, the consent and other runs, by today's campaign. */
const LOOKED_AT_ANEW: readonly ReasonCode[] = [
  'never_open',
  'no_time_zone',
  'no_time_zone_of_no_place',
  'consent_missing',
  'consent_too_old',
  'reached_by_other_run',
];

function inRun({ contact }: Standing, { run }: AskedBy): string[] {
  if (contact === null || run === null) return [];
  const { state, reason, heldFor } = contact;
  const inState = (because: string | null, as: string = state): string =>
    storeReason({ code: 'state_in_run', run: run.id, state: as, because: because ?? '' });
  switch (state) {
    case 'pending':
      return heldFor === null ? [] : [inState(heldFor, 'held')];
    case 'placing':
    case 'calling':
      return [];
    case 'skipped':
      return hasCode(reason, LOOKED_AT_ANEW) ? [] : [inState(reason)];
    case 'uncertain':
    case 'reached':
    case 'exhausted':
    case 'failed':
    case 'cancelled':
      return [inState(reason)];
  }
}

function reachedByOthers({ reached }: Standing, { run, at }: AskedBy): string[] {
  const since = run === null ? null : reachedSince(run, at);
  if (reached === null || since === null || reached.at <= since) return [];
  return [reachedByOther(reached.run, reached.at)];
}

/** An order of which nobody knows whether it rang may ring until its fence ends. */
const mayRing = ({ mayRing: orders }: Standing): Wait[] =>
  orders.map(({ key, run, ringsUntil }) => ({
    until: ringsUntil,
    reason: storeReason({ code: 'may_still_ring', order: key, run }),
  }));

function restOfRun({ elsewhere }: Standing, { run, at }: AskedBy): Wait[] {
  if (elsewhere === null || run === null) return [];
  const until = elsewhere.orderedAt + run.repeatAfterMs;
  return until <= at ? [] : [{ until, reason: restAfterRun(elsewhere.run) }];
}

/** What was written down when the person's turn came last: the delay before the next try, or a limit of that day. */
function delay({ contact }: Standing, { run, at }: AskedBy): Wait[] {
  if (contact === null || run === null || contact.state !== 'pending') return [];
  const { notBefore, reason } = contact;
  return notBefore === null || notBefore <= at
    ? []
    : [{ until: notBefore, reason: reason ?? ASKED_BY_ROW }];
}
