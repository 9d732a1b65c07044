import type { NeverCause } from '../run/reason-facts.ts';
import { readReason, type Reason, type ReasonCode, type ReasonFacts } from '../run/reason.ts';
import { nothingToDo, remedy, type Paste, type Remedy } from './remedy.ts';
import { WAITING_REMEDIES } from './waiting-remedies.ts';

/** What can be done about a reason for which somebody is never called. It is shown; nothing is decided by it. */
export function neverRemedy(stored: string): Remedy {
  const reason = readReason(stored);
  return reason.code === 'legacy' ? UNKNOWN : remedyOf(reason);
}

function remedyOf<C extends ReasonCode>(reason: Extract<Reason, { code: C }>): Remedy {
  const found: Remedy | ((facts: ReasonFacts<C>) => Remedy) = REMEDIES[reason.code];
  return typeof found === 'function' ? found(reason as unknown as ReasonFacts<C>) : found;
}

/** For a reason of a later version, and for one that somebody typed. */
export const UNKNOWN = nothingToDo(
  'See what is known of one of them: campaign why, with the list and the row as in leads.csv:7.',
);

const CONSENT: Paste = {
  key: 'consent',
  lines: [
    'consent:',
    '  basis: existing customers',
    '  statement: They agreed in the order form to be called about their order.',
  ],
};

/** The widest that anybody wants; the hours of the law narrow it for each person. */
const WIDE_HOURS: Paste = {
  key: 'call_retry_config',
  lines: [
    'call_retry_config:',
    "  calling_windows: [{ calling_window_start_time: '08:00', calling_window_end_time: '21:00' }]",
    '  allowed_days: [monday, tuesday, wednesday, thursday, friday, saturday]',
  ],
};

const REACHED = nothingToDo(
  'They have been reached. To call them once more, start another run with --new-run and a list without their call_state.',
);

const OVER = nothingToDo(
  'This run is over for them. To try them again, start another run of the campaign with --new-run.',
);

const UNCERTAIN = remedy('Find out whether their phone rang, then: campaign uncertain.');

const ON_LIST = nothingToDo(
  'They are on your do-not-call list, for all campaigns. If one is there by mistake: campaign dnc remove, with the number.',
);

/** A code that is added needs a line here: it says what somebody can do who meets it in `check` or `plan`. */
const REMEDIES: { readonly [C in ReasonCode]: Remedy | ((facts: ReasonFacts<C>) => Remedy) } = {
  ...WAITING_REMEDIES,
  row_refused: nothingToDo(
    'They said no, and that stands. If the column says something else, say what its cells mean, or ignore it, under columns in the campaign file.',
  ),
  consent_refused: nothingToDo(
    'They said no, and that stands. If one of them has agreed since, write the day into the cell, as 2026-03-01.',
  ),
  consent_missing: remedy(
    'If each of them agreed, add a column consent_at to the list with the day, as 2026-03-01. If all of them agreed in one way, say so in the campaign file, in your own true words:',
    CONSENT,
  ),
  consent_too_old: remedy(
    'Ask them again, and write the day of the new consent into consent_at, as 2026-03-01.',
  ),
  on_do_not_call: ON_LIST,
  on_do_not_call_since: ON_LIST,
  on_suppress_list: ({ file }) =>
    nothingToDo(
      `The campaign file names this list under suppress: nobody on it is called. If one is there by mistake, take the line out of ${file}.`,
    ),
  number_tail_barred: remedy(
    'Correct that row of the list of people not to be called, so that it holds one whole number.',
  ),
  other_number_barred: nothingToDo(
    'They said no on one of their phones, and that holds for all of them. If the number in the other column is not theirs, leave that column out of columns: phone.',
  ),
  no_longer_on_live_list: UNKNOWN,
  fictional_number: nothingToDo(
    'Nobody has such a number: it is for films and examples. Rehearse with it, or write the real one.',
  ),
  state_in_file: ({ state }) =>
    state === 'reached'
      ? REACHED
      : nothingToDo(
          'Nobody knows whether their phone rang in an earlier run. Settle it there with: campaign uncertain.',
        ),
  removed_from_file: remedy(
    'They are no longer in the list. Put their rows back, and run it again.',
  ),
  no_time_zone: remedy('Add a column timezone to the list, with names such as Europe/Paris.'),
  no_time_zone_of_no_place: remedy(
    'A free-phone or similar number says nothing of where the person is. Add a column timezone or postal_code to the list. Or write in the campaign file by which clock all such numbers are called: non_geographic, with the name of a time zone where these people are.',
  ),
  never_open: ({ causes }) => closedHours(causes),
  reached_by_other_run: remedy(
    'Another run has talked to them within 30 days. Is this the same campaign under a new name? To call them again, begin the run with --again-reached. Or say in the campaign file how long people rest after another run, as in repeat_after: 7d.',
  ),
  same_phone: nothingToDo('They are called once, as the other contact.'),
  state_in_run: ({ state }) => stateRemedy(state),
  state_before: ({ state }) => stateRemedy(state),
  waiting_at_forecast_end: UNKNOWN,
  under_way_at_forecast_end: UNKNOWN,
};

function stateRemedy(state: string): Remedy {
  if (state === 'reached') return REACHED;
  if (state === 'exhausted' || state === 'failed') return OVER;
  if (state === 'cancelled') return WAITING_REMEDIES.cancelled_by;
  return state === 'uncertain' ? UNCERTAIN : UNKNOWN;
}

/** Each cause is one without which there would be an hour: to take away the first is enough. */
const closedHours = ([first]: readonly NeverCause[]): Remedy =>
  CLOSED_BY[first?.cause ?? 'together'];

const wider = (text: string): Remedy => remedy(text, WIDE_HOURS);

const CLOSED_BY: Readonly<Record<NeverCause['cause'], Remedy>> = {
  too_short: wider(
    'The hours that are left are too short for a call. Allow more; the law still narrows them:',
  ),
  timezone: remedy(
    'Remove timezone from call_retry_config in the campaign file, so that each person’s own clock counts.',
  ),
  blackout: remedy('Remove dates from blackout in the campaign file.'),
  rules: wider(
    'The campaign’s hours and those of the law do not meet. Allow more; the law still narrows them:',
  ),
  clocks: remedy(
    'The number alone leaves several clocks open. Add a column timezone, state or postal_code to the list, so that only the person’s own counts; or allow more hours:',
    WIDE_HOURS,
  ),
  together: wider('Allow more hours and days; the law still narrows them:'),
};
