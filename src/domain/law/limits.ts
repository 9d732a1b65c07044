import { storeReason } from '../run/reason.ts';
import type { REST_AFTER, Rule } from './rule.ts';

const HOUR = 3_600_000;

/** At most `max` attempts in any `hours`: a rolling span, not a calendar day. */
export interface Cap {
  readonly max: number;
  readonly hours: number;
  /** Only attempts about the same subject count. */
  readonly perSubject: boolean;
  /** The rule it is from, or `campaign`. */
  readonly by: string;
}

/** How long a person is left alone after a talk; `hours: null` is for ever. */
interface Rest {
  readonly after: (typeof REST_AFTER)[number];
  readonly hours: number | null;
  readonly perSubject: boolean;
  readonly by: string;
}

export interface Limits {
  readonly caps: readonly Cap[];
  readonly rests: readonly Rest[];
}

export const NO_LIMITS: Limits = { caps: [], rests: [] };

/** One attempt that a person got, whichever run it was of; or one of which nobody knows whether it rang (I6). */
export interface PastCall {
  /** When the phone rang, at the latest. */
  readonly rangAt: number;
  readonly overAt: number;
  readonly subject: string;
  readonly talked: boolean;
  readonly refused: boolean;
  /** Somebody answered, and no talk came of it. */
  readonly abandoned: boolean;
}

/** Why a person waits, and until when; `until: null`: the person is never to be called again. */
export interface Hold {
  readonly until: number | null;
  /** As it is stored. */
  readonly reason: string;
}

/** The limits of the rules that hold for a calling group, with the campaign's own: they can only add up. */
export function limitsOf(rules: readonly Rule[], own: Limits): Limits {
  return {
    caps: [
      ...rules.flatMap(({ record }) =>
        record.caps.map(({ max, hours, perSubject }) => ({
          max,
          hours,
          perSubject,
          by: record.id,
        })),
      ),
      ...own.caps,
    ],
    rests: [
      ...rules.flatMap(({ record }) =>
        record.coolOff.map(({ after, hours, perSubject }) => ({
          after,
          hours,
          perSubject,
          by: record.id,
        })),
      ),
      ...own.rests,
    ],
  };
}

export const hasLimits = ({ caps, rests }: Limits): boolean => caps.length + rests.length > 0;

/** Every limit that holds the person at `now`. */
export function holdsOf(
  limits: Limits,
  past: readonly PastCall[],
  at: { readonly now: number; readonly subject: string },
): Hold[] {
  return [
    ...limits.caps.map((cap) => capHold(cap, past, at.subject)),
    ...limits.rests.map((rest) => restHold(rest, past, at.subject)),
  ]
    .filter((hold) => hold !== null)
    .filter((hold) => endOf(hold) > at.now);
}

/** Every limit lets go only once, so the latest moment is the one that counts (I11). */
export const longestOf = (holds: readonly Hold[]): Hold | null =>
  holds.reduce<Hold | null>(
    (held, hold) => (held === null || endOf(hold) > endOf(held) ? hold : held),
    null,
  );

/** The earliest moment at which the person may be called again, and by which limit; null when that is now. */
export const heldByLimits = (
  limits: Limits,
  past: readonly PastCall[],
  at: { readonly now: number; readonly subject: string },
): Hold | null => longestOf(holdsOf(limits, past, at));

const endOf = ({ until }: Hold): number => until ?? Infinity;

/** A call whose subject nobody named may have been about this one, and the other way round. */
const isAbout = (call: PastCall, subject: string): boolean =>
  call.subject === '' || subject === '' || call.subject === subject;

/** The span before a moment has fewer than `max` calls in it as soon as the newest but `max - 1` has left it. */
function capHold(cap: Cap, past: readonly PastCall[], subject: string): Hold | null {
  const newest = past
    .filter((call) => !cap.perSubject || isAbout(call, subject))
    .map((call) => call.rangAt)
    .sort((a, b) => b - a)
    .at(cap.max - 1);
  return newest === undefined ? null : { until: newest + cap.hours * HOUR, reason: capReason(cap) };
}

function restHold(rest: Rest, past: readonly PastCall[], subject: string): Hold | null {
  const since = past
    .filter((call) => !rest.perSubject || isAbout(call, subject))
    .filter((call) => calledFor(rest, call))
    .reduce((last, call) => Math.max(last, call.overAt), -Infinity);
  if (since === -Infinity) return null;
  const until = rest.hours === null ? null : since + rest.hours * HOUR;
  return { until, reason: restReason(rest) };
}

function calledFor({ after }: Rest, call: PastCall): boolean {
  switch (after) {
    case 'conversation':
      return call.talked;
    case 'refusal':
      return call.refused;
    case 'abandoned call':
      return call.abandoned;
  }
}

/** The reason that each limit gives, as it is stored. */
export const limitReasons = ({ caps, rests }: Limits): string[] => [
  ...caps.map(capReason),
  ...rests.map(restReason),
];

const capReason = ({ by, max, hours, perSubject }: Cap): string =>
  storeReason({ code: 'cap', by, max, hours, per_subject: perSubject });

const restReason = ({ by, after, hours, perSubject }: Rest): string =>
  hours === null
    ? storeReason({ code: 'rest_for_ever', by, after, per_subject: perSubject })
    : storeReason({ code: 'rest', by, after, hours, per_subject: perSubject });

/** Why somebody rests whom another run has called, as it is stored. */
export const restAfterRun = (run: string): string => storeReason({ code: 'rest_after_run', run });
