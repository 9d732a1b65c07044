import moment from 'moment-timezone';
import type { Weekly } from '../../../../src/domain/time/windows.ts';
import type { Row } from './table-row.ts';
import { ROWS } from './table.ts';
import { covers, hoursOf } from './table-hours.ts';

/** What a group must keep to, in the words of the table: no code of the product is asked. */
export interface Kept {
  readonly zones: readonly string[];
  readonly ids: readonly string[];
  readonly weekly: Weekly;
  /** ISO dates. */
  readonly blackout: readonly string[];
}

const rowsOf = (ids: readonly string[]): Row[] => ROWS.filter((row) => ids.includes(row.id));

const isoDate = (wall: Date): string => wall.toISOString().slice(0, 10);

/** One instant, one zone: the wall clock there, and what stands in the table for its date. */
function allowsIn(zone: string, kept: Kept, at: number): boolean {
  const west = moment.tz.zone(zone)?.utcOffset(at);
  if (west === undefined) throw new Error(`moment-timezone has no ${zone}`);
  const wall = new Date(at - west * 60_000);
  const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  const rows = rowsOf(kept.ids);
  const today = isoDate(wall);
  if (rows.some((row) => !covers(hoursOf(row, today), minute))) return false;
  const off = (date: string): boolean =>
    kept.blackout.includes(date) || rows.some((row) => row.dates[date] === '');
  if (off(today)) return false;
  const before = new Date(wall.getTime() - 86_400_000);
  const daysOf = (date: Date): number => (date.getUTCDay() === 0 ? 7 : date.getUTCDay());
  const beginsToday = kept.weekly.days.includes(daysOf(wall));
  const beganBefore = kept.weekly.days.includes(daysOf(before)) && !off(isoDate(before));
  return kept.weekly.windows.some(({ start, end }) => {
    if (start < end) return beginsToday && start <= minute && minute < end;
    return (beginsToday && minute >= start) || (beganBefore && minute < end);
  });
}

/** Open is open in every zone. */
export const lawful = (kept: Kept, at: number): boolean =>
  kept.zones.every((zone) => allowsIn(zone, kept, at));
