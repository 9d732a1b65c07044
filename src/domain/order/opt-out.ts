import { storeReason } from '../run/reason.ts';
import type { OrderView } from './view.ts';

/**
 * Anyone who asks during a call not to be called again is heard: a structured field asks for it, and true is
 * do-not-call in the transaction that records the result.
 */

/** Who put a number on the do-not-call list, when it was asked for during a call. */
export const PERSON_CALLED = 'the person called';
export const OPT_OUT_REASON = storeReason({ code: 'opted_out' });

/** The model that extracts the answers writes `"true"` for true often enough; a wish must not be lost by that. */
function isYes(answer: unknown): boolean {
  if (typeof answer === 'string') return ['true', 'yes', '1'].includes(answer.trim().toLowerCase());
  return answer === true || answer === 1;
}

/** In any attempt of the order, however it ended. */
export const asksNotToBeCalled = (view: OrderView, field: string): boolean =>
  view.attempts.some(({ structuredOutput: output }) =>
    output !== null && Object.hasOwn(output, field) ? isYes(output[field]) : false,
  );
