import type { ZoneRules } from '../time/zone-rules.ts';
import { latestMoment } from './scheduled.ts';

/** What a row says of a person's consent to be called. */
export interface Consent {
  /** The cell as it stands; null: there is none. */
  readonly text: string | null;
  /** The moment that it names; null when nobody can say which. */
  readonly at: number | null;
  /** Where the consent was given. */
  readonly source: string | null;
}

/** What a campaign says of the consent of all its people. */
export interface StatedConsent {
  readonly basis: string;
  readonly statement: string;
}

/** A date without a clock is read by the person's own; null when the row has neither date nor source. */
export function readConsent(
  cells: { readonly at: string | null; readonly source: string | null },
  rules: ZoneRules,
  zones: readonly string[],
): Consent | null {
  const { at: text, source } = cells;
  if (text === null) return source === null ? null : { text, at: null, source };
  const moment = latestMoment(text, rules, zones);
  return { text, at: moment.ok ? moment.at : null, source };
}

/** What a cell of consent leaves open: no moment can be read from it, or one that is still to come. */
export interface ConsentDoubt {
  readonly code: 'consent_unreadable' | 'consent_future';
  readonly message: string;
  readonly fix: string;
}

const CONSENT_FIX = 'Write the day of the consent as YYYY-MM-DD, or leave the cell blank.';

/** Null: the cell is blank, or a moment that has come. */
export function consentDoubt(
  { text, at }: Pick<Consent, 'text' | 'at'>,
  now: number,
): ConsentDoubt | null {
  if (text === null || isOnRecord(at, now)) return null;
  const [code, what] =
    at === null
      ? (['consent_unreadable', 'is no date that can be read'] as const)
      : (['consent_future', 'is still to come'] as const);
  return { code, message: `"${text}" ${what}, and counts as no consent.`, fix: CONSENT_FIX };
}

/** A date in the future is no consent yet. */
export const isOnRecord = (consentAt: number | null, now: number): boolean =>
  consentAt !== null && consentAt <= now;

/** By this beginning of a reason those are found again who may be called once the campaign states a consent. */
export const NO_CONSENT = 'no consent on record';

/** Why nobody without a consent is called under these rules; null when no rule asks for one. */
export const withoutConsent = (ruleIds: readonly string[]): string | null =>
  ruleIds.length === 0 ? null : `${NO_CONSENT} (${ruleIds.join(', ')})`;

/** `2026-03-01, web form`, or the campaign's word; null: there is nothing to go by. */
export function consentText(
  own: Pick<Consent, 'text' | 'source'> | null,
  stated: StatedConsent | null,
): string | null {
  const parts = [own?.text, own?.source].filter((part) => part !== null && part !== undefined);
  if (parts.length > 0) return parts.join(', ');
  return stated === null ? null : `stated by the campaign: ${stated.basis}`;
}

/** What a campaign states, in full, to be read once more before people are called. */
export const statedConsent = ({ basis, statement }: StatedConsent): string =>
  `${basis}: “${statement}”`;
