import { expect, test } from 'vitest';
import { type FindWork, findOrder } from '../../../src/app/search/find-order.ts';
import type { FindAnswer, KnownOrder, Sought } from '../../../src/ports/order-search.ts';

/** An order that a search does not show, and what else is known at that account. */

const aSought = (key: string): Sought => ({
  key,
  number: '+12025550100',
  contactId: key.slice(0, -2),
  since: 0,
});
const aKnown = (key: string): KnownOrder => ({ ...aSought(key), id: `id of ${key}` });

const shows = (key: string): FindAnswer => ({
  kind: 'found',
  by: 'by_number',
  view: { id: `id of ${key}`, stage: 'over', status: 'completed', attempts: [], metadata: {} },
});
const NOTHING: FindAnswer = { kind: 'nothing_shown', by: 'by_number' };

interface Scene {
  readonly settleMs?: number | null;
  readonly known: readonly string[];
  /** Keys that a GET by id gives. */
  readonly given: readonly string[];
  readonly search: (key: string) => FindAnswer;
}

async function look({ settleMs = 0, known, given, search }: Scene) {
  const work = {
    session: { runId: 'a-run', epoch: 1 },
    ledger: { newestKnown: () => Promise.resolve(known.map(aKnown)) },
    api: {
      profile: { settleMs },
      find: ({ key }: Sought) => Promise.resolve(search(key)),
      get: (id: string) => {
        const kind = given.some((key) => id === `id of ${key}`) ? 'found' : 'missing';
        return Promise.resolve({ kind });
      },
    },
  };
  return await findOrder(work as unknown as FindWork, aSought('c-1-1'));
}

const onlyShows = (key: string) => (asked: string) => (asked === key ? shows(key) : NOTHING);

test('what the search shows is found, whatever else is known', async () => {
  const scene = { known: [], given: [], search: onlyShows('c-1-1') };
  expect(await look(scene)).toMatchObject({ kind: 'found', view: { id: 'id of c-1-1' } });
});

test('I15 it is not found while the same search shows the newest order that is known', async () => {
  const scene = {
    known: ['c-9-1', 'c-8-1'],
    given: ['c-9-1', 'c-8-1'],
    search: onlyShows('c-9-1'),
  };
  expect(await look(scene)).toEqual({ kind: 'not_found', provedBy: 'c-9-1' });
});

test('an order that the provider itself does not give by its id proves nothing: the next is tried', async () => {
  const scene = { known: ['c-9-1', 'c-8-1'], given: ['c-8-1'], search: onlyShows('c-8-1') };
  expect(await look(scene)).toEqual({ kind: 'not_found', provedBy: 'c-8-1' });
});

const UNPROVED: (Scene & { name: string })[] = [
  { name: 'no order is known', known: [], given: [], search: () => NOTHING },
  { name: 'none that is known exists', known: ['c-9-1'], given: [], search: onlyShows('c-9-1') },
  {
    name: 'only the sought one is known',
    known: ['c-1-1'],
    given: ['c-1-1'],
    search: () => NOTHING,
  },
  { name: 'it shows none', known: ['c-9-1'], given: ['c-9-1'], search: () => NOTHING },
  {
    name: 'it shows an older one, and not the newest',
    known: ['c-9-1', 'c-8-1'],
    given: ['c-9-1', 'c-8-1'],
    search: onlyShows('c-8-1'),
  },
  {
    name: 'it shows another order in its place',
    known: ['c-9-1'],
    given: ['c-9-1'],
    search: (key) => (key === 'c-9-1' ? shows('c-7-1') : NOTHING),
  },
  {
    name: 'another kind of search shows it',
    known: ['c-9-1'],
    given: ['c-9-1'],
    search: (key) =>
      key === 'c-9-1' ? ({ ...shows(key), by: 'by_label' } as FindAnswer) : NOTHING,
  },
];

test.each(UNPROVED)('I15 an empty search is not believed where $name', async (scene) => {
  expect(await look(scene)).toMatchObject({ kind: 'unknown', cause: 'unproved' });
});

test('where no settle time is known, silence means nothing and nothing is asked to prove it', async () => {
  const scene = { settleMs: null, known: ['c-9-1'], given: ['c-9-1'], search: onlyShows('c-9-1') };
  expect(await look(scene)).toMatchObject({ kind: 'unknown', cause: 'unsettled' });
});
