import { storeReason } from '../../../src/domain/run/reason.ts';
import { afterEach, expect, test } from 'vitest';
import { reasonCode } from '../../../src/domain/run/reason.ts';
import type { VoiceApi } from '../../../src/ports/voice-api.ts';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aContact, aRun, DAY, HOUR, MINUTE, START } from '../world/setup.ts';
import { BUSY, HUMAN, REACHED, type OrderScript, type Ring } from '../world/voice-script.ts';

/** What stops or pauses a run by itself: what the provider did, and nobody permitted. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const VOICEMAIL: Ring = { ...HUMAN, result: 'voicemail', late: 30_000 };
const NEXT_HOUR = aContact(99, { notBefore: START + 60 * MINUTE });
const first = (...scripts: OrderScript[]) => ({ [aContact(0).e164]: scripts });
const EMPTY: OrderScript = { rings: [] };
const attempts = async (nth = 0) =>
  ((await bench.contacts())[nth]?.orders ?? []).flatMap((order) => order.attempts);

test('a ring outside of the hours stops the run, and says whose phone rang when', async () => {
  // The provider held the order, although it was cancelled; the run is resumed in the evening, and sees it.
  const held: Ring = { ...HUMAN, at: 11 * HOUR + 4 * MINUTE };
  bench = await aBench({ scripts: first({ rings: [held], cancel: 'ignored' }) });
  const session = await aRun(bench.ledger, someContacts(3));
  expect(await bench.session(session).run()).toMatchObject({ exit: 3 });
  await bench.clock.sleep(START + 12 * HOUR, { key: 'test' });
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  const id = (await bench.contacts())[0]?.id;
  expect(await bench.session(next).run()).toEqual({
    how: 'stopped',
    exit: 3,
    why: `the provider rang +1•••••0100 at 21:04 their time (America/New_York), when its order no longer permitted it`,
    advice: { kind: 'ask_provider', contact: id },
  });
  expect((await bench.contacts())[0]?.state).toBe('reached');
});

test('I15 rings that are told as before their order stop nothing: our clock counts, and it is said once', async () => {
  const early: Ring = { ...HUMAN, at: -60_000, end: 90_000 };
  bench = await aBench({ otherwise: { rings: [early] } });
  const session = await aRun(bench.ledger, someContacts(3));
  const end = await bench.session(session, { concurrency: { max: 2 } }).run();
  expect(end).toMatchObject({ how: 'finished', exit: 0 });
  const said = bench.events.filter((event) => JSON.stringify(event).includes('started_at'));
  expect(said).toHaveLength(1);
  const [attempt] = await attempts();
  expect(attempt?.startedAt).toBeGreaterThanOrEqual(START);
  expect(attempt?.startedAt).toBeLessThanOrEqual(bench.clock.now());
});

test('what stopped a run does not stop the next session when it looks for the transcript', async () => {
  const held: Ring = { ...HUMAN, at: 11 * HOUR + 4 * MINUTE, late: Infinity };
  bench = await aBench({ scripts: first({ rings: [held], cancel: 'ignored' }) });
  const session = await aRun(bench.ledger, someContacts(4));
  const one = { concurrency: { max: 1 } };
  await bench.session(session, one).run();
  await bench.clock.sleep(START + 12 * HOUR, { key: 'test' });
  const evening = await bench.ledger.beginSession('a-run', bench.clock.now());
  expect(await bench.session(evening, one).run()).toMatchObject({ how: 'stopped', exit: 3 });
  await bench.clock.sleep(START + DAY, { key: 'test' });
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  expect(await bench.session(next, one).run()).toMatchObject({ how: 'finished', exit: 0 });
  expect((await bench.ledger.states('a-run')).reached).toBe(4);
});

test('a provider whose hours were accepted may ring when it likes', async () => {
  const early: Ring = { ...HUMAN, at: -60_000, end: 90_000 };
  bench = await aBench({ otherwise: { rings: [early] } });
  const session = await aRun(bench.ledger, someContacts(2));
  const stored = { assistant: undefined, assistant_id: 'a', provider_retries: 'accept' };
  expect(await bench.session(session, stored).run()).toMatchObject({ exit: 0 });
});

test('ten orders in a row that never rang stop the run', async () => {
  bench = await aBench({ otherwise: EMPTY });
  const session = await aRun(bench.ledger, someContacts(40));
  const end = await bench.session(session, { concurrency: { max: 4 } }).run();
  expect(end).toMatchObject({ how: 'stopped', exit: 3 });
  expect(end.why).toMatch(
    /^10 orders in a row ended, and the provider shows no call for any of them\. Ask the provider/,
  );
  expect(bench.voice.posts.length).toBeLessThanOrEqual(10 + 4);
  expect((await bench.ledger.states('a-run')).pending).toBe(40);
  await expectPromises(bench);
});

test('nine and one that rang do not', async () => {
  const over: OrderScript = { over: { status: 'errored', at: 1_000 } };
  const scripts: Record<string, readonly OrderScript[]> = {};
  for (let i = 0; i < 20; i++) scripts[aContact(i).e164] = i === 9 ? [REACHED] : [over, REACHED];
  bench = await aBench({ scripts });
  const session = await aRun(bench.ledger, someContacts(19));
  expect(await bench.session(session, { concurrency: { max: 1 } }).run()).toMatchObject({
    exit: 0,
  });
  expect((await bench.ledger.states('a-run')).reached).toBe(19);
});

test('an order that never rang because the run was stopped says nothing of the number', async () => {
  bench = await aBench({ scripts: first(EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, REACHED) });
  let session = await aRun(bench.ledger, someContacts(1));
  for (let i = 0; i < 6; i++) {
    const run = bench.session(session);
    const end = run.run();
    await bench.clock.sleep(bench.clock.now() + 10_000, { key: 'zz stop' });
    run.stop('stopped by a test');
    expect((await end).why).toBe('stopped by a test');
    session = await bench.ledger.beginSession('a-run', bench.clock.now());
  }
  expect(bench.voice.posts.length).toBe(6);
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  expect((await bench.contacts())[0]?.state).toBe('reached');
});

test('a second attempt after a human is recorded as late and pauses a live run', async () => {
  const scripts = first({ rings: [HUMAN, { ...BUSY, at: 90_000 }] });
  bench = await aBench({ scripts, mode: 'live' });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  const run = bench.session(session);
  const end = run.run();
  await bench.clock.sleep(START + 2 * HOUR, { key: 'test' });
  expect((await attempts()).map((one) => [one.outcome, one.late])).toEqual([
    ['human', false],
    ['busy', true],
  ]);
  const { paused } = await bench.ledger.control('a-run');
  const id = (await bench.contacts())[0]?.id;
  expect(paused).toMatchObject({
    who: 'campaign',
    reason: `the provider rang +1•••••0100 once more than it was asked to (contact ${id})`,
  });
  expect(run.idle?.why).toBe(`paused by campaign: ${paused?.reason}`);
  expect(bench.voice.posts.length, 'nobody else is called').toBe(1);
  run.stop('stopped by a test');
  expect(await end).toMatchObject({ exit: 3 });
});

test('once a person has lifted that pause, the same attempt does not pause the run again', async () => {
  const scripts = first({ rings: [HUMAN, { ...BUSY, at: 90_000 }] });
  bench = await aBench({ scripts, mode: 'live' });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  const run = bench.session(session);
  const end = run.run();
  await bench.clock.sleep(START + 30 * MINUTE, { key: 'test' });
  run.stop('stopped by a test');
  await end;
  const ana = { who: 'ana', at: START, reason: null };
  await bench.ledger.ask({
    ...ana,
    runId: 'a-run',
    kind: 'resume',
    contactId: null,
    hangUp: false,
  });
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  expect(await bench.session(next).run()).toMatchObject({ exit: 0 });
  expect((await bench.contacts()).map((one) => one.state)).toEqual(['reached', 'reached']);
});

test('in a rehearsal it is recorded, said, and pauses nothing', async () => {
  bench = await aBench({ scripts: first({ rings: [BUSY, { ...BUSY, at: 11_000 }] }, REACHED) });
  const session = await aRun(bench.ledger, someContacts(1));
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  expect((await attempts()).map((one) => one.late)).toEqual([false, true, false]);
  const notes = bench.events.flatMap((one) => (one.event === 'note' ? [one.message] : []));
  expect(notes.join()).toContain('the provider rang +1•••••0100 once more than it was asked to');
});

/** Somebody whose voicemail answered, and whose phone rings again after the order has ended. */
const ringsAgain = (after: Ring): OrderScript => ({ rings: [VOICEMAIL], after: [after] });

test('an attempt after the end of its order that reaches a human: nobody is called again', async () => {
  bench = await aBench({ scripts: first(ringsAgain({ ...HUMAN, at: 80_000, end: 20_000 })) });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  const [contact] = await bench.contacts();
  expect(contact?.state).toBe('reached');
  expect(reasonCode(contact?.reason ?? null)).toBe('outcome_corrected');
  expect((await attempts()).map((one) => [one.outcome, one.late])).toEqual([
    ['voicemail', false],
    ['human', true],
  ]);
  expect(contact?.orders.length).toBe(1);
});

test('I11 it counts in the cap: the person gets one attempt less', async () => {
  bench = await aBench({ scripts: first(ringsAgain({ ...BUSY, at: 80_000 }), { rings: [BUSY] }) });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  const [contact] = await bench.contacts();
  expect([contact?.state, contact?.reason]).toEqual([
    'exhausted',
    storeReason({ code: 'attempts_made', made: 3, max: 3 }),
  ]);
  expect(contact?.orders.length).toBe(2);
  expect((await attempts()).map((one) => one.late)).toEqual([false, true, false]);
});

test('it is followed to its end by the later looks', async () => {
  const long: Ring = { ...HUMAN, at: 80_000, end: 5 * MINUTE };
  bench = await aBench({ scripts: first(ringsAgain(long)) });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  const [, late] = await attempts();
  expect([late?.outcome, late?.endedAt]).toEqual(['human', START + 80_000 + 5 * MINUTE]);
  expect((await bench.contacts())[0]?.state).toBe('reached');
});

test('it pauses a live run', async () => {
  const scripts = first(ringsAgain({ ...BUSY, at: 80_000 }));
  bench = await aBench({ scripts, mode: 'live' });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  const run = bench.session(session);
  const end = run.run();
  await bench.clock.sleep(START + 2 * HOUR, { key: 'test' });
  expect((await bench.ledger.control('a-run')).paused).toMatchObject({ who: 'campaign' });
  expect(bench.voice.posts.length).toBe(1);
  run.stop('stopped by a test');
  await end;
});

test('somebody whose last order reached a human late is not ordered again', async () => {
  // The late attempt is seen by the second look only, when the second order is live already.
  const talk: Ring = { ...HUMAN, at: 80_000, end: 20_000 };
  const scripts = first(ringsAgain(talk), { rings: [{ ...BUSY, at: 1_000, end: 300_000 }] });
  bench = await aBench({ scripts });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  const api: VoiceApi = {
    profile: bench.api.profile,
    place: (body, gate) => bench.api.place(body, gate),
    cancel: (id) => bench.api.cancel(id),
    find: (sought) => bench.api.find(sought),
    get: async (id) => {
      const now = bench.clock.now() - START;
      if (id === 'order-1' && now > 100_000 && now < 600_000)
        return { kind: 'unreachable', why: 'as the test says' };
      return await bench.api.get(id);
    },
  };
  expect(await bench.session(session, {}, { api }).run()).toMatchObject({ exit: 0 });
  const [contact] = await bench.contacts();
  expect(contact?.state).toBe('reached');
  expect(reasonCode(contact?.reason ?? null)).toBe('outcome_corrected');
  expect(contact?.orders.length, 'the look before the next order has seen it').toBe(1);
});
