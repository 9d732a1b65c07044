import type { Campaign } from '../../domain/campaign/campaign.ts';
import { nextStart } from '../../domain/schedule/pace.ts';
import type { Schedules } from '../../domain/schedule/schedules.ts';
import type { QueuePort } from '../../ports/ledger/queue.ts';
import type { Counts, ViewsPort } from '../../ports/ledger/records.ts';
import type { By, ControlsPort } from '../../ports/ledger/requests.ts';
import type { Run } from '../../ports/ledger/runs.ts';
import type { WaitingPort } from '../../ports/ledger/waiting.ts';
import { FEW, firstDelayEnd, type DelayEnd, type Foreseen } from '../dispatch/delays.ts';
import { linesInUse, type LinesInUse } from '../unclear/lines-in-use.ts';
import { UNCLEAR_AT_MOST } from '../unclear/unclear-orders.ts';

/** Why an unfinished run orders nobody now, or that somebody may be ordered. Times are milliseconds. */
export type Wait =
  | { readonly code: 'cancelled' | 'paused'; readonly by: By }
  | { readonly code: 'nobody_left' }
  /** No session is at work, and people of so many calling groups may be called. */
  | { readonly code: 'may_be_called'; readonly groups: number }
  | { readonly code: 'calling'; readonly allLinesInUse: boolean }
  | { readonly code: 'pace'; readonly until: number }
  /** Too many orders had no clear answer (I15). */
  | { readonly code: 'answers_unclear'; readonly orders: number }
  | ({ readonly code: 'delay' } & DelayEnd)
  | { readonly code: 'hours'; readonly group: string; readonly until: number };

/** Orders that nobody follows at this moment, and when the last of them can ring no more. */
interface OrdersOut {
  readonly count: number;
  readonly ringsUntil: number;
}

/** What a run looks like at one moment, in values. */
export interface RunView {
  /** By the clock of the run: a rehearsal's stands where it stopped. */
  readonly at: number;
  /** A session works on the run at this moment. */
  readonly session: boolean;
  readonly counts: Counts;
  readonly lines: LinesInUse;
  /** Null: the run is over. */
  readonly wait: Wait | null;
  /** Orders of a session at work, or left behind by the last one; null: there are none, or the run is over. */
  readonly out: OrdersOut | null;
}

type Unsettled = Awaited<ReturnType<QueuePort['unsettled']>>;

type ViewLedger = Pick<ViewsPort, 'counts'> &
  Pick<ControlsPort, 'control'> &
  Pick<QueuePort, 'horizon' | 'recentOrders' | 'unsettled'> &
  Pick<WaitingPort, 'groups' | 'delayed'> &
  Foreseen['ledger'];

/** Whom the view is of, and when. */
interface Viewed {
  readonly run: Run;
  readonly campaign: Campaign;
  readonly schedules: Schedules;
  readonly at: number;
  readonly session: boolean;
}

/** Reads a run; nothing is changed. */
export async function runView(ledger: ViewLedger, viewed: Viewed): Promise<RunView> {
  const { run, campaign, at, session } = viewed;
  const isOver = run.finishedAt !== null;
  const counts = await ledger.counts(run.id);
  const orders = await ledger.unsettled(run.id);
  const wait = isOver ? null : await waitOf(ledger, viewed, orders);
  const lines = linesInUse(orders, { at, maxCallSeconds: campaign.maxCallSeconds });
  const open = orders.filter(({ state }) => state !== 'uncertain');
  const ringsUntil = Math.max(...open.map((order) => order.ringsUntil));
  const out = isOver || open.length === 0 ? null : { count: open.length, ringsUntil };
  return { at, session, counts, lines, wait, out };
}

async function waitOf(ledger: ViewLedger, viewed: Viewed, orders: Unsettled): Promise<Wait> {
  const { run, campaign, schedules, at, session } = viewed;
  const { paused, cancelled } = await ledger.control(run.id);
  if (cancelled !== null) return { code: 'cancelled', by: cancelled };
  if (paused !== null) return { code: 'paused', by: paused };
  const { dueGroups } = await ledger.horizon(run.id, await ledger.groups(run.id));
  const openings = firstOpenings(dueGroups, schedules, at);
  const open = openings.filter(({ opens }) => opens <= at).length;
  if (open > 0) {
    return session
      ? await callingNow(ledger, viewed, orders)
      : { code: 'may_be_called', groups: open };
  }
  const [next] = openings.sort((a, b) => a.opens - b.opens || (a.group < b.group ? -1 : 1));
  const foreseen = { ledger, schedules, campaign, runId: run.id };
  const delay = await firstDelayEnd(foreseen, await ledger.delayed(run.id, FEW), at);
  if (delay !== null && delay.until < (next?.opens ?? Infinity)) return { code: 'delay', ...delay };
  if (next === undefined) return { code: 'nobody_left' };
  return { code: 'hours', group: next.group, until: next.opens };
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
async function callingNow(
  ledger: ViewLedger,
  { run, campaign, at }: Viewed,
  orders: Unsettled,
): Promise<Wait> {
  const { pace, concurrency, maxCallSeconds } = campaign;
  const recent = pace === null ? [] : await ledger.recentOrders(run.id, pace.starts);
  const until = nextStart(pace, recent, at);
  if (until > at) return { code: 'pace', until };
  const unclear = orders.filter(
    ({ state, providerId, orderedAt }) =>
      state === 'uncertain' && providerId === null && orderedAt >= (run.sessionBeganAt ?? Infinity),
  );
  if (unclear.length >= UNCLEAR_AT_MOST) return { code: 'answers_unclear', orders: unclear.length };
  const { live, mayBeLive } = linesInUse(orders, { at, maxCallSeconds });
  return { code: 'calling', allLinesInUse: live + mayBeLive >= concurrency.max };
}
