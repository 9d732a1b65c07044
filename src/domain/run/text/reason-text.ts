import {
  readReason,
  reasonCode,
  storeReason,
  type Reason,
  type ReasonCode,
  type ReasonFacts,
} from '../reason.ts';
import { OF_DOUBT } from './doubt-text.ts';
import { OF_ORDERS } from './order-text.ts';
import { OF_PEOPLE } from './people-text.ts';
import { OF_SENDING } from './sending-text.ts';
import { behindColon, type Sentences } from './sentences.ts';
import { OF_WAITING } from './waiting-text.ts';

/** Reasons in which another one stands. */
const NESTED: Sentences<
  | 'other_number_barred'
  | 'state_in_run'
  | 'state_before'
  | 'opted_out_after'
  | 'held_by'
  | 'on_do_not_call_since'
> = {
  other_number_barred: ({ because }) =>
    `another number of the same person may not be called: ${reasonText(because)}`,
  on_do_not_call_since: ({ since, who, because }) =>
    `on the do-not-call list since ${since}, by ${who}${behindColon(reasonText(because))}`,
  held_by: ({ because }) => `held by ${reasonText(because)}`,
  state_in_run: ({ run, state, because }) =>
    `${state} in run ${run}${state === 'uncertain' ? ', until a person decides' : ''}${behindColon(reasonText(because))}`,
  state_before: ({ state, because }) => `${state} before${behindColon(reasonText(because))}`,
  opted_out_after: ({ because }) =>
    `${reasonText(because)}; ${OF_ORDERS.opted_out({ code: 'opted_out' })}`,
};

const SENTENCES: Sentences<ReasonCode> = {
  ...OF_PEOPLE,
  ...OF_WAITING,
  ...OF_SENDING,
  ...OF_DOUBT,
  ...OF_ORDERS,
  ...NESTED,
};

/** A stored reason as a person reads it. Only the edges ask: what is stored and compared is the code with its facts. */
export function reasonText(stored: string): string {
  const reason = readReason(stored);
  return reason.code === 'legacy' ? reason.text : sentenceOf(reason);
}

/** The sentence of a reason that is not stored. */
export const textOf = (reason: Reason): string => reasonText(storeReason(reason));

/** The same, where there may be no reason. */
export const reasonTextOrNull = (stored: string | null): string | null =>
  stored === null ? null : reasonText(stored);

function sentenceOf<C extends ReasonCode>(reason: Extract<Reason, { code: C }>): string {
  const make = SENTENCES[reason.code] as (facts: ReasonFacts<C>) => string;
  return make(reason as unknown as ReasonFacts<C>);
}

/** The same for a program: the sentence, and beside it the code; null for a reason that was stored as a sentence. */
export const reasonJson = (
  stored: string | null,
): { readonly reason: string | null; readonly reason_code: ReasonCode | null } => ({
  reason: reasonTextOrNull(stored),
  reason_code: reasonCode(stored),
});
