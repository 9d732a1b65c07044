/** The values of the reference page, by which others are told apart. A provider may spell them in its own way. */

export const ORDER_STATUSES = [
  'initializing',
  'queued_for_calling',
  'calling',
  'scheduled',
  'completed',
  'cancelled',
  'errored',
] as const;

export const ATTEMPT_STATUSES = ['queued', 'ringing', 'ongoing', 'completed', 'error'] as const;

export const RESULTS = ['human', 'voicemail', 'IVR', 'ios-screening-filter', 'unknown'] as const;

export const DIAL_ERRORS = [
  'number_non_attributed',
  'too_many_calls',
  'busy',
  'temporarily_unavailable',
  'no_answer',
  'no_international_permission',
  'precondition_failed',
  'non_classified_error',
] as const;

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^canceled$/, 'cancelled');

/** The value that this text means, whatever its case and its dashes; null: none that is known. */
export const knownAs = (text: string, values: readonly string[]): string | null =>
  values.find((value) => bare(value) === bare(text)) ?? null;
