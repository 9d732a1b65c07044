import { CONSENT_REFUSED, NO_CONSENT } from '../contact/consent.ts';
import { REFUSED_IN_ROW } from '../run/reason-text.ts';
import { NEVER_OPEN, NO_CLOCK, ON_DO_NOT_CALL } from '../schedule/admission.ts';
import type { ReasonCode } from '../run/reason.ts';
import type { NeverReason } from './check-report.ts';
import { nothingToDo, remedy, type Paste, type Remedy } from './remedy.ts';

/** What can be done about a reason for which somebody is never called. It is shown; nothing is decided by it. */
export function neverRemedy({ why, code }: Pick<NeverReason, 'why' | 'code'>): Remedy {
  if (code !== null) return BY_CODE[code];
  return BY_WORDS.find(({ means }) => means(why))?.remedy(why) ?? UNKNOWN;
}

const UNCERTAIN = remedy('Find out whether their phone rang, then: campaign uncertain.');

/** A code that is added needs a line here: it says what somebody can do who meets it in `check` or `plan`. */
const BY_CODE: Readonly<Record<ReasonCode, Remedy>> = {
  row_refused: nothingToDo(
    'They said no, and that stands. If the column says something else, say what its cells mean, or ignore it, under columns in the campaign file.',
  ),
  consent_too_old: remedy(
    'Ask them again, and write the day of the new consent into consent_at, as 2026-03-01.',
  ),
  number_tail_barred: remedy(
    'Correct that row of the list of people not to be called, so that it holds one whole number.',
  ),
  other_number_barred: nothingToDo(
    'They said no on one of their phones, and that holds for all of them. If the number in the other column is not theirs, leave that column out of columns: phone.',
  ),
  reached_by_other_run: remedy(
    'Another run has talked to them within 30 days. Is this the same campaign under a new name? To call them again, begin the run with --again-reached. Or say in the campaign file how long people rest after another run, as in repeat_after: 7d.',
  ),
  same_phone: nothingToDo('They are called once, as the other contact.'),
  answers_unreadable: UNCERTAIN,
  status_unknown: UNCERTAIN,
  attempts_unseen: UNCERTAIN,
  last_order_not_seen: nothingToDo(
    'They are called again once the provider has shown how their last call ended. Run it again later.',
  ),
  last_order_unseen_for_a_day: UNCERTAIN,
  look_too_old: nothingToDo('They are called after another look. Run it again later.'),
  answers_unclear: nothingToDo(
    'They are called once the provider answers clearly again. Run it again later.',
  ),
  ended_without_attempt: nothingToDo('They are called again after the delay. Run it again later.'),
  attempts_may_be_used: remedy(
    'Ask the provider what became of those orders. To call them again, raise max_retry_attempts.',
  ),
  outcome_corrected: nothingToDo('What became of their call was corrected, and that stands.'),
};

/** For a reason of a later version, and for one that somebody typed. */
export const UNKNOWN = nothingToDo(
  'See what is known of one of them: campaign why, with the list and the row as in leads.csv:7.',
);

interface Known {
  readonly means: (why: string) => boolean;
  readonly remedy: (why: string) => Remedy;
}

const begins =
  (...words: readonly string[]): Known['means'] =>
  (why) =>
    words.some((word) => why.startsWith(word));

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

/** Reasons that the ledger keeps as sentences are known by their words. */
const BY_WORDS: readonly Known[] = [
  {
    means: begins(NO_CONSENT),
    remedy: () =>
      remedy(
        'If each of them agreed, add a column consent_at to the list with the day, as 2026-03-01. If all of them agreed in one way, say so in the campaign file, in your own true words:',
        CONSENT,
      ),
  },
  {
    means: begins(CONSENT_REFUSED, REFUSED_IN_ROW),
    remedy: () =>
      nothingToDo(
        'They said no, and that stands. If one of them has agreed since, write the day into the cell, as 2026-03-01.',
      ),
  },
  { means: begins(NEVER_OPEN), remedy: closedHours },
  {
    means: begins(`${NO_CLOCK}, which is of no place`),
    remedy: () =>
      remedy(
        'A free-phone or similar number says nothing of where the person is. Add a column timezone or postal_code to the list. Or write in the campaign file by which clock all such numbers are called: non_geographic, with the name of a time zone where these people are.',
      ),
  },
  {
    means: begins(NO_CLOCK),
    remedy: () => remedy('Add a column timezone to the list, with names such as Europe/Paris.'),
  },
  {
    means: begins(ON_DO_NOT_CALL),
    remedy: () =>
      nothingToDo(
        'They are on your do-not-call list, for all campaigns. If one is there by mistake: campaign dnc remove, with the number.',
      ),
  },
  {
    means: begins('on the suppress list '),
    remedy: (why) =>
      nothingToDo(
        `The campaign file names this list under suppress: nobody on it is called. If one is there by mistake, take the line out of ${why.slice('on the suppress list '.length)}.`,
      ),
  },
  {
    means: begins('a number of a published fictional range'),
    remedy: () =>
      nothingToDo(
        'Nobody has such a number: it is for films and examples. Rehearse with it, or write the real one.',
      ),
  },
  {
    means: begins('reached according to the file', 'reached before'),
    remedy: () =>
      nothingToDo(
        'They have been reached. To call them once more, start another run with --new-run and a list without their call_state.',
      ),
  },
  {
    means: begins('uncertain according to the file'),
    remedy: () =>
      nothingToDo(
        'Nobody knows whether their phone rang in an earlier run. Settle it there with: campaign uncertain.',
      ),
  },
  ...earlierRuns(),
];

/** What `plan` finds in the ledger. */
function earlierRuns(): readonly Known[] {
  return [
    {
      means: begins('exhausted before', 'failed before'),
      remedy: () =>
        nothingToDo(
          'This run is over for them. To try them again, start another run of the campaign with --new-run.',
        ),
    },
    {
      means: begins('removed from the file'),
      remedy: () =>
        remedy('They are no longer in the list. Put their rows back, and run it again.'),
    },
    {
      means: begins('it is not known whether', 'uncertain'),
      remedy: () => UNCERTAIN,
    },
    {
      means: begins('cancelled', 'stopped before it rang'),
      remedy: () =>
        nothingToDo('The run was cancelled for them. To call them, start another with --new-run.'),
    },
    {
      means: (why) => /: never again after an? /.test(why),
      remedy: () =>
        nothingToDo(
          'A limit for good: the rule, or cool_off in the campaign file, says never again.',
        ),
    },
    {
      means: begins('asked not to be called again'),
      remedy: () => nothingToDo('They asked for it in an earlier call, and that stands.'),
    },
  ];
}

/** Each cause is one without which there would be an hour: to take away the first is enough. */
function closedHours(why: string): Remedy {
  const causes = why.slice(why.indexOf(': ') + 2);
  const cause = CLOSED_BY.find(([words]) => causes.startsWith(words));
  return cause?.[1] ?? wider('Allow more hours and days; the law still narrows them:');
}

const wider = (text: string): Remedy => remedy(text, WIDE_HOURS);

const CLOSED_BY: readonly (readonly [string, Remedy])[] = [
  [
    'every opening is shorter than',
    wider(
      'The hours that are left are too short for a call. Allow more; the law still narrows them:',
    ),
  ],
  [
    "the campaign's timezone",
    remedy(
      'Remove timezone from call_retry_config in the campaign file, so that each person’s own clock counts.',
    ),
  ],
  ['the blackout leaves no day', remedy('Remove dates from blackout in the campaign file.')],
  [
    'the windows leave no hour under',
    wider(
      'The campaign’s hours and those of the law do not meet. Allow more; the law still narrows them:',
    ),
  ],
  [
    'no hour suits all of these clocks',
    remedy(
      'The number alone leaves several clocks open. Add a column timezone, state or postal_code to the list, so that only the person’s own counts; or allow more hours:',
      WIDE_HOURS,
    ),
  ],
];
