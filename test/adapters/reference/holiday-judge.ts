import { NOT_SHUT, SHUT_ALL_THE_SAME } from '../../../data/generate/audit/holiday-exceptions.ts';
import { recordedHolidays, type HolidayData } from '../../../data/generate/evidence/holidays.ts';
import { dayOfIso, isoOf, weekdayOf } from '../../../src/domain/law/calendar.ts';
import { holidaysOf } from '../../../src/domain/law/holidays.ts';
import type { RuleRecord } from '../../../src/domain/law/rule.ts';

/** The days of a whole place on which its records allow fewer hours, with their names. */
function shutIn(records: readonly RuleRecord[], years: readonly number[]): Map<string, string> {
  const closures = records.flatMap((record) => record.closures);
  const everywhere = closures.filter((closure) => closure.in === undefined);
  const days = years.flatMap((year) =>
    everywhere.flatMap((closure) => [...holidaysOf(year, closure.days)]),
  );
  const holidays = days.filter(([, name]) => !name.startsWith('the eve of '));
  return new Map(holidays.map(([day, name]) => [isoOf(day), name]));
}

/** The dictionary of holidays writes apostrophes as a typewriter does. */
const plainName = (name: string): string => name.replaceAll("'", '’');

/** Where the holidays of the rules differ from those that were recorded, but for what was reviewed. */
export function holidaysOutside(
  rules: readonly RuleRecord[],
  { places, years }: HolidayData = recordedHolidays(),
): string[] {
  return Object.entries(places).flatMap(([place, theirs]) => {
    const records = rules.filter((one) => one.in.includes(place) && one.closures.length > 0);
    const own = shutIn(records, years);
    const allows = (date: string): boolean =>
      records.some(({ hours }) => (hours?.[weekdayOf(dayOfIso(date) ?? 0) - 1] ?? []).length > 0);
    const reviewed = (list: typeof NOT_SHUT, date: string, name: string): boolean =>
      list.some(([at, what]) => at === place && (what === name || what === date));
    const missing = Object.entries(theirs)
      .map(([date, name]) => [date, plainName(name)] as const)
      .filter(([date, name]) => !own.has(date) && allows(date) && !reviewed(NOT_SHUT, date, name));
    const surplus = [...own].filter(
      ([date, name]) => !(date in theirs) && !reviewed(SHUT_ALL_THE_SAME, date, name),
    );
    return [
      ...missing.map(([date, name]) => `${place} is not shut on ${date}, ${name}`),
      ...surplus.map(([date, name]) => `${place} is shut on ${date}, ${name}`),
    ];
  });
}
