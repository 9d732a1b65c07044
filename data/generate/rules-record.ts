import type { HolidayRule } from '../../src/domain/schedule/holidays.ts';
import type { REST_AFTER } from '../../src/domain/schedule/rule.ts';

/** A record of `data/reference/rules.json` as it is written down by hand. */
export interface Fact {
  readonly id: string;
  readonly name: string;
  readonly in: readonly string[];
  readonly automatic?: false;
  readonly purposes?: readonly string[];
  /** Monday to Friday, Saturday, Sunday: `10:00-13:00 14:00-20:00`, or `none`. Null: no hours are laid down. */
  readonly hours: readonly [string, string, string] | null;
  readonly closures?: readonly { readonly days: readonly HolidayRule[]; readonly hours: string }[];
  readonly caps?: readonly { readonly max: number; readonly hours: number; readonly per: string }[];
  /** A rest of this many hours; null: for ever. For the person whatever it is about, unless `per` says more. */
  readonly coolOff?: readonly {
    readonly after: (typeof REST_AFTER)[number];
    readonly hours: number | null;
    readonly per?: string;
  }[];
  readonly consent?: 'required';
  readonly basis: 'statute' | 'code' | 'convention';
  readonly sources: readonly string[];
  readonly confidence: 'high' | 'middle' | 'low';
  readonly note?: string;
}

/** When the sources were read, and when they are to be read again: the less sure, the sooner. */
export const VERIFIED_ON = '2026-11-22';
const REVIEW_BY = { high: '2027-11-22', middle: '2027-05-22', low: '2027-02-22' } as const;

const EVERY_PURPOSE = ['marketing', 'service', 'collections', 'research'];

const windows = (text: string): string[] => (text === 'none' ? [] : text.split(' '));

export function recordOf(fact: Fact): Readonly<Record<string, unknown>> {
  const [weekday, saturday, sunday] = fact.hours ?? [];
  const week = [weekday, weekday, weekday, weekday, weekday, saturday, sunday];
  return {
    id: fact.id,
    name: fact.name,
    in: fact.in,
    automatic: fact.automatic ?? true,
    // Nobody is left out of a rule on a guess: only those whose source says so hold for some purposes alone.
    purposes: fact.purposes ?? EVERY_PURPOSE,
    hours: fact.hours === null ? null : week.map((text) => windows(text ?? 'none')),
    closures: (fact.closures ?? []).map(({ days, hours }) => ({ days, hours: windows(hours) })),
    caps: fact.caps ?? [],
    cool_off: (fact.coolOff ?? []).map((rest) => ({ per: 'person', ...rest })),
    consent: fact.consent ?? 'not stated',
    basis: fact.basis,
    sources: fact.sources,
    confidence: fact.confidence,
    verified_on: VERIFIED_ON,
    review_by: REVIEW_BY[fact.confidence],
    note: fact.note ?? null,
  };
}
