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
