import type { LawFact } from './law-fact.ts';

/** The law of other countries, as an examiner of other hands read it in November 2026. */

const MEMBERS =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const PARIS = 'Europe/Paris|FR';

export const EUROPE: readonly LawFact[] = [
  ...MEMBERS.map((country) => ({
    what: `${country}: an AI says so at the beginning since August 2026, whatever it calls about`,
    at: `Europe/Berlin|${country}`,
    purpose: 'service' as const,
    saysAi: 'at_start' as const,
  })),
  ...['FR', 'DE', 'IT'].map((country) => ({
    what: `${country}: not before`,
    at: `Europe/Berlin|${country}`,
    saysAi: 'never' as const,
    on: '2026-07-31',
  })),
  { what: 'The United Kingdom has no such law', at: 'Europe/London|GB', saysAi: 'never' },
  { what: 'The American rule on names is American', at: 'Europe/London|GB', saysName: false },
  ...['PL', 'PT', 'BE', 'IE', 'SE', 'DK', 'FI', 'GR', 'CZ', 'RO', 'HU', 'NO', 'IS', 'LI'].map(
    (country) => ({
      what: `${country}: automated marketing calls need consent`,
      at: `Europe/Berlin|${country}`,
      consent: ['automated_calls'] as const,
    }),
  ),
  {
    what: 'Italy: consent to automated calls, for market research too',
    at: 'Europe/Rome|IT',
    purpose: 'research',
    consent: ['automated_calls'],
  },
  {
    what: 'Italy: from 9 to 20, on Saturdays and eves from 10 to 19, none on Sundays and holidays',
    at: 'Europe/Rome|IT',
    open: '2026-12-01 09:00, 2026-12-01 19:59, 2026-12-05 10:00, 2026-12-05 18:59',
    shut: '2026-12-01 08:59, 2026-12-01 20:00, 2026-12-05 09:59, 2026-12-05 19:00, 2026-12-06 12:00, 2026-12-08 12:00, 2026-12-24 19:30',
    consent: ['automated_calls'],
  },
  {
    what: 'France: 10 to 13 and 14 to 20, Monday to Friday, four in 30 days, with consent',
    at: PARIS,
    open: '2026-12-01 10:00, 2026-12-01 12:59, 2026-12-01 14:00, 2026-12-01 19:59',
    shut: '2026-12-01 09:59, 2026-12-01 13:00, 2026-12-01 13:59, 2026-12-01 20:00, 2026-12-05 11:00, 2026-12-06 11:00, 2026-12-25 11:00',
    consent: ['express'],
    caps: [[4, 720]],
  },
  {
    what: 'France: prior consent that can be proved lifts hours and days, not the number',
    at: PARIS,
    consented: true,
    open: '2026-12-01 09:00, 2026-12-01 13:30, 2026-12-05 11:00, 2026-12-25 11:00',
    caps: [[4, 720]],
  },
  ...(['service', 'collections', 'research'] as const).flatMap((purpose) =>
    ['Europe/Paris|FR', 'Europe/Madrid|ES', 'Europe/Amsterdam|NL', 'Europe/Berlin|DE'].map(
      (at) => ({
        what: `The text of ${at.slice(-2)} speaks of advertising, not of ${purpose}`,
        at,
        purpose,
        consent: [],
        open: '2026-12-06 07:00, 2026-12-25 22:00',
      }),
    ),
  ),
  {
    what: 'Spain: 9 to 21, Monday to Friday, none on holidays; a consent counts two years',
    at: 'Europe/Madrid|ES',
    open: '2026-12-01 09:00, 2026-12-01 20:59',
    shut: '2026-12-01 08:59, 2026-12-01 21:00, 2026-12-05 12:00, 2026-12-06 12:00, 2026-12-08 12:00',
    consent: ['automated_calls'],
    consentAge: 730,
  },
  {
    what: 'The Netherlands: consent of customers too; to 22, on some evenings to 18:30',
    at: 'Europe/Amsterdam|NL',
    open: '2026-12-01 09:00, 2026-12-01 21:59, 2026-12-05 15:59, 2026-12-24 18:29',
    shut: '2026-12-01 08:59, 2026-12-01 22:00, 2026-12-05 16:00, 2026-12-06 12:00, 2026-12-24 18:30',
    consent: ['express'],
  },
  { what: 'Germany: consent', at: 'Europe/Berlin|DE', consent: ['automated_calls'] },
  { what: 'Austria: consent', at: 'Europe/Vienna|AT', consent: ['express'] },
  {
    what: 'The United Kingdom: consent to automated calls, of companies too',
    at: 'Europe/London|GB',
    audience: 'businesses',
    consent: ['automated_calls'],
  },
  {
    what: 'Norway: 9 to 21, none on Saturdays, Sundays and holidays',
    at: 'Europe/Oslo|NO',
    open: '2026-12-01 09:00, 2026-12-01 20:59',
    shut: '2026-12-01 08:59, 2026-12-01 21:00, 2026-12-05 12:00, 2026-12-06 12:00, 2027-05-17 12:00',
  },
  {
    what: 'Portugal: call centres from 9 to 22',
    at: 'Europe/Lisbon|PT',
    open: '2026-12-01 09:00, 2026-12-06 21:59',
    shut: '2026-12-01 08:59, 2026-12-01 22:00',
  },
];

export const OVERSEAS: readonly LawFact[] = [
  {
    what: 'Colombia: 7 to 19, Saturdays 8 to 15, once in 24 hours; a holiday in July since 2026',
    at: 'America/Bogota|CO',
    open: '2026-12-01 07:00, 2026-12-01 18:59, 2026-12-05 08:00, 2026-12-05 14:59, 2027-07-13 07:00',
    shut: '2026-12-01 06:59, 2026-12-01 19:00, 2026-12-05 15:00, 2026-12-06 12:00, 2027-07-12 07:00',
    caps: [[1, 24]],
  },
  {
    what: 'Australia: 9 to 20, Saturdays to 17, none on Sundays and national holidays',
    at: 'Australia/Perth|AU-WA',
    open: '2026-12-01 09:00, 2026-12-01 19:59, 2026-12-05 16:59',
    shut: '2026-12-01 08:59, 2026-12-01 20:00, 2026-12-05 17:00, 2026-12-06 12:00, 2027-01-26 12:00',
  },
  {
    what: 'Australia: research on Sundays too',
    at: 'Australia/Perth|AU-WA',
    purpose: 'research',
    open: '2026-12-06 09:00, 2026-12-06 16:59',
    shut: '2026-12-06 17:00',
  },
  {
    what: 'South Africa: 8 to 20, Saturdays 9 to 13',
    at: 'Africa/Johannesburg|ZA',
    open: '2026-12-01 08:00, 2026-12-01 19:59, 2026-12-05 12:59',
    shut: '2026-12-01 07:59, 2026-12-01 20:00, 2026-12-05 13:00, 2026-12-06 10:00, 2026-12-16 10:00',
  },
  {
    what: 'The Emirates: 9 to 18, once in a day, twice in a week',
    at: 'Asia/Dubai|AE',
    open: '2026-12-01 09:00, 2026-12-01 17:59',
    shut: '2026-12-01 08:59, 2026-12-01 18:00',
    caps: [
      [1, 24],
      [2, 168],
    ],
  },
  {
    what: 'Russia: debts from 8 to 22, at weekends and on holidays from 9 to 20, by the debtor’s clock',
    at: 'Asia/Vladivostok|RU',
    purpose: 'collections',
    open: '2026-12-01 08:00, 2026-12-01 21:59, 2026-12-05 09:00, 2027-02-23 19:59',
    shut: '2026-12-01 07:59, 2026-12-01 22:00, 2026-12-05 08:59, 2026-12-06 20:00, 2027-02-23 08:00',
  },
  { what: 'Russia: advertising needs consent', at: 'Europe/Moscow|RU', consent: ['express'] },
  {
    what: 'Vietnam: advertising from 8 to 17, once in 24 hours, with consent',
    at: 'Asia/Ho_Chi_Minh|VN',
    open: '2026-12-01 08:00, 2026-12-06 16:59',
    shut: '2026-12-01 07:59, 2026-12-01 17:00',
    caps: [[1, 24]],
    consent: ['express'],
  },
  {
    what: 'Thailand: debts once a day',
    at: 'Asia/Bangkok|TH',
    purpose: 'collections',
    caps: [[1, 24]],
  },
  {
    what: 'South Korea: 21 to 8 only with a separate consent',
    at: 'Asia/Seoul|KR',
    open: '2026-12-01 08:00, 2026-12-01 20:59',
    shut: '2026-12-01 07:59, 2026-12-01 21:00',
    consent: ['express'],
  },
  { what: 'Turkey: prior approval', at: 'Europe/Istanbul|TR', consent: ['automated_calls'] },
  { what: 'Peru: consent', at: 'America/Lima|PE', consent: ['express'] },
];
