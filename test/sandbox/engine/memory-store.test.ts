import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSandboxStore } from '../../../src/adapters/sqlite/sandbox-store.ts';
import { MemoryStore } from '../../../src/sandbox/store/memory-store.ts';
import type { SandboxStore } from '../../../src/sandbox/store/store.ts';

const KEEP = 3;
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const status = fc.constantFrom('pending', 'ongoing', 'completed');
const number = fc.constantFrom('+12025550100', '+12025550101');
const label = fc.constantFrom({}, { k: '1' }, { k: '2', m: '1' });

const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), id, number, status, label, at: fc.nat(9) }),
  fc.record({ do: fc.constant('save' as const), id, status, isOver: fc.boolean(), at: fc.nat(9) }),
  fc.record({ do: fc.constant('assistant' as const), record: fc.constantFrom('x', null) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(store: SandboxStore, one: Step, known: ReadonlySet<string>): void {
  if (one.do === 'add') {
    if (known.has(one.id)) return;
    const { id: orderId, number: to, status: text, at } = one;
    const row = { id: orderId, number: to, status: text, isOver: false, createdAt: at };
    store.add({ ...row, birth: '{}', state: '{}' }, one.label, at);
  } else if (one.do === 'save') {
    const { id: orderId, status: text, isOver, at } = one;
    if (known.has(orderId))
      store.save([{ id: orderId, status: text, isOver, state: '{"n":1}' }], at);
  } else {
    const nth = store.assistantsMade();
    store.addAssistant(`assistant-${nth}`, 'made', nth);
    if (one.record === null) store.saveAssistant(`assistant-${nth}`, null);
  }
}

const FILTERS = [
  {},
  { number: '+12025550100' },
  { ids: ['a', 'c', 'nobody'], statuses: ['pending'] },
  { ids: [] },
  { number: '+12025550101', except: ['a', 'b'], metadata: { k: '2' } },
];

const looks = (store: SandboxStore): unknown => ({
  open: store.open(),
  at: store.clockAt(),
  placed: [store.placed('+12025550100'), store.placed('+12025550101'), store.placed('nobody')],
  found: ['a', 'b', 'c', 'd'].map((one) => store.find(one)),
  searches: [{}, { k: '1' }, { k: '2', m: '1' }, { k: '3' }].flatMap((metadata) =>
    [[], ['completed']].map((statuses) =>
      store.search({ metadata, statuses, offset: 1, limit: 3 }).map((row) => row.id),
    ),
  ),
  filters: FILTERS.map((filter) => [
    store.count({ metadata: {}, statuses: [], ...filter }),
    store
      .search({ metadata: {}, statuses: [], offset: 0, limit: 2, ...filter })
      .map((row) => row.id),
  ]),
  assistants: [store.assistantsMade(), store.assistants(), store.assistant('assistant-0')],
});

test('orders in plain memory are kept and forgotten as those in SQLite are', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const sqlite = openSandboxStore(':memory:', KEEP);
      const memory = new MemoryStore(KEEP);
      const known = new Set<string>();
      const over = new Set<string>();
      for (const one of steps) {
        // The engine makes no order twice and never touches one that is over.
        if (one.do === 'save' && over.has(one.id)) continue;
        for (const store of [sqlite, memory]) take(store, one, known);
        if (one.do === 'add') known.add(one.id);
        if (one.do === 'save' && one.isOver && known.has(one.id)) over.add(one.id);
        expect(looks(memory)).toEqual(looks(sqlite));
      }
      sqlite.close();
    }),
    { numRuns: 100 },
  );
});
