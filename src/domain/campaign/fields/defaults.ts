/** The defaults of the campaign file. Those of `call_retry_config` are the voice API's own. */

export const DEFAULT_WINDOW_START = '10:00';
export const DEFAULT_WINDOW_END = '18:00';
export const DEFAULT_RETRY_DELAY_SECONDS = 7200;
export const DEFAULT_MAX_ATTEMPTS = 3;
export const DEFAULT_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

export const DEFAULT_LINES = 10;
export const DEFAULT_REPEAT_AFTER = '24h';
/** Where no `repeat_after` is stated: whom another run has reached within so long is not called without a word. */
export const LEAVES_REACHED_MS = 30 * 86_400_000;
export const DEFAULT_EXTRACT = false;
/** One message per person. */
export const DEFAULT_VOICEMAIL = 'first';

/** How long a call is taken to last at most when the campaign does not say: it bounds the wait for its end. */
export const DEFAULT_MAX_CALL_SECONDS = 3600;

/**
 * A call that lasts longer than a day is a mistake, and every wait for the end of a call must be bounded (I7).
 * The API names no maximum.
 */
export const LONGEST_CALL_SECONDS = 86_400;

/**
 * The API allows delays of 285 million years. Longer than this no run goes on, and a moment that far away
 * still fits the ledger's integers.
 */
export const LONGEST_DELAY_MS = 10 * 365 * 86_400_000;

/** Beyond a year, "this number was called by another run" says nothing any more. */
export const LONGEST_REPEAT_MS = 366 * 86_400_000;

export const LONGEST_NAME = 120;
