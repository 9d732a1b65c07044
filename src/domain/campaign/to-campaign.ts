import { parseTimeOfDay } from '../time/time-of-day.ts';
import type { WeeklyWindow } from '../time/windows.ts';
import type { ZoneExists } from './problems/checks.ts';
import { toColumns } from './schema/columns.ts';
import {
  DEFAULT_DAYS,
  DEFAULT_EXTRACT,
  DEFAULT_LINES,
  DEFAULT_MAX_ATTEMPTS,
  DEFAULT_MAX_CALL_SECONDS,
  DEFAULT_REPEAT_AFTER,
  LEAVES_REACHED_MS,
  DEFAULT_RETRY_DELAY_SECONDS,
  DEFAULT_VOICEMAIL,
  DEFAULT_WINDOW_END,
  DEFAULT_WINDOW_START,
  LONGEST_DELAY_MS,
} from './fields/defaults.ts';
import type { Campaign } from './definition.ts';
import { toDisclosure } from './schema/disclosure-schema.ts';
import { parseDuration } from './fields/duration.ts';
import { toHolidayFiles, toHolidays } from './schema/holidays-schema.ts';
import { toWhere } from './schema/location-schema.ts';
import { toLimits } from './schema/limits-schema.ts';
import { CONFIGURABLE_OUTCOMES, DEFAULT_OUTCOMES, type OutcomeAction } from './outcomes.ts';
import { toOptOut } from './opt-out.ts';
import { WEEKDAYS } from './schema/retry-schema.ts';
import { toBlackout, toOwnRules, toRuleChoice, toRuleFiles } from './schema/rules-schema.ts';
import { readMoment } from './fields/scheduled-at.ts';
import type { CampaignFile } from './schema/schema.ts';
import { slugOf } from './fields/slug.ts';
import { toSuccess } from './success.ts';
import { toSuppress } from './schema/suppress-schema.ts';

/** Turns a checked campaign file into what the program works with, defaults in place. */

type Retry = NonNullable<CampaignFile['call_retry_config']>;
type CallingWindow = NonNullable<Retry['calling_windows']>[number];

const WHOLE_DAY: WeeklyWindow = { start: 0, end: 1440 };
const EVERY_DAY = WEEKDAYS.map((_, i) => i + 1);

const PER_MS = { second: 1000, minute: 60_000 } as const;

function minutes(text: string, as: 'start' | 'end'): number {
  const time = parseTimeOfDay(text, as);
  if (!time.ok) throw new Error(`a checked campaign holds no time of day: ${time.problem}`);
  return time.minutes;
}

const toWindow = (window: CallingWindow): WeeklyWindow => ({
  start: minutes(window.calling_window_start_time ?? DEFAULT_WINDOW_START, 'start'),
  end: minutes(window.calling_window_end_time ?? DEFAULT_WINDOW_END, 'end'),
});

const toDelay = (window: CallingWindow): number =>
  Math.min((window.retry_delay_seconds ?? DEFAULT_RETRY_DELAY_SECONDS) * 1000, LONGEST_DELAY_MS);

function toCalling(retry: Retry, file: CampaignFile, zoneExists: ZoneExists): Campaign['calling'] {
  const forceNow = file.force_now ?? false;
  const windows = retry.calling_windows ?? [{}];
  const days = (retry.allowed_days ?? DEFAULT_DAYS).map((day) => WEEKDAYS.indexOf(day) + 1);
  const delays = windows.map(toDelay);
  return {
    weekly: forceNow
      ? { windows: [WHOLE_DAY], days: EVERY_DAY }
      : { windows: windows.map(toWindow), days: [...new Set(days)].sort((a, b) => a - b) },
    // One window is left of them all, and of several delays the longest bothers people least.
    delaysMs: forceNow ? [Math.max(...delays)] : delays,
    maxAttempts: retry.max_retry_attempts ?? DEFAULT_MAX_ATTEMPTS,
    timezone: retry.timezone == null ? null : zoneExists(retry.timezone),
    twiceInARow: retry.call_twice_in_a_row ?? false,
    rules: file.rules === undefined ? undefined : toRuleChoice(file.rules),
    purpose: file.purpose,
    audience: file.audience,
    blackout: file.blackout === undefined ? undefined : toBlackout(file.blackout),
    holidays: toHolidays(file.holidays),
    ownRules: toOwnRules(file.rules),
    limits: toLimits(file.caps, file.cool_off),
  };
}

/** What is sent is what was written, key by key, less the retries. Fields of `more` stand among the others. */
function toAssistant(assistant: CampaignFile['assistant']): Campaign['assistant'] {
  if (assistant === undefined) return null;
  const written = { ...assistant, ...assistant.more };
  return Object.fromEntries(
    Object.entries(written).filter(([field]) => field !== 'call_retry_config' && field !== 'more'),
  );
}

function toOutcomes(chosen: CampaignFile['outcomes']): Campaign['outcomes'] {
  const outcomes: Record<string, OutcomeAction> = {};
  for (const name of CONFIGURABLE_OUTCOMES)
    outcomes[name] = chosen?.[name] ?? DEFAULT_OUTCOMES[name];
  return outcomes;
}

function toRate(rate: CampaignFile['rate']): Campaign['rate'] {
  if (rate === undefined) return null;
  if (typeof rate === 'number') return { amount: rate, currency: null };
  return { amount: rate.amount, currency: rate.currency?.toUpperCase() ?? null };
}

export function toCampaign(file: CampaignFile, zoneExists: ZoneExists): Campaign {
  const name = file.name.trim();
  const retry = file.call_retry_config ?? file.assistant?.call_retry_config ?? {};
  return {
    name,
    slug: slugOf(name),
    assistant: toAssistant(file.assistant),
    ...(file.assistant?.more === undefined ? {} : { unchecked: Object.keys(file.assistant.more) }),
    assistantId: file.assistant_id?.trim() ?? null,
    fromPhoneNumber: file.from_phone_number ?? null,
    concurrency: {
      max: file.concurrency?.max ?? DEFAULT_LINES,
      key: file.concurrency?.key ?? null,
      keyColumn: file.concurrency?.key_column ?? null,
      maxPerKey: file.concurrency?.max_per_key ?? null,
    },
    calling: toCalling(retry, file, zoneExists),
    scheduledAt: file.scheduled_at === undefined ? null : readMoment(file.scheduled_at),
    forceNow: file.force_now ?? false,
    pace:
      file.pace === undefined ? null : { starts: file.pace.starts, perMs: PER_MS[file.pace.per] },
    voicemail: file.voicemail ?? DEFAULT_VOICEMAIL,
    outcomes: toOutcomes(file.outcomes),
    success: file.success === undefined ? null : toSuccess(file.success),
    optOut: toOptOut(file.opt_out_field, file.assistant !== undefined),
    refusal: file.refusal === undefined ? null : toSuccess(file.refusal),
    consent: file.consent ?? null,
    disclosure: toDisclosure(file.disclosure),
    suppress: toSuppress(file.suppress),
    holidayFiles: toHolidayFiles(file.holidays),
    ruleFiles: toRuleFiles(file.rules),
    where: toWhere(file.location, file.non_geographic, zoneExists),
    subject: file.subject?.trim().toLowerCase() ?? '',
    columns: toColumns(file.columns),
    dates: file.dates ?? null,
    encoding: file.encoding?.trim() ?? null,
    defaultCountry: file.default_country?.toUpperCase() ?? null,
    extract: file.extract ?? DEFAULT_EXTRACT,
    repeatAfterMs: parseDuration(file.repeat_after ?? DEFAULT_REPEAT_AFTER) ?? 0,
    leavesReachedMs: file.repeat_after === undefined ? LEAVES_REACHED_MS : 0,
    providerRetries: file.provider_retries ?? 'refuse',
    rate: toRate(file.rate),
    maxCallSeconds: file.assistant?.max_call_duration_secs ?? DEFAULT_MAX_CALL_SECONDS,
  };
}
