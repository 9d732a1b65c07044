import * as z from 'zod';
import { HOLIDAY_SHAPE } from '../../law/holidays.ts';
import { jurisdictionOf } from '../../phone/place/place.ts';
import { AUDIENCES, PURPOSES, type RuleRecord } from '../../law/rule.ts';
import { dayOfIso } from '../../law/calendar.ts';
import { parseTimeOfDay } from '../../time/time-of-day.ts';
import type { WeeklyWindow } from '../../time/windows.ts';
import { countryMeant, isCountry, isStateOf } from '../countries.ts';
import { nonBlank, text } from '../fields/fields.ts';
import { isTree, type Tree } from '../problems/problem.ts';

/** Holidays of one's own: those that the rules do not know, of a region, a town, a house. */

const HOURS = /^(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/;
const PLACE = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;

/** What a day and the hours that are left of it look like: in the campaign file, and in a file of holidays. */
export const DAY_FIX = 'write 2026-12-24, 12-24 for every year, easter -2, or last monday of 05';
export const HOURS_FIX = 'write it like 09:00-12:00';

function windowOf(hours: string): WeeklyWindow | null {
  const [, from = '', to = ''] = HOURS.exec(hours) ?? [];
  const [start, end] = [parseTimeOfDay(from, 'start'), parseTimeOfDay(to, 'end')];
  if (!start.ok || !end.ok || start.minutes >= end.minutes) return null;
  return { start: start.minutes, end: end.minutes };
}

/** A place that nobody is in would keep nobody's holiday, without a word. */
function isPlace(value: string): boolean {
  const [country = '', state] = value.split('-');
  return (
    PLACE.test(value) && isCountry(country) && (state === undefined || isStateOf(country, state))
  );
}

function placeFix(value: string): string {
  const meant = countryMeant(value.toUpperCase().split('-')[0] ?? '');
  return meant === null ? 'write it like FR or US-LA' : `write ${meant}`;
}

export const isSpan = (hours: string): boolean => windowOf(hours) !== null;

export const isHoliday = (on: string): boolean =>
  HOLIDAY_SHAPE.test(on) &&
  (/^\d/.test(on) ? dayOfIso(/^\d{4}/.test(on) ? on : `2024-${on}`) !== null : true);

const holiday = z.strictObject({
  on: text({ description: 'The day.', examples: ['2026-12-24', '12-24', 'easter -2'] }, (value) =>
    isHoliday(value)
      ? null
      : {
          message: `${JSON.stringify(value)} is not a day of the calendar`,
          fix: DAY_FIX,
        },
  ),
  in: z
    .array(
      text({ description: 'A country or state.', examples: ['US-LA'] }, (value) =>
        isPlace(value)
          ? null
          : { message: `${JSON.stringify(value)} is not a country or state`, fix: placeFix(value) },
      ),
    )
    .min(1)
    .meta({ description: 'Where it is kept. Without it, everywhere.', examples: [['US-LA']] })
    .optional(),
  hours: text(
    { description: 'What of the day is left. Without it, nothing.', examples: ['09:00-12:00'] },
    (value) =>
      isSpan(value)
        ? null
        : { message: `${JSON.stringify(value)} is not a span of a day`, fix: HOURS_FIX },
  ).optional(),
  name: nonBlank({ description: 'What it is called.', examples: ['Founders’ day'] }).optional(),
});

export type Holiday = z.infer<typeof holiday>;

const file = text(
  {
    description: 'A CSV with a column date; its path from the campaign file.',
    minLength: 1,
    examples: ['holidays.csv'],
  },
  (value) => {
    if (value.trim() === '') return { message: 'is empty', fix: 'name a file, or remove the line' };
    return isHoliday(value)
      ? { message: `${JSON.stringify(value)} stands alone`, fix: `write - on: ${value}` }
      : null;
  },
);

/** One file may stand without a list around it. */
export const holidaysSchema = z.union([file, z.array(z.union([file, holiday])).min(1)]).meta({
  description:
    'Holidays on top of those of the rules, by the calendar of each recipient, everywhere or in some places: one by one, or files of them.',
  examples: ['holidays.csv', [{ on: '2026-12-24', in: ['US-LA'] }]],
});

type Written = z.infer<typeof holidaysSchema> | undefined;

const listOf = (written: Written): readonly (string | Holiday)[] =>
  typeof written === 'string' ? [written] : (written ?? []);

/** The files of holidays that a campaign names. */
export const toHolidayFiles = (written: Written): readonly string[] =>
  listOf(written).filter((one) => typeof one === 'string');

/** The campaign file with what is in those files in their place: from here on it needs none of them. */
export function withHolidays(root: Tree, read: ReadonlyMap<string, readonly Holiday[]>): Tree {
  const written = root['holidays'];
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  const holidays = list.flatMap((one): readonly unknown[] =>
    typeof one === 'string' ? (read.get(one) ?? []) : [one],
  );
  return { ...root, holidays };
}

/**
 * Those of the same places and hours become one rule, which allows the whole of every other day: a file may name
 * hundreds, and `why` has a line for each rule.
 */
export function toHolidays(written: Written): readonly RuleRecord[] {
  const alike = new Map<string, Holiday[]>();
  for (const one of listOf(written).filter(isEntry)) {
    const key = ['holidays', one.in?.join('+') ?? '', one.hours ?? ''].filter(Boolean).join(' ');
    const group = alike.get(key) ?? [];
    group.push(one);
    alike.set(key, group);
  }
  return [...alike].map(([id, days]) => toRule(id, days));
}

const isEntry = (one: string | Holiday): one is Holiday => isTree(one);

function toRule(id: string, days: readonly Holiday[]): RuleRecord {
  const [{ in: places = [], hours } = {}] = days;
  const left = hours === undefined ? null : windowOf(hours);
  const named = days.map(({ on, name = 'holiday of the campaign' }) => ({ name, on }));
  return {
    id,
    name: 'holidays of the campaign',
    in: places.map(jurisdictionOf),
    automatic: true,
    purposes: PURPOSES,
    audience: AUDIENCES,
    effectiveFrom: null,
    until: null,
    hours: null,
    closures: [{ days: named, hours: left === null ? [] : [left] }],
    caps: [],
    coolOff: [],
    consent: null,
    aiDisclosure: null,
    recordingNotice: null,
    callerNamed: null,
    optOutOffered: null,
    basis: 'convention',
    sources: ['the campaign file'],
    quote: null,
    confidence: 'high',
    verifiedOn: '',
    reviewBy: '9999-12-31',
    note: null,
  };
}
