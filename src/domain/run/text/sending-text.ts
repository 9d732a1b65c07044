import type { CodeOfSending } from '../reason-facts.ts';
import type { Sentences } from './sentences.ts';

export const OF_SENDING: Sentences<CodeOfSending> = {
  run_stopping: () => 'the run is stopping',
  run_paused: () => 'the run is paused',
  run_cancelled: () => 'the run is cancelled',
  window_closed: () => 'its window has closed',
  clock_set_back: () => 'the clock was set back',
  clock_jumped: () => 'the clock has jumped',
  waited_too_long: () => 'it waited too long to be sent',
  order_not_in_ledger: () => 'the ledger does not know the order',
  another_session: () => 'another session has begun',
  order_in_state: ({ state }) => `the order is ${state} already`,
  look_too_old: () => 'the look at the last order was too old when the next one was about to leave',
  answers_unclear: () => 'too many orders had no clear answer',
  lock_not_written: () => 'the lock could not be written',
  not_sent: ({ said }) => said,
  throttled: ({ said }) => said,
  sender_refused: ({ said }) => said,
  order_rejected: ({ said }) => said,
  not_placed: () => 'it was not placed',
};
