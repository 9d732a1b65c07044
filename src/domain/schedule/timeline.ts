import { firstEndingAfter, intersect, merge, type Interval } from '../time/intervals.ts';
import { openIntervals, type Weekly, type WeeklyWindow } from '../time/windows.ts';
import type { ZoneRules } from '../time/zone-rules.ts';
import { weekdayOf } from '../law/calendar.ts';
import { dayIntervals } from './day-intervals.ts';
import type { RuleChoice, RuleSet } from '../law/law.ts';
import type { Limits } from '../law/limits.ts';
import type { Audience, Purpose, RuleRecord } from '../law/rule.ts';

/** What a campaign says about when to call. */
export interface Calling {
  readonly weekly: Weekly;
  /** The retry delay of each window, parallel to `weekly.windows`. */
  readonly delaysMs: readonly number[];
  /** The campaign's own time zone: it must be open there as well. It narrows, never widens. */
  readonly zone: string | null;
  /** Which rules of law are kept; the windows above narrow them and never widen. */
  readonly rules?: RuleChoice | undefined;
  readonly purpose?: Purpose | undefined;
  /** Whom the calls are for, where a row does not say it. */
  readonly audience?: Audience | undefined;
  /** Dates, as days since 1970, on which nobody is called: by the calendar of each candidate zone. */
  readonly blackout?: readonly number[] | undefined;
  /** Holidays of one's own, as rules of the places that they hold in. */
  readonly holidays?: readonly RuleRecord[] | undefined;
  /** Rules of one's own, on top of all others. */
  readonly ownRules?: readonly RuleRecord[] | undefined;
  /** How often one person may be called, on top of the rules' own limits. */
  readonly limits?: Limits | undefined;
}

interface Piece extends Interval {
  readonly window: number;
}

/** The openings of one set of candidate zones under a set of rules over a span, worked out once. */
export class Timeline {
  readonly span: Interval;
  /** When it is open in every zone and under every rule; merged. */
  readonly open: readonly Interval[];
  /** Each window in each candidate zone, in the order of their ends. */
  readonly #pieces: readonly Piece[];
  readonly #edges: Float64Array;
  readonly #delaysMs: readonly number[];

  constructor(
    rules: ZoneRules,
    calling: Calling,
    wanted: {
      readonly zones: readonly string[];
      readonly law: RuleSet;
      readonly span: Interval;
    },
  ) {
    this.span = wanted.span;
    this.#delaysMs = calling.delaysMs;
    const { law, span } = wanted;
    const shut = (day: number): boolean => law.dayOff(day);
    const pieces: Piece[] = [];
    let open: Interval[] | null = null;
    for (const zone of wanted.zones) {
      const own = calling.weekly.windows.flatMap((one, window) => {
        const windowsOn = (day: number): readonly WeeklyWindow[] =>
          windowOn(one, day, { calling, shut });
        const intervals = dayIntervals(rules, zone, { span, windowsOn });
        return intervals.map(({ start, end }) => ({ start, end, window }));
      });
      pieces.push(...own);
      const here = merge(own);
      open = open === null ? here : intersect(open, here);
      if (law.rules.length === 0) continue;
      const windowsOn = (day: number): readonly WeeklyWindow[] => law.hoursOn(day);
      open = intersect(open, dayIntervals(rules, zone, { span, windowsOn }));
    }
    if (open !== null && calling.zone !== null) {
      const { weekly } = calling;
      open = intersect(open, openIntervals(rules, calling.zone, { weekly, span }));
    }
    // Nobody's clock is known: then no time is right (promise 2).
    this.open = open ?? [];
    this.#pieces = pieces.sort((a, b) => a.end - b.end);
    // A typed array sorts numbers without a call for each comparison: this was most of the work of a group.
    this.#edges = Float64Array.from(pieces.flatMap((p) => [p.start, p.end])).sort();
  }

  /** The opening that `at` lies in, or else the next one; undefined when there is none in the span. */
  opening(at: number): Interval | undefined {
    return this.open[firstEndingAfter(this.open, at)];
  }

  /** The next instant at which some window begins or ends in some zone. */
  nextEdge(at: number): number {
    return this.#edges.find((edge) => edge > at) ?? this.span.end;
  }

  /**
   * The window whose retry delay counts at `at`: while open, of the windows that the candidate zones are
   * in, the one with the longest delay; while closed, the one that was open last; 0 before any was.
   */
  window(at: number): number {
    const next = firstEndingAfter(this.open, at);
    const now = this.open[next];
    if (now !== undefined && now.start <= at) return this.#slowest(at);
    const last = this.open[next - 1];
    return last === undefined ? 0 : this.#slowest(last.end - 1);
  }

  #slowest(at: number): number {
    let slowest = 0;
    let longest = -1;
    for (let index = firstEndingAfter(this.#pieces, at); index < this.#pieces.length; index += 1) {
      const piece = this.#pieces[index];
      if (piece === undefined || piece.start > at) continue;
      const delay = this.#delaysMs[piece.window] ?? 0;
      if (delay > longest || (delay === longest && piece.window < slowest)) {
        slowest = piece.window;
        longest = delay;
      }
    }
    return slowest;
  }
}

/**
 * A campaign window on the date on which it begins. One that crosses midnight is closed when the date it began
 * on is shut, and ends at midnight when the next one is.
 */
function windowOn(
  window: WeeklyWindow,
  day: number,
  under: { readonly calling: Calling; readonly shut: (day: number) => boolean },
): readonly WeeklyWindow[] {
  const { calling } = under;
  const shut = (date: number): boolean =>
    calling.blackout?.includes(date) === true || under.shut(date);
  if (!calling.weekly.days.includes(weekdayOf(day)) || shut(day)) return [];
  if (window.end > window.start || !shut(day + 1)) return [window];
  return [{ start: window.start, end: 1440 }];
}

/** The hours of one date inside the campaign's windows, with what is left of one that began the day before. */
export function campaignHours(
  calling: Calling,
  day: number,
  shut: (day: number) => boolean,
): readonly WeeklyWindow[] {
  const under = { calling, shut };
  const hours = calling.weekly.windows.flatMap((window) => [
    ...windowOn(window, day - 1, under)
      .filter(({ start, end }) => end < start)
      .map(({ end }) => ({ start: 0, end })),
    ...windowOn(window, day, under).map(({ start, end }) => ({
      start,
      end: end < start ? 1440 : end,
    })),
  ]);
  return merge(hours);
}
