import { afterEach, expect, test } from 'vitest';
import { reasonCode } from '../../../src/domain/run/reason.ts';
import type { LookAnswer, VoiceApi } from '../../../src/ports/voice-api.ts';
import {
  aBench,
  expectPromises,
  someContacts,
  type Bench,
  type BenchOptions,
} from '../world/bench.ts';
import { aRun, DAY, HOUR, MINUTE, START } from '../world/setup.ts';
import { BUSY, HUMAN, REACHED } from '../world/voice-script.ts';

/** I13: nobody is ordered again before their last order was fetched anew, and says that it is over without a human. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const VOICEMAIL = { ...HUMAN, result: 'voicemail' };

async function played(
  options: BenchOptions,
  change: (api: VoiceApi) => Partial<VoiceApi> = () => ({}),
) {
  bench = await aBench(options);
  const { api } = bench;
  const usual: VoiceApi = {
    profile: api.profile,
    place: (body, gate) => api.place(body, gate),
    get: (id) => api.get(id),
    cancel: (id) => api.cancel(id),
    find: (sought) => api.find(sought),
  };
  const session = await aRun(bench.ledger, someContacts(1));
  const end = await bench.session(session, {}, { api: { ...usual, ...change(api) } }).run();
  await expectPromises(bench);
  return { end, contact: (await bench.contacts())[0] };
}

test('each further order comes less than five seconds after a look at the one before', async () => {
  await played({ otherwise: { rings: [BUSY] } });
  const { posts, gets, orders } = bench.voice;
  expect(posts).toHaveLength(3);
  for (const [i, post] of posts.slice(1).entries()) {
    const before = gets.filter(({ id, at }) => id === orders[i]?.id && at <= post.at);
    expect(post.at - (before.at(-1)?.at ?? 0)).toBeLessThan(5_000);
  }
  expect(
    gets.filter(({ at }) => at < (posts[0]?.at ?? 0)),
    'nothing before a first order',
  ).toEqual([]);
});

test('a voicemail that is corrected to a human after its end: the person is reached, and not called again', async () => {
  let settled = false;
  const { contact } = await played({
    scripts: {},
    otherwise: { rings: [VOICEMAIL] },
    alter: (call) => {
      const [attempt] = call['call_attempts'] as Record<string, unknown>[];
      if (!settled || attempt === undefined) {
        settled = call['status'] === 'completed';
        return { call };
      }
      return { call: { ...call, call_attempts: [{ ...attempt, result: 'human' }] } };
    },
  });
  expect(contact).toMatchObject({ state: 'reached', outcome: 'human' });
  expect(bench.voice.posts).toHaveLength(1);
  expect(bench.events.filter(({ event }) => event === 'order_corrected')).toMatchObject([
    { was: 'voicemail', outcome: 'human' },
  ]);
  const person = await bench.ledger.person('a-run', contact?.id ?? '');
  expect(reasonCode(person?.changes.at(-1)?.reason ?? null)).toBe('outcome_corrected');
});

test('an order that never rang, and shows its talk later: the person is reached', async () => {
  const { contact } = await played({
    otherwise: REACHED,
    alter: (call) =>
      call['status'] === 'completed' &&
      bench.clock.now() - (bench.voice.posts[0]?.at ?? 0) < 5 * MINUTE
        ? { call: { ...call, call_attempts: [] } }
        : {
            call: {
              ...call,
              call_attempts: call['status'] === 'completed' ? call['call_attempts'] : [],
            },
          },
  });
  expect(contact?.state).toBe('reached');
  expect(bench.voice.posts).toHaveLength(1);
});

const failing = (until: number, answer: LookAnswer) => (api: VoiceApi) => {
  let over = false;
  return {
    get: async (id: string): Promise<LookAnswer> => {
      const first = bench.voice.posts[0]?.at ?? 0;
      if (over && bench.clock.now() < first + until) return answer;
      const real = await api.get(id);
      over ||= real.kind === 'found' && real.view.status === 'completed';
      return real;
    },
  };
};

test('an order that was told as over and is told as open again: the person waits until it is over', async () => {
  const first = (): number => bench.voice.posts[0]?.at ?? 0;
  let ended = false;
  await played({ otherwise: { rings: [BUSY] } }, (api) => ({
    get: async (id) => {
      const answer = await api.get(id);
      if (answer.kind !== 'found') return answer;
      if (ended && bench.clock.now() < first() + 2 * HOUR)
        return { ...answer, view: { ...answer.view, stage: 'open' } };
      ended ||= answer.view.status === 'completed';
      return answer;
    },
  }));
  expect((bench.voice.posts[1]?.at ?? 0) - first()).toBeGreaterThanOrEqual(2 * HOUR);
});

const UNSEEN: readonly LookAnswer[] = [
  { kind: 'unreachable', why: 'HTTP 502' },
  { kind: 'missing' },
  { kind: 'unreadable', why: 'it is no order', raw: '' },
];

test.each(UNSEEN)(
  '$kind for two hours: the person waits, and is called after it',
  async (answer) => {
    await played({ otherwise: { rings: [BUSY] } }, failing(2 * HOUR, answer));
    const [first, second] = bench.voice.posts;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2 * HOUR);
  },
);

test.each(UNSEEN)('$kind for a day: nobody knows, and nobody is called', async (answer) => {
  const { end, contact } = await played({ otherwise: { rings: [BUSY] } }, failing(9 * DAY, answer));
  expect(end).toMatchObject({ exit: 3 });
  expect(contact?.state).toBe('uncertain');
  expect(reasonCode(contact?.reason ?? null)).toBe('last_order_unseen_for_a_day');
  expect(bench.voice.posts).toHaveLength(1);
});

test('a provider that takes longer than five seconds to answer: nobody is called again, and that is said once', async () => {
  const slow = (api: VoiceApi): Partial<VoiceApi> => ({
    get: async (id) => {
      const answer = await api.get(id);
      if (answer.kind === 'found' && answer.view.status === 'completed')
        await bench.clock.sleep(bench.clock.now() + 7_000, { key: `slow:${id}` });
      return answer;
    },
  });
  await played({ otherwise: { rings: [BUSY] } }, slow);
  expect(bench.voice.posts).toHaveLength(1);
  const notes = bench.events.filter(
    (event) => event.event === 'note' && event.message.includes('took 7 s'),
  );
  expect(notes).toHaveLength(1);
});

test('the statement that commits an order refuses it without a fresh look', async () => {
  bench = await aBench();
  const session = await aRun(bench.ledger, someContacts(1));
  const group = { group: 'America/New_York|', ringsUntil: bench.clock.now() + DAY, permit: '' };
  const request = (now: number) => ({
    now,
    groups: [group],
    prefer: 'first' as const,
    freeKeys: [],
    repeatAfterMs: 0,
    definition: 1,
  });
  const now = bench.clock.now();
  const key = (await bench.ledger.claim(session, request(now)))?.key ?? '';
  await bench.ledger.accepted(session, key, { source: 'post', providerId: 'p-1', now });
  await bench.ledger.settle(session, key, {
    now,
    view: { id: 'p-1', stage: 'over', status: 'completed', attempts: [], metadata: {} },
    outcome: null,
    success: null,
    decision: { to: 'pending', notBefore: now, reason: 'again' },
    lookAt: null,
  });
  expect(await bench.ledger.claim(session, request(now))).toBeNull();
  await bench.ledger.looked(session, key, now);
  expect(await bench.ledger.claim(session, request(now + 5_000)), 'five seconds old').toBeNull();
  expect(await bench.ledger.claim(session, request(now - 1)), 'of a time to come').toBeNull();
  expect((await bench.ledger.claim(session, request(now + 4_999)))?.nth).toBe(2);
});

test('the gate refuses an order that leaves five seconds after the look was asked for, and looks anew', async () => {
  let sends = 0;
  await played({ otherwise: { rings: [BUSY] } }, (api) => ({
    place: async (body, gate) =>
      await api.place(body, async () => {
        sends += 1;
        // The way to the provider takes this long, the second time.
        if (sends === 2) await bench.clock.sleep(bench.clock.now() + 3_000, { key: 'wire' });
        return await gate();
      }),
    get: async (id) => {
      const answer = await api.get(id);
      const isLook = sends === 1 && answer.kind === 'found' && answer.view.status === 'completed';
      if (isLook) await bench.clock.sleep(bench.clock.now() + 3_000, { key: 'wire' });
      return answer;
    },
  }));
  expect(bench.voice.posts).toHaveLength(3);
  expect(sends, 'one of them was refused').toBe(4);
  const withdrawn = (await bench.contacts())[0]?.orders.filter(
    ({ state }) => state === 'withdrawn',
  );
  expect(withdrawn).toHaveLength(1);
});

test('an answer that takes five seconds tells nothing fresh: the person waits', async () => {
  let slow = 0;
  await played({ otherwise: { rings: [BUSY] } }, (api) => ({
    get: async (id) => {
      const answer = await api.get(id);
      const over = answer.kind === 'found' && answer.view.status === 'completed';
      if (over && bench.voice.posts.length === 1 && bench.clock.now() > START + 5 * MINUTE) {
        slow += 1;
        if (slow === 1) await bench.clock.sleep(bench.clock.now() + 6_000, { key: 'wire' });
      }
      return answer;
    },
  }));
  const [first, second] = bench.voice.posts;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(11 * MINUTE);
  expect(bench.voice.posts).toHaveLength(3);
});

/** The first order is told as a human from a moment on that comes after the second one was made. */
const correctsFirst =
  (from: number): NonNullable<BenchOptions['alter']> =>
  (call, { nth }) => {
    const attempts = call['call_attempts'] as Record<string, unknown>[];
    const isCorrected = nth === 1 && bench.clock.now() >= from;
    if (!isCorrected) return { call };
    return {
      call: { ...call, call_attempts: attempts.map((one) => ({ ...one, result: 'human' })) },
    };
  };

test('a human whom an order before the last one shows by then ends it as well', async () => {
  const { contact } = await played({
    otherwise: { rings: [VOICEMAIL] },
    alter: correctsFirst(START + 15 * MINUTE),
  });
  expect(contact).toMatchObject({ state: 'reached', outcome: 'human' });
  expect(bench.voice.posts, 'the second was on its way before').toHaveLength(2);
});

test('an order before the last one that cannot be looked at holds nobody up', async () => {
  await played({ otherwise: { rings: [BUSY] } }, (api) => ({
    get: async (id) =>
      id === 'order-1' && bench.voice.posts.length > 1
        ? { kind: 'missing' as const }
        : await api.get(id),
  }));
  expect(bench.voice.posts).toHaveLength(3);
});

test('a human who shows while the next order is on its way out: it does not leave', async () => {
  let first = '';
  const { contact } = await played({ otherwise: { rings: [VOICEMAIL] } }, (api) => ({
    place: async (body, gate) => {
      if (bench.voice.posts.length !== 1) return await api.place(body, gate);
      const session = { runId: 'a-run', epoch: 1 };
      [first = ''] = bench.voice.posts.map(({ key }) => key);
      const answer = await bench.api.get('order-1');
      if (answer.kind !== 'found') throw new Error('there is no first order');
      const attempts = answer.view.attempts.map((one) => ({ ...one, result: 'human' }));
      await bench.ledger.fill(session, first, {
        now: bench.clock.now(),
        view: { ...answer.view, attempts },
        success: null,
        refused: null,
        optOut: null,
        afterLate: null,
        outcome: 'human',
        lookAt: null,
      });
      return await api.place(body, gate);
    },
  }));
  expect(bench.voice.posts).toHaveLength(1);
  expect(contact).toMatchObject({ state: 'reached', outcome: 'human' });
});
