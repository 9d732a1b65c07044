import { readFileSync } from 'node:fs';

/** The public holidays that the audit has recorded. */
export interface HolidayData {
  readonly source: string;
  readonly years: readonly number[];
  /** By place, by date, its name there. */
  readonly places: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const RECORDED = new URL('../../audit/holidays.json', import.meta.url);

export const recordedHolidays = (): HolidayData =>
  JSON.parse(readFileSync(RECORDED, 'utf8')) as HolidayData;
