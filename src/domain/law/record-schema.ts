import * as z from 'zod';
import { dayOfIso } from './calendar.ts';
import { HOLIDAY_SHAPE } from './holidays.ts';
import {
  AI_DISCLOSURES,
  AUDIENCES,
  CONSENT_KINDS,
  PURPOSES,
  RECORDING_NOTICES,
  REST_AFTER,
  SAID_WHEN,
  type ConsentAsked,
  type RuleRecord,
} from './rule.ts';
import type { WeeklyWindow } from '../time/windows.ts';

/** A rule of law as it is written down: in `data/reference/rules.json`, and in a file of rules of one's own. */

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const toWindow = (text: string): WeeklyWindow => ({
  start: minutes(text.slice(0, 5)),
  end: minutes(text.slice(6)),
});

/** `09:00-20:00`. No window of a rule runs over midnight: its end is later than its start. */
const window = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
    'is no span of a day like 09:00-12:00',
  )
  .refine((text) => toWindow(text).start < toWindow(text).end, 'ends before it begins');

const date = z.string().refine((text) => dayOfIso(text) !== null, 'is no date like 2026-12-24');

const holiday = z.strictObject({
  name: z.string().min(1),
  on: z.string().regex(HOLIDAY_SHAPE),
  moved: z
    .enum(['nearest weekday', 'next free weekday', 'sunday to monday', 'kept on monday'])
    .optional(),
});

const AGE = /^(\d{1,5})d$/;

const consent = z.strictObject({
  kind: z.enum(CONSENT_KINDS),
  /** `730d` */
  max_age: z.string().regex(AGE).nullable(),
  lifts_hours: z.boolean(),
});

const closure = z.strictObject({
  days: z.array(holiday).min(1),
  hours: z.array(window),
  in: z.array(z.string()).min(1).optional(),
});
/** For whom calls count, in words; and whether only calls about the same subject count. */
const counted = { per: z.string(), per_subject: z.boolean().optional() };
const cap = z.strictObject({ max: z.int().positive(), hours: z.int().positive(), ...counted });
const rest = z.strictObject({
  after: z.enum(REST_AFTER),
  hours: z.int().positive().nullable(),
  ...counted,
});

const fields = {
  id: z.string().min(1),
  name: z.string().min(1),
  in: z.array(z.string()),
  automatic: z.boolean(),
  purposes: z.array(z.enum(PURPOSES)).min(1),
  audience: z.array(z.enum(AUDIENCES)).min(1),
  effective_from: date.nullable(),
  until: date.nullable(),
  hours: z
    .array(z.array(window))
    .length(
      7,
      'has a list of spans for each of the seven days, from Monday; [] is a day without calls',
    )
    .nullable(),
  closures: z.array(closure),
  caps: z.array(cap),
  cool_off: z.array(rest),
  consent: consent.nullable(),
  ai_disclosure: z.enum(AI_DISCLOSURES).nullable(),
  recording_notice: z.enum(RECORDING_NOTICES).nullable(),
  caller_named: z.enum(SAID_WHEN).nullable(),
  opt_out_offered: z.enum(SAID_WHEN).nullable(),
  basis: z.enum(['statute', 'code', 'convention']),
  sources: z.array(z.string().min(1)).min(1),
  quote: z.string().min(1).nullable(),
  confidence: z.enum(['high', 'middle', 'low']),
  verified_on: date,
  review_by: date,
  note: z.string().nullable(),
};

type Bounds = { readonly effective_from: string | null; readonly until: string | null };

const beginsFirst = ({ effective_from: from, until }: Bounds): boolean =>
  from === null || until === null || from <= until;

/** With every key, as in `rules.json`. */
export const ruleRecordSchema = z.strictObject(fields).refine(beginsFirst, 'ends before it begins');

export type WrittenRule = z.infer<typeof ruleRecordSchema>;

/** The record that the program decides by. */
export function ruleRecordOf(written: WrittenRule): RuleRecord {
  const { consent: asked, verified_on: verifiedOn, review_by: reviewBy, ...rest } = written;
  const { effective_from: effectiveFrom, ai_disclosure: aiDisclosure, ...others } = rest;
  const { recording_notice: recordingNotice, cool_off: coolOff, ...more } = others;
  const { caller_named: callerNamed, opt_out_offered: optOutOffered, ...same } = more;
  return {
    ...same,
    hours: same.hours?.map((windows) => windows.map(toWindow)) ?? null,
    closures: same.closures.map(({ hours, ...days }) => ({ ...days, hours: hours.map(toWindow) })),
    caps: same.caps.map(withSubject),
    coolOff: coolOff.map(withSubject),
    effectiveFrom,
    aiDisclosure,
    recordingNotice,
    callerNamed,
    optOutOffered,
    consent: asked === null ? null : toConsent(asked),
    verifiedOn,
    reviewBy,
  };
}

/** Records of earlier versions, which runs have stored, say it in these words alone. */
const ABOUT_ONE_SUBJECT = ['person and subject', 'person and debt'];

function withSubject<
  T extends { readonly per: string; readonly per_subject?: boolean | undefined },
>({
  per_subject: perSubject,
  ...limit
}: T): Omit<T, 'per_subject'> & { readonly perSubject: boolean } {
  return { ...limit, perSubject: perSubject ?? ABOUT_ONE_SUBJECT.includes(limit.per) };
}

const toConsent = (asked: z.infer<typeof consent>): ConsentAsked => ({
  kind: asked.kind,
  maxAge: asked.max_age === null ? null : Number(AGE.exec(asked.max_age)?.[1]),
  liftsHours: asked.lifts_hours,
});
