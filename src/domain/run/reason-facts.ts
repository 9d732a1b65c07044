/** What keeps people from ever being called at any hour: each thing without which there would be one. */
export type NeverCause =
  | { readonly cause: 'too_short'; readonly minutes: number }
  | { readonly cause: 'timezone'; readonly zone: string }
  | { readonly cause: 'blackout' }
  | { readonly cause: 'rules'; readonly rules: string }
  | { readonly cause: 'clocks' }
  | { readonly cause: 'together' };

/** What a fact may be. */
export interface FactTypes {
  readonly text: string;
  readonly number: number;
  readonly flag: boolean;
  readonly causes: readonly NeverCause[];
}

/** Why somebody is not called at all, or not in this run: of the row, of lists, of the hours, of consent. */
const OF_PEOPLE = {
  /** A cell of the person's row says that they do not want to be called. */
  row_refused: { column: 'text', value: 'text' },
  /** The person's cell of consent says no, in a word that is known. */
  consent_refused: {},
  /** These rules ask for a consent, and none is on record. */
  consent_missing: { rules: 'text' },
  /** The consent of the person's row is older than the rules accept. */
  consent_too_old: { days: 'number', rules: 'text' },
  on_do_not_call: {},
  /** The same with what the list knows of it; `because`: why, as a reason that is stored, or empty. */
  on_do_not_call_since: { since: 'text', who: 'text', because: 'text' },
  /** A list that the campaign names under `suppress`. */
  on_suppress_list: { file: 'text' },
  /** A line of a list of people not to be called could not be read as one number, and the person's number ends so. */
  number_tail_barred: { file: 'text', row: 'number' },
  /** Another number of the person's row may not be called; why, as a reason that is stored. */
  other_number_barred: { because: 'text' },
  /** A copy of the live list in a rehearsal: the live one has it no longer. */
  no_longer_on_live_list: {},
  /** The number is of a range that is set aside for fiction. */
  fictional_number: {},
  /** The state with which an export of this program was given back: reached, or uncertain. */
  state_in_file: { state: 'text' },
  removed_from_file: {},
  /** No clock is known by which the person could be called. */
  no_time_zone: {},
  /** The same, of a number that is of no place, such as a free-phone number. */
  no_time_zone_of_no_place: {},
  /** The calling hours of these zones never open. */
  never_open: { zones: 'text', causes: 'causes' },
  /** Another run of the ledger has reached the person on this day (UTC), and nobody said that they are called again. */
  reached_by_other_run: { run: 'text', on: 'text' },
  /** Another contact of the run has the same phone in another spelling. */
  same_phone: { contact: 'text' },
  /** What somebody is in a run; `because`: why, as a reason that is stored, or empty. */
  state_in_run: { run: 'text', state: 'text', because: 'text' },
  /** Of a forecast: what somebody was before it began. */
  state_before: { state: 'text', because: 'text' },
  waiting_at_forecast_end: {},
  under_way_at_forecast_end: {},
} as const;

/** Why somebody waits, though they may be called. */
const OF_WAITING = {
  /** The row asks not to be called before a moment. */
  row_asks: {},
  /** A run has an open order for the number (I3). */
  held_by_run: { run: 'text' },
  /** `repeat_after`: another run has called the number. */
  rest_after_run: { run: 'text' },
  /** A cap or a rest, as a reason that is stored. */
  held_by: { because: 'text' },
  may_still_ring: { order: 'text', run: 'text' },
  /** At most so many calls in so many hours, by this rule, or by the campaign. */
  cap: { by: 'text', max: 'number', hours: 'number', per_subject: 'flag' },
  /** So many hours of rest after a talk, a refusal, an abandoned call. */
  rest: { by: 'text', after: 'text', hours: 'number', per_subject: 'flag' },
  /** Never again after one. */
  rest_for_ever: { by: 'text', after: 'text', per_subject: 'flag' },
} as const;

/** Why an order did not leave, and its person waits as before. `said`: what the provider, or the network, told. */
const OF_SENDING = {
  run_stopping: {},
  run_paused: {},
  run_cancelled: {},
  window_closed: {},
  clock_set_back: {},
  clock_jumped: {},
  waited_too_long: {},
  order_not_in_ledger: {},
  another_session: {},
  order_in_state: { state: 'text' },
  /** The look at the last order was too old when the next one was about to leave (I13). */
  look_too_old: {},
  /** Too many orders of the session had no clear answer, and nothing leaves. */
  answers_unclear: {},
  lock_not_written: {},
  not_sent: { said: 'text' },
  throttled: { said: 'text' },
  /** The provider takes no order of ours at all: the key, the account, the definition. */
  sender_refused: { said: 'text' },
  /** The provider does not take this order. */
  order_rejected: { said: 'text' },
  not_placed: {},
} as const;

/** Why nobody knows what became of an order. `rings_until` is empty where it can ring no more. */
const OF_DOUBT = {
  placing_unknown: { said: 'text' },
  /** What the provider answered about the order is no order, or another one. */
  answers_unreadable: { said: 'text', rings_until: 'text' },
  /** The order has a status that this program does not know, and did not end in a way that it knows. */
  status_unknown: { status: 'text', rings_until: 'text' },
  /** The order is over, and the provider counts more attempts than it shows. */
  attempts_unseen: { counted: 'number', shown: 'number' },
  attempts_not_shown: { rings_until: 'text' },
  order_unknown_there: { rings_until: 'text' },
  cancel_unconfirmed: { rings_until: 'text' },
  order_not_ended: { rings_until: 'text' },
  call_without_end: { rings_until: 'text' },
  /** Before a further order the last one is looked at, and the look did not tell that it is over (I13). */
  last_order_not_seen: { said: 'text' },
  /** A day of such looks: nobody knows any more what became of it. */
  last_order_unseen_for_a_day: { said: 'text' },
  /** An order at the provider that a copy of the ledger does not know. */
  unknown_to_this_copy: {},
  under_way_at_forecast: {},
} as const;

/** What came of an order. */
const OF_ORDERS = {
  human_reached: {},
  human_reached_before: {},
  opted_out: {},
  /** Somebody asked not to be called again, and this came of the order, as a reason that is stored. */
  opted_out_after: { because: 'text' },
  /** The campaign stops at this outcome. */
  outcome_stops: { outcome: 'text' },
  outcome_again: { outcome: 'text' },
  outcome_twice: { outcome: 'text' },
  /** Orders of so many people in a row ended so: the account is at fault, and they wait again. */
  outcome_in_a_row: { outcome: 'text', orders: 'number' },
  provider_attempts_over: { outcome: 'text' },
  attempts_made: { made: 'number', max: 'number' },
  /** All attempts are used up, orders among them that ended without an attempt that the provider shows. */
  attempts_may_be_used: { made: 'number', max: 'number' },
  orders_never_rang: { orders: 'number' },
  order_never_rang: {},
  /** The order is over without an attempt that the provider shows, and counts as one. */
  ended_without_attempt: {},
  stopped_before_ring: {},
  rings_after_end: {},
  /** A later look at a settled order told another outcome (I5). */
  outcome_corrected: { order: 'text', was: 'text', became: 'text' },
  /** A person's word about an order in doubt: `rang`, `not_rung`, `again`. */
  resolved: { who: 'text', word: 'text', said: 'text' },
  cancelled_by: { who: 'text', said: 'text' },
} as const;

/** Add a reason here with its facts, and in `text/` with its sentence. */
export const FACTS = {
  ...OF_PEOPLE,
  ...OF_WAITING,
  ...OF_SENDING,
  ...OF_DOUBT,
  ...OF_ORDERS,
} as const satisfies Record<string, Record<string, keyof FactTypes>>;

/** The codes of each kind, for the files that have their sentences. */
export type CodeOfPeople = keyof typeof OF_PEOPLE;
export type CodeOfWaiting = keyof typeof OF_WAITING;
export type CodeOfSending = keyof typeof OF_SENDING;
export type CodeOfDoubt = keyof typeof OF_DOUBT;
export type CodeOfOrders = keyof typeof OF_ORDERS;
