/**
 * Where the holidays of a rule and those of date-holidays differ, each looked at by hand: the place, the name of the
 * holiday there (or the date, where only one year differs), and why it stays so.
 */
type Reviewed = readonly [place: string, name: string, reason: string];

/** Public holidays there, on which the rule does not shut. */
export const NOT_SHUT: readonly Reviewed[] = [
  ['AU', 'Easter Saturday', 'no holiday of the national Standard'],
  ['AU', 'Easter Sunday', 'a Sunday, with the hours of a Sunday where the Standard has any'],
  ['RU', '2026-03-09', 'a day off that is set for one year; on it the hours of a weekday hold'],
  ['US-RI', 'Washington’s Birthday', 'a federal holiday that the table of the state does not have'],
  ...[
    'Independence Day (substitute day)',
    'Juneteenth (substitute day)',
    'Christmas Day (substitute day)',
    'New Year’s Day (substitute day)',
  ].map((name) => ['US-RI', name, 'a Friday: Rhode Island moves Sundays alone'] as const),
];

/** Days on which the rule shuts, although they are no public holidays there. To shut is the safe side. */
export const SHUT_ALL_THE_SAME: readonly Reviewed[] = [
  ['RU', 'New Year holidays', 'from 1 to 8 January; date-holidays names some of these days alone'],
  ['AU', 'Australia Day', 'shut on its own Saturday as on the day off after it'],
  ['AU', 'Anzac Day, day off', 'a day off in some states, shut in all'],
  ...['All Saints’ Day', 'Constitution Day', 'Assumption', 'Epiphany', 'Immaculate Conception'].map(
    (name) => ['ES', `${name}, day off`, 'moved in some regions, shut in all'] as const,
  ),
  ['US-AL', 'Mardi Gras', 'a holiday of two counties, shut in the whole state'],
  ['US-LA', 'All Saints’ Day', 'a holiday of some parishes, shut in the whole state'],
  ['US-LA', 'All Saints’ Day, day off', 'a holiday of some parishes, shut in the whole state'],
  ['US-LA', 'the day after Thanksgiving', 'the governor declares it in most years'],
  ['US-LA', 'Election Day', 'a holiday of even years, shut in all'],
  ['US-PA', 'Good Friday', 'on the list of the Office of Attorney General'],
  ['US-PA', 'Election Day', 'on the list of the Office of Attorney General'],
  ['US-PA', 'Flag Day, day off', 'moved as the other holidays of the state'],
  ['US-UT', 'Pioneer Day, day off', 'moved as the other holidays of the state'],
  ...['US-AL', 'US-LA', 'US-PA', 'US-RI', 'US-UT'].map(
    (state) =>
      [state, 'Veterans Day, day off', 'moved as the other holidays of the state'] as const,
  ),
];
