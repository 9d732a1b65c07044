import { dayOf, easterOf, weekdayOf } from './calendar.ts';

/** What happens to a holiday that falls on a weekend. */
export type Moved =
  /** Saturday to the Friday before it, Sunday to the Monday after it. */
  | 'nearest weekday'
  /** Saturday and Sunday to the next weekday that is no holiday yet. */
  | 'next free weekday'
  | 'sunday to monday'
  /** Always kept on a Monday, as in Colombia: the day itself is no holiday then. */
  | 'kept on monday';

export interface HolidayRule {
  readonly name: string;
  /**
   * `12-25`, `easter`, `3rd monday of 01`, `last monday of 05`, and days from it: `easter -47`. `2026-12-24` is a
   * holiday of that year alone.
   */
  readonly on: string;
  readonly moved?: Moved | undefined;
}

export const HOLIDAY_SHAPE =
  /^(?:(?:(\d{4})-)?(\d\d)-(\d\d)|(easter)|(1st|2nd|3rd|4th|last) (mon|tues|wednes|thurs|fri|satur|sun)day of (\d\d))(?: ([+-]\d{1,2}))?$/;

const WEEKDAYS = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];
const MONDAY = 1;
const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

/** The holidays of a year by day. A day off for one that falls on a weekend comes on top of the day itself. */
export function holidaysOf(year: number, rules: readonly HolidayRule[]): Map<number, string> {
  const found = new Map<number, string>();
  const here = rules.filter(({ on }) => [undefined, String(year)].includes(yearIn(on)));
  const days = here.map((rule) => ({ rule, day: dayIn(year, rule.on) }));
  for (const { rule, day } of days) {
    if (rule.moved === 'kept on monday') found.set(nextMonday(day), rule.name);
    else found.set(day, rule.name);
  }
  // Substitutes come last: which weekday is free is known once every holiday has its own day.
  for (const { rule, day } of days) {
    const instead = substitute(day, rule.moved, found);
    if (instead !== null && !found.has(instead)) found.set(instead, `${rule.name}, day off`);
  }
  return found;
}

const yearIn = (on: string): string | undefined => HOLIDAY_SHAPE.exec(on)?.[1];

function dayIn(year: number, on: string): number {
  const match = HOLIDAY_SHAPE.exec(on);
  if (match === null) throw new Error(`"${on}" is no rule for a holiday`);
  const [, , month, date, easter, which, weekday = '', monthOf = '', later = '0'] = match;
  const shift = Number(later);
  if (month !== undefined && date !== undefined) {
    return dayOf(year, Number(month), Number(date)) + shift;
  }
  if (easter !== undefined) return easterOf(year) + shift;
  const wanted = WEEKDAYS.indexOf(weekday) + 1;
  if (which === 'last') {
    const last = dayOf(year, Number(monthOf) + 1, 0);
    return last - ((weekdayOf(last) - wanted + 7) % 7) + shift;
  }
  const first = dayOf(year, Number(monthOf), 1);
  const weeks = Number((which ?? '1').charAt(0)) - 1;
  return first + ((wanted - weekdayOf(first) + 7) % 7) + weeks * 7 + shift;
}

function substitute(
  day: number,
  moved: Moved | undefined,
  taken: ReadonlyMap<number, string>,
): number | null {
  const weekday = weekdayOf(day);
  if (moved === 'nearest weekday' && weekday === SATURDAY) return day - 1;
  if (moved === 'next free weekday' && weekday >= SATURDAY) {
    let free = nextMonday(day);
    while (taken.has(free) && weekdayOf(free) < FRIDAY) free += 1;
    return free;
  }
  const toMonday = moved === 'nearest weekday' || moved === 'sunday to monday';
  return toMonday && weekday === SUNDAY ? day + 1 : null;
}

const nextMonday = (day: number): number => day + ((MONDAY - weekdayOf(day) + 7) % 7);
