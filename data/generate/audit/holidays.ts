import { createRequire } from 'node:module';
import type { HolidayData } from '../evidence/holidays.ts';
import { versionOf } from './map/gazetteer.ts';

interface Known {
  getHolidays(year: number, language: string): { date: string; name: string; type: string }[];
}
const load = createRequire(import.meta.url);
const Holidays = load('date-holidays') as new (country: string, state?: string) => Known;

/** The public holidays of the places whose calling rules name holidays, as date-holidays knows them. */

const YEARS = [2026, 2027, 2028, 2029, 2030];
/** A place of a rule, and where date-holidays has it. */
const PLACES: Readonly<Record<string, readonly [country: string, state?: string]>> = {
  AU: ['AU'],
  BR: ['BR'],
  CO: ['CO'],
  ES: ['ES'],
  FR: ['FR'],
  IT: ['IT'],
  NO: ['NO'],
  RU: ['RU'],
  'US-AL': ['US', 'AL'],
  'US-LA': ['US', 'LA'],
  'US-PA': ['US', 'PA'],
  'US-RI': ['US', 'RI'],
  'US-UT': ['US', 'UT'],
  ZA: ['ZA'],
};

export function holidayData(): HolidayData {
  const places = Object.entries(PLACES).map(([place, [country, state]]) => {
    const known = state === undefined ? new Holidays(country) : new Holidays(country, state);
    const days = YEARS.flatMap((year) => known.getHolidays(year, 'en'))
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => [date.slice(0, 10), name] as const);
    return [place, Object.fromEntries(days)] as const;
  });
  return {
    source: `date-holidays@${versionOf('date-holidays')}`,
    years: YEARS,
    places: Object.fromEntries(places),
  };
}
