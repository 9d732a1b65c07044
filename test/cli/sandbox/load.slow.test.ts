import { expect, it, onTestFinished } from 'vitest';
import { aDesk } from '../desk/desk.ts';
import { Load, residentMb } from './load.ts';
import { serving } from './serving.ts';

const ORDERS_PER_SECOND = 300;
const FLAT_MB = 40;
const MEMORY_MS = 1_200_000;

async function loaded(...more: readonly string[]) {
  const program = await serving(aDesk(), '--speed', '1000000', ...more);
  const load = new Load(program.url);
  onTestFinished(() => {
    load.close();
  });
  return { program, load };
}

it.each([
  ['in memory', []],
  ['in a file, each recorded', ['--db', 'orders.db', '--record', 'orders.jsonl']],
])('the sandbox accepts 300 orders a second over HTTP, %s', async (_, args) => {
  const { load } = await loaded(...args);
  await load.place(0, 2_000);
  const orders = 12_000;
  const start = performance.now();
  await load.place(2_000, orders);
  const rate = orders / ((performance.now() - start) / 1000);
  expect((await load.report()).accepted).toBe(14_000);
  expect(rate).toBeGreaterThan(ORDERS_PER_SECOND);
});

it(
  'the memory of the sandbox stays as it is over 100,000 finished orders',
  async () => {
    const { program, load } = await loaded();
    const done = async (from: number, count: number): Promise<number> => {
      await load.place(from, count);
      while ((await load.unfinished()) > 0);
      return residentMb(program.pid);
    };
    // The ten thousand that are kept, and what the first of everything costs.
    const before = await done(0, 30_000);
    const after = await done(30_000, 100_000);
    expect((await load.report()).accepted).toBe(130_000);
    expect(after - before).toBeLessThan(FLAT_MB);
  },
  MEMORY_MS,
);
