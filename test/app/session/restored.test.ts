import { storeReason } from '../../../src/domain/run/reason.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aBench, someContacts, type Bench } from '../world/bench.ts';
import type { ClaimRequest } from '../../../src/ports/ledger/queue.ts';
import { aContact, aRun, HOUR, START } from '../world/setup.ts';
import type { SearchMode } from '../world/scripted-search.ts';
import { BUSY, REACHED } from '../world/voice-script.ts';

/** A ledger that was copied before people were called, and is worked on as if nobody had been. */

const PEOPLE = 12;
let bench: Bench;

const lost = async (search: SearchMode): Promise<void> => {
  bench = await aBench({ search, mode: 'live', otherwise: REACHED });
};

/** Orders of people by an own ledger that then is gone: the same run and keys, and the same provider. */
async function calledByAnother(people: number): Promise<void> {
  const other = await aBench({ search: 'works' });
  try {
    const session = await aRun(other.ledger, someContacts(people));
    await other
      .session(session, {}, { api: bench.api, clock: bench.clock, hints: bench.voice.hints })
      .run();
  } finally {
    await other.close();
  }
}

/** The lock has seen a later session than this ledger. */
const aCopy = () =>
  bench.ledger.beginSession('a-run', bench.clock.now(), { epoch: 7, lastOrder: null });

beforeEach(async () => {
  await lost('works');
});
afterEach(async () => {
  await bench.close();
});

test('I2 people who were called since the copy are found by their keys, and called by nobody again', async () => {
  await calledByAnother(5);
  const before = bench.voice.posts.length;
  expect(before).toBe(5);
  await aRun(bench.ledger, someContacts(PEOPLE));
  const session = await aCopy();
  const end = await bench.session(session).run();
  expect(end.why).toBe('everybody is done with');
  expect((await bench.ledger.states('a-run')).reached).toBe(PEOPLE);
  expect(new Set(bench.voice.posts.map(({ number }) => number)).size).toBe(PEOPLE);
  expect(bench.voice.posts.length, 'each person was ordered once').toBe(PEOPLE);
  expect(await bench.ledger.restoredAt('a-run')).toBeNull();
});

test('I2 somebody who is skipped when the copy is looked through, and is not later, is not called again', async () => {
  await calledByAnother(5);
  await aRun(bench.ledger, someContacts(PEOPLE));
  const first = await aCopy();
  const skip = { reason: 'on a list', now: bench.clock.now() };
  await bench.ledger.skipEach(first, [{ seq: 1, ...skip }], skip.now);
  await bench.session(first).run();
  expect((await bench.ledger.states('a-run')).reached).toBe(PEOPLE);
  expect(bench.voice.posts.length, 'each person was ordered once').toBe(PEOPLE);
});

test('a session that dies right after it began leaves the copy marked', async () => {
  await calledByAnother(5);
  await aRun(bench.ledger, someContacts(PEOPLE));
  await aCopy();
  // The next one finds the epoch lifted, and must know nevertheless.
  const next = await bench.ledger.beginSession('a-run', bench.clock.now(), {
    epoch: 8,
    lastOrder: null,
  });
  expect(await bench.ledger.restoredAt('a-run')).not.toBeNull();
  await bench.session(next).run();
  expect(bench.voice.posts).toHaveLength(PEOPLE);
});

test('a copy can be cancelled: nobody is looked up, and nobody is called', async () => {
  await bench.close();
  await lost('unsupported');
  await aRun(bench.ledger, someContacts(3));
  const session = await aCopy();
  const cancel = {
    kind: 'cancel',
    contactId: null,
    hangUp: false,
    who: 'ana',
    reason: null,
  } as const;
  await bench.ledger.ask({ ...cancel, runId: 'a-run', at: START });
  expect(await bench.session(session).run()).toMatchObject({ how: 'finished' });
  expect((await bench.ledger.states('a-run')).cancelled).toBe(3);
  expect(bench.voice.posts).toEqual([]);
});

test('looking up whom a copy does not know stops when it is told to', async () => {
  await aRun(bench.ledger, someContacts(3));
  const session = bench.session(await aCopy());
  session.stop('stopped by SIGINT');
  expect(await session.run()).toMatchObject({ how: 'stopped', why: 'stopped by SIGINT' });
  expect(await bench.ledger.restoredAt('a-run'), 'it must still be done').not.toBeNull();
  expect(bench.voice.posts).toEqual([]);
});

test('without the mark they would be called again: this test can fail', async () => {
  await calledByAnother(5);
  await bench.session(await aRun(bench.ledger, someContacts(PEOPLE))).run();
  expect(bench.voice.posts.length).toBe(PEOPLE + 5);
});

test.each(['metadata', 'ignores', 'lags'] as const)(
  'I2 with a search that is of another kind (%s) the orders since the copy are found as well',
  async (search) => {
    await bench.close();
    await lost(search);
    await calledByAnother(5);
    await aRun(bench.ledger, someContacts(PEOPLE));
    expect(await bench.session(await aCopy()).run()).toMatchObject({ exit: 0 });
    expect(new Set(bench.voice.posts.map(({ number }) => number)).size).toBe(PEOPLE);
    expect(bench.voice.posts, 'each person was ordered once').toHaveLength(PEOPLE);
  },
);

test('the orders of the account are paged through, and not one search made for each person', async () => {
  await calledByAnother(5);
  await aRun(bench.ledger, someContacts(100));
  await bench.session(await aCopy()).run();
  expect(bench.voice.posts).toHaveLength(100);
  expect(bench.voice.searches.length).toBeLessThan(10);
});

test('I15 a search that shows nothing of what is known proves nothing: nobody is called', async () => {
  await bench.close();
  await lost('empty');
  await aRun(bench.ledger, someContacts(3));
  const before = await bench.ledger.beginSession('a-run', START);
  await bench.session(before, {}, { limit: 1 }).run();
  expect(bench.voice.posts).toHaveLength(1);
  const end = await bench.session(await aCopy()).run();
  expect(end).toMatchObject({ how: 'stopped', exit: 3 });
  expect(end.why).toContain('shows no order that is known to exist');
  expect(bench.voice.posts).toHaveLength(1);
});

test.each(['unsupported', 'down', 'empty'] as const)(
  'a search that is %s proves nothing: nobody is called until a person has taken it on',
  async (search) => {
    await bench.close();
    await lost(search);
    await aRun(bench.ledger, someContacts(3));
    const session = await aCopy();
    const end = await bench.session(session).run();
    expect(end).toMatchObject({ how: 'stopped', exit: 3 });
    expect(end.why).toContain('this ledger is an older copy');
    expect(bench.voice.posts).toEqual([]);
    // A crash or a second try changes nothing about it.
    const again = await bench.ledger.beginSession('a-run', bench.clock.now());
    expect(await bench.session(again).run()).toMatchObject({ exit: 3 });
    const third = await bench.ledger.beginSession('a-run', bench.clock.now());
    const restoredAccepted = { who: 'ana', at: START, reason: 'compared by hand' };
    expect(await bench.session(third, {}, { restoredAccepted }).run()).toMatchObject({ exit: 0 });
    expect(bench.voice.posts).toHaveLength(3);
  },
);

test('a second order of a person that the copy does not know is found as well', async () => {
  await calledByAnother(1);
  const session = await aRun(bench.ledger, someContacts(1));
  const [contact] = await bench.contacts();
  const { providerId } = { providerId: bench.voice.orders[0]?.id ?? '' };
  await bench.ledger.adoptLost(session, {
    contactId: contact?.id ?? '',
    nth: 1,
    providerId,
    createdAt: START,
    now: START,
  });
  expect(await bench.ledger.unsettled('a-run')).toMatchObject([
    { key: `${contact?.id ?? ''}-1`, nth: 1, state: 'calling', providerId },
  ]);
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  expect(bench.voice.posts).toHaveLength(1);
});

test.each([
  [START + 5_000, START + 5_000],
  [START - HOUR, START],
  [null, START],
  [START + 9 * HOUR, START + HOUR],
])(
  'I15 a lost order that the provider made at %j is of %i: never before its run, never after now',
  async (createdAt, orderedAt) => {
    const session = await aRun(bench.ledger, someContacts(1));
    const contactId = (await bench.contacts())[0]?.id ?? '';
    const lostOrder = { contactId, nth: 1, providerId: 'order-9', createdAt, now: START + HOUR };
    await bench.ledger.adoptLost(session, lostOrder);
    expect(await bench.ledger.unsettled('a-run')).toMatchObject([{ orderedAt }]);
  },
);

const TWICE = {
  calling_windows: [
    {
      calling_window_start_time: '10:00',
      calling_window_end_time: '18:00',
      retry_delay_seconds: 1,
    },
  ],
  max_retry_attempts: 2,
};

const aClaim = (now: number): ClaimRequest => ({
  now,
  groups: [{ group: 'America/New_York|', ringsUntil: now + HOUR, permit: 'a test' }],
  prefer: 'first',
  freeKeys: [],
  repeatAfterMs: 0,
  definition: 1,
});

test('I2 anyone who was being called when the copy was made, and was called again since, is called by nobody again', async () => {
  await bench.close();
  const scripts = { [aContact(0).e164]: [{ rings: [BUSY] }, REACHED] };
  bench = await aBench({ search: 'works', mode: 'live', scripts });
  await aRun(bench.ledger, someContacts(1));
  const other = await aBench({ search: 'works' });
  const session = await aRun(other.ledger, someContacts(1));
  const same = { api: bench.api, clock: bench.clock, hints: bench.voice.hints };
  await other.session(session, { call_retry_config: TWICE }, same).run();
  await other.close();
  expect(bench.voice.posts).toHaveLength(2);
  // The copy knows the first of the two orders, and not how it ended.
  const before = await bench.ledger.beginSession('a-run', START);
  const claim = await bench.ledger.claim(before, aClaim(START));
  const found = {
    source: 'post',
    providerId: bench.voice.orders[0]?.id ?? '',
    now: START,
  } as const;
  await bench.ledger.accepted(before, claim?.key ?? '', found);
  const end = await bench.session(await aCopy(), { call_retry_config: TWICE }).run();
  expect(end.why).toBe('everybody is done with');
  expect(bench.voice.posts).toHaveLength(2);
  const [contact] = await bench.contacts();
  expect(contact).toMatchObject({ state: 'reached' });
  expect(contact?.orders.map(({ state, attempts }) => [state, attempts[0]?.outcome])).toEqual([
    ['settled', 'busy'],
    ['settled', 'human'],
  ]);
});

test('I2 an order is found although the one before it was given back unsent', async () => {
  const other = await aBench({ search: 'works' });
  const session = await aRun(other.ledger, someContacts(1));
  const claim = await other.ledger.claim(session, aClaim(START));
  const why = { now: START, notBefore: START, reason: storeReason({ code: 'run_paused' }) };
  await other.ledger.giveBack(session, claim?.key ?? '', why);
  const same = { api: bench.api, clock: bench.clock, hints: bench.voice.hints };
  await other.session(session, {}, same).run();
  await other.close();
  expect(bench.voice.posts).toMatchObject([{ key: expect.stringMatching(/-2$/) as string }]);
  await aRun(bench.ledger, someContacts(1));
  await bench.session(await aCopy()).run();
  expect(bench.voice.posts).toHaveLength(1);
  expect((await bench.ledger.states('a-run')).reached).toBe(1);
});
