import * as z from 'zod';
import { parseTimeOfDay } from '../../domain/time/time-of-day.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { maybeElse } from './fields.ts';

/** The two spellings of the page, `HH:mm` and `H:mma`; what other people write is not for the wire. */
const WIRE_TIME = /^(\d{1,2}:\d{2}|\d{1,2}(:\d{2})? ?[ap]m)$/i;

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** Minutes of the local day; null when it is not a time in the page's formats. */
export function minutesOf(text: string, as: 'start' | 'end'): number | null {
  if (!WIRE_TIME.test(text)) return null;
  const time = parseTimeOfDay(text, as);
  return time.ok ? time.minutes : null;
}

const timeOfDay = (as: 'start' | 'end') =>
  z
    .string()
    .refine((text) => minutesOf(text, as) !== null, "must be a time such as '09:00' or '6pm'");

/** A window that ends before it starts is documented nowhere; a provider may refuse it, so this one does. */
const callingWindow = z
  .object({
    calling_window_end_time: maybeElse(timeOfDay('end'), () => '18:00'),
    calling_window_start_time: maybeElse(timeOfDay('start'), () => '10:00'),
    retry_delay_seconds: maybeElse(z.int().positive(), () => 7200),
  })
  .refine(
    (window) => {
      const start = minutesOf(window.calling_window_start_time, 'start');
      const end = minutesOf(window.calling_window_end_time, 'end');
      return start === null || end === null || start < end;
    },
    { path: ['calling_window_end_time'], message: 'must be later than calling_window_start_time' },
  );

/** With the later fields `allowed_days` and `call_twice_in_a_row`, which the page does not have yet. */
export const retryConfigSchema = (rules: ZoneRules) =>
  z.object({
    calling_windows: z.array(callingWindow).min(1),
    max_retry_attempts: maybeElse(z.int().positive(), () => 3),
    timezone: z
      .string()
      .refine((name) => rules.canonical(name) !== null, 'is not an IANA time zone')
      .nullable()
      .default(null),
    allowed_days: maybeElse(z.array(z.enum(WEEKDAYS)).min(1), () => WEEKDAYS.slice(0, 5)),
    call_twice_in_a_row: maybeElse(z.boolean(), () => false),
  });

export type RetryConfig = z.output<ReturnType<typeof retryConfigSchema>>;

/** What holds when no `call_retry_config` is given. */
export const defaultRetryConfig = (rules: ZoneRules): RetryConfig =>
  retryConfigSchema(rules).parse({ calling_windows: [{}] });
