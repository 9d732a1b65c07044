/**
 * A holiday on which a rule and date-holidays differ, and why the rule is kept. `name`: the holiday as date-holidays
 * calls it, or a date if only one year differs.
 */
type Reviewed = readonly [place: string, name: string, reason: string];

/** Public holidays there, on which the rule does not shut. */
export const NOT_SHUT: readonly Reviewed[] = [
  ['AU', 'Easter Saturday', 'no holiday of the national Standard'],
  ['AU', 'Easter Sunday', 'a Sunday, with the hours of a Sunday where the Standard has any'],
];

/** Days on which the rule shuts, although they are no public holidays there. To shut is the safe side. */
export const SHUT_ALL_THE_SAME: readonly Reviewed[] = [
  ['RU', 'New Year holidays', 'from 1 to 8 January; date-holidays names some of these days alone'],
  ...[
    'Defender of the Fatherland Day',
    'International Women’s Day',
    'Spring and Labour Day',
    'Victory Day',
    'Russia Day',
    'Unity Day',
  ].map(
    (name) =>
      ['RU', `${name}, day off`, 'Labour Code, article 112: a weekend’s day off is moved'] as const,
  ),
  ['AU', 'Australia Day', 'shut on its own Saturday as on the day off after it'],
  ['AU', 'Anzac Day, day off', 'a day off in some states, shut in all'],
  ...['All Saints’ Day', 'Constitution Day', 'Assumption', 'Epiphany', 'Immaculate Conception'].map(
    (name) => ['ES', `${name}, day off`, 'moved in some regions, shut in all'] as const,
  ),
  [
    'US-AL',
    'Mardi Gras',
    'a holiday of Baldwin and Mobile Counties alone (archives.alabama.gov/intro/holidays.html), shut in all',
  ],
  [
    'US-AL',
    'the day after Thanksgiving',
    'governors give it each year (wsfa.com, 2019-10-02); on the calendar of inform.alabama.gov of 2023',
  ],
  ...['All Saints’ Day', 'Battle of New Orleans', 'Huey P. Long Day'].map(
    (name) =>
      [
        'US-LA',
        name,
        'a legal holiday of the whole state by R.S. 1:55(A)(1) (legis.la.gov)',
      ] as const,
  ),
  [
    'US-LA',
    'All Saints’ Day, day off',
    'R.S. 1:55 was not seen to move it; moved as the other holidays of the state',
  ],
  [
    'US-LA',
    'the day after Thanksgiving',
    'governors proclaim it as Acadian Day: of 2008 (rrstar.com), 2017 (theadvertiser.com), 2023 (shreveporttimes.com)',
  ],
  [
    'US-LA',
    'Election Day',
    'a holiday of even years by R.S. 1:55 (findlaw.com, Louisiana Legal Holidays Laws), shut in all',
  ],
  [
    'US-RI',
    'Election Day',
    'a holiday in the years of a general election by R.I. Gen. Laws 25-1-1, shut in all',
  ],
  ['US-RI', 'Rhode Island Independence Day', 'a general holiday by R.I. Gen. Laws 25-1-1'],
  ['US-RI', 'Rhode Island Independence Day, day off', '25-1-1: Sunday’s holiday is kept on Monday'],
  ...['New Year’s Day', 'Independence Day', 'Christmas Day'].map(
    (name) =>
      ['US-RI', `${name}, day off`, '25-1-1: Saturday’s holiday is kept on Monday'] as const,
  ),
  ['US-PA', 'Good Friday', 'on the list of the Office of Attorney General'],
  ['US-PA', 'Election Day', 'on the list of the Office of Attorney General'],
  ['US-PA', 'Flag Day, day off', 'moved as the other holidays of the state'],
  ['US-UT', 'Pioneer Day, day off', 'moved as the other holidays of the state'],
  ...['US-AL', 'US-LA', 'US-PA', 'US-RI', 'US-UT'].map(
    (state) =>
      [state, 'Veterans Day, day off', 'moved as the other holidays of the state'] as const,
  ),
];
