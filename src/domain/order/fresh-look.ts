import { dialled, hasEnded, orderOutcome } from './outcome.ts';
import { isTerminal, type OrderView } from './view.ts';

/** A look at a person's last order permits the next one for so long (I13). */
export const LOOK_FRESH_MS = 5_000;
/** So long the next order waits for a look at the last one; then nobody knows what became of it. */
export const UNLOOKED_WITHIN_MS = 24 * 3_600_000;

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

/** Whether the order says that no human was reached, and that nothing of it is open. */
export const isOver = (view: OrderView): boolean =>
  isTerminal(view) &&
  (view.unseen ?? 0) === 0 &&
  orderOutcome(view) !== 'human' &&
  dialled(view).every(hasEnded);

/** When to look again after a look that did not say so: the longer it has not, the rarer. */
export const nextLookAt = (now: number, failedSince: number): number =>
  now + Math.min(Math.max(FIRST_WAIT_MS, now - failedSince), LONGEST_WAIT_MS);
