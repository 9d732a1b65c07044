import { z } from 'zod';
import { dayOfIso } from '../../domain/schedule/calendar.ts';
import { HOLIDAY_SHAPE } from '../../domain/schedule/holidays.ts';
import { Law } from '../../domain/schedule/law.ts';
import { PURPOSES, REST_AFTER, type RuleRecord } from '../../domain/schedule/rule.ts';
import type { WeeklyWindow } from '../../domain/time/windows.ts';
import { readReference } from './read.ts';

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const toWindow = (text: string): WeeklyWindow => ({
  start: minutes(text.slice(0, 5)),
  end: minutes(text.slice(6)),
});

/** `09:00-20:00`. No window of a rule runs over midnight: its end is later than its start. */
const window = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .refine((text) => toWindow(text).start < toWindow(text).end);

const date = z.string().refine((text) => dayOfIso(text) !== null);

const holiday = z.strictObject({
  name: z.string().min(1),
  on: z.string().regex(HOLIDAY_SHAPE),
  moved: z
    .enum(['nearest weekday', 'next free weekday', 'sunday to monday', 'kept on monday'])
    .optional(),
});

const record = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  in: z.array(z.string()),
  automatic: z.boolean(),
  purposes: z.array(z.enum(PURPOSES)).min(1),
  hours: z.array(z.array(window)).length(7).nullable(),
  closures: z.array(z.strictObject({ days: z.array(holiday).min(1), hours: z.array(window) })),
  caps: z.array(
    z.strictObject({ max: z.int().positive(), hours: z.int().positive(), per: z.string() }),
  ),
  cool_off: z.array(
    z.strictObject({
      after: z.enum(REST_AFTER),
      hours: z.int().positive().nullable(),
      per: z.string(),
    }),
  ),
  consent: z.enum(['required', 'not stated']),
  basis: z.enum(['statute', 'code', 'convention']),
  sources: z.array(z.string().min(1)).min(1),
  confidence: z.enum(['high', 'middle', 'low']),
  verified_on: date,
  review_by: date,
  note: z.string().nullable(),
});

/** `rules.json` */
export const lawFile = z.object({
  release: z.string().min(1),
  rules: z
    .array(record)
    .min(1)
    .refine((rules) => new Set(rules.map((rule) => rule.id)).size === rules.length),
});

const toRule = (read: z.infer<typeof record>): RuleRecord => {
  const { cool_off: coolOff, verified_on: verifiedOn, review_by: reviewBy, ...same } = read;
  const hours = same.hours?.map((day) => day.map(toWindow)) ?? null;
  const closures = same.closures.map(({ days, hours }) => ({ days, hours: hours.map(toWindow) }));
  return { ...same, hours, closures, coolOff, verifiedOn, reviewBy };
};

/** The calling rules in a file like `rules.json`. */
export function loadLaw(path: string | URL): Law {
  const { release, rules } = readReference(path, lawFile);
  return new Law({ release, rules: rules.map(toRule) });
}
