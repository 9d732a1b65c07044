import * as z from 'zod';
import {
  DEFAULT_DAYS,
  DEFAULT_MAX_ATTEMPTS,
  DEFAULT_RETRY_DELAY_SECONDS,
  DEFAULT_WINDOW_END,
  DEFAULT_WINDOW_START,
} from '../fields/defaults.ts';
import { nonBlank, timeOfDay } from '../fields/fields.ts';

/** In ISO order: the first is weekday 1. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const callingWindow = z
  .strictObject({
    calling_window_start_time: timeOfDay('start', {
      description: 'When calling may begin, by the recipient’s own clock.',
      default: DEFAULT_WINDOW_START,
      examples: ['09:00', '10am'],
    }).optional(),
    calling_window_end_time: timeOfDay('end', {
      description:
        'From when on nobody is rung. Before the start time: the window runs past midnight. 24:00 is the end of the day.',
      default: DEFAULT_WINDOW_END,
      examples: ['17:00', '6pm'],
    }).optional(),
    retry_delay_seconds: z
      .int()
      .positive()
      .meta({
        description: 'How long to wait after an attempt made in this window, in seconds.',
        default: DEFAULT_RETRY_DELAY_SECONDS,
        examples: [DEFAULT_RETRY_DELAY_SECONDS],
      })
      .optional(),
  })
  .meta({ description: 'One span of the day in which people may be called.' });

/** The provider's `call_retry_config`: when people may be called, and how often. */
export const retrySchema = z
  .strictObject({
    calling_windows: z
      .array(callingWindow)
      .min(1)
      .meta({ description: 'When people may be called; several windows add up.' })
      .optional(),
    allowed_days: z
      .array(z.enum(WEEKDAYS))
      .min(1)
      .meta({
        description:
          'On which days, in the recipient’s own week. A window belongs to the day it begins on.',
        default: DEFAULT_DAYS,
      })
      .optional(),
    max_retry_attempts: z
      .int()
      .positive()
      .meta({
        description: 'How often one person is tried, the first time included.',
        default: DEFAULT_MAX_ATTEMPTS,
        examples: [DEFAULT_MAX_ATTEMPTS],
      })
      .optional(),
    timezone: nonBlank({})
      .nullable()
      .meta({
        description:
          'An IANA time zone for all contacts. Without it each contact has the zone of its number, or of its own columns.',
        examples: ['America/New_York', 'Europe/Paris'],
      })
      .optional(),
    call_twice_in_a_row: z
      .boolean()
      .meta({
        description: 'Make the second attempt at once when the first reached nobody.',
        default: false,
      })
      .optional(),
  })
  .meta({ description: 'When people may be called, and how often.' });
