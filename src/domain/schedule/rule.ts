import { intersect, merge } from '../time/intervals.ts';
import type { WeeklyWindow } from '../time/windows.ts';
import { weekdayOf, yearOf } from './calendar.ts';
import { holidaysOf, type HolidayRule } from './holidays.ts';

export const PURPOSES = ['marketing', 'service', 'collections', 'research'] as const;
export type Purpose = (typeof PURPOSES)[number];
export const DEFAULT_PURPOSE: Purpose = 'marketing';

/** What a person rests after. */
export const REST_AFTER = ['conversation', 'refusal', 'abandoned call'] as const;

/** ISO weekdays 1 to 7, in their order. */
export type HoursByWeekday = readonly (readonly WeeklyWindow[])[];

/** Dates on which fewer hours are allowed, or none: holidays, and the eves of holidays. */
export interface Closure {
  readonly days: readonly HolidayRule[];
  /** What of the day is left; these narrow the hours of the weekday. */
  readonly hours: readonly WeeklyWindow[];
}

/** One record of `rules.json`: what one place allows. */
export interface RuleRecord {
  /** `US-FL`, `FR`, `cautious`. */
  readonly id: string;
  readonly name: string;
  /** The jurisdictions it holds in: a country holds in its states too. Empty: wherever it is named. */
  readonly in: readonly string[];
  /** False: holds only where the campaign names it. */
  readonly automatic: boolean;
  readonly purposes: readonly Purpose[];
  /** Null: no hours are known to be laid down, so that this record forbids none. */
  readonly hours: HoursByWeekday | null;
  readonly closures: readonly Closure[];
  /** At most `max` calls in any `hours`. */
  readonly caps: readonly { readonly max: number; readonly hours: number; readonly per: string }[];
  /** How long a person rests after this; null: for ever. */
  readonly coolOff: readonly {
    readonly after: (typeof REST_AFTER)[number];
    readonly hours: number | null;
    readonly per: string;
  }[];
  readonly consent: 'required' | 'not stated';
  readonly basis: 'statute' | 'code' | 'convention';
  readonly sources: readonly string[];
  readonly confidence: 'high' | 'middle' | 'low';
  readonly verifiedOn: string;
  readonly reviewBy: string;
  readonly note: string | null;
}

const WHOLE_DAY: readonly WeeklyWindow[] = [{ start: 0, end: 1440 }];

/** A record with its calendar: what it allows on a date. Holidays are worked out once for each year. */
export class Rule {
  readonly record: RuleRecord;
  readonly #years = new Map<number, readonly ReadonlyMap<number, string>[]>();

  constructor(record: RuleRecord) {
    this.record = record;
  }

  /** The hours of a local date, by the clock on the wall there; merged. */
  hoursOn(day: number): readonly WeeklyWindow[] {
    let hours = this.record.hours?.[weekdayOf(day) - 1] ?? WHOLE_DAY;
    for (const [index, closure] of this.record.closures.entries()) {
      if (this.#named(day, index) !== undefined) hours = inBoth(hours, closure.hours);
    }
    return hours;
  }

  /** The holiday on which nothing at all is allowed; null on every other date. */
  dayOff(day: number): string | null {
    const closed = this.record.closures.findIndex(
      (closure, index) => closure.hours.length === 0 && this.#named(day, index) !== undefined,
    );
    return closed < 0 ? null : (this.#named(day, closed) ?? null);
  }

  /** Why the hours of this date are not those of the weekday; null when they are. */
  occasion(day: number): string | null {
    const named = this.record.closures.map((_, index) => this.#named(day, index));
    return this.dayOff(day) ?? named.find((name) => name !== undefined) ?? null;
  }

  #named(day: number, closure: number): string | undefined {
    const year = yearOf(day);
    let known = this.#years.get(year);
    if (known === undefined) {
      known = this.record.closures.map(({ days }) => around(year, days));
      this.#years.set(year, known);
    }
    return known[closure]?.get(day);
  }
}

/** A New Year's Day on a Saturday is kept in December: the years beside it count too. */
function around(year: number, days: readonly HolidayRule[]): Map<number, string> {
  return new Map([
    ...holidaysOf(year - 1, days),
    ...holidaysOf(year + 1, days),
    ...holidaysOf(year, days),
  ]);
}

/** The minutes of the day that lie in both. No hours of a rule run over midnight. */
export const inBoth = (
  a: readonly WeeklyWindow[],
  b: readonly WeeklyWindow[],
): readonly WeeklyWindow[] => intersect(merge(a), merge(b));
