import type {
  CodeOfDoubt,
  CodeOfOrders,
  CodeOfSending,
  CodeOfWaiting,
} from '../run/reason-facts.ts';
import { nothingToDo, remedy, type Remedy } from './remedy.ts';

const LATER = nothingToDo('They are called again later. Run it again.');
const AFTER_DELAY = nothingToDo('They are called again after the delay. Run it again later.');
const UNCERTAIN = remedy('Find out whether their phone rang, then: campaign uncertain.');
const UNDER_WAY = nothingToDo('A call to them is under way. Look again when it is over.');
const REACHED = nothingToDo('They have been reached, and that stands.');
const LIMIT = nothingToDo('They are called once the rule, or the rest of the campaign, allows it.');
const FOR_GOOD = nothingToDo(
  'A limit for good: the rule, or cool_off in the campaign file, says never again.',
);
const OPTED_OUT = nothingToDo('They asked for it in an earlier call, and that stands.');
const CANCELLED = nothingToDo(
  'The run was cancelled for them. To call them, start another with --new-run.',
);
const OVER = nothingToDo(
  'This run is over for them. To try them again, start another run of the campaign with --new-run.',
);
const RAISE = remedy(
  'Ask the provider what became of those orders. To call them again, raise max_retry_attempts.',
);
const LAST_ORDER = nothingToDo(
  'They are called again once the provider has shown how their last call ended. Run it again later.',
);

/** For the reasons of people who wait, whose order did not leave, who are in doubt, and whose order is over. */
export const WAITING_REMEDIES: Readonly<
  Record<CodeOfWaiting | CodeOfSending | CodeOfDoubt | CodeOfOrders, Remedy>
> = {
  row_asks: LATER,
  held_by_run: LATER,
  held_by: LIMIT,
  rest_after_run: LATER,
  may_still_ring: LATER,
  cap: LIMIT,
  rest: LIMIT,
  rest_for_ever: FOR_GOOD,
  run_stopping: LATER,
  run_paused: LATER,
  run_cancelled: CANCELLED,
  window_closed: LATER,
  clock_set_back: LATER,
  clock_jumped: LATER,
  waited_too_long: LATER,
  order_not_in_ledger: LATER,
  another_session: LATER,
  order_in_state: LATER,
  look_too_old: nothingToDo('They are called after another look. Run it again later.'),
  answers_unclear: nothingToDo(
    'They are called once the provider answers clearly again. Run it again later.',
  ),
  lock_not_written: LATER,
  not_sent: LATER,
  throttled: LATER,
  sender_refused: LATER,
  order_rejected: OVER,
  not_placed: LATER,
  placing_unknown: UNCERTAIN,
  answers_unreadable: UNCERTAIN,
  status_unknown: UNCERTAIN,
  attempts_unseen: UNCERTAIN,
  attempts_not_shown: UNCERTAIN,
  order_unknown_there: UNCERTAIN,
  cancel_unconfirmed: UNCERTAIN,
  order_not_ended: UNCERTAIN,
  call_without_end: UNCERTAIN,
  last_order_not_seen: LAST_ORDER,
  last_order_unseen_for_a_day: UNCERTAIN,
  unknown_to_this_copy: UNDER_WAY,
  under_way_at_forecast: UNDER_WAY,
  human_reached: REACHED,
  human_reached_before: REACHED,
  opted_out: OPTED_OUT,
  opted_out_after: OPTED_OUT,
  outcome_stops: OVER,
  outcome_again: AFTER_DELAY,
  outcome_twice: OVER,
  outcome_in_a_row: LATER,
  provider_attempts_over: OVER,
  attempts_made: OVER,
  attempts_may_be_used: RAISE,
  orders_never_rang: OVER,
  order_never_rang: AFTER_DELAY,
  ended_without_attempt: AFTER_DELAY,
  stopped_before_ring: LATER,
  rings_after_end: UNDER_WAY,
  outcome_corrected: nothingToDo('What became of their call was corrected, and that stands.'),
  resolved: OVER,
  cancelled_by: CANCELLED,
};
