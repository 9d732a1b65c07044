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

export const ON_DO_NOT_CALL = storeReason({ code: 'on_do_not_call' });

/** Why a person is left out whom a list of the campaign names, as it is stored. */
export const onSuppressList = (file: string): string =>
  storeReason({ code: 'on_suppress_list', file });

/** From when on a person counts as reached whom another run has reached; null: `repeat_after` decides. */
export const reachedSince = (
  { leavesReachedMs }: { readonly leavesReachedMs: number },
  now: number,
): number | null => (leavesReachedMs === 0 ? null : now - leavesReachedMs);

/** Why a person is left out whom another run has reached at an instant, as it is stored. */
export const reachedByOther = (run: string, at: number): string =>
  storeReason({ code: 'reached_by_other_run', run, on: new Date(at).toISOString().slice(0, 10) });

/** Why the people of a group can never be called within a year, as it is stored; null when they can. */
export function whyNever(
  group: string,
  { schedules, now }: Omit<Admission, 'campaign'>,
): string | null {
  if (schedules.everOpens(group, now)) return null;
  const { zones } = parseGroup(group);
  if (zones.length === 0) return storeReason({ code: 'no_time_zone' });
  const causes = causesOf(group, schedules, now);
  return storeReason({ code: 'never_open', zones: formatNames(zones), causes });
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
