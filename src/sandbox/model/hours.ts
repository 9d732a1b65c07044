import { openIntervals, type WeeklyWindow } from '../../domain/time/windows.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { minutesOf, WEEKDAYS, type RetryConfig } from './retry-config.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A window is open on a day of the week and not swallowed by a change of the clocks within this time. */
const LOOK_AHEAD_DAYS = 15;
const STEP_DAYS = 3;

/** When, and how often, an order may dial. */
export interface CallRules {
  readonly zone: string;
  /** Null: at any time. */
  readonly windows: readonly (WeeklyWindow & { readonly delayMs: number })[] | null;
  /** ISO weekdays. */
  readonly days: readonly number[];
  /** All attempts, the first one included: the reading of `max_retry_attempts` (voice API notes 3.3). */
  readonly maxAttempts: number;
  readonly twiceInARow: boolean;
}

/** What is done with an assistant that is known by its id only: its own settings cannot be known here. */
export const oneAttempt = (zone: string): CallRules => ({
  zone,
  windows: null,
  days: [],
  maxAttempts: 1,
  twiceInARow: false,
});

export function callRules(config: RetryConfig, zone: string): CallRules {
  return {
    zone,
    windows: config.calling_windows.map((window) => ({
      start: minutesOf(window.calling_window_start_time, 'start') ?? 0,
      end: minutesOf(window.calling_window_end_time, 'end') ?? 0,
      delayMs: window.retry_delay_seconds * 1000,
    })),
    days: config.allowed_days.map((day) => WEEKDAYS.indexOf(day) + 1),
    maxAttempts: config.max_retry_attempts,
    twiceInARow: config.call_twice_in_a_row,
  };
}

/** The first moment at or after `from` inside a window; null when there is none in sight. */
export function nextOpen(rules: ZoneRules, order: CallRules, from: number): number | null {
  if (order.windows === null) return from;
  const weekly = { windows: order.windows, days: order.days };
  for (let day = 0; day < LOOK_AHEAD_DAYS; day += STEP_DAYS) {
    const span = { start: from + day * DAY, end: from + (day + STEP_DAYS) * DAY };
    const first = openIntervals(rules, order.zone, { weekly, span })[0];
    if (first !== undefined) return first.start;
  }
  return null;
}

/** The delay of the window in which the last attempt began; of the first one when it began in none. */
export function retryDelayMs(rules: ZoneRules, order: CallRules, startedAt: number): number {
  if (order.windows === null) return 0;
  const minute = minuteOfDay(rules, order.zone, startedAt);
  const window = order.windows.find((w) => w.start <= minute && minute < w.end) ?? order.windows[0];
  return window?.delayMs ?? 0;
}

/** With its fraction. */
export function minuteOfDay(rules: ZoneRules, zone: string, at: number): number {
  const local = at + rules.offsetMs(zone, at);
  return (((local % DAY) + DAY) % DAY) / MINUTE;
}
