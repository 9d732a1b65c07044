import { expect, it } from 'vitest';
import { Heap } from '../../../src/sandbox/engine/heap.ts';
import { anOrder, aSandbox, everybody, human, placed, seen } from '../setup.ts';

it('ten thousand open orders wait for one key without looking at each other', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(human()) });
  const concurrency = { key: 'all', max: 50 };
  const ids = Array.from({ length: 10_000 }, (_, i) => {
    const phone_number = `+1202${String(5_550_000 + i).padStart(7, '0')}`;
    return placed(sandbox, anOrder({ phone_number, concurrency })).id;
  });
  expect(clock.sleepers.size).toBe(1);
  await clock.toEnd();
  expect(ids.every((id) => seen(sandbox, id).status === 'completed')).toBe(true);
});

it('a heap gives back what it holds, in order, whatever was replaced or removed', () => {
  const heap = new Heap();
  const at = (i: number): number => (i * 7919) % 1009;
  for (let i = 0; i < 1000; i += 1) heap.set(`id-${i % 700}`, at(i));
  for (let i = 0; i < 100; i += 1) heap.delete(`id-${i * 3}`);
  const held = new Map(Array.from({ length: 1000 }, (_, i) => [`id-${i % 700}`, at(i)]));
  for (let i = 0; i < 100; i += 1) held.delete(`id-${i * 3}`);
  const expected = [...held].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([id]) => id);
  const taken = [];
  for (let top = heap.take(); top !== null; top = heap.take()) taken.push(top.id);
  expect(taken).toEqual(expected);
});
