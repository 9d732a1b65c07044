import type { HolidayRule } from '../../../src/domain/law/holidays.ts';
import type { WrittenRule } from '../../../src/domain/law/record-schema.ts';
import { AUDIENCES, PURPOSES, type REST_AFTER } from '../../../src/domain/law/rule.ts';

export interface FactClosure {
  readonly days: readonly HolidayRule[];
  readonly hours: string;
  /** The parts of the country that keep these days; all, without. */
  readonly in?: readonly string[];
}

type Kind = NonNullable<WrittenRule['consent']>['kind'];
type Consent = Kind | { readonly kind: Kind; readonly maxAge?: string; readonly liftsHours?: true };

/** Left out: every call counts, whatever it is about. */
interface Counted {
  readonly perSubject?: boolean;
}

/** A record of `data/reference/rules.json` as it is written down by hand. */
export interface Fact {
  readonly id: string;
  readonly name: string;
  readonly in: readonly string[];
  readonly automatic?: false;
  readonly purposes?: WrittenRule['purposes'];
  readonly audience?: WrittenRule['audience'];
  readonly from?: string;
  readonly until?: string;
  /** Monday to Friday, Saturday, Sunday: `10:00-13:00 14:00-20:00`, or `none`. Null: no hours are laid down. */
  readonly hours: readonly [string, string, string] | null;
  readonly closures?: readonly FactClosure[];
  readonly caps?: readonly (Counted & {
    readonly max: number;
    readonly hours: number;
    readonly per: string;
  })[];
  /** A rest of this many hours; null: for ever. For the person whatever it is about, unless `per` says more. */
  readonly coolOff?: readonly (Counted & {
    readonly after: (typeof REST_AFTER)[number];
    readonly hours: number | null;
    readonly per?: string;
  })[];
  readonly consent?: Consent;
  readonly aiDisclosure?: WrittenRule['ai_disclosure'];
  readonly recordingNotice?: WrittenRule['recording_notice'];
  readonly callerNamed?: WrittenRule['caller_named'];
  readonly optOutOffered?: WrittenRule['opt_out_offered'];
  readonly basis: 'statute' | 'code' | 'convention';
  readonly sources: readonly string[];
  /** The decisive words of the text, where it was seen. */
  readonly quote?: string;
  readonly confidence: 'high' | 'middle' | 'low';
  readonly note?: string;
}

/** When the sources were read last, by anybody; words were quoted on this day. */
export const VERIFIED_ON = '2026-11-28';
const READ_BEFORE = '2026-11-22';
/** When they are to be read again: the less sure, the sooner. */
const REVIEW_BY = { high: '2027-11-22', middle: '2027-05-22', low: '2027-02-22' } as const;

const windows = (text: string): string[] => (text === 'none' ? [] : text.split(' '));

function consentOf(consent: Consent): NonNullable<WrittenRule['consent']> {
  if (typeof consent === 'string') return { kind: consent, max_age: null, lifts_hours: false };
  const { kind, maxAge = null, liftsHours = false } = consent;
  return { kind, max_age: maxAge, lifts_hours: liftsHours };
}

function counted<T extends Counted>({ perSubject = false, ...limit }: T): object {
  return { ...limit, per_subject: perSubject };
}

export function recordOf(fact: Fact): Readonly<Record<string, unknown>> {
  const [weekday, saturday, sunday] = fact.hours ?? [];
  const week = [weekday, weekday, weekday, weekday, weekday, saturday, sunday];
  return {
    id: fact.id,
    name: fact.name,
    in: fact.in,
    automatic: fact.automatic ?? true,
    // Nobody is left out of a rule on a guess: only those whose source says so hold for some purposes alone.
    purposes: fact.purposes ?? PURPOSES,
    audience: fact.audience ?? AUDIENCES,
    effective_from: fact.from ?? null,
    until: fact.until ?? null,
    hours: fact.hours === null ? null : week.map((text) => windows(text ?? 'none')),
    closures: (fact.closures ?? []).map(({ hours, ...days }) => ({
      ...days,
      hours: windows(hours),
    })),
    caps: (fact.caps ?? []).map(counted),
    cool_off: (fact.coolOff ?? []).map((rest) => counted({ per: 'person', ...rest })),
    consent: fact.consent === undefined ? null : consentOf(fact.consent),
    ai_disclosure: fact.aiDisclosure ?? null,
    recording_notice: fact.recordingNotice ?? null,
    caller_named: fact.callerNamed ?? null,
    opt_out_offered: fact.optOutOffered ?? null,
    basis: fact.basis,
    sources: fact.sources,
    quote: fact.quote ?? null,
    confidence: fact.confidence,
    verified_on: fact.quote === undefined ? READ_BEFORE : VERIFIED_ON,
    review_by: REVIEW_BY[fact.confidence],
    note: fact.note ?? null,
  };
}
