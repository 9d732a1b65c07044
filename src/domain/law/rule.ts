import { intersect, merge } from '../time/intervals.ts';
import type { WeeklyWindow } from '../time/windows.ts';
import { dayAt, dayOfIso, weekdayOf, yearOf } from './calendar.ts';
import { holidaysOf, type HolidayRule } from './holidays.ts';

export const PURPOSES = ['marketing', 'service', 'collections', 'research'] as const;
export type Purpose = (typeof PURPOSES)[number];
export const DEFAULT_PURPOSE: Purpose = 'marketing';

/** Whom the calls are for. Without a word the stricter: what speaks of consumers holds. */
export const AUDIENCES = ['consumers', 'businesses'] as const;
export type Audience = (typeof AUDIENCES)[number];
export const DEFAULT_AUDIENCE: Audience = 'consumers';

/** `express`: however it was given. `written`: on paper or in a form. `automated_calls`: to calls by a machine. */
export const CONSENT_KINDS = ['express', 'written', 'automated_calls'] as const;
export const AI_DISCLOSURES = ['at_start', 'on_request'] as const;
export const RECORDING_NOTICES = ['all_parties'] as const;
/** When the company that calls is named, and when a way not to be called again is told. */
export const SAID_WHEN = ['at_start'] as const;

/** The consent that a rule asks for. */
export interface ConsentAsked {
  readonly kind: (typeof CONSENT_KINDS)[number];
  /** In days: an older one counts no longer. Null: it does not age. */
  readonly maxAge: number | null;
  /** The hours of the rule do not bind a call to somebody whose consent is on record with its date. */
  readonly liftsHours: boolean;
}

/** What a person rests after. */
export const REST_AFTER = ['conversation', 'refusal', 'abandoned call'] as const;

/** ISO weekdays 1 to 7, in their order. */
type HoursByWeekday = readonly (readonly WeeklyWindow[])[];

/** Dates on which fewer hours are allowed, or none: holidays, and the eves of holidays. */
interface Closure {
  readonly days: readonly HolidayRule[];
  /** What of the day is left; these narrow the hours of the weekday. */
  readonly hours: readonly WeeklyWindow[];
  /** The parts of the country that keep these days; without it, all of it. */
  readonly in?: readonly string[] | undefined;
}

/** For whom the calls of a limit count. */
interface Counted {
  /** In words. */
  readonly per: string;
  /** Only calls about the same subject count. */
  readonly perSubject: boolean;
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
  readonly audience: readonly Audience[];
  /** The first and the last date on which it holds, by the calendar of the person; null: no such bound. */
  readonly effectiveFrom: string | null;
  readonly until: string | null;
  /** Null: no hours are known to be laid down, so that this record forbids none. */
  readonly hours: HoursByWeekday | null;
  readonly closures: readonly Closure[];
  /** At most `max` calls in any `hours`. */
  readonly caps: readonly (Counted & { readonly max: number; readonly hours: number })[];
  /** How long a person rests after this; null: for ever. */
  readonly coolOff: readonly (Counted & {
    readonly after: (typeof REST_AFTER)[number];
    readonly hours: number | null;
  })[];
  /** Null: the rule asks for none. */
  readonly consent: ConsentAsked | null;
  /** When a caller that is an AI has to say so; null: the rule does not ask for it. */
  readonly aiDisclosure: (typeof AI_DISCLOSURES)[number] | null;
  /** Who has to know that a call is recorded; null: the rule does not speak of it. */
  readonly recordingNotice: (typeof RECORDING_NOTICES)[number] | null;
  /** When the company that calls has to be named; null: the rule does not ask for it. */
  readonly callerNamed: (typeof SAID_WHEN)[number] | null;
  /** When a way not to be called again has to be told; null: the rule does not ask for it. */
  readonly optOutOffered: (typeof SAID_WHEN)[number] | null;
  readonly basis: 'statute' | 'code' | 'convention';
  readonly sources: readonly string[];
  /** The decisive words of the text, as they stand there; null: the text itself was not seen. */
  readonly quote: string | null;
  readonly confidence: 'high' | 'middle' | 'low';
  readonly verifiedOn: string;
  readonly reviewBy: string;
  readonly note: string | null;
}

/** Whether it says when, how often or whom to call, and not only what has to be said in a call. */
export const bindsCalls = (record: RuleRecord): boolean =>
  record.hours !== null ||
  record.consent !== null ||
  record.closures.length + record.caps.length + record.coolOff.length > 0;

const WHOLE_DAY: readonly WeeklyWindow[] = [{ start: 0, end: 1440 }];
const EARLIEST_MS = 14 * 3_600_000;
const LATEST_MS = 12 * 3_600_000;

const boundOf = (date: string | null): number | null => (date === null ? null : dayOfIso(date));

/** A record with its calendar: what it allows on a date. Holidays are worked out once for each year. */
export class Rule {
  readonly record: RuleRecord;
  /** Its hours do not bind: the person's consent is on record, and the text says that this lifts them. */
  readonly lifted: boolean;
  /** Two rules with the same are the same. */
  readonly key: string;
  readonly #first: number;
  readonly #last: number;
  readonly #years = new Map<number, readonly ReadonlyMap<number, string>[]>();

  constructor(record: RuleRecord, lifted = false) {
    this.record = record;
    this.lifted = lifted;
    const regions = record.closures.map((closure) => closure.in?.join('+') ?? '');
    this.key = [record.id, lifted, ...regions].join(';');
    this.#first = boundOf(record.effectiveFrom) ?? -Infinity;
    this.#last = boundOf(record.until) ?? Infinity;
  }

  inForce(day: number): boolean {
    return this.#first <= day && day <= this.#last;
  }

  /** Whether it holds anywhere at that instant: a date begins 14 hours before it does in UTC, and ends 12 after. */
  inForceAt(now: number): boolean {
    return this.#first <= dayAt(now + EARLIEST_MS) && dayAt(now - LATEST_MS) <= this.#last;
  }

  /** The hours of a local date, by the clock on the wall there; merged. */
  hoursOn(day: number): readonly WeeklyWindow[] {
    if (!this.#binds(day)) return WHOLE_DAY;
    let hours = this.record.hours?.[weekdayOf(day) - 1] ?? WHOLE_DAY;
    for (const [index, closure] of this.record.closures.entries()) {
      if (this.#named(day, index) !== undefined) hours = inBoth(hours, closure.hours);
    }
    return hours;
  }

  /** The holiday on which nothing at all is allowed; null on every other date. */
  dayOff(day: number): string | null {
    if (!this.#binds(day)) return null;
    const closed = this.record.closures.findIndex(
      (closure, index) => closure.hours.length === 0 && this.#named(day, index) !== undefined,
    );
    return closed < 0 ? null : (this.#named(day, closed) ?? null);
  }

  /** Why the hours of this date are not those of the weekday; null when they are. */
  occasion(day: number): string | null {
    const { effectiveFrom, until } = this.record;
    if (day < this.#first) return `in force from ${effectiveFrom ?? ''}`;
    if (day > this.#last) return `in force until ${until ?? ''}`;
    if (this.lifted) return 'lifted by the consent on record';
    const named = this.record.closures.map((_, index) => this.#named(day, index));
    return this.dayOff(day) ?? named.find((name) => name !== undefined) ?? null;
  }

  #binds(day: number): boolean {
    return !this.lifted && this.inForce(day);
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
