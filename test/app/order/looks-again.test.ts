import { afterEach, expect, test } from 'vitest';
import type { VoiceApi } from '../../../src/ports/voice-api.ts';
import { aBench, someContacts, type Bench } from '../world/bench.ts';
import { aContact, aRun, DAY, HOUR, MINUTE, START } from '../world/setup.ts';
import { BUSY, HUMAN, REACHED, type OrderScript, type Ring } from '../world/voice-script.ts';

/** What was settled lately is looked at once more when a live session begins, and when it ends. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const number = aContact(0).e164;
const first = (...scripts: OrderScript[]) => ({ [number]: scripts });
const NEXT_HOUR = aContact(99, { notBefore: START + HOUR });
const gets = (id: string, from: number): number =>
  bench.voice.gets.filter((get) => get.id === id && get.at >= from).length;
const attempts = async () =>
  ((await bench.contacts())[0]?.orders ?? []).flatMap((order) => order.attempts);

const ONCE = { outcomes: { busy: 'stop' } };
const RINGS_AGAIN: OrderScript = {
  rings: [{ ...BUSY, at: 1_000 }],
  after: [{ ...HUMAN, at: 5 * MINUTE, end: 20_000 }],
};
const TWO = [
  ['busy', false],
  ['human', true],
];

test('at the end: a ring after the end of an order is found, although nothing was missing', async () => {
  bench = await aBench({ scripts: first(RINGS_AGAIN), mode: 'live' });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  const end = bench.session(session, ONCE).run();
  await bench.clock.sleep(START + 30 * MINUTE, { key: 'test' });
  expect((await attempts()).map((one) => one.late)).toEqual([false]);
  expect(await end).toMatchObject({ exit: 0 });
  expect((await attempts()).map((one) => [one.outcome, one.late])).toEqual(TWO);
  expect((await bench.ledger.control('a-run')).paused).toMatchObject({ who: 'campaign' });
});

test('at resume: it is found too, and a pause does not hold a session with nobody left', async () => {
  bench = await aBench({ scripts: first(RINGS_AGAIN), mode: 'live' });
  const session = await aRun(bench.ledger, [aContact(0)]);
  expect(await bench.session(session, ONCE).run()).toMatchObject({ exit: 0 });
  await bench.clock.sleep(START + HOUR, { key: 'test' });
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  expect(await bench.session(next, ONCE).run()).toMatchObject({ exit: 0 });
  expect((await attempts()).map((one) => [one.outcome, one.late])).toEqual(TWO);
});

test('at resume, before anybody is called: anyone who was reached late is not called again', async () => {
  const again: Ring = { ...HUMAN, at: 5 * MINUTE, end: 20_000 };
  bench = await aBench({ scripts: first({ rings: [BUSY], after: [again] }), mode: 'live' });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  const run = bench.session(session);
  const end = run.run();
  await bench.clock.sleep(START + MINUTE, { key: 'zz stop' });
  run.stop('stopped by a test');
  await end;
  await bench.clock.sleep(START + 20 * MINUTE, { key: 'test' });
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  const resumed = bench.session(next);
  const over = resumed.run();
  await bench.clock.sleep(START + 30 * MINUTE, { key: 'test' });
  expect((await bench.contacts())[0]?.state).toBe('reached');
  expect(bench.voice.posts.length).toBe(1);
  resumed.stop('stopped by a test');
  await over;
});

test('a wish that is understood hours later is heard at resume', async () => {
  const ring: Ring = { ...HUMAN, late: HOUR, output: { asked_not_to_be_called: true } };
  bench = await aBench({ scripts: first({ rings: [ring] }), mode: 'live' });
  const session = await aRun(bench.ledger, someContacts(1));
  await bench.session(session).run();
  expect(await bench.ledger.barred()).toEqual([]);
  await bench.clock.sleep(START + 2 * HOUR, { key: 'test' });
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  await bench.session(next).run();
  expect((await bench.ledger.barred()).map((one) => one.e164)).toEqual([number]);
  const [contact] = await bench.contacts();
  expect(contact?.orders[0]?.attempts[0]?.structuredOutput).toEqual({
    asked_not_to_be_called: true,
  });
});

test('what was settled more than three days ago is left alone, and so is a rehearsal', async () => {
  for (const [mode, pause, asked] of [
    ['live', 3 * DAY - HOUR, 2],
    ['live', 3 * DAY + HOUR, 0],
    ['rehearsal', HOUR, 0],
  ] as const) {
    bench = await aBench({ mode });
    const session = await aRun(bench.ledger, someContacts(1));
    await bench.session(session).run();
    const from = START + pause;
    await bench.clock.sleep(from, { key: 'test' });
    const next = await bench.ledger.beginSession('a-run', bench.clock.now());
    await bench.session(next).run();
    expect(gets('order-1', from), `${mode} after ${pause / HOUR} h`).toBe(asked);
    if (asked > 0) await bench.close();
    else if (mode === 'live') await bench.close();
  }
});

test('a look that is still to come is not lost by one in between', async () => {
  const ring: Ring = { ...HUMAN, late: 8 * MINUTE };
  bench = await aBench({ scripts: first({ rings: [ring] }), mode: 'live' });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  const run = bench.session(session);
  const end = run.run();
  await bench.clock.sleep(START + 5 * MINUTE, { key: 'zz stop' });
  run.stop('stopped by a test');
  await end;
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  expect(await bench.session(next).run()).toMatchObject({ exit: 0 });
  const [attempt] = await attempts();
  expect(attempt?.transcript?.length).toBe(1);
});

test('I7 a provider that cannot be reached is not asked for everybody', async () => {
  bench = await aBench({ otherwise: REACHED, mode: 'live' });
  const session = await aRun(bench.ledger, someContacts(60));
  await bench.session(session).run();
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  let asked = 0;
  const api: VoiceApi = {
    profile: bench.api.profile,
    place: (body, gate) => bench.api.place(body, gate),
    cancel: (id) => bench.api.cancel(id),
    find: (sought) => bench.api.find(sought),
    get: () => {
      asked += 1;
      return Promise.resolve({ kind: 'unreachable', why: 'as the test says' });
    },
  };
  expect(await bench.session(next, {}, { api }).run()).toMatchObject({ exit: 0 });
  expect(asked, 'twice twenty: at the beginning and at the end').toBe(40);
  const notes = bench.events.flatMap((event) => (event.event === 'note' ? [event.message] : []));
  expect(notes[0]).toContain('calls of the last 72 hours could not be looked at again');
});
