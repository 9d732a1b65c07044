import { Schedules } from '../domain/schedule/schedules.ts';
import { joinedNames } from '../domain/phone/place.ts';
import { nextOrderAt } from '../domain/schedule/next-order.ts';
import { whySentence } from '../domain/schedule/sentence.ts';
import { whyAt } from '../domain/schedule/why.ts';
import type { Delayed, Ledger, Run } from '../ports/ledger.ts';
import { isWorkedOn, said } from './asking.ts';
import { realClock } from './compose.ts';
import type { Looked } from './look.ts';
import { counted } from './words.ts';

/** What an unfinished run waits for, by its own clock. */
export interface Waits {
  readonly at: number;
  /** A session works on the run at this moment. */
  readonly session: boolean;
  readonly why: string;
  /** Null: for nothing that has a time, or for a person. */
  readonly until: number | null;
}

/** A rehearsal's clock stands where it stopped. */
export const nowOf = async (ledger: Ledger, run: Run): Promise<number> =>
  run.mode === 'rehearsal' ? await ledger.lastMoment(run.id) : realClock().now();

/** Why nobody is ordered now, or that somebody may be; null when the run is over. */
export async function waitsOf(looked: Looked): Promise<Waits | null> {
  const { ledger, run } = looked;
  if (run.finishedAt !== null) return null;
  const at = await nowOf(ledger, run);
  const session = isWorkedOn(ledger.path, run);
  const { paused, cancelled } = await ledger.control(run.id);
  if (cancelled !== null) {
    return { at, session, why: `nobody: the run is cancelled (${said(cancelled)})`, until: null };
  }
  if (paused !== null) {
    return { at, session, why: `the end of a pause (${said(paused)})`, until: null };
  }
  return { at, session, ...(await whatFor(looked, at)) };
}

async function whatFor(looked: Looked, at: number): Promise<{ why: string; until: number | null }> {
  const { ledger, run, campaign, reference } = looked;
  const groups = await ledger.groups(run.id);
  const { dueGroups } = await ledger.horizon(run.id, groups);
  const calling = { ...campaign.calling, zone: campaign.calling.timezone };
  const schedules = new Schedules(reference.rules, calling, reference.law);
  const open = dueGroups.filter((group) => schedules.at(group, at).open);
  if (open.length > 0) {
    return { why: `nothing: ${counted(open.length, 'calling group')} open now`, until: at };
  }
  const next = dueGroups
    .map((group) => ({ group, at: schedules.at(group, at).opensAt }))
    .flatMap(({ group, at: opens }) => (opens === null ? [] : [{ group, opens }]))
    .sort((a, b) => a.opens - b.opens || (a.group < b.group ? -1 : 1))[0];
  const delay = firstDelay(await ledger.delayed(run.id), schedules, at);
  if (delay !== null && delay.until < (next?.opens ?? Infinity)) return delay;
  if (next === undefined) return { why: 'nobody: no one is left to be ordered', until: null };
  return { why: `the next opening: ${sentenceFor(next.group, looked, at)}`, until: next.opens };
}

/** A delay may end while the hours are closed: what counts is the opening after it. */
function firstDelay(
  delays: readonly Delayed[],
  schedules: Schedules,
  at: number,
): { why: string; until: number } | null {
  const [first] = delays
    .flatMap((delay) => {
      const until = nextOrderAt(schedules, delay.group, Math.max(at, delay.notBefore));
      return until === null ? [] : [{ ...delay, until }];
    })
    .sort((a, b) => a.until - b.until || a.notBefore - b.notBefore);
  if (first === undefined) return null;
  const { notBefore, reason, until } = first;
  const about = reason === null ? '' : ` (${reason})`;
  const hours = until > notBefore ? `, and then for the next opening, ${iso(until)}` : '';
  return { why: `people who are not to be tried before ${iso(notBefore)}${about}${hours}`, until };
}

const iso = (at: number): string => new Date(at).toISOString();

/** Of a calling group, as the ledger stores it: whether its people may be rung at that instant, and why not. */
export function sentenceFor(group: string, looked: Looked, at: number): string {
  const { campaign, reference } = looked;
  const { rules, law } = reference;
  const calling = { ...campaign.calling, zone: campaign.calling.timezone };
  const [zones = '', jurisdictions = ''] = group.split('|');
  const place = {
    zones: joinedNames(zones),
    jurisdictions: joinedNames(jurisdictions),
    witnesses: [],
  };
  const asked = { place, at, calling, file: 'campaign' };
  return whySentence(whyAt(new Schedules(rules, calling, law), rules, asked), { at, rules });
}
