import { expect, it } from 'vitest';
import { openSandboxStore } from '../../../src/adapters/sqlite/sandbox-store.ts';
import { anOrder, aSandbox, everybody, human, placed, seen } from '../setup.ts';

it('a store with a limit forgets the orders that ended first, and never gives their ids again', async () => {
  const store = openSandboxStore(':memory:', 3);
  const { clock, sandbox } = aSandbox({ store, people: everybody(human()) });
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    ids.push(placed(sandbox, anOrder({ metadata: { i: String(i) } })).id);
    await clock.toEnd();
  }
  const open = placed(sandbox, anOrder()).id;
  expect(new Set([...ids, open]).size).toBe(6);
  expect(ids.map((id) => sandbox.get(id).ok)).toEqual([false, false, true, true, true]);
  expect(seen(sandbox, open).status).toBe('initializing');
  const query = { statuses: [], offset: 0, limit: 9 };
  expect(sandbox.find({ ...query, metadata: { i: '0' } })).toEqual({ orders: [], total: 0 });
  expect(sandbox.find({ ...query, metadata: {} })).toMatchObject({ total: 4 });
  expect(store.placed('+12025550123')).toBe(6);
});
