/** What the run does with a contact whose attempt ended this way. */
export const OUTCOME_ACTIONS = ['again', 'once_more', 'stop'] as const;
export type OutcomeAction = (typeof OUTCOME_ACTIONS)[number];

/**
 * The outcomes a campaign may decide about. `human` is not among them, because somebody who was reached is
 * never called again by the program, and `too_many_calls` is not, because it says something about us and
 * nothing about the person.
 */
export const CONFIGURABLE_OUTCOMES = [
  'voicemail',
  'no_answer',
  'busy',
  'temporarily_unavailable',
  'non_classified_error',
  'unanswered',
  'answered_unknown',
  'ios-screening-filter',
  'IVR',
  'number_non_attributed',
  'no_international_permission',
  'precondition_failed',
] as const;
export type ConfigurableOutcome = (typeof CONFIGURABLE_OUTCOMES)[number];

export const DEFAULT_OUTCOMES: Readonly<Record<ConfigurableOutcome, OutcomeAction>> = {
  voicemail: 'again',
  no_answer: 'again',
  busy: 'again',
  temporarily_unavailable: 'again',
  non_classified_error: 'again',
  unanswered: 'again',
  answered_unknown: 'stop',
  'ios-screening-filter': 'once_more',
  IVR: 'once_more',
  number_non_attributed: 'stop',
  no_international_permission: 'stop',
  precondition_failed: 'stop',
};
