import { firstEndingAfter, intersect, merge, type Interval } from '../time/intervals.ts';
import { openIntervals, type Weekly } from '../time/windows.ts';
import type { ZoneRules } from '../time/zone-rules.ts';

/** What a campaign says about when to call. */
export interface Calling {
  readonly weekly: Weekly;
  /** The retry delay of each window, parallel to `weekly.windows`. */
  readonly delaysMs: readonly number[];
  /** The campaign's own time zone: it must be open there as well. It narrows, never widens. */
  readonly zone: string | null;
}

interface Piece extends Interval {
  readonly window: number;
}

/** The openings of one set of candidate zones over a span, worked out once. */
export class Timeline {
  readonly span: Interval;
  /** When it is open in every zone; merged. */
  readonly open: readonly Interval[];
  /** Each window in each candidate zone, in the order of their ends. */
  readonly #pieces: readonly Piece[];
  readonly #edges: readonly number[];
  readonly #delaysMs: readonly number[];

  constructor(
    rules: ZoneRules,
    calling: Calling,
    wanted: { readonly zones: readonly string[]; readonly span: Interval },
  ) {
    this.span = wanted.span;
    this.#delaysMs = calling.delaysMs;
    const pieces: Piece[] = [];
    let open: Interval[] | null = null;
    for (const zone of wanted.zones) {
      const own = calling.weekly.windows.flatMap((one, window) => {
        const weekly = { windows: [one], days: calling.weekly.days };
        const intervals = openIntervals(rules, zone, { weekly, span: wanted.span });
        return intervals.map((interval) => ({ ...interval, window }));
      });
      pieces.push(...own);
      open = open === null ? merge(own) : intersect(open, merge(own));
    }
    if (open !== null && calling.zone !== null) {
      const { weekly } = calling;
      open = intersect(open, openIntervals(rules, calling.zone, { weekly, span: wanted.span }));
    }
    // Nobody's clock is known: then no time is right (promise 2).
    this.open = open ?? [];
    this.#pieces = pieces.sort((a, b) => a.end - b.end);
    this.#edges = [...new Set(pieces.flatMap((p) => [p.start, p.end]))].sort((a, b) => a - b);
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
