import { storeReason } from '../../../src/domain/run/reason.ts';
import { afterEach, expect, test } from 'vitest';
import { VOICE_API } from '../../../src/adapters/revox/profile.ts';
import type { VirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { HttpVoiceApi } from '../../../src/adapters/revox/http.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { VoiceApi } from '../../../src/ports/voice-api.ts';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aContact, aRun, HOUR, MINUTE, START } from '../world/setup.ts';
import { HUMAN } from '../world/voice-script.ts';

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const LOOK_AGAIN_MS = 30_000;

/** This computer's clocks, over the one of the world: they sleep, and somebody sets the time. */
class Computer implements Clock {
  readonly #world: VirtualClock;
  /** How far our wall clock is ahead of the world's. */
  ahead = 0;
  /** For how long our monotonic clock has stood still. */
  #asleep = 0;

  constructor(world: VirtualClock) {
    this.#world = world;
  }

  now = (): number => this.#world.now() + this.ahead;
  monotonic = (): number => this.#world.monotonic() - this.#asleep;
  during: Clock['during'] = (work) => this.#world.during(work);
  deadline: Clock['deadline'] = (ms) => this.#world.deadline(ms);

  /** As the real one: it looks at the wall again every half minute. */
  sleep: Clock['sleep'] = async (until, wait) => {
    while (this.now() < until && wait.signal?.aborted !== true) {
      const next = Math.min(until - this.ahead, this.#world.now() + LOOK_AGAIN_MS);
      await this.#world.sleep(next, wait);
    }
  };

  /** What passes in the world until then has not passed here. */
  wakes(sleptMs: number): void {
    this.#asleep += sleptMs;
  }
}

/** The real client by our own clock; the voice server lives by the world's. */
const withClock = (change: Partial<VoiceApi> = {}) => {
  const computer = new Computer(bench.clock);
  const profile = VOICE_API;
  const http = new HttpVoiceApi({
    baseUrl: bench.voice.url,
    key: 'test',
    clock: computer,
    profile,
  });
  const api: VoiceApi = {
    profile,
    place: (body, gate) => http.place(body, gate),
    get: (id) => http.get(id),
    cancel: (id) => http.cancel(id),
    find: (sought) => http.find(sought),
    ...change,
  };
  return { computer, http, parts: { clock: computer, api } };
};

const notes = (): string[] =>
  bench.events.flatMap((event) => (event.event === 'note' ? [event.message] : []));
const LATER = aContact(50, { notBefore: START + 20 * MINUTE });
const NO_ORDER = '00000000-0000-0000-0000-000000000000';

test('after a sleep the live calls are looked at first, then the provider’s time, then orders leave', async () => {
  // A call of two hours is live; everybody else who is due is due in the middle of the sleep.
  const long = { rings: [{ ...HUMAN, end: HOUR }] };
  bench = await aBench({ scripts: { [aContact(0).e164]: [long] }, hinted: true });
  const { computer, http, parts } = withClock();
  const session = await aRun(bench.ledger, [aContact(0), LATER]);
  const end = bench.session(session, {}, parts).run();
  await bench.clock.sleep(START + 15 * MINUTE, { key: 'zz sleep' });
  computer.wakes(10 * MINUTE);
  expect(await end).toMatchObject({ exit: 0 });
  expect(notes()).toEqual([
    'this computer slept, or its clock was set forward, by 10 min: live calls are looked at before anybody else is called',
  ]);
  const second = bench.voice.posts[1]?.at ?? 0;
  const before = bench.voice.gets.filter((get) => get.at > START + 15 * MINUTE && get.at <= second);
  expect(before.map((get) => get.id)).toEqual(['order-1', NO_ORDER]);
  expect((await bench.contacts()).map((one) => one.state)).toEqual(['reached', 'reached']);
  await expectPromises(bench);
  await http.close();
});

test('an order that was claimed before a sleep does not leave after it', async () => {
  bench = await aBench();
  let slept = false;
  const { computer, http, parts } = withClock({
    place: async (body, gate) => {
      if (!slept) computer.wakes(HOUR);
      slept = true;
      return await http.place(body, gate);
    },
  });
  const session = await aRun(bench.ledger, someContacts(2));
  expect(await bench.session(session, {}, parts).run()).toMatchObject({ exit: 0 });
  const [contact] = await bench.contacts();
  const person = await bench.ledger.person('a-run', contact?.id ?? '');
  expect(person?.orders.map((order) => order.state)).toEqual(['withdrawn', 'settled']);
  expect(person?.changes.map((one) => one.reason)).toContain(storeReason({ code: 'clock_jumped' }));
  expect(bench.voice.posts.length).toBe(2);
  await http.close();
});

test('while the provider cannot be reached after a sleep, nobody is called; then the run goes on', async () => {
  bench = await aBench();
  const { computer, http, parts } = withClock({
    get: async (id) =>
      id === NO_ORDER && bench.clock.now() < START + 21 * MINUTE
        ? { kind: 'unreachable', why: 'no network yet' }
        : await http.get(id),
  });
  const session = await aRun(bench.ledger, [aContact(0), LATER]);
  const end = bench.session(session, {}, parts).run();
  await bench.clock.sleep(START + 15 * MINUTE, { key: 'zz sleep' });
  computer.wakes(HOUR);
  expect(await end).toMatchObject({ exit: 0 });
  expect(bench.voice.posts[1]?.at).toBeGreaterThanOrEqual(START + 21 * MINUTE);
  await http.close();
});

test.each([5, 9])(
  'a session that begins %i minutes early waits for what was recorded',
  async (min) => {
    bench = await aBench();
    const { computer, http, parts } = withClock();
    const session = await aRun(bench.ledger, someContacts(2));
    computer.ahead = -min * MINUTE;
    expect(await bench.session(session, HOURS_EARLY, parts).run()).toMatchObject({ exit: 0 });
    expect(notes()[0]).toBe(
      `this computer’s clock is ${min} min behind what was recorded last, at 2026-12-01T15:00:00.000Z: nobody is called before it has caught up`,
    );
    expect(bench.voice.posts.map((post) => post.at - START)).toEqual(
      [0, 0].map(() => min * MINUTE),
    );
    await http.close();
  },
);

test('one that begins further behind asks for the provider’s time first: the earlier clock may have been wrong', async () => {
  bench = await aBench();
  const { computer, http, parts } = withClock();
  const session = await aRun(bench.ledger, someContacts(2));
  computer.ahead = -2 * HOUR;
  const run = bench.session(session, HOURS_EARLY, {
    ...parts,
    api: {
      ...parts.api,
      // As a live session does when the answer's date does not agree with its clock.
      get: async (id) => {
        const answer = await http.get(id);
        if (id === NO_ORDER) run.stop('the clocks differ');
        return answer;
      },
    },
  });
  expect(await run.run()).toMatchObject({ exit: 3, why: 'the clocks differ' });
  expect(bench.voice.posts).toEqual([]);
  expect(notes()).toEqual([
    'this computer’s clock is 2 h 0 min behind what was recorded last, at 2026-12-01T15:00:00.000Z: the provider’s time is asked for before anybody is called',
  ]);
  await http.close();
});

/** Open all day: the hours must not be what holds anybody back here. */
const HOURS_EARLY = {
  call_retry_config: {
    calling_windows: [{ calling_window_start_time: '07:00', calling_window_end_time: '18:00' }],
  },
};

/** The clock is set back as soon as the first order has left. */
const setBackBy = (ms: number) => {
  const made = withClock({
    place: async (body, gate) => {
      const answer = await made.http.place(body, gate);
      if (bench.voice.posts.length === 1) made.computer.ahead = -ms;
      return answer;
    },
  });
  return made;
};

test('a clock that is set back between two orders holds the second, and follows the first', async () => {
  bench = await aBench();
  const { http, parts } = setBackBy(5 * MINUTE);
  const session = await aRun(bench.ledger, someContacts(3));
  expect(await bench.session(session, HOURS_EARLY, parts).run()).toMatchObject({ exit: 0 });
  const [, ...rest] = bench.voice.posts.map((post) => post.at - START);
  expect(Math.min(...rest)).toBeGreaterThanOrEqual(5 * MINUTE - 2_000);
  expect(notes().join()).toContain('nobody is called before it has caught up');
  expect((await bench.contacts()).map((one) => one.state)).toEqual([
    'reached',
    'reached',
    'reached',
  ]);
  await http.close();
});

test('one that is set back by more is not waited for: the run stops, and the first is followed (I7)', async () => {
  bench = await aBench();
  const { http, parts } = setBackBy(2 * HOUR);
  const session = await aRun(bench.ledger, someContacts(3));
  const end = await bench.session(session, HOURS_EARLY, parts).run();
  expect(end).toMatchObject({ how: 'stopped', exit: 3 });
  expect(end.why).toMatch(
    /^this computer’s clock is 2 h 0 min behind what was recorded last, at 2026-12-01T15:00:0.*Z\. Set it right, then run the same command again$/,
  );
  expect(bench.voice.posts.length).toBe(1);
  expect((await bench.ledger.states('a-run')).calling).toBe(0);
  await http.close();
});
