import {
  readReason,
  reasonCode,
  type Reason,
  type ReasonCode,
  type ReasonFacts,
} from './reason.ts';

/** How the sentence of a refusal in a row begins. */
export const REFUSED_IN_ROW = 'the row says that they do not want to be called';

/** The sentence for each reason. Only the edges use it: what is stored and compared is the code with its facts. */
const SENTENCES: { readonly [C in ReasonCode]: (facts: ReasonFacts<C>) => string } = {
  row_refused: ({ column, value }) => `${REFUSED_IN_ROW}: ${column} is "${value}"`,
  consent_too_old: ({ days, rules }) =>
    `the consent on record is older than ${days} days (${rules})`,
  number_tail_barred: ({ file, row }) => tailText(file, row),
  other_number_barred: ({ because }) =>
    `another number of the same person may not be called: ${reasonText(because)}`,
  reached_by_other_run: ({ run, on }) =>
    `run ${run} reached them on ${on}; --again-reached calls them again`,
  same_phone: ({ contact }) =>
    `contact ${contact} of this run has the same phone, with its number spelled in another way`,
  answers_unreadable: ({ said, rings_until }) =>
    `the provider’s answers about the order cannot be read: ${said}; it may ring until ${rings_until}`,
  status_unknown: ({ status, rings_until }) =>
    `the order has the status “${status}”, which is not known, and has not ended in a known way; it may ring until ${rings_until}`,
  attempts_unseen: ({ counted, shown }) =>
    `the provider counts ${counted === 1 ? '1 attempt' : `${counted} attempts`} of the order and shows ${shown}`,
  last_order_not_seen: ({ said }) =>
    `waits until the provider confirms that the last order is over: ${said}`,
  last_order_unseen_for_a_day: ({ said }) =>
    `for a day the provider has not confirmed that the last order is over: ${said}`,
  look_too_old: () => 'the look at the last order was too old when the next one was about to leave',
  answers_unclear: () => 'too many orders had no clear answer',
  ended_without_attempt: () =>
    'the order has ended and the provider shows no attempt for it; the phone may have rung, so it counts as an attempt',
  attempts_may_be_used: ({ made, max }) =>
    `${made} of ${max} attempts made, counting orders that ended without an attempt that the provider shows`,
  outcome_corrected: ({ order, was, became }) =>
    `the provider has corrected order ${order} from ${was} to ${became}`,
};

/** Of somebody whose number ends like one that a list does not spell out. */
export const tailText = (file: string, row: number): string =>
  `the number may be one that ${file} says not to call: its row ${row} cannot be read as one number`;

/** A stored reason as a person reads it. */
export function reasonText(stored: string): string {
  const reason = readReason(stored);
  return reason.code === 'legacy' ? reason.text : sentenceOf(reason);
}

/** The same, where there may be no reason. */
export const reasonTextOrNull = (stored: string | null): string | null =>
  stored === null ? null : reasonText(stored);

function sentenceOf<C extends ReasonCode>(reason: Extract<Reason, { code: C }>): string {
  const make = SENTENCES[reason.code] as (facts: typeof reason) => string;
  return make(reason);
}

/** The same for a program: the sentence, and beside it the code; null for a reason that was stored as a sentence. */
export const reasonJson = (
  stored: string | null,
): { readonly reason: string | null; readonly reason_code: ReasonCode | null } => ({
  reason: reasonTextOrNull(stored),
  reason_code: reasonCode(stored),
});
