import { TRANSPORT_FAULTS, type Fault } from '../../../../src/sandbox/faults/faults.ts';
import { faultOf } from './check-people.ts';
import type { Cancelled } from '../world/others.ts';
import { ringsOf, type Accepted } from '../world/record.ts';
import type { RunOnStage } from '../world/stage.ts';
import type { World } from '../world/world.ts';

/** A provider with one of these does not cancel when it is told to, or does not say that it has the order. */
const UNWILLING = ['cancel_missing', 'cancel_late', 'cancel_races', 'hidden'] as const;
/** Until the session has seen the request, beside the ways to the provider. */
const SEEN_MS = 2_000;
/** A session may not know yet that a phone rings: it looks less and less often at an order that is held back. */
const UNSEEN_MS = 10_000;
const UNSEEN_HELD_MS = 65_000;

const iso = (at: number): string => new Date(at).toISOString();

/** What a cancel promises: nobody else is ordered, what has not begun to ring is taken back, talks are or are not ended. */
export function cancelsKept(world: World): string[] {
  return world.runs.flatMap((run) => {
    const cancelled = world.others.cancelled.get(run.id);
    if (cancelled === undefined) return [];
    const broken = world.record.sends
      .filter((send) => send.run === run.id && send.gateAt > cancelled.at)
      .map((send) => `I10 ${send.key} left at ${iso(send.at)}, after the run was cancelled`);
    return [...broken, ...ordersEnded(world, run, cancelled)];
  });
}

/** Looks and cancels may be lost on their way. */
const isInTheWay = ({ kind, method, path }: Fault): boolean =>
  (TRANSPORT_FAULTS as readonly string[]).includes(kind) &&
  (method === 'GET' || path === '/api/call/*');

/** By the process that was at work when somebody cancelled, as far as neither it nor the wire was struck. */
function ordersEnded(world: World, run: RunOnStage, cancelled: Cancelled): string[] {
  const { plan, record } = world;
  const { at, life, hangUp } = cancelled;
  const ways = 5 * plan.slowestMs;
  const ended = at + SEEN_MS + ways;
  const struck = life.struck.some(
    (strike) => !['act', 'cancel'].includes(strike.kind) && strike.at >= at && strike.at <= ended,
  );
  const own = (order: Accepted): boolean =>
    record.sends.some((send) => send.key === order.key && send.life === life.name && !send.unclear);
  if (struck || plan.faults.some(isInTheWay)) return [];
  const orders = [...record.orders.values()].filter(
    (order) =>
      record.runOf(order.key) === run.id && own(order) && faultOf(order, UNWILLING) === undefined,
  );
  const broken: string[] = [];
  for (const order of orders) {
    const unseen = faultOf(order, ['held']) === undefined ? UNSEEN_MS : UNSEEN_HELD_MS;
    for (const ring of ringsOf(order)) {
      const end = ring.endedAt ?? Infinity;
      if (ring.startedAt > ended)
        broken.push(`${order.key} began to ring ${ring.startedAt - at} ms after the cancel`);
      if (hangUp && end > ended)
        broken.push(`${order.key} was live ${end - at} ms after the hang-up`);
      const cut = order.state.status === 'cancelled' && order.overAt === end;
      if (!hangUp && cut && end >= at && ring.startedAt < at - unseen - ways)
        broken.push(`${order.key} was ended while somebody talked, and nobody asked for that`);
    }
  }
  return broken;
}
