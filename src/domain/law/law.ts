import type { WeeklyWindow } from '../time/windows.ts';
import { inBoth, Rule, type Audience, type Purpose, type RuleRecord } from './rule.ts';

/** Which rules a campaign keeps to. `none` of the campaign file is neither automatic nor named. */
export interface RuleChoice {
  /** The rules of every place where a contact may be. */
  readonly automatic: boolean;
  /** Rules that are kept where they concern the contact; `cautious` everywhere. */
  readonly named: readonly string[];
}

/** What holds for a campaign that says nothing about rules. */
export const AUTO: RuleChoice = { automatic: true, named: [] };

/** `rules.json`, read. */
interface LawData {
  readonly release: string;
  readonly rules: readonly RuleRecord[];
}

/** By what the rules of a place are chosen. */
interface LawAsked {
  readonly choice: RuleChoice;
  readonly purpose: Purpose;
  readonly audience: Audience;
  /** The person's consent is on record with its date. */
  readonly consented: boolean;
}

/** The calling rules that ship. */
export class Law {
  readonly release: string;
  readonly rules: readonly Rule[];
  readonly #lifted: ReadonlyMap<string, Rule>;
  readonly #parts = new Map<string, Rule>();

  constructor(data: LawData) {
    this.release = data.release;
    this.rules = data.rules.map((record) => new Rule(record));
    const lifting = data.rules.filter(({ consent }) => consent?.liftsHours === true);
    this.#lifted = new Map(lifting.map((record) => [record.id, new Rule(record, true)]));
  }

  /** Whether consent on record lifts the hours of some rule in one of these places. */
  liftsHoursIn(jurisdictions: readonly string[]): boolean {
    const lifted = [...this.#lifted.values()];
    return lifted.some(({ record }) =>
      jurisdictions.some((place) => record.in.some((where) => holdsIn(where, place))),
    );
  }

  /** The rules for a contact who may be in any of these jurisdictions: those of all of them. */
  concerning(jurisdictions: readonly string[], how: LawAsked): readonly Rule[] {
    const rules = this.#concerning(jurisdictions, how);
    return rules.map((rule) => {
      if (how.consented) return this.#lifted.get(rule.record.id) ?? rule;
      return this.#keptIn(jurisdictions, rule);
    });
  }

  /** Without the days that only other parts of the country keep. */
  #keptIn(jurisdictions: readonly string[], rule: Rule): Rule {
    const kept = rule.record.closures.filter(
      ({ in: parts }) =>
        parts === undefined ||
        jurisdictions.some((place) => parts.some((part) => holdsIn(part, place))),
    );
    if (kept.length === rule.record.closures.length) return rule;
    const own = new Rule({ ...rule.record, closures: kept });
    const known = this.#parts.get(own.key) ?? own;
    this.#parts.set(own.key, known);
    return known;
  }

  #concerning(
    jurisdictions: readonly string[],
    { choice, purpose, audience }: LawAsked,
  ): readonly Rule[] {
    return this.rules.filter(({ record }) => {
      if (!speaksOf(record, { purpose, audience })) return false;
      const named = choice.named.includes(record.id);
      if (named && (record.in.length === 0 || record.id === CAUTIOUS)) return true;
      if (!named && !(choice.automatic && record.automatic)) return false;
      return jurisdictions.some((place) => record.in.some((where) => holdsIn(where, place)));
    });
  }
}

/** Whether the text of a rule is about calls like these. */
export const speaksOf = (
  { purposes, audience: whom }: RuleRecord,
  { purpose, audience }: Pick<LawAsked, 'purpose' | 'audience'>,
): boolean => purposes.includes(purpose) && whom.includes(audience);

/** The overlay that can be named for people of any place. */
const CAUTIOUS = 'cautious';

/**
 * A country's rule holds in its states. Where only the country is known the person may be in any of its
 * states, so the rules of all of them hold: the strictest of every candidate.
 */
export const holdsIn = (where: string, place: string): boolean =>
  where === place || place.startsWith(`${where}-`) || where.startsWith(`${place}-`);

/** Several rules at once: what every one of them allows. */
export class RuleSet {
  readonly rules: readonly Rule[];
  readonly #days = new Map<number, readonly WeeklyWindow[]>();
  readonly #off = new Map<number, boolean>();

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
  }

  /** The hours of a local date under all the rules. Kept, since every group with these rules asks again. */
  hoursOn(day: number): readonly WeeklyWindow[] {
    let hours = this.#days.get(day);
    if (hours === undefined) {
      hours = this.rules.reduce(
        (left: readonly WeeklyWindow[], rule) => inBoth(left, rule.hoursOn(day)),
        [{ start: 0, end: 1440 }],
      );
      this.#days.set(day, hours);
    }
    return hours;
  }

  dayOff(day: number): boolean {
    let off = this.#off.get(day);
    if (off === undefined) {
      off = this.rules.some((rule) => rule.dayOff(day) !== null);
      this.#off.set(day, off);
    }
    return off;
  }
}
