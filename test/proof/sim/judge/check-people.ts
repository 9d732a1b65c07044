import type { Cap } from '../../../../src/domain/law/limits.ts';
import { DAY, HOUR, MINUTE } from '../../../app/world/setup.ts';
import { clocksAreSet } from './check-ledger.ts';
import { HIDES_RINGS } from '../outside/late.ts';
import { ringsOf, type Accepted, type Ring } from '../world/record.ts';
import type { RunOnStage } from '../world/stage.ts';
import type { World } from '../world/world.ts';

/** Faults by which the provider itself rings a phone more often than it was told to. */
export const MORE_RINGS = ['extra_attempt', 'after_human'] as const;
/** Faults by which it rings outside the fence that came with the order. */
export const OTHER_HOURS = ['days_ignored', 'held'] as const;

/** Between the claim, from which a person's rest is reckoned, and the first byte of its order. */
const ON_ITS_WAY_MS = MINUTE;

export const faultOf = (order: Accepted, kinds: readonly string[]): string | undefined =>
  kinds.find((kind) => Object.hasOwn(order.birth.faults ?? {}, kind));

interface Order extends Accepted {
  readonly run: RunOnStage;
}

/** What each person may expect of all runs together, by what the provider has of them. */
export function peoplesPromises(world: World): string[] {
  const orders = [...world.record.orders.values()].flatMap((order): Order[] => {
    const run = world.runs.find(({ id }) => id === world.record.runOf(order.key));
    return run === undefined ? [] : [{ ...order, run }];
  });
  const broken: string[] = [];
  const unknowable = world.restore.unknowable();
  const numbers = new Set(orders.map(({ birth }) => birth.number));
  for (const number of [...numbers].filter((one) => !unknowable.has(one))) {
    const theirs = orders
      .filter(({ birth }) => birth.number === number)
      .sort((a, b) => a.birth.createdAt - b.birth.createdAt);
    broken.push(...oneAtATime(world, theirs), ...notAtOnce(world, theirs));
    for (const run of world.runs) {
      const ofRun = theirs.filter((order) => order.run === run);
      broken.push(...notAgain(world, ofRun), ...attemptsKept(world, run, ofRun));
    }
    // A process whose clock is set reckons days and rests by a wrong time.
    if (!clocksAreSet(world)) broken.push(...capsKept(world, theirs), ...leftAlone(world, theirs));
  }
  return broken;
}

const called = (world: World, number: string): boolean => world.others.allowedAgain.has(number);

/** I3: no order comes in while another of this person is open, whatever run it is of. */
function oneAtATime(world: World, orders: readonly Order[]): string[] {
  return orders.flatMap((order, i) => {
    const open = orders
      .slice(0, i)
      .find(
        (before) =>
          isOpen(world, before, order) &&
          faultOf(before, MORE_RINGS) === undefined &&
          !world.others.decidedAt.has(before.key),
      );
    return open === undefined ? [] : [`I3 ${order.key} came in while ${open.key} was open`];
  });
}

/**
 * Of an order in doubt nobody knows its end. Another run waits until its fence is over; then the order counts as open
 * only while its phone rings, or before it does. What a provider keeps beyond the fence nobody waits for.
 */
function isOpen(world: World, before: Order, order: Order): boolean {
  const at = order.birth.createdAt;
  const open = before.overAt === null || before.overAt > at;
  if (!open || before.run === order.run) return open;
  const unclear = world.record.sends.some((send) => send.key === before.key && send.unclear);
  const doubted = unclear || faultOf(before, ['endless', 'hidden']) !== undefined;
  if (!doubted && !world.disk.everUncertain().has(before.birth.number)) return true;
  const fenceEnd = world.disk.fenceEnd(before.key);
  if (at < fenceEnd && fenceEnd < Infinity && !clocksAreSet(world)) return true;
  const beyond =
    faultOf(before, OTHER_HOURS) === undefined ? before.birth.createdAt + DAY : fenceEnd;
  return ringsOf(before).some((ring) => (ring.endedAt ?? Infinity) > at && ring.startedAt < beyond);
}

/** I3: no phone rings while its owner talks on it, or while it rings for another order. */
function notAtOnce(world: World, orders: readonly Order[]): string[] {
  const rings = orders
    .filter((order) => faultOf(order, MORE_RINGS) === undefined)
    .flatMap((order) => ringsInFence(world, order));
  return rings.flatMap((ring) => {
    const other = rings.find(
      ({ order, startedAt, endedAt }) =>
        order !== ring.order &&
        startedAt <= ring.startedAt &&
        (endedAt ?? Infinity) > ring.startedAt,
    );
    return other === undefined
      ? []
      : [`I3 ${ring.order.key} rang while ${other.order.key} was live`];
  });
}

/** Promise 1: a run that has reached a human leaves that human in peace. */
function notAgain(world: World, orders: readonly Order[]): string[] {
  return orders.flatMap((order, i) => {
    if (called(world, order.birth.number)) return [];
    const before = orders
      .slice(0, i)
      .find((one) => ringsOf(one).some((ring) => ring.human) && !isHidden(world, one, order));
    return before === undefined
      ? []
      : [`promise 1: ${order.key} after ${before.key} had reached a human`];
  });
}

/** Nobody could know of an order what became of it when the other was made: the provider did not say it yet. */
function isHidden(world: World, order: Order, other: Order): boolean {
  const { sends, looks } = world.record;
  const shownAt = world.late.shownAt(order);
  if (shownAt === 0) return false;
  const send = sends.find(({ key }) => key === other.key);
  const looked = looks.filter(
    ({ id, heardAt }) => id === order.birth.id && heardAt <= (send?.claimedAt ?? 0),
  );
  return looked.every(({ madeAt }) => madeAt < shownAt);
}

const hidesRings = (world: World, order: Order): boolean =>
  HIDES_RINGS.some((kind) => world.late.of(order.birth.id)?.kind === kind);

/** I11, for one run. */
function attemptsKept(world: World, run: RunOnStage, orders: readonly Order[]): string[] {
  const [first] = orders;
  if (first === undefined) return [];
  const { number } = first.birth;
  const known = orders.filter((order, i) => {
    const next = orders[i + 1];
    return !hidesRings(world, order) || next === undefined || !isHidden(world, order, next);
  });
  const attempts = known.flatMap(ringsOf).length;
  const excused = orders.filter((order) => faultOf(order, MORE_RINGS) !== undefined).length;
  const cap = run.campaign.calling.maxAttempts + excused + (called(world, number) ? 1 : 0);
  return attempts > cap ? [`I11 ${number.slice(-4)} rang ${attempts} times of ${cap}`] : [];
}

/** What a provider that ignores the fence does beyond it is not by our doing, and nobody may know of it. */
const ringsInFence = (world: World, order: Order): (Ring & { order: Order })[] =>
  ringsOf(order)
    .filter(
      ({ startedAt }) =>
        faultOf(order, OTHER_HOURS) === undefined || startedAt < world.disk.fenceEnd(order.key),
    )
    .map((ring) => ring as Ring & { order: Order });

/** The first ring of an order, in its fence: others are the provider's doing. */
const ringsByOurDoing = (world: World, orders: readonly Order[]): (Ring & { order: Order })[] =>
  orders
    .filter((order) => !hidesRings(world, order))
    .flatMap((order) => ringsInFence(world, order).slice(0, 1));

/** I11: in no span of hours more attempts than a cap allows, all runs together. */
function capsKept(world: World, orders: readonly Order[]): string[] {
  const rings = ringsByOurDoing(world, orders);
  const again = (ring: Ring): boolean => called(world, ring.order.birth.number);
  const over = (ring: Ring, cap: Cap): boolean => {
    const from = ring.startedAt - cap.hours * HOUR;
    const within = rings.filter((r) => r.startedAt > from && r.startedAt <= ring.startedAt);
    return within.length > cap.max + (again(ring) ? 1 : 0);
  };
  return rings.flatMap((ring) =>
    ring.order.run.campaign.calling.limits.caps
      .filter((cap) => over(ring, cap))
      .map((cap) => `I11 ${ring.order.key} rang, of ${cap.max} calls in ${cap.hours} hours`),
  );
}

/** Anyone who was called by another run, or has talked to any, is left alone for as long as the campaign says. */
function leftAlone(world: World, orders: readonly Order[]): string[] {
  const broken: string[] = [];
  const doubted = world.disk.everUncertain();
  for (const order of orders) {
    const { campaign } = order.run;
    const at = order.birth.createdAt;
    const before = orders.filter((one) => one.birth.createdAt < at && one.run !== order.run);
    for (const other of before) {
      const since = at - other.birth.createdAt;
      if (since < campaign.repeatAfterMs - ON_ITS_WAY_MS && !world.others.decidedAt.has(other.key))
        broken.push(`I3 ${order.key} came ${since} ms after ${other.key} of another run`);
    }
    if (doubted.has(order.birth.number)) continue;
    const shown = before.filter((other) => world.late.shownAt(other) === 0);
    const reached = (within: number): boolean =>
      ringsByOurDoing(world, shown).some(
        (ring) => ring.human && (ring.endedAt ?? Infinity) + within > at,
      );
    if (reached(campaign.leavesReachedMs))
      broken.push(`I11 ${order.key} came to somebody whom another run had reached`);
    for (const { after, hours } of campaign.calling.limits.rests) {
      if (after !== 'conversation' || hours === null) continue;
      if (reached(hours * HOUR)) broken.push(`I11 ${order.key} came in the rest after a talk`);
    }
  }
  return broken;
}
