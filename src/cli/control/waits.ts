import { FEW, firstDelayEnd, type DelayEnd } from '../../app/dispatch/delays.ts';
import { linesInUse } from '../../app/unclear/lines-in-use.ts';
import { UNCLEAR_AT_MOST } from '../../app/unclear/unclear-orders.ts';
import { Schedules } from '../../domain/schedule/schedules.ts';
import { parseGroup } from '../../domain/run/calling-group.ts';
import { nextStart } from '../../domain/schedule/pace.ts';
import { whySentence } from '../../domain/schedule/sentence.ts';
import { whyAt } from '../../domain/schedule/why.ts';
import type { Run, RunsPort } from '../../ports/ledger/runs.ts';
import { isWorkedOn, said } from '../terminal/asking.ts';
import { realClock } from '../compose/looking.ts';
import type { Looked } from '../input/look.ts';
import { counted, duration } from '../terminal/words.ts';

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
export const nowOf = async (ledger: RunsPort, run: Run): Promise<number> =>
  run.mode === 'rehearsal' ? await ledger.lastMoment(run.id) : realClock().now();

/** Why nobody is ordered now, or that somebody may be; null when the run is over. */
export async function waitsOf(looked: Looked): Promise<Waits | null> {
  const { ledger, run } = looked;
  if (run.finishedAt !== null) return null;
  const at = await nowOf(ledger, run);
  const session = isWorkedOn(ledger.path, run);
  const { why, until } = await whyWaiting(looked, { at, session });
  return await withOrdersOut({ at, session, why, until }, looked);
}

type Now = Pick<Waits, 'at' | 'session'>;

interface Why {
  readonly why: string;
  readonly until: number | null;
}

const NOBODY_LEFT = 'nobody is left to be called';

async function whyWaiting(looked: Looked, on: Now): Promise<Why> {
  const { paused, cancelled } = await looked.ledger.control(looked.run.id);
  if (cancelled !== null) {
    return { why: `cancelled by ${said(cancelled)}`, until: null };
  }
  if (paused !== null) {
    return { why: `paused by ${said(paused)}`, until: null };
  }
  return await whatFor(looked, on);
}

async function whatFor(looked: Looked, { at, session }: Now): Promise<Why> {
  const { ledger, run, campaign } = looked;
  const groups = await ledger.groups(run.id);
  const { dueGroups } = await ledger.horizon(run.id, groups);
  const schedules = schedulesOf(looked);
  const openings = firstOpenings(dueGroups, schedules, at);
  const open = openings.filter(({ opens }) => opens <= at);
  if (open.length > 0) {
    if (session) return await callingNow(looked, at);
    const areas = counted(open.length, 'area');
    return { why: `people in ${areas} with the same calling hours may be called now`, until: at };
  }
  const [next] = openings.sort((a, b) => a.opens - b.opens || (a.group < b.group ? -1 : 1));
  const on = { ledger, schedules, campaign, runId: run.id };
  const delay = await firstDelayEnd(on, await ledger.delayed(run.id, FEW), at);
  if (delay !== null && delay.until < (next?.opens ?? Infinity)) return delayText(delay, at);
  if (next === undefined) return { why: NOBODY_LEFT, until: null };
  return {
    why: `waiting for the calling hours: ${sentenceFor(next.group, schedules, at)}`,
    until: next.opens,
  };
}

/** Of the groups that open first; of the others nothing is worked out that lies after it. */
function firstOpenings(
  groups: readonly string[],
  schedules: Schedules,
  at: number,
): { group: string; opens: number }[] {
  let first = Infinity;
  return groups.flatMap((group) => {
    const opens = schedules.nextOpening(group, at, first);
    if (opens === null) return [];
    first = Math.min(first, opens);
    return [{ group, opens }];
  });
}

/** A session calls people at this moment; what may hold it back is its pace, or that every line is in use. */
async function callingNow({ ledger, run, campaign }: Looked, at: number): Promise<Why> {
  const { pace, concurrency } = campaign;
  const recent = pace === null ? [] : await ledger.recentOrders(run.id, pace.starts);
  const next = nextStart(pace, recent, at);
  if (next > at)
    return { why: `calling now; next call in ${duration(next - at)} (pace)`, until: next };
  const orders = await ledger.unsettled(run.id);
  const unclear = orders.filter(
    ({ state, providerId, orderedAt }) =>
      state === 'uncertain' && providerId === null && orderedAt >= (run.sessionBeganAt ?? Infinity),
  );
  if (unclear.length >= UNCLEAR_AT_MOST) return { why: heldText(unclear.length), until: null };
  const { live, mayBeLive } = linesInUse(orders, { at, maxCallSeconds: campaign.maxCallSeconds });
  const full = live + mayBeLive >= concurrency.max;
  const lines = full ? `; all ${counted(concurrency.max, 'line')} are in use` : '';
  return { why: `calling now${lines}`, until: at };
}

const heldText = (orders: number): string =>
  `held: ${orders} orders had no clear answer and were not found; nobody else is called until somebody decides about them, or one is found`;

/** A delay may end while the hours are closed: what counts is the opening after it. */
function delayText({ notBefore, reason, until }: DelayEnd, at: number): Why {
  if (until <= at) return { why: 'people may be called again now', until };
  const about = reason === null ? '' : ` (${reason})`;
  const hours = until > notBefore ? `, and then for the calling hours, ${iso(until)}` : '';
  return { why: `waiting until ${iso(notBefore)} before the next try${about}${hours}`, until };
}

/** Orders that a session has left behind, which only the next one follows; and those of a session at work. */
async function withOrdersOut(waits: Waits, { ledger, run }: Looked): Promise<Waits> {
  const orders = (await ledger.unsettled(run.id)).filter(({ state }) => state !== 'uncertain');
  const left = waits.why !== NOBODY_LEFT;
  if (orders.length === 0 || (waits.session && left)) return waits;
  const count = counted(orders.length, 'call');
  if (waits.session) return { ...waits, why: `${count} under way; nobody else is left` };
  const until = Math.max(...orders.map(({ ringsUntil }) => ringsUntil));
  const rings = until > waits.at ? 'may ring' : 'could ring';
  const out = `${count} left behind, which ${rings} until ${iso(until)}: the next session looks them up`;
  return left ? { ...waits, why: `${waits.why}; ${out}` } : { ...waits, why: out, until };
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
