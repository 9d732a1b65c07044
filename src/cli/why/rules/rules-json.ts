import { READ_NEVER } from '../../../domain/law/own-rules.ts';
import { dayAt, dayOfIso } from '../../../domain/law/calendar.ts';
import type { RuleRecord } from '../../../domain/law/rule.ts';
import type { WeeklyWindow } from '../../../domain/time/windows.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** `09:00-20:00` */
export const windowTexts = (windows: readonly WeeklyWindow[]): string[] =>
  windows.map(({ start, end }) => `${clock(start)}-${clock(end)}`);

/** How long ago the sources were read; null for a rule of one's own that does not say it. */
export const ageInDays = ({ verifiedOn }: RuleRecord, now: number): number | null => {
  const day = verifiedOn === READ_NEVER ? null : dayOfIso(verifiedOn);
  return day === null ? null : Math.max(0, dayAt(now) - day);
};

function limitJson<T extends { readonly perSubject: boolean }>({
  perSubject,
  ...limit
}: T): object {
  return { ...limit, per_subject: perSubject };
}

/** A record as it stands in `rules.json`, with its age. */
export const ruleJson = (record: RuleRecord, now: number): Readonly<Record<string, unknown>> => ({
  id: record.id,
  name: record.name,
  in: record.in,
  automatic: record.automatic,
  purposes: record.purposes,
  audience: record.audience,
  effective_from: record.effectiveFrom,
  until: record.until,
  hours: record.hours?.map(windowTexts) ?? null,
  closures: record.closures.map(({ hours, ...days }) => ({ ...days, hours: windowTexts(hours) })),
  caps: record.caps.map(limitJson),
  cool_off: record.coolOff.map(limitJson),
  consent:
    record.consent === null
      ? null
      : {
          kind: record.consent.kind,
          max_age: record.consent.maxAge === null ? null : `${record.consent.maxAge}d`,
          lifts_hours: record.consent.liftsHours,
        },
  ai_disclosure: record.aiDisclosure,
  recording_notice: record.recordingNotice,
  caller_named: record.callerNamed,
  opt_out_offered: record.optOutOffered,
  basis: record.basis,
  sources: record.sources,
  quote: record.quote,
  confidence: record.confidence,
  verified_on: record.verifiedOn,
  review_by: record.reviewBy,
  note: record.note,
  age_days: ageInDays(record, now),
});
