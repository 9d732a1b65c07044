import { ALL_DAY, closed, daily, type Row } from './table-row.ts';

/** What an examiner of other hands found lacking in November 2026, as far as it is known with confidence. */

const statute = (
  id: string,
  zone: string,
  more: Partial<Pick<Row, 'hours' | 'dates' | 'confidence' | 'consent'>> = {},
): Row => ({
  ...{ id, zone, hours: daily(ALL_DAY), dates: {}, basis: 'statute', confidence: 'high' },
  ...more,
});

export const EUROPE_MORE: readonly Row[] = [
  statute('DK', 'Europe/Copenhagen', { consent: true }),
  statute('NO', 'Europe/Oslo', {
    hours: ['09:00-21:00', '', ''],
    dates: closed('2026-12-25', '2027-03-25', '2027-03-29', '2027-05-06', '2027-05-17'),
    consent: true,
  }),
  statute('PT', 'Europe/Lisbon', { hours: daily('09:00-22:00') }),
  statute('EU', 'Europe/Warsaw', { confidence: 'middle', consent: true }),
];

export const ASIA_MORE: readonly Row[] = [
  statute('RU', 'Europe/Moscow', { consent: true }),
  statute('RU-collections', 'Europe/Moscow', {
    hours: ['08:00-22:00', '09:00-20:00', '09:00-20:00'],
    dates: {
      '2027-01-04': '09:00-20:00',
      '2027-02-23': '09:00-20:00',
      '2026-11-04': '09:00-20:00',
    },
  }),
  statute('VN', 'Asia/Ho_Chi_Minh', { hours: daily('08:00-17:00'), consent: true }),
  statute('KR', 'Asia/Seoul', { hours: daily('08:00-21:00'), consent: true }),
  statute('TH-collections', 'Asia/Bangkok'),
  statute('TR', 'Europe/Istanbul', { consent: true }),
  statute('PE', 'America/Lima', { consent: true }),
];
