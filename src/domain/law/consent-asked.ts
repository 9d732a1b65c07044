import { isOnRecord, withoutConsent } from '../contact/consent.ts';
import { storeReason } from '../run/reason.ts';
import type { ConsentAsked, RuleRecord } from './rule.ts';

/** What the rules of a calling group ask of the consent of its people, at one moment. */
export interface ConsentNeeded {
  /** Why nobody is called who has no consent on record. */
  readonly missing: string;
  /** The moment since which a consent must have been given, and why nobody is called with an older one. */
  readonly since: { readonly at: number; readonly reason: string } | null;
}

const DAY_MS = 86_400_000;

/** Null: no rule asks for a consent. */
export function consentNeeded(
  asking: readonly Pick<RuleRecord, 'id' | 'consent'>[],
  now: number,
): ConsentNeeded | null {
  const missing = withoutConsent(asking.map(({ id }) => id));
  if (missing === null) return null;
  const ages = asking.flatMap(({ consent }) => consent?.maxAge ?? []);
  if (ages.length === 0) return { missing, since: null };
  const days = Math.min(...ages);
  const rules = asking.filter(({ consent }) => consent?.maxAge === days).map(({ id }) => id);
  const reason = storeReason({ code: 'consent_too_old', days, rules: rules.join(', ') });
  return { missing, since: { at: now - days * DAY_MS, reason } };
}

/** Why a person with this consent may not be called; null: nothing is missing. */
export function consentBar(
  needed: ConsentNeeded | null,
  consentAt: number | null,
  now: number,
): string | null {
  if (needed === null) return null;
  if (consentAt === null || !isOnRecord(consentAt, now)) return needed.missing;
  const { since } = needed;
  return since !== null && consentAt < since.at ? since.reason : null;
}

const KINDS = {
  express: null,
  written: 'in writing',
  automated_calls: 'to automated calls',
} as const satisfies Record<ConsentAsked['kind'], string | null>;

/** `US (in writing)`. */
export function askedText({ id, consent }: Pick<RuleRecord, 'id' | 'consent'>): string {
  const kind = consent === null ? null : KINDS[consent.kind];
  const days = consent?.maxAge ?? null;
  const words = [kind, days === null ? null : `not older than ${days} days`].filter(
    (word) => word !== null,
  );
  return words.length === 0 ? id : `${id} (${words.join(', ')})`;
}
