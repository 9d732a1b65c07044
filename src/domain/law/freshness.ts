import type { Law } from './law.ts';
import { dayOfIso, isoOf } from './calendar.ts';

/** One body of data that decisions rest on, and the day it is from; null when nothing says so. */
export interface DataRelease {
  readonly what: 'time zones' | 'numbers' | 'rules';
  readonly release: string;
  readonly from: string | null;
}

export interface DataAge extends DataRelease {
  /** Null when not even a bound is known. */
  readonly days: number | null;
  /** The release names its year only, so it may be older than this. */
  readonly atLeast: boolean;
  readonly stale: boolean;
}

/** Half a year: by then several countries have changed their clocks, as in every year since 2020. */
const STALE_AFTER_DAYS = 183;
const DAY_MS = 86_400_000;

export const ageOf = (release: DataRelease, now: number): DataAge => {
  const known = release.from === null ? null : dayOfIso(release.from);
  const from = known ?? endOfItsYear(release.release);
  if (from === null) return { ...release, days: null, atLeast: false, stale: false };
  const days = Math.max(0, Math.floor(now / DAY_MS) - from);
  return { ...release, days, atLeast: known === null, stale: days > STALE_AFTER_DAYS };
};

/** `2025c` came out in 2025: on its last day at the latest. */
function endOfItsYear(release: string): number | null {
  const year = /^(\d{4})[a-z]{1,2}(?:\/|$)/.exec(release)?.[1];
  return year === undefined ? null : dayOfIso(`${year}-12-31`);
}

/** The rule records whose review date is past: what they say may have changed since. */
export function overdueRules(law: Pick<Law, 'rules'>, now: number): readonly string[] {
  const today = isoOf(Math.floor(now / DAY_MS));
  return law.rules.filter(({ record }) => record.reviewBy < today).map(({ record }) => record.id);
}

/** `24 days old`, `at least 11 months old`, `of unknown age`. */
export function ageText({ days, atLeast }: DataAge): string {
  if (days === null) return 'of unknown age';
  const months = Math.floor(days / 30);
  const text = days < 90 ? `${days} ${days === 1 ? 'day' : 'days'}` : `${months} months`;
  return `${atLeast ? 'at least ' : ''}${text} old`;
}

/** What is to be said before anything is decided with the data: nothing, when all of it is fresh. */
export function freshnessWarnings(
  reference: { readonly data: readonly DataRelease[]; readonly law: Pick<Law, 'rules'> },
  now: number,
): readonly string[] {
  const stale = reference.data.map((release) => ageOf(release, now)).filter((age) => age.stale);
  const overdue = overdueRules(reference.law, now);
  const named = overdue.length > 3 ? [...overdue.slice(0, 3), '…'] : overdue;
  return [
    ...stale.map((age) => `the ${age.what} (${age.release}) are ${ageText(age)}`),
    ...(overdue.length === 0
      ? []
      : [`${overdue.length} of the rules are past their review date (${named.join(', ')})`]),
  ];
}
