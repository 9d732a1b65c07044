import { ALL_DAY, closed, daily, type Row } from './table-row.ts';

const us = (
  state: string,
  hours: Row['hours'],
  more: Partial<Pick<Row, 'zone' | 'dates' | 'confidence' | 'consent'>> = {},
): Row => ({
  id: `US-${state}`,
  zone: 'America/New_York',
  hours,
  // A holiday is like any other day, where nothing says otherwise.
  dates: {},
  basis: 'statute',
  confidence: 'middle',
  ...more,
});

const CHICAGO = 'America/Chicago';
const DENVER = 'America/Denver';

/** Every holiday from October 2026 to the end of 2027, with the days off of those on a weekend. */
const ALABAMA = closed(
  '2026-10-12',
  '2026-11-11',
  '2026-11-26',
  '2026-12-25',
  '2027-01-01',
  '2027-01-18',
  '2027-02-09',
  '2027-02-15',
  '2027-04-26',
  '2027-05-31',
  '2027-06-07',
  '2027-06-18',
  '2027-06-19',
  '2027-07-04',
  '2027-07-05',
  '2027-09-06',
  '2027-10-11',
  '2027-11-11',
  '2027-11-25',
  '2027-12-24',
  '2027-12-25',
  '2027-12-31',
);

export const STATES: readonly Row[] = [
  us('AL', ['08:00-20:00', '08:00-20:00', ''], { zone: CHICAGO, dates: ALABAMA }),
  us('CA', daily('09:00-21:00'), { zone: 'America/Los_Angeles' }),
  us('CT', daily('09:00-20:00')),
  us('FL', daily('08:00-20:00'), { confidence: 'high' }),
  us('IL', daily('09:00-21:00'), { zone: CHICAGO }),
  us('KY', daily('10:00-21:00')),
  us('LA', ['08:00-20:00', '08:00-20:00', ''], {
    zone: CHICAGO,
    dates: closed('2026-12-25', '2027-01-08', '2027-02-09', '2027-03-26', '2027-07-05'),
  }),
  us('ME', ['09:00-17:00', '', '']),
  us('MD', daily('08:00-20:00')),
  us('MA', daily('08:00-20:00')),
  us('MS', ['08:00-20:00', '08:00-20:00', ''], { zone: CHICAGO }),
  us('NE', daily('08:00-21:00'), { zone: CHICAGO, confidence: 'high' }),
  us('NV', daily('09:00-20:00'), { zone: 'America/Los_Angeles' }),
  us('OK', daily('08:00-20:00'), { zone: CHICAGO }),
  us('OR', daily('08:00-20:00'), { zone: 'America/Los_Angeles' }),
  // Until October 2026: then it binds nobody any more.
  us('PA-2019', daily(ALL_DAY), {
    dates: {
      '2026-06-12': '08:00-21:00',
      '2026-06-14': '',
      '2026-10-12': '',
      '2026-10-16': '08:00-21:00',
      '2026-10-17': '08:00-12:00',
      '2026-10-18': ALL_DAY,
      '2026-11-03': ALL_DAY,
    },
  }),
  us('PA', ['09:00-19:00', '09:00-19:00', ''], {
    dates: {
      ...closed('2026-11-03', '2026-12-25', '2027-02-15', '2027-03-26', '2027-06-14'),
      ...closed('2027-10-11', '2027-11-02', '2027-11-11'),
      '2026-10-17': ALL_DAY,
      '2026-10-18': '',
      '2026-10-19': '09:00-19:00',
      '2027-11-03': '09:00-19:00',
    },
  }),
  us('RI', ['09:00-18:00', '10:00-17:00', ''], {
    dates: closed('2026-12-25', '2027-02-15', '2027-05-04', '2027-08-09', '2027-07-05'),
  }),
  us('SD', ['09:00-21:00', '', ''], { zone: CHICAGO, confidence: 'high' }),
  us('TX', ['09:00-21:00', '09:00-21:00', '12:00-21:00'], { zone: CHICAGO, confidence: 'high' }),
  us('UT', ['08:00-21:00', '08:00-21:00', ''], {
    zone: DENVER,
    confidence: 'high',
    consent: true,
    dates: closed('2026-12-25', '2027-07-23', '2027-07-24', '2027-07-05', '2027-09-06'),
  }),
  us('WA', daily('08:00-20:00'), { zone: 'America/Los_Angeles', confidence: 'high' }),
  us('WY', daily(ALL_DAY), { zone: DENVER, confidence: 'high', consent: true }),
];

export const FEDERAL: readonly Row[] = [
  { ...us('', daily('08:00-21:00'), { confidence: 'high' }), id: 'US', consent: true },
  { ...us('', daily(ALL_DAY)), id: 'US-business', consent: true },
  { ...us('', daily(ALL_DAY), { confidence: 'high' }), id: 'US-voice', consent: true },
  { ...us('', daily('08:00-21:00')), id: 'US-collections' },
];

/** The strictest hours that are known: Maine’s, and no Saturday as there and in South Dakota. */
export const CAUTIOUS: Row = {
  id: 'cautious',
  zone: 'America/Denver',
  hours: ['09:00-17:00', '', ''],
  dates: closed(
    ...['2026-12-25', '2027-07-24', '2027-07-23', '2027-11-26', '2027-03-26'],
    ...['2027-06-14', '2027-11-02'],
  ),
  basis: 'convention',
  confidence: 'low',
};
