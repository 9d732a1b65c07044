import { ALL_DAY, daily, type Row } from './table-row.ts';

/** What has to be said in a call closes no hour. */
const said = (id: string, zone: string, confidence: Row['confidence'] = 'high'): Row => ({
  id,
  zone,
  hours: daily(ALL_DAY),
  dates: {},
  basis: 'statute',
  confidence,
});

export const SAID: readonly Row[] = [
  said('EU-AI', 'Europe/Berlin'),
  said('US-recording', 'America/New_York'),
  said('US-ME-AI', 'America/New_York'),
  said('US-UT-AI', 'America/Denver'),
  said('US-CO-AI', 'America/Denver', 'low'),
];
