import type { NeverCause } from '../../../../domain/run/reason-facts.ts';
import { wording, type Wording } from './wording.ts';

const CAUSES: readonly (readonly [RegExp, (part: string) => NeverCause])[] = [
  [/^every opening is shorter than (\d+) minutes$/, (n) => ({ cause: 'too_short', minutes: +n })],
  [
    /^the campaign's timezone (\S+) has no hour in common$/,
    (zone) => ({ cause: 'timezone', zone }),
  ],
  [/^the blackout leaves no day$/, () => ({ cause: 'blackout' })],
  [/^the windows leave no hour under (.+)$/, (rules) => ({ cause: 'rules', rules })],
  [/^no hour suits all of these clocks$/, () => ({ cause: 'clocks' })],
  [/^the windows, the rules and the clocks leave no hour together$/, () => ({ cause: 'together' })],
];

function causeOf(text: string): readonly NeverCause[] {
  const found = CAUSES.find(([pattern]) => pattern.test(text));
  if (found === undefined) return [];
  const [pattern, cause] = found;
  return [cause(pattern.exec(text)?.[1] ?? '')];
}

/** Why people were not called at all. */
export const OF_PEOPLE: readonly Wording[] = [
  wording(/^consent refused in the row$/, { code: 'consent_refused' }),
  wording(/^no consent on record \((.+)\)$/, (rules = '') => ({ code: 'consent_missing', rules })),
  wording(/^on the do-not-call list$/, { code: 'on_do_not_call' }),
  wording(/^on the suppress list (.+)$/, (file = '') => ({ code: 'on_suppress_list', file })),
  wording(/^no longer on the list of live runs$/, { code: 'no_longer_on_live_list' }),
  wording(/^a number of a published fictional range: it is nobody’s phone$/, {
    code: 'fictional_number',
  }),
  wording(/^(reached|uncertain) according to the file's call_state$/, (state = '') => ({
    code: 'state_in_file',
    state,
  })),
  wording(/^removed from the file$/, { code: 'removed_from_file' }),
  wording(/^no time zone is known for this number(?:: add a timezone column)?$/, {
    code: 'no_time_zone',
  }),
  wording(
    /^no time zone is known for this number, which is of no place: add a timezone column, or non_geographic to the campaign$/,
    { code: 'no_time_zone_of_no_place' },
  ),
  // Before the causes were told, the rules of the place were.
  wording(
    /^the calling hours never open in (\S+?)(?: under ([^:]+))?$/,
    (zones = '', rules = '') => ({
      code: 'never_open',
      zones,
      causes: rules === '' ? [] : [{ cause: 'rules', rules }],
    }),
  ),
  wording(/^the calling hours never open in (\S+): (.+)$/, (zones = '', causes = '') => ({
    code: 'never_open',
    zones,
    causes: causes.split(', and ').flatMap(causeOf),
  })),
];
