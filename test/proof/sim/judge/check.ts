import { wallSays } from '../../../domain/time/every-clock/oracle.ts';
import { clocksAreSet, ledgerPromises } from './check-ledger.ts';
import { cancelsKept } from './check-cancel.ts';
import { faultOf, MORE_RINGS, OTHER_HOURS, peoplesPromises } from './check-people.ts';
import { brakeKept } from '../outside/check-brake.ts';
import { humansLeft, looksMade } from '../outside/check-looks.ts';
import { refusalsKept } from '../outside/check-refusals.ts';
import { ringsOf, type Ring } from '../world/record.ts';
import type { RunOnStage } from '../world/stage.ts';
import type { World } from '../world/world.ts';

export interface Promises {
  readonly broken: readonly string[];
  readonly rings: number;
  readonly uncertain: number;
  /** What a provider's fault has done to people, named by the fault. */
  readonly damage: readonly string[];
}

const iso = (at: number): string => new Date(at).toISOString();

/** Everything that is promised, held against what the provider and the wire have seen. */
export async function promisesOf(world: World): Promise<Promises> {
  const broken: string[] = [];
  const damage: string[] = [];
  const orders = [...world.record.orders.values()];
  const rings = orders.flatMap(ringsOf).sort((a, b) => a.startedAt - b.startedAt);
  broken.push(...sentOnce(world), ...sentInTime(world), ...notTooMany(world));
  for (const order of orders) {
    if (!order.intent) broken.push(`I1 ${order.key} came in before it was on the disk`);
    const extra = ringsOf(order).length - 1;
    if (extra < 1) continue;
    const why = faultOf(order, MORE_RINGS);
    if (why === undefined) broken.push(`${order.key} rang ${extra + 1} times`);
    else damage.push(why);
  }
  for (const ring of rings) {
    const wrong = outsideHours(world, ring);
    if (wrong === null) continue;
    // What it was told about the fence it has kept nevertheless, as long as the fence lasted.
    // By a clock that was set it ends at another moment, and only its days keep the order from the wrong ones.
    const beyond = clocksAreSet(world) || ring.startedAt >= world.disk.fenceEnd(ring.order.key);
    const why = beyond ? faultOf(ring.order, OTHER_HOURS) : undefined;
    if (why === undefined) broken.push(`I12 ${ring.order.key} ${wrong}`);
    else damage.push(why);
  }
  broken.push(...peoplesPromises(world), ...cancelsKept(world), ...world.restore.promises());
  broken.push(...refusalsKept(world), ...looksMade(world), ...humansLeft(world));
  broken.push(...brakeKept(world));
  for (const run of world.runs) broken.push(...linesKept(world, run, rings));
  const ledger = await ledgerPromises(world);
  return {
    broken: [...broken, ...ledger.broken],
    rings: rings.length,
    uncertain: ledger.uncertain,
    damage,
  };
}

export const faultsOf = ({ damage }: Promises): Map<string, number> => {
  const counted = new Map<string, number>();
  for (const kind of damage) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  return counted;
};

/** S1, I6: the bytes of an order leave once, and the provider has it once. */
function sentOnce({ record, restore }: World): string[] {
  const broken: string[] = [];
  const { backAt } = restore;
  const unknowable = restore.unknowable();
  const had = [...record.orders.values()].filter((one) => !unknowable.has(one.birth.number));
  // What was sent by the lost ledger and never taken may leave again by the copy, under the same key.
  const taken = new Set(had.map(({ key }) => key));
  const keys = record.sends
    .filter((send) => !unknowable.has(send.number))
    .filter((send) => backAt === null || taken.has(send.key))
    .map((send) => send.key);
  for (const key of new Set(keys.filter((one, i) => keys.indexOf(one) !== i))) {
    broken.push(`S1 ${key} was sent ${keys.filter((one) => one === key).length} times`);
  }
  if (taken.size < had.length) broken.push('S1 the provider has an order twice');
  for (const key of taken) if (!/-\d+$/.test(key)) broken.push(`I2 an order came without its key`);
  return broken;
}

/**
 * I4, I10, S11: by the wall of the session that sent it; not while paused; not to somebody on the list. What is committed
 * before the gate is asked counts; a process that freezes between its answer and the first byte is the one gap.
 */
function sentInTime(world: World): string[] {
  const { others, record } = world;
  const broken: string[] = [];
  for (const send of record.sends) {
    const run = world.runs.find(({ id }) => id === send.run);
    const contact = run?.plan.contacts.find((one) => one.e164 === send.number);
    if (run === undefined || contact === undefined)
      broken.push(`${send.key} was sent to a number of nobody`);
    else if (!contact.zones.every((zone) => isOpen(run, zone, send.wall)))
      broken.push(`I4 ${send.key} left at ${iso(send.wall)}, outside the hours`);
    const paused = others.paused.some(
      (span) => span.run === send.run && send.gateAt > span.from && send.gateAt < span.until,
    );
    if (paused) broken.push(`I10 ${send.key} left at ${iso(send.at)}, while paused`);
    const barredAt = others.barred.get(send.number) ?? Infinity;
    if (send.gateAt > barredAt)
      broken.push(`S11 ${send.key} left at ${iso(send.at)} to a number on the list`);
  }
  return broken;
}

function isOpen({ campaign }: RunOnStage, zone: string, at: number): boolean {
  return wallSays(zone, campaign.calling.weekly, at);
}

export function outsideHours(world: World, ring: Ring): string | null {
  const { key, birth } = ring.order;
  const run = world.runs.find(({ id }) => id === world.record.runOf(key));
  if (run === undefined) return 'rang for an order that nobody has sent';
  const contact = run.plan.contacts.find((one) => one.e164 === birth.number);
  const closed = contact?.zones.find((zone) => !isOpen(run, zone, ring.startedAt));
  return closed === undefined ? null : `rang at ${iso(ring.startedAt)}, closed in ${closed}`;
}

/** Faults of an order that hide from nobody whether its phone rings. */
const LINE_IS_KNOWN: readonly string[] = [
  ...['days_ignored', 'search_lags', 'zone_by_country', 'stale_zones'],
  ...['completed_empty', 'errored_empty'],
];

/** S8: never more live calls than lines, except for orders that nobody can know about. */
function linesKept(world: World, run: RunOnStage, rings: readonly Ring[]): string[] {
  const { max } = run.campaign.concurrency;
  const doubted = world.disk.everUncertain();
  const lost = new Set(world.restore.lost().map(({ key }) => key));
  const unknown = new Set(
    world.record.sends.filter((send) => send.unclear).map((send) => send.key),
  );
  const certain = rings.filter(
    ({ order }) =>
      world.record.runOf(order.key) === run.id &&
      !unknown.has(order.key) &&
      !lost.has(order.key) &&
      !doubted.has(order.birth.number) &&
      Object.keys(order.birth.faults ?? {}).every((kind) => LINE_IS_KNOWN.includes(kind)),
  );
  for (const ring of certain) {
    const at = ring.startedAt;
    const live = certain.filter((r) => r.startedAt <= at && (r.endedAt ?? Infinity) > at).length;
    if (live > max) return [`S8 ${live} calls were live at ${iso(at)}, of ${max} lines`];
  }
  return [];
}

/** L3, I7: trouble is not answered with a storm. */
function notTooMany({ record, runs }: World): string[] {
  const throttled = record.sends.filter((send) => send.throttled).map((send) => send.at);
  const lines = runs.reduce((sum, { campaign }) => sum + campaign.concurrency.max, 0);
  for (const [i, at] of throttled.entries()) {
    const hour = throttled.slice(i).filter((other) => other < at + 3_600_000).length;
    if (hour > 100 + 60 * lines) return [`L3 ${hour} sends in an hour were throttled`];
  }
  const people = runs.reduce((sum, { plan }) => sum + plan.contacts.length, 0);
  const most = people * 60 + throttled.length;
  return record.sends.length > most ? [`I7 ${record.sends.length} sends`] : [];
}
