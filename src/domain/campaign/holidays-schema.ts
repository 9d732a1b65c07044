import { z } from 'zod';
import { HOLIDAY_SHAPE } from '../schedule/holidays.ts';
import { PURPOSES, type RuleRecord } from '../schedule/rule.ts';
import { dayOfIso } from '../schedule/calendar.ts';
import { parseTimeOfDay } from '../time/time-of-day.ts';
import type { WeeklyWindow } from '../time/windows.ts';
import { nonBlank, text } from './fields.ts';

/** Holidays of one's own: those that the rules do not know, of a region, a town, a house. */

const HOURS = /^(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/;
const PLACE = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;

function windowOf(hours: string): WeeklyWindow | null {
  const [, from = '', to = ''] = HOURS.exec(hours) ?? [];
  const [start, end] = [parseTimeOfDay(from, 'start'), parseTimeOfDay(to, 'end')];
  if (!start.ok || !end.ok || start.minutes >= end.minutes) return null;
  return { start: start.minutes, end: end.minutes };
}

const isHoliday = (on: string): boolean =>
  HOLIDAY_SHAPE.test(on) &&
  (/^\d/.test(on) ? dayOfIso(/^\d{4}/.test(on) ? on : `2024-${on}`) !== null : true);

const holiday = z.strictObject({
  on: text({ description: 'The day.', examples: ['2026-12-24', '12-24', 'easter -2'] }, (value) =>
    isHoliday(value)
      ? null
      : {
          message: `${JSON.stringify(value)} is no day of the calendar`,
          fix: 'write 2026-12-24, 12-24 for every year, easter -2, or last monday of 05',
        },
  ),
  in: z
    .array(
      text({ description: 'A country or state.', examples: ['US-LA'] }, (value) =>
        PLACE.test(value)
          ? null
          : {
              message: `${JSON.stringify(value)} is no country or state`,
              fix: 'write it like FR or US-LA',
            },
      ),
    )
    .min(1)
    .meta({ description: 'Where it is kept. Without it, everywhere.', examples: [['US-LA']] })
    .optional(),
  hours: text(
    { description: 'What of the day is left. Without it, nothing.', examples: ['09:00-12:00'] },
    (value) =>
      windowOf(value) === null
        ? {
            message: `${JSON.stringify(value)} is no span of a day`,
            fix: 'write it like 09:00-12:00',
          }
        : null,
  ).optional(),
  name: nonBlank({ description: 'What it is called.', examples: ['Founders’ day'] }).optional(),
});

export const holidaysSchema = z.array(holiday).min(1).meta({
  description:
    'Holidays on top of those of the rules, by the calendar of each recipient, everywhere or in some places.',
});

/** Each becomes a rule that allows the whole of every other day. */
export const toHolidays = (
  written: z.infer<typeof holidaysSchema> | undefined,
): readonly RuleRecord[] =>
  (written ?? []).map(({ on, in: places = [], hours, name = 'holiday of the campaign' }, i) => {
    const left = hours === undefined ? null : windowOf(hours);
    return {
      id: `holidays[${i}]`,
      name,
      in: places,
      automatic: true,
      purposes: PURPOSES,
      hours: null,
      closures: [{ days: [{ name, on }], hours: left === null ? [] : [left] }],
      caps: [],
      coolOff: [],
      consent: 'not stated',
      basis: 'convention',
      sources: ['the campaign file'],
      confidence: 'high',
      verifiedOn: '',
      reviewBy: '9999-12-31',
      note: null,
    };
  });
