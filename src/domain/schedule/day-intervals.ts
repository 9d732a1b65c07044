import { merge, type Interval } from '../time/intervals.ts';
import type { WeeklyWindow } from '../time/windows.ts';
import type { ZoneRules } from '../time/zone-rules.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * As `openIntervals`, for hours that differ from date to date: when the wall clock of `zone` is inside a
 * window that starts on one of its dates. Each stretch of constant offset is taken by itself, so that no
 * instant is open at a wall time outside, on days when the clocks change as well.
 */
export function dayIntervals(
  rules: ZoneRules,
  zone: string,
  wanted: {
    readonly span: Interval;
    readonly windowsOn: (day: number) => readonly WeeklyWindow[];
  },
): Interval[] {
  const pieces: Interval[] = [];
  for (const segment of rules.segments(zone, wanted.span)) {
    // The day before counts too: its windows may run past midnight into this stretch.
    const firstDay = Math.floor((segment.start + segment.offsetMs) / DAY) - 1;
    const lastDay = Math.floor((segment.end - 1 + segment.offsetMs) / DAY);
    for (let day = firstDay; day <= lastDay; day += 1) {
      const midnight = day * DAY - segment.offsetMs;
      for (const window of wanted.windowsOn(day)) {
        const length = window.end - window.start + (window.end < window.start ? 1440 : 0);
        const opens = midnight + window.start * MINUTE;
        const start = Math.max(opens, segment.start);
        const end = Math.min(opens + length * MINUTE, segment.end);
        if (start < end) pieces.push({ start, end });
      }
    }
  }
  return merge(pieces);
}

/** The date on the wall of the zone, and the minute of its day. */
export function wallOf(
  rules: ZoneRules,
  zone: string,
  at: number,
): { day: number; minute: number } {
  const wall = at + rules.offsetMs(zone, at);
  const day = Math.floor(wall / DAY);
  return { day, minute: Math.floor((wall - day * DAY) / MINUTE) };
}
