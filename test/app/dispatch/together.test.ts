import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aContact, aRun, MINUTE, START } from '../world/setup.ts';
import { BUSY, HUMAN, REACHED, type OrderScript, type Ring } from '../world/voice-script.ts';

/** What holds when many calls, keys or runs go on at once. */

let bench: Bench;
beforeEach(async () => {
  bench = await aBench();
});
afterEach(async () => {
  await bench.close();
});

interface Span {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** The most orders that were open at the same moment, for each value of `key`. */
function most(spans: readonly Span[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { key, from } of spans) {
    const open = spans.filter((s) => s.key === key && s.from <= from && from < s.to).length;
    found.set(key, Math.max(open, found.get(key) ?? 0));
  }
  return found;
}

const spansBy = (keyOf: (number: string) => string): Span[] =>
  bench.voice.orders.map((order) => {
    const last = order.rings.at(-1);
    const to = order.at + (last?.at ?? 0) + (last?.end ?? 0);
    return { key: keyOf(order.number), from: order.at, to };
  });

describe('lines and keys', () => {
  const KEYS = ['red', 'red', 'red', 'red', 'blue', null];
  const keyed = Array.from({ length: 48 }, (_, i) =>
    aContact(i, { concurrencyKey: KEYS[i % KEYS.length] ?? null }),
  );
  const keyOf = (number: string): string =>
    keyed.find((contact) => contact.e164 === number)?.concurrencyKey ?? '';

  test('max_per_key is never exceeded, and a full key does not block the others', async () => {
    const session = await aRun(bench.ledger, keyed);
    const concurrency = { max: 8, key_column: 'team', max_per_key: 2 };
    expect(await bench.session(session, { concurrency }).run()).toMatchObject({ exit: 0 });
    const open = most(spansBy(keyOf));
    expect(open.get('red')).toBe(2);
    expect(open.get('blue')).toBeLessThanOrEqual(2);
    expect(most(spansBy(() => 'all')).get('all')).toBeGreaterThan(3);
    const reds = bench.voice.posts.filter((post) => keyOf(post.number) === 'red');
    const others = bench.voice.posts.filter((post) => keyOf(post.number) !== 'red');
    expect(Math.max(...others.map((post) => post.at))).toBeLessThan(reds.at(-1)?.at ?? 0);
    await expectPromises(bench);
  });

  test('calls taken over from an earlier session have their lines before anybody new', async () => {
    const session = await aRun(bench.ledger, someContacts(20));
    const before = bench.session(session, { concurrency: { max: 6 } });
    void before.run().catch(() => undefined);
    await bench.clock.sleep(START + 20_000, { key: 'test' });
    expect(bench.voice.posts.length).toBe(6);
    const next = await bench.ledger.beginSession('a-run', bench.clock.now());
    await bench.session(next, { concurrency: { max: 2 } }).run();
    const later = bench.voice.posts.slice(6);
    expect(later.length).toBe(14);
    expect(Math.min(...later.map((post) => post.at))).toBeGreaterThanOrEqual(START + 65_000);
    await expectPromises(bench);
  });
});

describe('first calls and those that are tried again', () => {
  test('when both are due, one line in four goes to who is tried again', async () => {
    await bench.close();
    const twice: readonly OrderScript[] = [{ rings: [BUSY] }, REACHED];
    const scripts = Object.fromEntries(someContacts(12).map(({ e164 }) => [e164, twice]));
    bench = await aBench({ scripts });
    const contacts = someContacts(90);
    const delay = { calling_window_start_time: '10:00', calling_window_end_time: '18:00' };
    const call_retry_config = {
      calling_windows: [{ ...delay, retry_delay_seconds: 1 }],
      max_retry_attempts: 3,
    };
    const session = await aRun(bench.ledger, contacts);
    await bench.session(session, { concurrency: { max: 1 }, call_retry_config }).run();
    const again = bench.voice.posts.flatMap((post, i) => (post.key.endsWith('-2') ? [i] : []));
    expect(again.length).toBe(12);
    const steps = again.slice(1).map((at, i) => at - (again[i] ?? 0));
    expect(steps.every((step) => step === 4)).toBe(true);
    await expectPromises(bench);
  });
});

describe('two runs in one ledger', () => {
  const both = async (repeatAfter: string): Promise<void> => {
    const one = await aRun(bench.ledger, someContacts(40), 'first-run');
    const contacts = Array.from({ length: 60 }, (_, i) => aContact(i + 20));
    const two = await aRun(bench.ledger, contacts, 'second-run');
    const campaign = { repeat_after: repeatAfter, concurrency: { max: 5 } };
    const sessions = [bench.session(one, campaign), bench.session(two, campaign)];
    const ends = await Promise.all(sessions.map((session) => session.run()));
    expect(ends.map((end) => end.exit)).toEqual([0, 0]);
    for (const run of ['first-run', 'second-run'])
      expect((await bench.contacts(run)).every((c) => c.state === 'reached')).toBe(true);
    await expectPromises(bench, { runIds: ['first-run', 'second-run'] });
  };

  test('I3 a number that is in both is never with the provider twice at once', async () => {
    await both('0s');
    expect(bench.voice.posts.length).toBe(100);
  });

  test('a number that is in both rests for repeat_after', async () => {
    await both('2h');
    for (const { number } of bench.voice.posts.slice(0, 60)) {
      const times = bench.voice.posts.filter((post) => post.number === number);
      const [first, second] = times.map((post) => post.at);
      if (second !== undefined) expect(second - (first ?? 0)).toBeGreaterThanOrEqual(120 * MINUTE);
    }
  });

  test('more people held by another run than one claim looks past do not idle the lines', async () => {
    const many = Array.from({ length: 70 }, (_, i) => aContact(i));
    const one = await aRun(bench.ledger, many, 'first-run');
    const free = [80, 81, 82].map((n) => aContact(n));
    const two = await aRun(
      bench.ledger,
      [...free.slice(2), ...many, ...free.slice(0, 2)],
      'second-run',
    );
    const lines = { concurrency: { max: 100 } };
    const first = bench.session(one, lines).run();
    await bench.clock.sleep(START + 6_000, { key: 'test' });
    const second = bench.session(two, { ...lines, repeat_after: '0s' }).run();
    await bench.clock.sleep(START + 7_000, { key: 'test' });
    expect(bench.voice.posts.length, 'those whom nobody holds are called at once').toBe(73);
    await Promise.all([first, second]);
    await expectPromises(bench, { runIds: ['first-run', 'second-run'] });
  });
});

/** Answers what to wait for only after the first call was settled, and `turns` later: outdated by then. */
function lateLedger(turns: number): SqliteLedger {
  let settled = false;
  let free: () => void = () => undefined;
  return {
    ...bench.ledger,
    settle: async (by, key, end) => {
      await bench.ledger.settle(by, key, end);
      settled = true;
      free();
    },
    horizon: async (runId, groups) => {
      const answer = await bench.ledger.horizon(runId, groups);
      if (!settled) await new Promise<void>((resolve) => (free = resolve));
      for (let i = 0; i < turns; i++) await Promise.resolve();
      return answer;
    },
  };
}

test.each(Array.from({ length: 24 }, (_, turns) => turns))(
  'a call that ends %i turns before the dispatcher sleeps is not missed',
  async (turns) => {
    const red = [1, 2].map((n) => aContact(n, { concurrencyKey: 'red' }));
    const session = await aRun(bench.ledger, red);
    const concurrency = { max: 3, key_column: 'team', max_per_key: 1 };
    const end = bench.session(session, { concurrency }, { ledger: lateLedger(turns) }).run();
    await bench.clock.sleep(START + 10 * MINUTE, { key: 'test' });
    expect(bench.voice.posts.length).toBe(2);
    expect(await end).toMatchObject({ exit: 0 });
  },
);

const talk = (end: number): Ring => ({ ...HUMAN, end });

test('too_many_calls is tried again, and slows the whole run', async () => {
  await bench.close();
  const full = { rings: [{ at: 1_000, end: 0, dialError: 'too_many_calls' }] };
  bench = await aBench({
    scripts: { [aContact(0).e164]: [full, REACHED] },
    otherwise: { rings: [talk(2_000)] },
  });
  const session = await aRun(bench.ledger, someContacts(30));
  await bench.session(session, { concurrency: { max: 1 } }).run();
  expect((await bench.ledger.states('a-run')).reached).toBe(30);
  const [first, second] = bench.voice.posts.map((post) => post.at);
  const seen = bench.voice.gets.find((get) => get.at >= START + 1_000)?.at ?? 0;
  expect(first).toBe(START);
  expect(second).toBe(seen + 1_000);
  await expectPromises(bench);
});
