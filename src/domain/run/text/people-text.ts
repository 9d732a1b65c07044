import type { CodeOfPeople, NeverCause } from '../reason-facts.ts';
import { behindColon, type Sentences } from './sentences.ts';

/** Reasons in which another one stands. */
type Nesting = 'other_number_barred' | 'on_do_not_call_since' | 'state_in_run' | 'state_before';

const NO_CLOCK = 'no time zone is known for this number';

export const OF_PEOPLE: Sentences<Exclude<CodeOfPeople, Nesting>> = {
  row_refused: ({ column, value }) =>
    `the row says that they do not want to be called: ${column} is "${value}"`,
  consent_refused: () => 'consent refused in the row',
  consent_missing: ({ rules }) => `no consent on record (${rules})`,
  consent_too_old: ({ days, rules }) =>
    `the consent on record is older than ${days} days (${rules})`,
  on_do_not_call: () => 'on the do-not-call list',
  on_suppress_list: ({ file }) => `on the suppress list ${file}`,
  number_tail_barred: ({ file, row }) =>
    `the number may be one that ${file} says not to call: its row ${row} cannot be read as one number`,
  no_longer_on_live_list: () => 'no longer on the list of live runs',
  fictional_number: () => 'a number of a published fictional range: it is nobody’s phone',
  state_in_file: ({ state }) => `${state} according to the file's call_state`,
  removed_from_file: () => 'removed from the file',
  no_time_zone: () => `${NO_CLOCK}: add a timezone column`,
  no_time_zone_of_no_place: () =>
    `${NO_CLOCK}, which is of no place: add a timezone column, or non_geographic to the campaign`,
  never_open: ({ zones, causes }) =>
    `the calling hours never open in ${zones}${behindColon(causes.map(causeText).join(', and '))}`,
  reached_by_other_run: ({ run, on }) =>
    `run ${run} reached them on ${on}; --again-reached calls them again`,
  same_phone: ({ contact }) =>
    `contact ${contact} of this run has the same phone, with its number spelled in another way`,
  waiting_at_forecast_end: () => 'still waiting where the forecast ends',
  under_way_at_forecast_end: () => 'under way where the forecast ends',
};

function causeText(cause: NeverCause): string {
  switch (cause.cause) {
    case 'too_short':
      return `every opening is shorter than ${cause.minutes} minutes`;
    case 'timezone':
      return `the campaign's timezone ${cause.zone} has no hour in common`;
    case 'blackout':
      return 'the blackout leaves no day';
    case 'rules':
      return `the windows leave no hour under ${cause.rules}`;
    case 'clocks':
      return 'no hour suits all of these clocks';
    case 'together':
      return 'the windows, the rules and the clocks leave no hour together';
  }
}
