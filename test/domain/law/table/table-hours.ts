import type { Row } from './table-row.ts';

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** The hours of a row on a date, as written above. */
export function hoursOf(row: Row, date: string): string {
  const weekday = weekdayOf(date);
  const part = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  return row.dates[date] ?? row.hours[part];
}

/** Whether a minute of the day lies in `10:00-13:00 14:00-20:00`. */
export function covers(hours: string, minute: number): boolean {
  return hours.split(' ').some((window) => {
    const [from, to] = window.split('-').map((time) => {
      const [hour, past] = time.split(':');
      return Number(hour) * 60 + Number(past);
    });
    return from !== undefined && to !== undefined && from <= minute && minute < to;
  });
}
