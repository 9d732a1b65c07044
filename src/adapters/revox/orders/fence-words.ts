import type { Fence } from '../../../domain/schedule/fence.ts';

/** UTC all year and in every zone list, so that the provider's time-zone rules do not matter. */
export const FENCE_ZONE = 'Africa/Abidjan';

/** So far away that a second dial cannot happen before the order is cancelled, should the provider count extra tries. */
const NEVER_SECONDS = 30 * 24 * 3600;

const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEKDAYS = [
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
] as const;

/** The fence in the provider's words: one attempt, in one interval of one UTC day (I12). */
export function retryConfig({ from, until }: Fence): Record<string, unknown> {
  return {
    calling_windows: [
      {
        calling_window_start_time: clock(from),
        calling_window_end_time: clock(until),
        retry_delay_seconds: NEVER_SECONDS,
      },
    ],
    allowed_days: [WEEKDAYS[(Math.floor(from / DAY) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6]],
    max_retry_attempts: 1,
    timezone: FENCE_ZONE,
    call_twice_in_a_row: false,
  };
}

function clock(at: number): string {
  const minutes = Math.floor((at % DAY) / MINUTE);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
