import { afterEach, describe, expect, test } from 'vitest';
import type { VoiceApi } from '../../../src/ports/voice-api.ts';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aContact, aRun, START } from '../world/setup.ts';
import { HUMAN, REACHED, type OrderScript, type Ring } from '../world/voice-script.ts';

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

/** Rings late enough that a stop meets orders before, at and after the ring. */
const LATE_RING: Ring = { ...HUMAN, at: 20_000 };
const INSTANTS = [0, 1, 499, 500, 5_000, 19_999, 20_000, 20_001, 37_123, 80_000, 81_000, 140_017];

describe.each([
  ['only looks', false],
  ['a hint for each change', true],
])('a stop with %s', (_, hinted) => {
  test.each(INSTANTS)('I10 after %i ms: nothing is ordered, what rings is followed', async (ms) => {
    bench = await aBench({ hinted, otherwise: { rings: [LATE_RING] } });
    const session = await aRun(bench.ledger, someContacts(30));
    const run = bench.session(session, { concurrency: { max: 6 } });
    const end = run.run();
    await bench.clock.sleep(START + ms, { key: 'zz stop' });
    run.stop('stopped by a test');
    const sent = bench.voice.posts.length;
    expect(await end).toEqual({ how: 'stopped', exit: 3, why: 'stopped by a test' });
    expect(bench.voice.posts.length).toBe(sent);
    const { calling, placing, pending, reached } = await bench.ledger.states('a-run');
    expect([calling, placing, pending + reached]).toEqual([0, 0, 30]);
    expect(reached, 'all that rang').toBe(
      new Set(bench.voice.orders.filter((o) => bench.voice.rings(o.number)).map((o) => o.number))
        .size,
    );
    const next = await bench.ledger.beginSession('a-run', bench.clock.now());
    expect(await bench.session(next).run()).toMatchObject({ how: 'finished', exit: 0 });
    expect((await bench.ledger.states('a-run')).reached).toBe(30);
    await expectPromises(bench);
  });
});

/** The real client, with something done at its edge. */
const around = (api: VoiceApi, change: Partial<VoiceApi>): VoiceApi => ({
  profile: api.profile,
  place: (body, gate) => api.place(body, gate),
  get: (id) => api.get(id),
  cancel: (id) => api.cancel(id),
  find: (sought) => api.find(sought),
  ...change,
});

test('I10 a stop between the claim and the send: the gate holds the order back', async () => {
  bench = await aBench();
  const session = await aRun(bench.ledger, someContacts(3));
  const api = around(bench.api, {
    place: async (body, gate) => {
      run.stop('stopped by a test');
      return await bench.api.place(body, gate);
    },
  });
  const run = bench.session(session, {}, { api });
  expect(await run.run()).toMatchObject({ exit: 3 });
  expect(bench.voice.posts).toEqual([]);
  expect((await bench.ledger.states('a-run')).pending).toBe(3);
});

test('I4 an order that would leave after its window has closed is held back', async () => {
  bench = await aBench();
  const session = await aRun(bench.ledger, someContacts(1));
  let delay = 8 * 3_600_000 - 60_000;
  const api = around(bench.api, {
    place: async (body, gate) => {
      await bench.clock.sleep(bench.clock.now() + delay, { key: 'slow' });
      delay = 0;
      return await bench.api.place(body, gate);
    },
  });
  expect(await bench.session(session, {}, { api }).run()).toMatchObject({ exit: 0 });
  expect(bench.voice.posts.length).toBe(1);
  await expectPromises(bench);
});

test('I7 a way to the provider that always takes too long stops the run', async () => {
  bench = await aBench();
  const session = await aRun(bench.ledger, someContacts(5));
  const api = around(bench.api, {
    place: async (body, gate) => {
      await bench.clock.sleep(bench.clock.now() + 6_000, { key: 'slow' });
      return await bench.api.place(body, gate);
    },
  });
  const end = await bench.session(session, {}, { api }).run();
  expect(end).toMatchObject({ how: 'stopped', exit: 3 });
  expect(end.why).toContain('orders waited too long');
  expect(bench.voice.posts).toEqual([]);
  expect((await bench.ledger.states('a-run')).pending).toBe(5);
});

test('the account’s fault three times in a row: the run stops, and all of them wait again', async () => {
  const barred: Ring = { at: 2_000, end: 0, dialError: 'no_international_permission' };
  const scripts: Record<string, readonly OrderScript[]> = {};
  for (let i = 0; i < 8; i++) scripts[aContact(i).e164] = [{ rings: [barred] }, REACHED];
  bench = await aBench({ scripts });
  const session = await aRun(bench.ledger, someContacts(20));
  const end = await bench.session(session, { concurrency: { max: 8 } }).run();
  expect(end).toMatchObject({ how: 'stopped', exit: 3 });
  expect(end.why).toContain('3 calls in a row ended with no_international_permission');
  expect(await bench.ledger.states('a-run')).toMatchObject({ failed: 0, pending: 20 });
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  expect(await bench.session(next).run()).toMatchObject({ exit: 0 });
  expect((await bench.ledger.states('a-run')).reached).toBe(20);
  await expectPromises(bench);
});

test('one of them who is ordered again already is not put back', async () => {
  const barred: Ring = { at: 2_000, end: 0, dialError: 'precondition_failed' };
  const scripts = {
    [aContact(0).e164]: [{ rings: [barred] }, { rings: [{ ...HUMAN, end: 600_000 }] }],
    [aContact(1).e164]: [{ rings: [{ ...barred, at: 60_000 }] }],
    [aContact(2).e164]: [{ rings: [{ ...barred, at: 60_000 }] }],
  };
  bench = await aBench({ scripts });
  const calling_windows = [
    {
      calling_window_start_time: '10:00',
      calling_window_end_time: '18:00',
      retry_delay_seconds: 1,
    },
  ];
  const again = {
    call_retry_config: { calling_windows, max_retry_attempts: 2 },
    outcomes: { precondition_failed: 'again' },
  };
  const session = await aRun(bench.ledger, someContacts(3));
  const end = bench.session(session, again).run();
  await bench.clock.sleep(START + 90_000, { key: 'test' });
  const states = async (): Promise<string[]> => (await bench.contacts()).map((c) => c.state);
  expect(await states()).toEqual(['calling', 'pending', 'pending']);
  expect(await end).toMatchObject({ how: 'stopped', exit: 3 });
  expect(await states()).toEqual(['reached', 'pending', 'pending']);
  await expectPromises(bench);
});
