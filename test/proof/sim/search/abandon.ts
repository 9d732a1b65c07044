import { faultSchema, type Fault } from '../../../../src/sandbox/faults/faults.ts';
import { DAY } from '../../../app/world/setup.ts';
import { outsideHours } from '../judge/check.ts';
import { Dice } from '../draw/dice.ts';
import type { RunPlan } from '../draw/draw-run.ts';
import { ORDER, planOf } from '../draw/plan.ts';
import { ringsOf } from '../world/record.ts';
import { theRun, World } from '../world/world.ts';

/** Longer than the month that an order tells the provider to wait before a second dial. */
const LIVES_ON_MS = 60 * DAY;

/** What may go wrong with every order of a run while nobody is there any more. */
export type LeftAloneWith = 'nothing' | Fault['kind'] | 'held+days_ignored';
export const LEFT_ALONE_WITH: readonly LeftAloneWith[] = ['nothing', ...ORDER, 'held+days_ignored'];

export interface Abandoned {
  readonly orders: number;
  readonly rings: number;
  /** Rings after the session had died. */
  readonly after: number;
  readonly outside: number;
  /** Rings of one order beyond its first. */
  readonly more: number;
  /** First rings on another day than that of the fence: windows come back every week. */
  readonly late: number;
}

export const NOBODY: Abandoned = { orders: 0, rings: 0, after: 0, outside: 0, more: 0, late: 0 };

/** Everybody of the run may be called. */
const withoutLists = ({ id, definition, contacts, chapters }: RunPlan): RunPlan => ({
  ...{ id, definition, contacts, chapters },
});

/** The session dies for ever at a random await, and the provider lives on with what it was given. */
export async function abandon(seed: number, fault: LeftAloneWith): Promise<Abandoned> {
  const dice = new Dice(`abandon ${seed}`);
  const kinds = fault === 'nothing' ? [] : fault.split('+');
  const faults = kinds.map((kind) => faultSchema.parse({ kind, times: null, rate: 1 }));
  const plan = planOf(seed);
  const runs = plan.runs.slice(0, 1).map(withoutLists);
  const world = new World({ ...plan, runs, faults, late: null });
  try {
    await world.prepare();
    const { life, outcome } = world.begin(theRun(world), [
      { at: dice.spread(40, 1_200), kind: 'kill' },
    ]);
    await Promise.race([outcome, life.fell]);
    life.die();
    const diedAt = world.core.now();
    await world.core.sleep(diedAt + LIVES_ON_MS, { key: 'nobody is there' });
    return counted(world, diedAt);
  } finally {
    await world.close();
  }
}

function counted(world: World, diedAt: number): Abandoned {
  const orders = [...world.record.orders.values()];
  const rings = orders.flatMap(ringsOf);
  const late = orders.filter((order) => {
    const first = ringsOf(order)[0];
    return first !== undefined && first.startedAt > order.birth.createdAt + DAY;
  });
  return {
    orders: orders.length,
    rings: rings.length,
    after: rings.filter((ring) => ring.startedAt > diedAt).length,
    outside: rings.filter((ring) => outsideHours(world, ring) !== null).length,
    more: orders.reduce((sum, order) => sum + Math.max(0, ringsOf(order).length - 1), 0),
    late: late.length,
  };
}

export async function abandonMany(
  seeds: readonly number[],
  fault: LeftAloneWith,
): Promise<Abandoned> {
  let sum = NOBODY;
  for (const seed of seeds) {
    const one = await abandon(seed, fault);
    sum = Object.fromEntries(
      Object.entries(sum).map(([name, n]) => [name, n + one[name as keyof Abandoned]]),
    ) as unknown as Abandoned;
  }
  return sum;
}

export function tableOf(rows: ReadonlyMap<LeftAloneWith, Abandoned>): string[] {
  const head = ['each order', 'orders', 'rings', 'after death', 'outside', 'again', 'a week late'];
  const lines = [...rows].map(([fault, { orders, rings, after, outside, more, late }]) =>
    [fault, orders, rings, after, outside, more, late].map(String),
  );
  return [head, ...lines].map((cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(20) : cell.padStart(12))).join(''),
  );
}
