import { merge, type Interval } from './intervals.ts';
import type { ZoneRules } from './zone-rules.ts';

/** Minutes of the local day. `end` before `start` crosses midnight; `0..1440` is the whole day. */
export interface WeeklyWindow {
  readonly start: number;
  readonly end: number;
}

export interface Weekly {
  readonly windows: readonly WeeklyWindow[];
  /** ISO weekdays (1 = Monday) on which a window starts; one that crosses midnight runs into the next day. */
  readonly days: readonly number[];
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * When the wall clock of `zone` is inside one of the windows. Each stretch of constant offset is taken by
 * itself: the windows are shifted by that offset and clipped to the stretch. So a window is never open at
 * a wall time outside it, on days when the clocks change as well, where setting hour and minute of a date
 * opens 30 or 60 minutes that nobody allowed.
 */
export function openIntervals(
  rules: ZoneRules,
  zone: string,
  wanted: { readonly weekly: Weekly; readonly span: Interval },
): Interval[] {
  const { weekly, span } = wanted;
  const pieces: Interval[] = [];
  for (const segment of rules.segments(zone, span)) {
    // The day before counts too: its windows may run past midnight into this stretch.
    const firstDay = Math.floor((segment.start + segment.offsetMs) / DAY) - 1;
    const lastDay = Math.floor((segment.end - 1 + segment.offsetMs) / DAY);
    for (let day = firstDay; day <= lastDay; day += 1) {
      if (!weekly.days.includes(isoWeekday(day))) continue;
      for (const window of weekly.windows) {
        const midnight = day * DAY - segment.offsetMs;
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

/** 1 = Monday … 7 = Sunday, for days counted since 1970-01-01, a Thursday. */
const isoWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
