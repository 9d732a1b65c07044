import moment from 'moment-timezone';
import type { Weekly } from '../../../../src/domain/time/windows.ts';

/**
 * "Is the wall clock of this zone inside a window?", asked of one instant at a time: moment-timezone gives
 * the offset and the calendar of JavaScript the weekday. It shares neither code nor data file with the product.
 */
export function wallSays(zone: string, weekly: Weekly, at: number): boolean {
  const minutesWest = moment.tz.zone(zone)?.utcOffset(at);
  if (minutesWest === undefined) throw new Error(`moment-timezone has no ${zone}`);
  const wall = new Date(at - minutesWest * 60_000);
  const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  const today = wall.getUTCDay() === 0 ? 7 : wall.getUTCDay();
  const yesterday = today === 1 ? 7 : today - 1;
  return weekly.windows.some(({ start, end }) => {
    if (start <= end) return weekly.days.includes(today) && start <= minute && minute < end;
    const beforeMidnight = weekly.days.includes(today) && minute >= start;
    return beforeMidnight || (weekly.days.includes(yesterday) && minute < end);
  });
}

export const zoneNames = (): string[] => moment.tz.names();

/** The instants at which the clocks of a zone change in a span. */
export function changesOf(zone: string, span: { start: number; end: number }): number[] {
  const untils = moment.tz.zone(zone)?.untils ?? [];
  return untils.filter((at): at is number => at !== null && at >= span.start && at < span.end);
}

/** Reproducible numbers in [0, 1): mulberry32. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function someWeekly(next: () => number): Weekly {
  const quarter = (): number => Math.floor(next() * 96) * 15;
  const windows = Array.from({ length: 1 + Math.floor(next() * 3) }, () => {
    const start = next() < 0.5 ? quarter() : Math.floor(next() * 1440);
    const end = 1 + Math.floor(next() * 1440);
    return start === end ? { start: 0, end: 1440 } : { start, end };
  });
  const days = [1, 2, 3, 4, 5, 6, 7].filter(() => next() < 0.6);
  return { windows, days: days.length === 0 ? [5] : days };
}
