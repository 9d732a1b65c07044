import { readFileSync } from 'node:fs';

/** A record as `rules.json` has it: read here with nothing of the program. */
export interface RawRecord {
  readonly id: string;
  readonly in: readonly string[];
  readonly purposes: readonly string[];
  readonly audience: readonly string[];
  readonly effective_from: string | null;
  readonly until: string | null;
  readonly hours: readonly (readonly string[])[] | null;
  readonly closures: readonly RawClosure[];
}

export interface RawClosure {
  readonly days: readonly RawDay[];
  readonly hours: readonly string[];
  readonly in?: readonly string[];
}

interface RawDay {
  readonly on: string;
  readonly moved?: string;
}

export const RECORDS = (
  JSON.parse(
    readFileSync(new URL('../../../../data/reference/rules.json', import.meta.url), 'utf8'),
  ) as { rules: readonly RawRecord[] }
).rules;

/** From an almanac. */
const EASTER: Readonly<Record<number, string>> = {
  2025: '2025-04-20',
  2026: '2026-04-05',
  2027: '2027-03-28',
  2028: '2028-04-16',
  2029: '2029-04-01',
};
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
/** Sunday is 0. */
export const weekdayOf = (date: string): number => utc(date).getUTCDay();

export function after(date: string, days: number): string {
  const moved = utc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** `3rd monday of 01` in a year. */
function nth([which = '', weekday = '', , month = '']: readonly string[], year: number): string {
  const wanted = WEEKDAYS.indexOf(weekday);
  const dates = Array.from({ length: 31 }, (_, day) => after(`${year}-${month}-01`, day)).filter(
    (date) => date.slice(5, 7) === month && weekdayOf(date) === wanted,
  );
  return (which === 'last' ? dates.at(-1) : dates[Number(which[0]) - 1]) ?? '';
}

/** The date of a day in a year; null: it is of another year. */
function dateIn(year: number, on: string): string | null {
  const words = on.split(' ');
  const shift = /^[+-]/.test(words.at(-1) ?? '') ? Number(words.pop()) : 0;
  const [first = '', weekday = ''] = words;
  if (first === 'easter') return after(EASTER[year] ?? '', shift);
  if (weekday !== '') return after(nth(words, year), shift);
  if (first.length === 5) return after(`${year}-${first}`, shift);
  return first.startsWith(String(year)) ? after(first, shift) : null;
}

/** The dates of a closure in a year, with those on which a weekend is made up for. */
function datesIn(year: number, days: readonly RawDay[]): Set<string> {
  const own = days.flatMap(({ on, moved }) => {
    const date = dateIn(year, on);
    return date === null ? [] : [{ date, moved }];
  });
  const dates = new Set<string>();
  for (const { date, moved } of own) {
    let kept = date;
    while (moved === 'kept on monday' && weekdayOf(kept) !== 1) kept = after(kept, 1);
    dates.add(kept);
  }
  for (const { date, moved } of own) {
    const [isSaturday, isSunday] = [weekdayOf(date) === 6, weekdayOf(date) === 0];
    if (moved === 'nearest weekday' && isSaturday) dates.add(after(date, -1));
    if (moved === 'nearest weekday' && isSunday) dates.add(after(date, 1));
    if (moved === 'sunday to monday' && isSunday) dates.add(after(date, 1));
    if (moved !== 'next free weekday' || !(isSaturday || isSunday)) continue;
    let free = after(date, 1);
    while (dates.has(free) || [0, 6].includes(weekdayOf(free))) free = after(free, 1);
    dates.add(free);
  }
  return dates;
}

const YEARS = [2025, 2026, 2027, 2028, 2029];
const known = new Map<RawClosure, Set<string>>();

/** All dates of a closure, from 2025 to 2029. */
export function datesOf(closure: RawClosure): Set<string> {
  const dates =
    known.get(closure) ?? new Set(YEARS.flatMap((year) => [...datesIn(year, closure.days)]));
  known.set(closure, dates);
  return dates;
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const covers = (windows: readonly string[], minute: number): boolean =>
  windows.some((window) => {
    const [from = '', to = ''] = window.split('-');
    return minutes(from) <= minute && minute < minutes(to);
  });

/** Whether a record allows a minute of a date on the wall. `part`: the part of the country, where it is known. */
export function allows(
  record: RawRecord,
  { date, minute, part }: { date: string; minute: number; part: string | null },
): boolean {
  if (record.effective_from !== null && date < record.effective_from) return true;
  if (record.until !== null && date > record.until) return true;
  const hours = record.hours?.[(weekdayOf(date) + 6) % 7];
  if (hours !== undefined && !covers(hours, minute)) return false;
  return record.closures
    .filter((closure) => part === null || (closure.in?.includes(part) ?? true))
    .filter((closure) => datesOf(closure).has(date))
    .every((closure) => covers(closure.hours, minute));
}
