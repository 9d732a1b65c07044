import { hoursOf, wording, type Wording } from './wording.ts';

const OUTCOMES =
  'human|voicemail|IVR|ios-screening-filter|number_non_attributed|too_many_calls|busy|temporarily_unavailable|no_answer|no_international_permission|precondition_failed|non_classified_error|answered_unknown|unanswered';

const outcome = (rest: string): RegExp => new RegExp(`^(${OUTCOMES})${rest}$`);

const WORDS: Readonly<Record<string, string>> = {
  'it rang': 'rang',
  'it did not ring': 'not_rung',
  'call again': 'again',
};

/** What came of orders. */
export const OF_ORDERS: readonly Wording[] = [
  wording(/^a human was reached$/, { code: 'human_reached' }),
  wording(/^a human was reached by an earlier order$/, { code: 'human_reached_before' }),
  wording(/^asked not to be called again$/, { code: 'opted_out' }),
  wording(outcome(''), (one = '') => ({ code: 'outcome_stops', outcome: one })),
  wording(outcome(', to be tried again'), (one = '') => ({ code: 'outcome_again', outcome: one })),
  wording(outcome(' twice'), (one = '') => ({ code: 'outcome_twice', outcome: one })),
  wording(outcome(' for (\\d+) in a row'), (one = '', orders = '') => ({
    code: 'outcome_in_a_row',
    outcome: one,
    orders: Number(orders),
  })),
  wording(outcome('; the provider’s own attempts are over'), (one = '') => ({
    code: 'provider_attempts_over',
    outcome: one,
  })),
  wording(/^(\d+) of (\d+) attempts made$/, (made = '', max = '') => ({
    code: 'attempts_made',
    made: Number(made),
    max: Number(max),
  })),
  wording(/^(\d+) orders in a row never rang$/, (orders = '') => ({
    code: 'orders_never_rang',
    orders: Number(orders),
  })),
  wording(/^the order ended before the phone rang$/, { code: 'order_never_rang' }),
  wording(/^stopped before it rang$/, { code: 'stopped_before_ring' }),
  wording(/^the phone rings for an order that had ended$/, { code: 'rings_after_end' }),
  wording(
    /^resolved by (.+?): (it rang|it did not ring|call again)(?:: ([^]*))?$/,
    (who = '', said = '', why = '') => ({
      code: 'resolved',
      who,
      word: WORDS[said] ?? said,
      said: why,
    }),
  ),
  wording(/^cancelled by ([^:]+)(?:: ([^]*))?$/, (who = '', said = '') => ({
    code: 'cancelled_by',
    who,
    said,
  })),
];

const isAbout = (text: string): boolean => text !== '';

/** Why people waited, though they might be called. */
export const OF_WAITING: readonly Wording[] = [
  wording(/^held by run (\S+)$/, (run = '') => ({ code: 'held_by_run', run })),
  wording(/^called by run (\S+) a short while ago$/, (run = '') => ({
    code: 'rest_after_run',
    run,
  })),
  wording(
    /^(.+): at most (\d+) calls? in (\d+) (hours?|days)( on one subject)?$/,
    (...[by = '', max = '', count = '', unit = '', about = '']: readonly string[]) => ({
      code: 'cap',
      by,
      max: Number(max),
      hours: hoursOf(count, unit),
      per_subject: isAbout(about),
    }),
  ),
  wording(
    /^(.+): (\d+) (hours?|days) of rest after an? (.+?)( on one subject)?$/,
    (...[by = '', count = '', unit = '', after = '', about = '']: readonly string[]) => ({
      code: 'rest',
      by,
      after,
      hours: hoursOf(count, unit),
      per_subject: isAbout(about),
    }),
  ),
  wording(
    /^(.+): never again after an? (.+?)( on one subject)?$/,
    (by = '', after = '', about = '') => ({
      code: 'rest_for_ever',
      by,
      after,
      per_subject: isAbout(about),
    }),
  ),
];
