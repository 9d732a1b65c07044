/**
 * The research on calling rules, written down a second time by hand: what each record must allow, a zone to try
 * it in, and dates on which it allows something else. Nothing here comes from the product or its generator.
 */
export interface Row {
  readonly id: string;
  readonly zone: string;
  /** Monday to Friday, Saturday, Sunday: `09:00-20:00`, several with a space between; empty: never. */
  readonly hours: readonly [string, string, string];
  /** Other hours on a date; a date that is not here is like its weekday. */
  readonly dates: Readonly<Record<string, string>>;
  readonly basis: 'statute' | 'code' | 'convention';
  readonly confidence: 'high' | 'middle' | 'low';
  readonly consent?: true;
}

const ALL_DAY = '00:00-24:00';
const daily = (hours: string): [string, string, string] => [hours, hours, hours];
const closed = (...dates: string[]): Record<string, string> =>
  Object.fromEntries(dates.map((date) => [date, '']));

const us = (
  state: string,
  hours: Row['hours'],
  more: Partial<Pick<Row, 'zone' | 'dates' | 'confidence'>> = {},
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
const FRANCE = closed(
  '2026-11-01',
  '2026-11-11',
  '2026-12-25',
  '2027-01-01',
  '2027-03-29',
  '2027-05-01',
  '2027-05-06',
  '2027-05-08',
  '2027-05-17',
  '2027-07-14',
  '2027-08-15',
  '2027-11-01',
  '2027-11-11',
  '2027-12-25',
);
const AUSTRALIA = closed(
  '2026-12-25',
  '2026-12-26',
  '2026-12-28',
  '2027-01-01',
  '2027-01-26',
  '2027-03-26',
  '2027-03-29',
  '2027-04-25',
  '2027-04-26',
  '2027-12-25',
  '2027-12-26',
  '2027-12-27',
  '2027-12-28',
);

export const STATES: readonly Row[] = [
  us('AL', ['08:00-20:00', '08:00-20:00', ''], { zone: CHICAGO, dates: ALABAMA }),
  us('CT', daily('09:00-20:00')),
  us('FL', daily('08:00-20:00'), { confidence: 'high' }),
  us('IL', daily('09:00-21:00'), { zone: CHICAGO }),
  us('KY', daily('10:00-21:00')),
  us('LA', ['08:00-20:00', '08:00-20:00', ''], {
    zone: CHICAGO,
    dates: closed('2026-12-25', '2027-02-09', '2027-03-26', '2027-07-05'),
  }),
  us('MD', daily('08:00-20:00')),
  us('MA', daily('08:00-20:00')),
  us('MS', ['08:00-20:00', '08:00-20:00', ''], { zone: CHICAGO }),
  us('NV', daily('09:00-20:00'), { zone: 'America/Los_Angeles' }),
  us('OK', daily('08:00-20:00'), { zone: CHICAGO }),
  us('OR', daily('08:00-20:00'), { zone: 'America/Los_Angeles' }),
  us('RI', ['09:00-18:00', '10:00-17:00', ''], {
    dates: closed('2026-12-25', '2027-08-09', '2027-07-05'),
  }),
  us('TX', ['09:00-21:00', '09:00-21:00', '12:00-21:00'], { zone: CHICAGO }),
  us('WA', daily('08:00-20:00'), { zone: 'America/Los_Angeles' }),
];

export const FEDERAL: readonly Row[] = [
  { ...us('', daily('08:00-21:00'), { confidence: 'high' }), id: 'US', consent: true },
  { ...us('', daily('08:00-21:00')), id: 'US-collections' },
];

export const COUNTRIES: readonly Row[] = [
  {
    id: 'FR',
    zone: 'Europe/Paris',
    hours: ['10:00-13:00 14:00-20:00', '', ''],
    dates: FRANCE,
    basis: 'statute',
    confidence: 'high',
    consent: true,
  },
  {
    id: 'ES',
    zone: 'Europe/Madrid',
    hours: ['09:00-21:00', '', ''],
    dates: closed('2026-12-08', '2026-12-25', '2027-01-06', '2027-03-26', '2027-10-12'),
    basis: 'statute',
    confidence: 'high',
    consent: true,
  },
  {
    id: 'IT',
    zone: 'Europe/Rome',
    hours: ['09:00-20:00', '10:00-19:00', ''],
    // The eves have the hours of a Saturday: 7 and 24 December, 31 December, 5 January.
    dates: {
      ...closed('2026-12-08', '2026-12-25', '2026-12-26', '2027-01-01', '2027-01-06', '2027-03-29'),
      '2026-12-07': '10:00-19:00',
      '2026-12-24': '10:00-19:00',
      '2026-12-31': '10:00-19:00',
      '2027-01-05': '10:00-19:00',
      '2027-06-01': '10:00-19:00',
    },
    basis: 'code',
    confidence: 'middle',
  },
  {
    id: 'NL',
    zone: 'Europe/Amsterdam',
    hours: ['09:00-22:00', '10:00-16:00', ''],
    // 5 December 2026 is a Saturday, which ends before half past six anyway.
    dates: {
      '2026-12-05': '10:00-16:00',
      '2026-12-24': '09:00-18:30',
      '2027-05-04': '09:00-18:30',
    },
    basis: 'code',
    confidence: 'middle',
    consent: true,
  },
  {
    id: 'DE',
    zone: 'Europe/Berlin',
    hours: daily(ALL_DAY),
    dates: {},
    basis: 'statute',
    confidence: 'high',
    consent: true,
  },
  {
    id: 'AT',
    zone: 'Europe/Vienna',
    hours: daily(ALL_DAY),
    dates: {},
    basis: 'statute',
    confidence: 'middle',
    consent: true,
  },
  {
    id: 'GB',
    zone: 'Europe/London',
    hours: daily(ALL_DAY),
    dates: {},
    basis: 'statute',
    confidence: 'middle',
    consent: true,
  },
  {
    id: 'GB-convention',
    zone: 'Europe/London',
    hours: ['08:00-21:00', '08:00-21:00', ''],
    dates: {},
    basis: 'convention',
    confidence: 'low',
  },
  {
    id: 'CA',
    zone: 'America/Toronto',
    hours: ['09:00-21:30', '10:00-18:00', '10:00-18:00'],
    dates: {},
    basis: 'statute',
    confidence: 'high',
  },
  {
    id: 'AU',
    zone: 'Australia/Sydney',
    hours: ['09:00-20:00', '09:00-17:00', ''],
    dates: AUSTRALIA,
    basis: 'statute',
    confidence: 'middle',
  },
  {
    id: 'AU-research',
    zone: 'Australia/Sydney',
    hours: ['09:00-20:00', '09:00-17:00', '09:00-17:00'],
    dates: AUSTRALIA,
    basis: 'statute',
    confidence: 'middle',
  },
  {
    id: 'IN',
    zone: 'Asia/Kolkata',
    hours: daily('10:00-21:00'),
    dates: {},
    basis: 'statute',
    confidence: 'middle',
  },
  {
    id: 'BR',
    zone: 'America/Sao_Paulo',
    hours: ['09:00-20:00', '10:00-16:00', ''],
    dates: closed('2026-11-20', '2026-12-25', '2027-03-26', '2027-04-21', '2027-09-07'),
    basis: 'code',
    confidence: 'middle',
  },
  {
    id: 'CO',
    zone: 'America/Bogota',
    hours: ['07:00-19:00', '08:00-15:00', ''],
    dates: closed('2026-12-08', '2026-12-25', '2027-01-11', '2027-03-22', '2027-03-25'),
    basis: 'statute',
    confidence: 'middle',
  },
  {
    id: 'ZA',
    zone: 'Africa/Johannesburg',
    hours: ['08:00-20:00', '09:00-13:00', ''],
    dates: closed('2026-12-16', '2026-12-25', '2026-12-26', '2027-03-22', '2027-03-26'),
    basis: 'statute',
    confidence: 'high',
  },
  {
    id: 'AE',
    zone: 'Asia/Dubai',
    hours: daily('09:00-18:00'),
    dates: {},
    basis: 'statute',
    confidence: 'middle',
  },
];

/** The strictest of the states that are known with low confidence: Maine, Pennsylvania, Utah. */
export const CAUTIOUS: Row = {
  id: 'cautious',
  zone: 'America/Denver',
  hours: ['09:00-17:00', '09:00-12:00', ''],
  dates: closed('2026-12-25', '2027-07-24', '2027-07-23', '2027-11-26', '2027-03-26'),
  basis: 'convention',
  confidence: 'low',
};

export const ROWS: readonly Row[] = [...FEDERAL, ...STATES, ...COUNTRIES, CAUTIOUS];
