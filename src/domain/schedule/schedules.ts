import type { ZoneRules } from '../time/zone-rules.ts';
import { Timeline, type Calling } from './timeline.ts';

/** The answer to "may I ring now" for one calling group. */
export interface Opening {
  readonly open: boolean;
  /** The end of the opening, when open. */
  readonly closesAt: number | null;
  /** The next start, when closed; null when there is none within 366 days. */
  readonly opensAt: number | null;
  /** Index of the campaign window whose retry delay counts; while closed, the window last left, or 0. */
  readonly window: number;
  /** Nothing of this answer changes before then. */
  readonly validUntil: number;
}

interface Answer extends Opening {
  readonly validFrom: number;
}

const DAY = 86_400_000;
/** Two weeks and a day back: the window that a closed group last left. */
const BACK_MS = 15 * DAY;
/** The horizons that are tried in turn; most groups open within the first. */
const HORIZONS_MS = [14 * DAY, 60 * DAY, 366 * DAY] as const;
const FARTHEST_MS = 366 * DAY;
/** A timeline serves a group until this little of it is left. */
const SPARE_MS = 7 * DAY;

/**
 * When each calling group may be rung. A group is open when every candidate zone is inside a window, and
 * the campaign's own zone too if it has one. Groups are few; contacts are many: answers are kept until the
 * next edge, and a clock that goes back gets a new one.
 */
export class Schedules {
  readonly #rules: ZoneRules;
  readonly #calling: Calling;
  readonly #answers = new Map<string, Answer>();
  readonly #timelines = new Map<string, Timeline>();

  constructor(rules: ZoneRules, calling: Calling) {
    this.#rules = rules;
    this.#calling = calling;
  }

  at(group: string, now: number): Opening {
    const known = this.#answers.get(group);
    if (known !== undefined && known.validFrom <= now && now < known.validUntil) return known;
    const answer = this.#answer(group, now);
    this.#answers.set(group, answer);
    return answer;
  }

  /** Whether the group is open at some instant of the 366 days after `from`. */
  everOpens(group: string, from: number): boolean {
    const opening = this.at(group, from);
    return opening.open || opening.opensAt !== null;
  }

  /** The campaign window whose retry delay counts at `at`, as in `Opening.window`. */
  windowAt(group: string, at: number): number {
    return this.#timeline(group, at, HORIZONS_MS[0]).window(at);
  }

  #answer(group: string, now: number): Answer {
    for (const horizon of HORIZONS_MS) {
      const timeline = this.#timeline(group, now, horizon);
      const opening = timeline.opening(now);
      if (opening === undefined) continue;
      // An opening that reaches the edge of the span may go on: look farther, up to the farthest.
      const cut = opening.start <= now && opening.end >= timeline.span.end;
      if (cut && horizon !== FARTHEST_MS) continue;
      const window = timeline.window(now);
      if (opening.start > now) {
        const opensAt = opening.start;
        return {
          open: false,
          closesAt: null,
          opensAt,
          window,
          validFrom: now,
          validUntil: opensAt,
        };
      }
      const closesAt = opening.end;
      const validUntil = Math.min(closesAt, timeline.nextEdge(now));
      return { open: true, closesAt, opensAt: null, window, validFrom: now, validUntil };
    }
    // Looked at again every day, as the 366 days move on.
    const window = this.#timeline(group, now, FARTHEST_MS).window(now);
    const validUntil = now + DAY;
    return { open: false, closesAt: null, opensAt: null, window, validFrom: now, validUntil };
  }

  #timeline(group: string, now: number, horizon: number): Timeline {
    const known = this.#timelines.get(group);
    const enough = horizon === FARTHEST_MS ? FARTHEST_MS : SPARE_MS;
    if (known !== undefined) {
      const { start, end } = known.span;
      if (start + BACK_MS <= now && now + enough <= end && end - start >= horizon) return known;
    }
    // A day more than is needed, so that looking back a little does not build it again.
    const span = { start: now - BACK_MS - DAY, end: now + horizon };
    const timeline = new Timeline(this.#rules, this.#calling, { zones: zonesOf(group), span });
    this.#timelines.set(group, timeline);
    return timeline;
  }
}

/** The zones of a group's text, `zone+zone|JURISDICTION+…`. */
function zonesOf(group: string): readonly string[] {
  return (group.split('|', 1)[0] ?? '').split('+').filter((zone) => zone !== '');
}
