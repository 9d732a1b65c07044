import { runView, type RunView, type Wait } from '../../app/views/run-view.ts';
import { reasonText } from '../../domain/run/text/reason-text.ts';
import { Schedules } from '../../domain/schedule/schedules.ts';
import { parseGroup } from '../../domain/run/calling-group.ts';
import { whySentence } from '../../domain/schedule/sentence.ts';
import { whyAt } from '../../domain/schedule/why.ts';
import type { Run, RunsPort } from '../../ports/ledger/runs.ts';
import { isWorkedOn, said } from '../terminal/asking.ts';
import { realClock } from '../compose/looking.ts';
import type { Looked } from '../input/look.ts';
import { counted, duration } from '../terminal/words.ts';

/** What an unfinished run waits for, in words. */
export interface Waits {
  readonly why: string;
  /** Null: for nothing that has a time, or for a person. */
  readonly until: number | null;
}

/** A rehearsal's clock stands where it stopped. */
export const nowOf = async (ledger: RunsPort, run: Run): Promise<number> =>
  run.mode === 'rehearsal' ? await ledger.lastMoment(run.id) : realClock().now();

export async function viewOf(looked: Looked): Promise<RunView> {
  const { ledger, run, campaign } = looked;
  return await runView(ledger, {
    run,
    campaign,
    schedules: schedulesOf(looked),
    at: await nowOf(ledger, run),
    session: isWorkedOn(ledger.path, run),
  });
}

/** Why nobody is ordered now, or that somebody may be; null when the run is over. */
export function waitsOf(view: RunView, looked: Looked): Waits | null {
  const { at, session, wait, out } = view;
  if (wait === null) return null;
  const waits = waitText(wait, looked, at);
  const left = wait.code !== 'nobody_left';
  if (out === null || (session && left)) return waits;
  const count = counted(out.count, 'call');
  if (session) return { ...waits, why: `${count} under way; nobody else is left` };
  const until = out.ringsUntil;
  const rings = until > at ? 'may ring' : 'could ring';
  const behind = `${count} left behind, which ${rings} until ${iso(until)}: the next session looks them up`;
  return left ? { ...waits, why: `${waits.why}; ${behind}` } : { why: behind, until };
}

function waitText(wait: Wait, looked: Looked, at: number): Waits {
  const { max } = looked.campaign.concurrency;
  switch (wait.code) {
    case 'cancelled':
    case 'paused':
      return { why: `${wait.code} by ${said(wait.by)}`, until: null };
    case 'nobody_left':
      return { why: 'nobody is left to be called', until: null };
    case 'may_be_called': {
      const areas = counted(wait.groups, 'area');
      return { why: `people in ${areas} with the same calling hours may be called now`, until: at };
    }
    case 'calling': {
      const lines = wait.allLinesInUse ? `; all ${counted(max, 'line')} are in use` : '';
      return { why: `calling now${lines}`, until: at };
    }
    case 'pace': {
      const next = duration(wait.until - at);
      return { why: `calling now; next call in ${next} (pace)`, until: wait.until };
    }
    case 'answers_unclear':
      return { why: heldText(wait.orders), until: null };
    case 'delay':
      return delayText(wait, at);
    case 'hours': {
      const sentence = sentenceFor(wait.group, schedulesOf(looked), at);
      return { why: `waiting for the calling hours: ${sentence}`, until: wait.until };
    }
  }
}

const heldText = (orders: number): string =>
  `held: ${orders} orders had no clear answer and were not found; nobody else is called until somebody decides about them, or one is found`;

/** A delay may end while the hours are closed: what counts is the opening after it. */
function delayText(
  { notBefore, reason, until }: Extract<Wait, { code: 'delay' }>,
  at: number,
): Waits {
  if (until <= at) return { why: 'people may be called again now', until };
  const about = reason === null ? '' : ` (${reasonText(reason)})`;
  const hours = until > notBefore ? `, and then for the calling hours, ${iso(until)}` : '';
  return { why: `waiting until ${iso(notBefore)} before the next try${about}${hours}`, until };
}

const iso = (at: number): string => new Date(at).toISOString();

/** The hours by which people of the run are called. */
export const schedulesOf = ({ campaign, reference }: Looked): Schedules =>
  new Schedules(
    reference.rules,
    { ...campaign.calling, zone: campaign.calling.timezone },
    reference.law,
  );

/** Of a calling group, as the ledger stores it: whether its people may be rung at that instant, and why not. */
export function sentenceFor(group: string, schedules: Schedules, at: number): string {
  const { zoneRules: rules, calling } = schedules;
  const place = { ...parseGroup(group), witnesses: [] };
  const asked = { place, group, at, calling, file: 'campaign' };
  return whySentence(whyAt(schedules, rules, asked), { at, rules });
}
