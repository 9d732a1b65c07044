import type { Why } from '../../domain/schedule/why.ts';
import { reasonJson, reasonText, reasonTextOrNull } from '../../domain/run/text/reason-text.ts';
import type { RuleRecord } from '../../domain/law/rule.ts';
import type { OrderOfNumber } from '../../ports/ledger/standing.ts';
import type { Known } from './why-ledger.ts';
import type { Subject } from './why-subject.ts';

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** All that `why` has to say, for a program. */
export const whyJson = (
  why: Why,
  { subject, known, at, ...rest }: WhyFacts,
): Readonly<Record<string, unknown>> => ({
  schema_version: 1,
  at: iso(at),
  open: why.open,
  zones: why.zones.map(({ zone, sources, digits, localTime }) => ({
    zone,
    source: sources[0] ?? 'none',
    sources,
    ...(digits === null ? {} : { digits }),
    local_time: localTime,
  })),
  jurisdictions: subject.place.jurisdictions,
  doubts: subject.place.doubts.map(({ text }) => text),
  rules: why.rules,
  closes_at: isoOrNull(why.closesAt),
  next_open_at: isoOrNull(why.nextOpenAt),
  limits: rest.limits.map(reasonText),
  never: known.never.length === 0 ? null : known.never.map(reasonText).join('; '),
  never_reasons: known.never.map(reasonJson),
  not_before: isoOrNull(subject.notBefore),
  waits: known.waits.map(({ until, reason }) => ({ until: iso(until), ...reasonJson(reason) })),
  ledger: rest.ledger,
  do_not_call: barredJson(known),
  do_not_call_last_digits: tailJson(known),
  suppressed_by: known.suppressedBy,
  open_order: known.open === null ? null : orderJson(known.open),
  in_run: inRunJson(known),
  must_say: rest.mustSay.map(({ id, what }) => ({ rule: id, what })),
  needs_consent: rest.consent.map(({ id }) => id),
  consent_asked: rest.consent.map(({ id, consent }) => ({
    rule: id,
    kind: consent?.kind ?? null,
    max_age_days: consent?.maxAge ?? null,
  })),
  sentence: rest.sentence,
});

export interface WhyFacts {
  readonly subject: Subject;
  readonly known: Known;
  readonly at: number;
  readonly limits: readonly string[];
  /** The rules that ask for consent. */
  readonly consent: readonly Pick<RuleRecord, 'id' | 'consent'>[];
  /** What has to be said in the call, rule by rule. */
  readonly mustSay: readonly { readonly id: string; readonly what: string }[];
  readonly ledger: string | null;
  readonly sentence: string;
}

function barredJson({ standing: { barred } }: Known): object | null {
  if (barred === null) return null;
  const { who, at, reason, source } = barred;
  return { who, at: iso(at), ...reasonJson(reason), source };
}

function tailJson({ standing: { barredTail } }: Known): object | null {
  if (barredTail === null) return null;
  const { who, at, reason, source, row } = barredTail;
  return { who, at: iso(at), ...reasonJson(reason), source, row };
}

const orderJson = ({ run, key, state, orderedAt, ringsUntil }: OrderOfNumber): object => ({
  run,
  key,
  state,
  ordered_at: iso(orderedAt),
  rings_until: iso(ringsUntil),
});

function inRunJson({ standing: { contact }, runId }: Known): object | null {
  if (contact === null) return null;
  const { state, reason, heldFor } = contact;
  return { run: runId, state, ...reasonJson(reason), held: reasonTextOrNull(heldFor) };
}
