import type { Campaign } from '../../domain/campaign/campaign.ts';
import { counted } from '../../domain/text/counted.ts';
import { consentNeeded, type ConsentNeeded } from '../../domain/law/consent-asked.ts';
import { reasonCode, type ReasonCode } from '../../domain/run/reason.ts';
import {
  reachedSince,
  whyNever,
  whyNoConsent,
  type Admission,
} from '../../domain/schedule/admission.ts';
import type { AdmissionPort, Candidate } from '../../ports/ledger/admission.ts';
import type { Session } from '../../ports/session.ts';
import type { WaitingPort } from '../../ports/ledger/waiting.ts';
import { skipByTails, type Tailing } from './tails.ts';

const PAGE = 1_000;

export interface Admitting extends Admission {
  readonly campaign: Admission['campaign'] & Pick<Campaign, 'leavesReachedMs'>;
  readonly ledger: AdmissionPort & WaitingPort & Tailing['ledger'];
  readonly session: Session;
}

/**
 * Who may be called at all is looked through before anything is ordered, and said. A campaign that was edited
 * brings those back whom only its former words kept out. Returns what there is to say.
 */
export async function admit(on: Admitting): Promise<readonly string[]> {
  const { ledger, session, schedules, now } = on;
  const reachedAt = { since: reachedSince(on.campaign, now), now };
  await ledger.freeReached(session, reachedAt);
  const tailed = await skipByTails(on, now);
  const opens = ({ group }: Candidate): boolean => schedules.everOpens(group, now);
  const reopened = await bringBack(on, OF_HOURS, opens);
  const closed = await skipNeverOpen(on);
  const consents = (who: Candidate): boolean => whyNoConsent(who, on) === null;
  const consented = await bringBack(on, OF_CONSENT, consents);
  const { missing, old, refused } = await skipWithoutConsent(on);
  // Last: counted are those against whom nothing else is.
  const reached = await ledger.leaveReached(session, reachedAt);
  return [
    ...(await liftedNotes(on)),
    ...contacts(tailed.freed + reopened + consented, {
      one: 'who was skipped may be called now, and waits again',
      many: 'who were skipped may be called now, and wait again',
    }),
    ...contacts(tailed.skipped, skippedFor(MAY_BE_LISTED)),
    ...contacts(closed, {
      one: 'can never be called in these hours',
      many: 'can never be called in these hours',
    }),
    ...contacts(missing, skippedFor('no consent on record')),
    ...contacts(old, skippedFor('the consent on record is too old')),
    ...contacts(refused, skippedFor('consent refused in the row')),
    ...contacts(reached, skippedFor(REACHED_LATELY)),
  ];
}

/** For these reasons people are looked at anew when the hours, or the consent that is stated, are other ones. */
const OF_HOURS = ['never_open', 'no_time_zone', 'no_time_zone_of_no_place'] as const;
const OF_CONSENT = ['consent_missing', 'consent_too_old'] as const;

const MAY_BE_LISTED =
  'a list of people not to be called has a row that is not one whole number, and theirs ends so';

const REACHED_LATELY = 'another run has reached them within 30 days';

const skippedFor = (why: string): { one: string; many: string } => ({
  one: `is skipped: ${why}`,
  many: `are skipped: ${why}`,
});

function contacts(count: number, words: { one: string; many: string }): string[] {
  if (count === 0) return [];
  return [counted(count, `contact ${words.one}`, `contacts ${words.many}`)];
}

async function bringBack(
  on: Admitting,
  codes: readonly ReasonCode[],
  mayNow: (who: Candidate) => boolean,
): Promise<number> {
  const { ledger, session, now } = on;
  let count = 0;
  for (let after = 0; ;) {
    const page = await ledger.skippedFor(session.runId, codes, { after, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) return count;
    after = last.seq;
    const seqs = page.filter(mayNow).map(({ seq }) => seq);
    if (seqs.length > 0) await ledger.takeBack(session, seqs, now);
    count += seqs.length;
  }
}

async function skipNeverOpen(on: Admitting): Promise<number> {
  const { ledger, session, now } = on;
  let skipped = 0;
  for (const group of await ledger.groups(session.runId)) {
    const reason = whyNever(group, on);
    if (reason !== null) skipped += await ledger.skipGroup(session, group, { reason, now });
  }
  return skipped;
}

/** Where nobody asks for a consent, those are looked through whose cell says something: it may be a refusal. */
async function skipWithoutConsent(on: Admitting): Promise<Skipped> {
  const { ledger, session, campaign, now } = on;
  const needs = campaign.consent === null ? await needsOf(on) : [];
  const since = needs.flatMap((needed) => needed.since?.at ?? []);
  const at = { now, evenBlank: needs.length > 0, since: Math.max(0, ...since) };
  const counts = { missing: 0, old: 0, refused: 0 };
  for (let after = 0; ;) {
    const page = await ledger.withoutConsent(session.runId, at, { after, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) return counts;
    after = last.seq;
    const skips = page.flatMap((who) => {
      const reason = whyNoConsent(who, on);
      return reason === null ? [] : [{ seq: who.seq, reason }];
    });
    if (skips.length > 0) await ledger.skipEach(session, skips, now);
    const codes = skips.map(({ reason }) => reasonCode(reason));
    const refused = codes.filter((code) => code === 'consent_refused').length;
    const old = codes.filter((code) => code === 'consent_too_old').length;
    counts.refused += refused;
    counts.old += old;
    counts.missing += skips.length - refused - old;
  }
}

/** Nobody is called in more hours than the law has by itself without a word. */
async function liftedNotes({ ledger, session, schedules }: Admitting): Promise<readonly string[]> {
  const groups = await ledger.groups(session.runId);
  const lifted = groups.flatMap((group) => schedules.rulesOf(group).filter((rule) => rule.lifted));
  const ids = new Set(lifted.map(({ record }) => record.id));
  return [...ids].map(
    (id) =>
      `the hours of ${id} do not bind people whose consent is on record with its day; see campaign rules ${id}`,
  );
}

interface Skipped {
  readonly missing: number;
  readonly old: number;
  readonly refused: number;
}

/** What is asked of the consent of the people of the run, group by group. */
async function needsOf({ ledger, session, schedules, now }: Admitting): Promise<ConsentNeeded[]> {
  const groups = await ledger.groups(session.runId);
  return groups.flatMap((group) => consentNeeded(schedules.consentRulesOf(group, now), now) ?? []);
}
