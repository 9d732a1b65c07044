import { storeReason } from '../run/reason.ts';
import type { ZoneRules } from '../time/zone-rules.ts';
import type { DateOrder } from '../time/written-date.ts';
import { readAnswer } from './refusal/answer.ts';
import { splitDate } from './refusal/dated.ts';
import { pastMoment, readDateCell } from './row/scheduled.ts';

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

/** By what a date of consent is read. */
interface ConsentReading {
  readonly rules: ZoneRules;
  readonly zones: readonly string[];
  readonly dates: DateOrder | null;
}

/**
 * A date without a clock is read by the person's own; null when the row has neither date nor source. `ambiguous`: the
 * date may be two days, and the campaign does not say which.
 */
export function readConsent(
  cells: { readonly at: string | null; readonly source: string | null },
  { rules, zones, dates }: ConsentReading,
): Consent | 'ambiguous' | null {
  const { at: text, source } = cells;
  if (text === null) return source === null ? null : { text, at: null, source };
  if (isRefusal(text)) return { text, at: null, source };
  const iso = readDateCell(splitDate(text)?.date ?? text, dates);
  return iso === null ? 'ambiguous' : { text, at: pastMoment(iso, rules, zones), source };
}

/** Why somebody whose cell of consent is a plain refusal is never called, whatever the rules ask for. */
export const CONSENT_REFUSED = storeReason({ code: 'consent_refused' });

/**
 * A cell that says no is stronger than what the campaign states of everybody: anyone who wrote it knew of this one
 * person, and the call would be made in the company's name although its own list says not to. Only plain words
 * count: a refusal is never guessed from a sentence, which stays a cell that cannot be read.
 */
export const isRefusal = (text: string | null | undefined): boolean =>
  text !== null &&
  text !== undefined &&
  readAnswer(text, { speaks: 'consent', yes: [], no: [] }) === 'refuses';

/** What a cell of consent leaves open: no moment can be read from it, one that is still to come, or it says no. */
interface ConsentDoubt {
  readonly code: 'consent_unreadable' | 'consent_future' | 'consent_refused';
  readonly message: string;
  readonly fix: string;
}

const CONSENT_FIX = 'Write the day of the consent as YYYY-MM-DD, or leave the cell blank.';
const REFUSED_FIX =
  'Leave it as it is, or write the day of the consent as YYYY-MM-DD if the person has agreed since.';

/** Null: the cell is blank, or a moment that has come. */
export function consentDoubt(
  { text, at }: Pick<Consent, 'text' | 'at'>,
  stated: StatedConsent | null,
  now: number,
): ConsentDoubt | null {
  if (text === null || isOnRecord(at, now)) return null;
  if (isRefusal(text)) return refusedDoubt(text);
  const [code, what] =
    at === null
      ? (['consent_unreadable', 'cannot be read as a date'] as const)
      : (['consent_future', 'is still to come'] as const);
  const instead = stated === null ? '' : '; what the campaign states is relied on';
  const message = `"${text}" ${what}, and counts as no consent${instead}.`;
  return { code, message, fix: CONSENT_FIX };
}

export const refusedDoubt = (text: string): ConsentDoubt => ({
  code: 'consent_refused',
  message: `"${text}" refuses consent: this person is not called.`,
  fix: REFUSED_FIX,
});

/** A date in the future is no consent yet. */
export const isOnRecord = (consentAt: number | null, now: number): boolean =>
  consentAt !== null && consentAt <= now;

/** Why nobody without a consent is called under these rules, as it is stored; null when no rule asks for one. */
export const withoutConsent = (ruleIds: readonly string[]): string | null =>
  ruleIds.length === 0 ? null : storeReason({ code: 'consent_missing', rules: ruleIds.join(', ') });

/** By what somebody may be called, as far as consent goes; `refusal`: they may not. */
type ReliedOn = 'row' | 'campaign' | 'refusal' | 'nothing';

/** A cell that is no consent at `at` is not what a call rests on, though it stands in the row. */
export function reliedOn(own: Consent | null, stated: StatedConsent | null, at: number): ReliedOn {
  if (isRefusal(own?.text)) return 'refusal';
  if (isOnRecord(own?.at ?? null, at)) return 'row';
  return stated === null ? 'nothing' : 'campaign';
}

/** The moment by which a consent is judged: of the last order, or of what became of somebody without one. */
export const consentAskedAt = (
  orders: readonly { readonly orderedAt: number }[],
  changedAt: number,
): number => orders.at(-1)?.orderedAt ?? changedAt;

/** `2026-03-01, web form`, the campaign's word, or a refusal; null: there is nothing to go by. */
export function consentText(
  own: Consent | null,
  stated: StatedConsent | null,
  at: number,
): string | null {
  switch (reliedOn(own, stated, at)) {
    case 'row':
      return cellsText(own);
    case 'refusal':
      return `refused in the row: ${cellsText(own)}`;
    case 'campaign':
      return `stated by the campaign: ${stated?.basis ?? ''}`;
    case 'nothing':
      return null;
  }
}

/** What stands in the cells of consent, whatever it is worth. */
export const cellsText = (own: Consent | null): string =>
  [own?.text, own?.source].filter((part) => part !== null && part !== undefined).join(', ');

/** What a campaign states, in full, to be read once more before people are called. */
export const statedConsent = ({ basis, statement }: StatedConsent): string =>
  `${basis}: “${statement}”`;
