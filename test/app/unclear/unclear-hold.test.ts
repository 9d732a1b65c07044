import { afterEach, expect, test } from 'vitest';
import type { SessionParts } from '../../../src/app/session/session.ts';
import type { ResolveKind } from '../../../src/ports/ledger/requests.ts';
import type { VoiceApi } from '../../../src/ports/voice-api.ts';
import {
  aBench,
  expectPromises,
  someContacts,
  type Bench,
  type BenchOptions,
} from '../world/bench.ts';
import { aContact, aRun, MINUTE, START } from '../world/setup.ts';
import { HUMAN, REACHED, type OrderScript } from '../world/voice-script.ts';

/** Five orders whose send had no clear answer hold the run, until evidence or a person has said what became of them. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const UNCLEAR: OrderScript = {
  ...REACHED,
  place: { how: 'answer', status: 502, body: '<html>', stored: true },
};
/** The first person is reached; the next five are called and nobody learns of it. */
const FIVE_UNCLEAR = {
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [aContact(n).e164, [UNCLEAR]])),
};
const CAMPAIGN = {
  assistant: { prompt: 'Say hello.', max_call_duration_secs: 120 },
  concurrency: { max: 6 },
};
/** Two minutes until it must have rung, the longest call, and a minute until it shows. */
const EVIDENCE = 2 * MINUTE + 120_000 + MINUTE;

const api = (change: Partial<VoiceApi> = {}): VoiceApi => ({
  profile: bench.api.profile,
  place: (body, gate) => bench.api.place(body, gate),
  get: (id) => bench.api.get(id),
  cancel: (id) => bench.api.cancel(id),
  find: (sought) => bench.api.find(sought),
  ...change,
});

async function begun(options: BenchOptions, change: Partial<SessionParts> = {}, people = 14) {
  bench = await aBench({ scripts: FIVE_UNCLEAR, ...options });
  const session = await aRun(bench.ledger, someContacts(people));
  return bench.session(session, CAMPAIGN, { wall: bench.clock, ...change });
}

const events = (name: string) => bench.events.filter(({ event }) => event === name);
const decided = async (kind: ResolveKind, count: number): Promise<void> => {
  const people = await bench.ledger.uncertainContacts('a-run');
  for (const { contactId } of people.slice(0, count)) {
    const by = { who: 'somebody', at: bench.clock.now(), reason: 'the provider says so' };
    await bench.ledger.ask({ ...by, runId: 'a-run', kind, contactId, hangUp: false });
  }
};

test('nothing more leaves; the hold is said once, with its orders, and ends when nothing can become known', async () => {
  const run = await begun({ search: 'unsupported' });
  const end = await run.run();
  const { posts } = bench.voice;
  expect(posts).toHaveLength(6);
  const unclear = posts.slice(1).map(({ key }) => key);
  expect(end).toMatchObject({ how: 'stopped', exit: 3 });
  expect(end.why).toContain('5 orders had no clear answer and were not found');
  for (const key of unclear) expect(end.why).toContain(key);
  const last = Math.max(...posts.map(({ at }) => at));
  expect(bench.clock.now()).toBe(last + EVIDENCE);
  expect(events('hold_began')).toMatchObject([
    {
      until: new Date(last + EVIDENCE).toISOString(),
      why: 'HTTP 502: a web page',
      orders: unclear.map((order) => ({ order })),
    },
  ]);
  expect(await bench.ledger.states('a-run')).toMatchObject({ pending: 8, uncertain: 5 });
  await expectPromises(bench);
});

test.each(['rang', 'not_rung'] as const)(
  '%s, said while the run holds: brake and line are free, and it goes on in the same session',
  async (kind) => {
    const run = await begun({ search: 'unsupported' });
    const over = run.run();
    await bench.clock.sleep(START + 3 * MINUTE, { key: 'test' });
    expect(bench.voice.posts).toHaveLength(6);
    expect(run.lines, 'five orders that may be live').toBe(5);
    await decided(kind, 1);
    await bench.clock.sleep(START + 3 * MINUTE + 2_000, { key: 'test' });
    expect(bench.voice.posts.length, 'it goes on at once').toBeGreaterThan(6);
    expect(run.lines).toBeGreaterThanOrEqual(5);
    await bench.clock.sleep(START + 13 * MINUTE, { key: 'test' });
    run.stop('that is enough');
    await over;
    expect(events('hold_ended')).toMatchObject([{ unclear: 4 }]);
    expect(await bench.ledger.states('a-run')).toMatchObject({ reached: 9, uncertain: 4 });
    await expectPromises(bench);
  },
);

test('an order that a search shows later is followed, and the run goes on', async () => {
  let found = 0;
  const from = START + 3 * MINUTE;
  const find: VoiceApi['find'] = async (sought) => {
    const answer = await bench.api.find(sought);
    if (bench.clock.now() >= from && answer.kind === 'found') found += 1;
    return bench.clock.now() < from
      ? { kind: 'unknown', cause: 'no_search', why: 'HTTP 404' }
      : answer;
  };
  bench = await aBench({ scripts: FIVE_UNCLEAR });
  const session = await aRun(bench.ledger, someContacts(14));
  const end = await bench.session(session, CAMPAIGN, { api: api({ find }) }).run();
  expect(end).toMatchObject({ exit: 0 });
  expect(found).toBe(5);
  expect((await bench.ledger.states('a-run')).reached).toBe(14);
  expect(events('hold_began')).toHaveLength(1);
  expect(events('hold_ended')).toHaveLength(1);
  await expectPromises(bench);
});

test('live calls are followed to their end while the run holds', async () => {
  const long = { rings: [{ ...HUMAN, end: 110_000 }] };
  const run = await begun({
    search: 'unsupported',
    scripts: { ...FIVE_UNCLEAR, [aContact(0).e164]: [long] },
  });
  await run.run();
  expect((await bench.ledger.states('a-run')).reached).toBe(1);
  await expectPromises(bench);
});

test('a hold in which nobody waits does not keep the session alive', async () => {
  const run = await begun({ search: 'unsupported' }, {}, 6);
  expect(await run.run()).toEqual({ how: 'finished', exit: 3, why: '5 people need a decision' });
  expect(bench.clock.now() - START).toBeLessThan(EVIDENCE);
  expect(events('hold_began')).toEqual([]);
});

test('a stop ends a hold at once', async () => {
  const run = await begun({ search: 'unsupported' });
  const over = run.run();
  await bench.clock.sleep(START + 2 * MINUTE, { key: 'test' });
  run.stop('stopped by SIGINT');
  expect(await over).toMatchObject({ exit: 3, why: 'stopped by SIGINT' });
  expect(bench.clock.now()).toBeLessThan(START + 2 * MINUTE + 5_000);
});

test('what an earlier session has left is looked for first, and does not count', async () => {
  const run = await begun({ search: 'unsupported' });
  await run.run();
  const again = await bench.ledger.beginSession('a-run', bench.clock.now());
  expect(await bench.session(again, CAMPAIGN).run()).toMatchObject({ how: 'finished', exit: 3 });
  expect(await bench.ledger.states('a-run')).toMatchObject({ reached: 9, uncertain: 5 });
  await expectPromises(bench);
});

test('an order in doubt that is found before there are five is followed in the same session', async () => {
  bench = await aBench({ scripts: { [aContact(0).e164]: [UNCLEAR] } });
  const session = await aRun(bench.ledger, someContacts(3));
  const slow = { pace: { starts: 1, per: 'minute' } };
  const find: VoiceApi['find'] = async (sought) =>
    bench.clock.now() < START + 90_000
      ? { kind: 'unknown', cause: 'no_search', why: 'HTTP 404' }
      : await bench.api.find(sought);
  const end = await bench.session(session, { ...CAMPAIGN, ...slow }, { api: api({ find }) }).run();
  expect(end).toMatchObject({ exit: 0 });
  expect((await bench.ledger.states('a-run')).reached).toBe(3);
  await expectPromises(bench);
});
