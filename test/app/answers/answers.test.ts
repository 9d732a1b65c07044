import { afterEach, expect, test } from 'vitest';
import {
  aBench,
  expectPromises,
  someContacts,
  type Bench,
  type BenchOptions,
} from '../world/bench.ts';
import { aContact, aRun, MINUTE, START } from '../world/setup.ts';
import { HUMAN, REACHED, type OrderScript, type Placing } from '../world/voice-script.ts';

/** What the answer to one order means for the other orders of the run. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const answered = (status: number, headers: Record<string, string> = {}): OrderScript => ({
  place: { how: 'answer', status, headers },
});
/** It rings before the stop can cancel it. */
const AT_ONCE: OrderScript = { rings: [{ ...HUMAN, at: 0 }] };
const open = async (options: BenchOptions): Promise<void> => {
  bench = await aBench(options);
};

/** Scripts by the last two digits of the number. */
const of = (
  scripts: Record<number, readonly OrderScript[]>,
): NonNullable<BenchOptions['scripts']> =>
  Object.fromEntries(Object.entries(scripts).map(([n, own]) => [aContact(Number(n)).e164, own]));

test('400 for the first order of a session stops the run, and its contact waits again', async () => {
  await open({ otherwise: answered(400) });
  const session = await aRun(bench.ledger, someContacts(20));
  const end = await bench.session(session).run();
  expect(end).toMatchObject({ how: 'refused', exit: 4 });
  expect(end.why).toContain('HTTP 400');
  expect((await bench.ledger.states('a-run')).pending).toBe(20);
  expect(bench.voice.posts.length, 'the first order goes alone').toBe(1);
});

test('400 after an order was taken is about the contact alone', async () => {
  await open({ scripts: of({ 3: [answered(400)], 4: [answered(422)] }) });
  const session = await aRun(bench.ledger, someContacts(6));
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  const states = (await bench.contacts()).map((contact) => contact.state);
  expect(states).toEqual(['reached', 'reached', 'reached', 'failed', 'failed', 'reached']);
  expect((await bench.contacts())[3]?.reason).toContain('HTTP 400');
  await expectPromises(bench);
});

test('ten orders rejected in a row stop the run: what is wrong is not the people', async () => {
  await open({ scripts: of({ 0: [AT_ONCE] }), otherwise: answered(400) });
  const session = await aRun(bench.ledger, someContacts(60));
  const end = await bench.session(session, { concurrency: { max: 2 } }).run();
  expect(end).toMatchObject({ how: 'stopped', exit: 3 });
  expect(end.why).toContain('rejected 10 orders in a row');
  const { failed, pending } = await bench.ledger.states('a-run');
  expect(failed).toBeLessThanOrEqual(11);
  expect(failed + pending).toBe(59);
});

test('401 refuses every order: the run stops, and nobody was called', async () => {
  await open({ scripts: of({ 0: [AT_ONCE] }), otherwise: answered(401) });
  const session = await aRun(bench.ledger, someContacts(5));
  expect(await bench.session(session).run()).toMatchObject({ how: 'refused', exit: 4 });
  expect(await bench.ledger.states('a-run')).toMatchObject({ reached: 1, pending: 4 });
  await expectPromises(bench);
});

/** Each may be said by something in between, after the order was taken. */
const BLOCKED = [402, 403, 404, 405, 407, 301, 302, 303, 307, 308];

test.each(BLOCKED)('%i stops the run, and its order is looked up and found', async (status) => {
  const place: Placing = { how: 'answer', status, stored: true };
  await open({ otherwise: { ...REACHED, place } });
  const session = await aRun(bench.ledger, someContacts(5));
  const end = await bench.session(session).run();
  expect(end).toMatchObject({ how: 'refused', exit: 4 });
  expect(end.why).toContain(`HTTP ${status}`);
  expect(bench.voice.posts.length, 'nothing leaves after it').toBe(1);
  const again = await bench.ledger.beginSession('a-run', bench.clock.now());
  await bench.session(again).run();
  const called = bench.voice.posts.map(({ number }) => number);
  expect(new Set(called).size, 'the same command again calls nobody twice').toBe(called.length);
  await expectPromises(bench);
});

test.each(BLOCKED)(
  '%i stops the run; where no search finds its order, nobody knows',
  async (status) => {
    await open({ otherwise: answered(status), search: 'unsupported' });
    const session = await aRun(bench.ledger, someContacts(5));
    expect(await bench.session(session).run()).toMatchObject({ how: 'refused', exit: 4 });
    expect(await bench.ledger.states('a-run')).toMatchObject({ uncertain: 1, pending: 4 });
  },
);

test.each([
  [400, '<html><title>Bad request</title>'],
  [413, ''],
  [422, 'no'],
])(
  '%i with the body %j may come from something in between: it is looked up',
  async (status, body) => {
    const place: Placing = { how: 'answer', status, body, stored: true };
    await open({ scripts: of({ 0: [REACHED], 1: [{ ...REACHED, place }] }) });
    const session = await aRun(bench.ledger, someContacts(2));
    expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
    expect((await bench.contacts()).map(({ state }) => state)).toEqual(['reached', 'reached']);
    await expectPromises(bench);
  },
);

test('429 waits as long as the provider asks, then the order is sent under a new key', async () => {
  await open({ scripts: of({ 0: [answered(429, { 'retry-after': '120' }), REACHED] }) });
  const session = await aRun(bench.ledger, someContacts(3));
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  expect((await bench.ledger.states('a-run')).reached).toBe(3);
  const [refused, ...taken] = bench.voice.posts.map((post) => post.at - START);
  expect(refused).toBe(0);
  expect(Math.min(...taken)).toBe(2 * MINUTE);
  await expectPromises(bench);
});

test('I7 a provider that asks to wait for a year is asked again after an hour', async () => {
  await open({ scripts: of({ 0: [answered(429, { 'retry-after': '31536000' }), REACHED] }) });
  await bench.session(await aRun(bench.ledger, someContacts(1))).run();
  expect(bench.voice.posts.map((post) => post.at - START)).toEqual([0, 60 * MINUTE]);
});

test('nobody is listening: after ten tries in a row, each after a longer pause, the run stops', async () => {
  await open({});
  const session = await aRun(bench.ledger, someContacts(30));
  const run = bench.session(session);
  await bench.voice.close();
  const end = await run.run();
  expect(end).toMatchObject({ how: 'stopped', exit: 3 });
  expect(end.why).toContain('could not be reached 10 times in a row');
  expect((await bench.ledger.states('a-run')).pending).toBe(30);
  expect(bench.clock.now() - START).toBeGreaterThan(3 * MINUTE);
  await open({});
});

test('ten lines that lose the network for a moment do not stop the run', async () => {
  await open({ otherwise: { rings: [HUMAN] } });
  const session = await aRun(bench.ledger, someContacts(40));
  let blips = 0;
  const api: typeof bench.api = {
    profile: bench.api.profile,
    get: (id) => bench.api.get(id),
    cancel: (id) => bench.api.cancel(id),
    find: (sought) => bench.api.find(sought),
    place: async (body, gate) => {
      if (bench.clock.now() < START + MINUTE || blips === 10)
        return await bench.api.place(body, gate);
      blips += 1;
      await bench.clock.sleep(START + 80_000, { key: 'no network' });
      return { kind: 'not_sent', why: 'ENETUNREACH' };
    },
  };
  const end = await bench.session(session, {}, { api }).run();
  expect(blips).toBe(10);
  expect(end).toMatchObject({ exit: 0 });
  expect((await bench.ledger.states('a-run')).reached).toBe(40);
});

test('a key that is refused while calls are live: the run stops, and they stay open', async () => {
  await open({ otherwise: { rings: [HUMAN], look: 401 } });
  const session = await aRun(bench.ledger, someContacts(2));
  expect(await bench.session(session).run()).toMatchObject({ how: 'refused', exit: 4 });
  expect((await bench.ledger.states('a-run')).calling).toBe(2);
});

const LOST: Placing = { how: 'drop', stored: true };

test('I6 people who need a decision do not keep the run alive, but they are said', async () => {
  await open({ scripts: of({ 1: [{ ...REACHED, place: LOST }] }), search: 'unsupported' });
  const session = await aRun(bench.ledger, someContacts(3));
  const end = await bench.session(session).run();
  expect(end).toEqual({ how: 'finished', exit: 3, why: '1 person needs a decision' });
  await expectPromises(bench);
});

test('orders without a clear answer that are found hold nothing up', async () => {
  const place: Placing = { how: 'answer', status: 502, body: '<html>', stored: true };
  await open({ otherwise: { ...REACHED, place } });
  const session = await aRun(bench.ledger, someContacts(14));
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  expect((await bench.ledger.states('a-run')).reached).toBe(14);
  await expectPromises(bench);
});

/** Two minutes until it must have rung, and the longest call. */
const HOLD = 2 * MINUTE + 120_000;
const LONGEST = { assistant: { prompt: 'Say hello.', max_call_duration_secs: 120 } };
const UNANSWERED: OrderScript = {
  ...REACHED,
  place: { how: 'answer', status: 502, body: '<html>', stored: true },
};

test('orders that may be live keep their lines until their calls must be over', async () => {
  const scripts = of({ 1: [UNANSWERED], 2: [UNANSWERED] });
  await open({ scripts, search: 'unsupported' });
  const session = await aRun(bench.ledger, someContacts(5));
  const end = await bench.session(session, { ...LONGEST, concurrency: { max: 2 } }).run();
  expect(end).toMatchObject({ how: 'finished', exit: 3 });
  const at = bench.voice.posts.map((post) => post.at);
  const [first, second] = bench.voice.posts.filter(({ number }) =>
    [aContact(1).e164, aContact(2).e164].includes(number),
  );
  if (first === undefined || second === undefined) throw new Error('they were not ordered');
  const both = at.filter((one) => one > second.at && one < first.at + HOLD);
  expect(both, 'nobody is ordered while both may be live').toEqual([]);
  expect(bench.voice.posts, 'everybody has their turn after it').toHaveLength(5);
  await expectPromises(bench);
});

test('an order that may be live keeps the line of its key, and the others go on', async () => {
  await open({ scripts: of({ 1: [UNANSWERED] }), search: 'unsupported' });
  const people = someContacts(4).map((one, i) => ({
    ...one,
    concurrencyKey: i === 1 || i === 2 ? 'one shop' : 'another',
  }));
  const session = await aRun(bench.ledger, people);
  const concurrency = { max: 4, key_column: 'shop', max_per_key: 1 };
  await bench.session(session, { ...LONGEST, concurrency }).run();
  const orderedAt = (n: number): number =>
    bench.voice.posts.find(({ number }) => number === aContact(n).e164)?.at ?? NaN;
  expect(orderedAt(2)).toBeGreaterThanOrEqual(orderedAt(1) + HOLD);
  expect(orderedAt(3)).toBeLessThan(orderedAt(1) + HOLD);
  await expectPromises(bench);
});

test('a run whose lines are all in doubt ends when nobody else waits', async () => {
  await open({ scripts: of({ 0: [UNANSWERED], 1: [UNANSWERED] }), search: 'unsupported' });
  const session = await aRun(bench.ledger, someContacts(2));
  const end = await bench.session(session, { ...LONGEST, concurrency: { max: 2 } }).run();
  expect(end).toEqual({ how: 'finished', exit: 3, why: '2 people need a decision' });
  expect(bench.clock.now() - START).toBeLessThan(HOLD);
});

test('I6 the next session finds an uncertain order by its key, and goes on with it', async () => {
  await open({ scripts: of({ 0: [{ ...REACHED, place: LOST }] }), search: 'lags' });
  const session = await aRun(bench.ledger, someContacts(1));
  const api: typeof bench.api = {
    profile: bench.api.profile,
    get: (id) => bench.api.get(id),
    cancel: (id) => bench.api.cancel(id),
    find: () => Promise.resolve({ kind: 'unknown', cause: 'no_search', why: '404' }),
    place: (body, gate) => bench.api.place(body, gate),
  };
  await bench.session(session, {}, { api }).run();
  expect((await bench.ledger.states('a-run')).uncertain).toBe(1);
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  await bench.clock.sleep(bench.clock.now() + MINUTE, { key: 'test' });
  expect(await bench.session(next).run()).toMatchObject({ exit: 0 });
  expect((await bench.contacts())[0]).toMatchObject({ state: 'reached' });
  await expectPromises(bench);
});
