import type { LawFact } from './law-fact.ts';

/** The law of the United States and Canada, as an examiner of other hands read it in November 2026. */

const [E, C, M, P] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
];
const OTHERS = ['service', 'collections', 'research'] as const;
const ALL_PARTIES = 'CA FL IL MD MA MT NH PA WA'.split(' ');
const IN_DISPUTE = 'CT DE NV MI'.split(' ');

export const STATES: readonly LawFact[] = [
  {
    what: 'South Dakota: automated calls on weekdays from 9 to 21',
    at: `${C}|US-SD`,
    open: '2026-12-01 09:00, 2026-12-01 20:59',
    shut: '2026-12-01 08:59, 2026-12-01 21:00, 2026-12-05 10:00, 2026-12-06 10:00',
  },
  {
    what: 'Maine: automated calls on weekdays from 9 to 17, one in eight hours',
    at: `${E}|US-ME`,
    open: '2026-12-01 09:00, 2026-12-01 16:59',
    shut: '2026-12-01 08:59, 2026-12-01 17:00, 2026-12-05 10:00, 2026-12-06 10:00',
    caps: [[1, 8]],
  },
  {
    what: 'The cautious hours are the strictest that are known: no Saturday',
    at: `${M}|US-MT`,
    named: ['cautious'],
    open: '2026-12-01 09:00, 2026-12-01 16:59',
    shut: '2026-12-05 09:00, 2026-12-05 11:59, 2026-12-06 11:00, 2027-06-14 10:00, 2027-11-02 10:00',
  },
  {
    what: 'Pennsylvania: from 9 to 19, none on Sundays and holidays, Flag Day and Election Day among them',
    at: `${E}|US-PA`,
    open: '2026-12-01 09:00, 2026-12-05 18:59, 2027-06-15 10:00, 2027-11-03 10:00',
    shut: '2026-12-01 08:59, 2026-12-01 19:00, 2026-12-06 12:00, 2027-06-14 10:00, 2027-11-02 10:00, 2026-11-03 10:00, 2027-03-26 10:00, 2026-12-25 10:00',
  },
  {
    what: 'California: no automatic device between 21 and 9, and the artificial voice is announced',
    at: `${P}|US-CA`,
    open: '2026-12-01 09:00, 2026-12-06 20:59',
    shut: '2026-12-01 08:59, 2026-12-01 21:00',
    saysAi: 'at_start',
    saysRecorded: true,
  },
  {
    what: 'Utah: from 8 to 21, none on Sundays and legal holidays without prior express consent',
    at: `${M}|US-UT`,
    open: '2026-12-01 08:00, 2026-12-05 20:59',
    shut: '2026-12-01 07:59, 2026-12-01 21:00, 2026-12-06 12:00, 2027-07-23 12:00, 2027-07-24 12:00',
    consent: ['written', 'express'],
  },
  {
    what: 'Utah: with prior express consent Sundays and holidays are open',
    at: `${M}|US-UT`,
    consented: true,
    open: '2026-12-06 12:00, 2027-07-24 12:00',
    shut: '2026-12-06 07:59, 2026-12-06 21:00',
  },
  {
    what: 'Utah: an AI says so when it is asked',
    at: `${M}|US-UT`,
    saysAi: 'on_request',
    saysRecorded: false,
  },
  { what: 'Maine: an AI says so', at: `${E}|US-ME`, saysAi: 'at_start' },
  { what: 'Colorado: not before 2027', at: `${M}|US-CO`, saysAi: 'never', on: '2026-12-30' },
  { what: 'Colorado: from 2027 on', at: `${M}|US-CO`, saysAi: 'at_start', on: '2027-01-02' },
  { what: 'No federal law asks that yet', at: `${E}|US-NY`, saysAi: 'never' },
  {
    what: 'An artificial voice names the company; in marketing it tells how to opt out',
    at: `${E}|US-NY`,
    saysName: true,
    saysOptOut: true,
  },
  {
    what: 'So it does in marketing to businesses, whose mobile numbers are protected too',
    at: `${E}|US-NY`,
    audience: 'businesses',
    saysName: true,
    saysOptOut: true,
  },
  {
    what: 'In a service call it names the company',
    at: `${P}|US-WA`,
    purpose: 'service',
    saysName: true,
    saysOptOut: false,
  },
  {
    what: 'In a call to collect a debt it names the company',
    at: `${M}|US-UT`,
    purpose: 'collections',
    saysName: true,
    saysOptOut: false,
  },
  {
    what: 'Florida: from 8 to 20, three in 24 hours',
    at: `${E}|US-FL`,
    open: '2026-12-01 08:00, 2026-12-06 19:59',
    shut: '2026-12-01 07:59, 2026-12-01 20:00',
    caps: [[3, 24]],
  },
  {
    what: 'Texas: from 9 to 21, on Sundays from 12',
    at: `${C}|US-TX`,
    open: '2026-12-01 09:00, 2026-12-01 20:59, 2026-12-06 12:00, 2026-12-06 20:59',
    shut: '2026-12-01 08:59, 2026-12-01 21:00, 2026-12-06 11:59',
  },
  {
    what: 'Texas: the hours are of calls to consumers',
    at: `${C}|US-TX`,
    audience: 'businesses',
    open: '2026-12-06 11:59, 2026-12-01 07:30',
  },
  {
    what: 'Washington: from 8 to 20',
    at: `${P}|US-WA`,
    open: '2026-12-01 08:00, 2026-12-06 19:59',
    shut: '2026-12-01 07:59, 2026-12-01 20:00',
  },
  {
    what: 'Washington: not for businesses',
    at: `${P}|US-WA`,
    audience: 'businesses',
    open: '2026-12-01 20:30',
  },
  {
    what: 'Nevada: from 9 to 20',
    at: `${P}|US-NV`,
    open: '2026-12-01 09:00, 2026-12-01 19:59',
    shut: '2026-12-01 08:59, 2026-12-01 20:00',
  },
  {
    what: 'Wyoming: automated sales calls only with consent',
    at: `${M}|US-WY`,
    consent: ['written', 'express'],
  },
  {
    what: 'Nebraska: automatic devices that do not solicit from 8 to 21',
    at: `${C}|US-NE`,
    purpose: 'service',
    open: '2026-12-01 09:00',
    shut: '2026-12-01 07:59, 2026-12-01 21:00',
  },
  ...ALL_PARTIES.map((state) => ({
    what: `${state}: all parties agree to a recording`,
    at: `${E}|US-${state}`,
    saysRecorded: true,
  })),
  ...IN_DISPUTE.map((state) => ({
    what: `${state}: whether they must is in dispute`,
    at: `${E}|US-${state}`,
    saysRecorded: false,
  })),
  ...['MD', 'OK', 'OR'].map((state) => ({
    what: `${state}: three in 24 hours`,
    at: `${E}|US-${state}`,
    caps: [[3, 24]] as const,
  })),
];

export const FEDERAL: readonly LawFact[] = [
  {
    what: 'Telemarketing from 8 to 21, with written consent to an artificial voice',
    at: `${E}|US-NY`,
    open: '2026-12-01 08:00, 2026-12-06 20:59, 2026-12-25 12:00',
    shut: '2026-12-01 07:59, 2026-12-01 21:00',
    consent: ['written'],
    caps: [],
  },
  ...['TX', 'LA', 'MS'].map((state) => ({
    what: `${state}: written consent all the same, though one court asks for less`,
    at: `${C}|US-${state}`,
    consent: ['written'] as const,
  })),
  ...OTHERS.map((purpose) => ({
    what: `An artificial voice needs consent for ${purpose} too, however it was given`,
    at: `${E}|US-NY`,
    purpose,
    consent: ['express'] as const,
  })),
  {
    what: 'Debts: seven calls in seven days, from 8 to 21',
    at: `${E}|US-NY`,
    purpose: 'collections',
    caps: [[7, 168]],
    open: '2026-12-01 08:00',
    shut: '2026-12-01 21:00',
  },
  {
    what: 'Canada: solicitation by a synthesised voice needs express consent',
    at: 'America/Toronto|CA-ON',
    consent: ['automated_calls'],
    open: '2026-12-01 09:00, 2026-12-01 21:29, 2026-12-05 10:00, 2026-12-06 17:59',
    shut: '2026-12-01 08:59, 2026-12-01 21:30, 2026-12-05 09:59, 2026-12-06 18:00',
  },
  {
    what: 'Canada: and of businesses too',
    at: 'America/Toronto|CA-ON',
    audience: 'businesses',
    consent: ['automated_calls'],
  },
];
