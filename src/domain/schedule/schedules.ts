import { parseGroup, type CallingGroup } from '../run/calling-group.ts';
import type { Interval } from '../time/intervals.ts';
import type { ZoneRules } from '../time/zone-rules.ts';
import { AUTO, holdsIn, RuleSet, speaksOf, type Law } from '../law/law.ts';
import { limitsOf, NO_LIMITS, type Limits } from '../law/limits.ts';
import { DEFAULT_AUDIENCE, DEFAULT_PURPOSE, Rule, type RuleRecord } from '../law/rule.ts';
import { LEAST_OPENING_MS } from './fence.ts';
import type { Opening } from './opening.ts';
import { Timeline, type Calling } from './timeline.ts';

/** What one calling group comes to: its candidate zones, and the rules of its candidate jurisdictions. */
interface Meaning {
  readonly zones: readonly string[];
  readonly law: RuleSet;
}

interface Answer extends Opening {
  readonly validFrom: number;
}

const MINUTE_MS = 60_000;
const DAY = 86_400_000;
/** Two weeks and a day back: the window that a closed group last left. */
const BACK_MS = 15 * DAY;
/** The horizons that are tried in turn; most groups open within the first. */
const HORIZONS_MS = [14 * DAY, 60 * DAY, 366 * DAY] as const;
const FARTHEST_MS = 366 * DAY;
/** Over a weekend and the holidays beside it; back to where an opening that crosses midnight began. */
const NEAR_MS = 5 * DAY;
const NEAR_BACK_MS = 2 * DAY;
/** A timeline serves a group until this little of it is left. */
const SPARE_MS = 7 * DAY;

/**
 * When each calling group may be rung. A group is open when every candidate zone is inside a window and
 * inside the hours of every rule of every candidate jurisdiction, and the campaign's own zone is inside a
 * window too if it has one. Groups are few; contacts are many: answers are kept until the
 * next edge, and a clock that goes back gets a new one.
 */
export class Schedules {
  readonly #rules: ZoneRules;
  readonly #calling: Calling;
  readonly #law: Law;
  readonly #holidays: readonly Rule[];
  readonly #own: readonly Rule[];
  readonly #answers = new Map<string, Answer>();
  readonly #meanings = new Map<string, Meaning>();
  readonly #ruleSets = new Map<string, RuleSet>();
  readonly #timelines = new Map<string, Timeline>();

  constructor(rules: ZoneRules, calling: Calling, law: Law) {
    this.#rules = rules;
    this.#calling = calling;
    this.#law = law;
    this.#holidays = (calling.holidays ?? []).map((record) => new Rule(record));
    this.#own = (calling.ownRules ?? []).map((record) => new Rule(record));
  }

  /** The time-zone rules that every answer here is made with. */
  get zoneRules(): ZoneRules {
    return this.#rules;
  }

  get calling(): Calling {
    return this.#calling;
  }

  /** The same under another word of the campaign, to find out what keeps a group shut. */
  with(change: Partial<Calling>): Schedules {
    return new Schedules(this.#rules, { ...this.#calling, ...change }, this.#law);
  }

  at(group: string, now: number): Opening {
    const known = this.#answers.get(group);
    if (known !== undefined && known.validFrom <= now && now < known.validUntil) return known;
    const answer = this.#answer(group, now);
    this.#answers.set(group, answer);
    return answer;
  }

  /**
   * The instant from which the group is open: `now` where it is. Null: never. As `at` has it, but the days around
   * `now` alone are worked out where they tell, for a question that is asked once. After `latest` it may be null too.
   */
  nextOpening(group: string, now: number, latest = Infinity): number | null {
    const end = Math.min(now + NEAR_MS, latest + MINUTE_MS);
    const span = { start: now - NEAR_BACK_MS, end };
    const near = new Timeline(this.#rules, this.#calling, { ...this.#meaning(group), span });
    const opening = near.opening(now);
    if (opening !== undefined) return Math.max(opening.start, now);
    if (latest < end) return null;
    const answer = this.at(group, now);
    return answer.open ? now : answer.opensAt;
  }

  /** Whether an order could leave at some instant of the 366 days after `from`: openings may be too short. */
  everOpens(group: string, from: number): boolean {
    const opening = this.at(group, from);
    if (!opening.open && opening.opensAt === null) return false;
    const longEnough = ({ start, end }: Interval): boolean =>
      end - Math.max(start, from) >= LEAST_OPENING_MS;
    const soon = this.#timeline(group, from, HORIZONS_MS[0]);
    return (
      soon.open.some(longEnough) || this.#timeline(group, from, FARTHEST_MS).open.some(longEnough)
    );
  }

  /** The rules that the group's openings keep to. */
  rulesOf(group: string): readonly Rule[] {
    return this.#meaning(group).law.rules;
  }

  /** The records of those of them that are in force at that moment. */
  recordsAt(group: string, now: number): readonly RuleRecord[] {
    const rules = this.rulesOf(group).filter((rule) => rule.inForceAt(now));
    return rules.map(({ record }) => record);
  }

  /** Those that ask for the consent of its people then. */
  consentRulesOf(group: string, now: number): readonly RuleRecord[] {
    return this.recordsAt(group, now).filter(({ consent }) => consent !== null);
  }

  /** Whether one of them asks then that an AI says so at the beginning of a call. */
  asksForDisclosure(group: string, now: number): boolean {
    return this.recordsAt(group, now).some(({ aiDisclosure }) => aiDisclosure === 'at_start');
  }

  /** How often its people may be called: the limits of those rules and the campaign's own. */
  limitsOf(group: string, now: number): Limits {
    const rules = this.rulesOf(group).filter((rule) => rule.inForceAt(now));
    return limitsOf(rules, this.#calling.limits ?? NO_LIMITS);
  }

  /** The campaign window whose retry delay counts at `at`, as in `Opening.window`. */
  windowAt(group: string, at: number): number {
    return this.#timeline(group, at, HORIZONS_MS[0]).window(at);
  }

  #answer(group: string, now: number): Answer {
    const rules = this.rulesOf(group);
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
          rules,
        };
      }
      const closesAt = opening.end;
      const validUntil = Math.min(closesAt, timeline.nextEdge(now));
      return { open: true, closesAt, opensAt: null, window, validFrom: now, validUntil, rules };
    }
    // Looked at again every day, as the 366 days move on.
    const window = this.#timeline(group, now, FARTHEST_MS).window(now);
    const validUntil = now + DAY;
    return {
      open: false,
      closesAt: null,
      opensAt: null,
      window,
      validFrom: now,
      validUntil,
      rules,
    };
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
    const timeline = new Timeline(this.#rules, this.#calling, { ...this.#meaning(group), span });
    this.#timelines.set(group, timeline);
    return timeline;
  }

  #meaning(group: string): Meaning {
    let meaning = this.#meanings.get(group);
    if (meaning === undefined) {
      const parts = parseGroup(group);
      meaning = { zones: parts.zones, law: this.#ruleSet(parts) };
      this.#meanings.set(group, meaning);
    }
    return meaning;
  }

  /** Groups under the same rules share one set, whose dates are worked out once. */
  #ruleSet({ jurisdictions, audience: own, consented }: CallingGroup): RuleSet {
    const { rules: choice = AUTO, purpose = DEFAULT_PURPOSE } = this.#calling;
    const audience = own ?? this.#calling.audience ?? DEFAULT_AUDIENCE;
    // Nobody's jurisdiction is known, and no rule was asked for by name.
    const nowhere = jurisdictions.length === 0 && choice.named.length === 0;
    const asked = { choice, purpose, audience, consented };
    const rules = [
      ...(nowhere ? [] : this.#law.concerning(jurisdictions, asked)),
      ...this.#own
        .filter(({ record }) => speaksOf(record, asked))
        .filter(({ record }) => isKeptIn(record, jurisdictions)),
      ...this.#holidays.filter(({ record }) => isKeptIn(record, jurisdictions)),
    ];
    const key = rules.map((rule) => rule.key).join();
    const set = this.#ruleSets.get(key) ?? new RuleSet(rules);
    this.#ruleSets.set(key, set);
    return set;
  }
}

/** Without a place the campaign means everybody. */
const isKeptIn = ({ in: places }: RuleRecord, jurisdictions: readonly string[]): boolean =>
  places.length === 0 || jurisdictions.some((one) => places.some((where) => holdsIn(where, one)));
