import { ANSWERED_BY, NOT_CONNECTED } from '../../../domain/order/outcome.ts';
import type { Stage } from '../../../domain/order/view.ts';

/** The values of the reference page, by which others are told apart. A provider may spell them in its own way. */

const STAGES: Readonly<Record<string, Stage>> = {
  initializing: 'open',
  queued_for_calling: 'open',
  calling: 'open',
  scheduled: 'open',
  completed: 'over',
  errored: 'over',
  cancelled: 'cancelled',
};

export const ORDER_STATUSES: readonly string[] = Object.keys(STAGES);

/** What an order's status comes to, in the spelling of the reference page; an order without one may go on. */
export const stageOf = (status: string): Stage =>
  status === '' ? 'open' : (STAGES[status] ?? 'unknown');

/** `unknown` is what the provider says of a call that was answered by it does not know what. */
export const RESULTS: readonly string[] = [...ANSWERED_BY, 'unknown'];

export const DIAL_ERRORS: readonly string[] = NOT_CONNECTED;

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^canceled$/, 'cancelled');

/** The value that this text means, whatever its case and its dashes; null: none that is known. */
export const knownAs = (text: string, values: readonly string[]): string | null =>
  values.find((value) => bare(value) === bare(text)) ?? null;
