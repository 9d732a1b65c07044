import { formatNames, parseGroup } from '../run/calling-group.ts';
import { CONSENT_REFUSED, isRefusal, type StatedConsent } from '../contact/consent.ts';
import { consentBar, consentNeeded } from '../law/consent-asked.ts';
import { storeReason } from '../run/reason.ts';
import { causesOf } from './never-cause.ts';
import type { Schedules } from './schedules.ts';

/** By what it is decided whether somebody may be called at all. */
export interface Admission {
  readonly schedules: Schedules;
  readonly campaign: { readonly consent: StatedConsent | null };
  readonly now: number;
}

interface Person {
  readonly group: string;
  readonly consentAt: number | null;
  /** The cell as it stands. */
  readonly consentText: string | null;
}

/** By this beginning of a reason those are found again who may be called once the hours are other ones. */
export const NEVER_OPEN = 'the calling hours never open';

/** By this beginning of a reason those are found again whose clock is known under another word of the campaign. */
export const NO_CLOCK = 'no time zone is known for this number';

export const ON_DO_NOT_CALL = 'on the do-not-call list';

export const onSuppressList = (file: string): string => `on the suppress list ${file}`;

/** From when on a person counts as reached whom another run has reached; null: `repeat_after` decides. */
export const reachedSince = (
  { leavesReachedMs }: { readonly leavesReachedMs: number },
  now: number,
): number | null => (leavesReachedMs === 0 ? null : now - leavesReachedMs);

/** Why a person is left out whom another run has reached at an instant, as it is stored. */
export const reachedByOther = (run: string, at: number): string =>
  storeReason({ code: 'reached_by_other_run', run, on: new Date(at).toISOString().slice(0, 10) });

/** Why the people of a group can never be called within a year; null when they can. */
export function whyNever(
  group: string,
  { schedules, now }: Omit<Admission, 'campaign'>,
): string | null {
  if (schedules.everOpens(group, now)) return null;
  const { zones } = parseGroup(group);
  if (zones.length === 0) return NO_CLOCK;
  const causes = causesOf(group, schedules, now).join(', and ');
  return `${NEVER_OPEN} in ${formatNames(zones)}: ${causes}`;
}

/** Why the person may not be called as far as consent goes; null: nothing is missing, and nobody said no. */
export function whyNoConsent(person: Person, on: Admission): string | null {
  const { group, consentAt, consentText } = person;
  // Where no rule asks for consent a refusal counts as well.
  if (isRefusal(consentText)) return CONSENT_REFUSED;
  if (on.campaign.consent !== null) return null;
  const needed = consentNeeded(on.schedules.consentRulesOf(group, on.now), on.now);
  return consentBar(needed, consentAt, on.now);
}

/** Why the person is never called by this campaign; null: at some hour of the year an order may leave. */
export const whyNotAdmitted = (person: Person, on: Admission): string | null =>
  whyNever(person.group, on) ?? whyNoConsent(person, on);
