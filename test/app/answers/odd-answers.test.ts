import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { readReason } from '../../../src/domain/run/reason.ts';
import {
  aBench,
  expectPromises,
  someContacts,
  type Bench,
  type BenchOptions,
} from '../world/bench.ts';
import { aRun, HOUR } from '../world/setup.ts';

/** Answers are evidence, field by field (I15): one odd field spoils itself alone, one odd answer one person. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

type Json = Record<string, unknown>;
type Alter = NonNullable<BenchOptions['alter']>;

/** Each attempt of the order, as it is shown. */
const inAttempts =
  (change: (attempt: Json) => Json): Alter =>
  (call) => ({
    call: { ...call, call_attempts: (call['call_attempts'] as Json[]).map(change) },
  });

const field = (name: string, value: unknown): Alter =>
  inAttempts((attempt) => ({ ...attempt, [name]: value }));

async function played(options: BenchOptions, people = 3) {
  bench = await aBench(options);
  const session = await aRun(bench.ledger, someContacts(people));
  const end = await bench.session(session, { concurrency: { max: 1 } }).run();
  await expectPromises(bench);
  return { end, contacts: await bench.contacts() };
}

const notes = (): string[] =>
  bench.events.flatMap((event) => (event.event === 'note' ? [event.message] : []));

describe('a finished call is settled and its line is free, whatever one field is', () => {
  const FIELDS: readonly [name: string, alter: Alter, named: string][] = [
    [
      'a transcript as text, as the vendor’s n8n node shows it',
      field('transcript', 'user: hi'),
      'transcript',
    ],
    [
      'a transcript as an object, as a media server sends it',
      field('transcript', { text: 'hi' }),
      'transcript',
    ],
    [
      'a structured output as prose, as a chat model writes it',
      field('structured_output', 'interested'),
      'structured_output',
    ],
    [
      'a structured output as a list of pairs, as a form sends it',
      field('structured_output', [['a', 1]]),
      'structured_output',
    ],
    [
      'a recording as an object, as a bucket describes one',
      field('recording_url', {}),
      'recording_url',
    ],
    ['who ended it as a number, as an enum of a typed client', field('ended_by', 2), 'ended_by'],
  ];

  test.each(FIELDS)('%s', async (_name, alter, named) => {
    const { end, contacts } = await played({ alter });
    expect(end).toMatchObject({ exit: 0 });
    expect(contacts.map(({ state }) => state)).toEqual(['reached', 'reached', 'reached']);
    expect(bench.voice.posts).toHaveLength(3);
    const said = notes().filter((note) => note.includes(`call_attempts[].${named}`));
    expect(said, 'said once in the session').toHaveLength(1);
    for (const { id } of contacts) {
      const person = await bench.ledger.person('a-run', id);
      const kept = (person?.orders[0]?.evidence ?? []).filter(({ raw }) => raw?.includes(named));
      expect(kept, 'kept once with the order').toHaveLength(1);
    }
  });
});

describe('what can be read is recorded', () => {
  test('a transcript as text, an output as a JSON text', async () => {
    const { contacts } = await played({
      alter: inAttempts((attempt) => ({
        ...attempt,
        transcript: 'assistant: Hello.\nuser: hi',
        structured_output: JSON.stringify({ interested: true }),
      })),
    });
    expect(contacts[0]?.orders[0]?.attempts[0]).toMatchObject({
      transcript: [
        { role: 'assistant', content: 'Hello.' },
        { role: 'user', content: 'hi' },
      ],
      structuredOutput: { interested: true },
    });
  });

  test('ids that are numbers', async () => {
    bench = await aBench({
      alter: (call, { nth }) => ({ call: { ...call, id: nth } }),
    });
    const session = await aRun(bench.ledger, someContacts(1));
    const api: typeof bench.api = {
      profile: bench.api.profile,
      cancel: (id) => bench.api.cancel(`order-${id}`),
      find: (sought) => bench.api.find(sought),
      place: (body, gate) => bench.api.place(body, gate),
      get: async (id) => {
        const answer = await bench.api.get(`order-${id}`);
        // The server keeps its own ids; the client asks by the number that it was given.
        return answer.kind === 'unreadable' && answer.why.endsWith(`got ${id}`)
          ? { kind: 'unreadable', why: 'test', raw: answer.raw }
          : answer;
      },
    };
    await bench.session(session, {}, { api }).run();
    expect((await bench.contacts())[0]?.orders[0]?.providerId).toBe('1');
  });

  test.each([
    ['gzip', (text: string) => new Uint8Array(gzipSync(text))],
    ['deflate', (text: string) => new Uint8Array(deflateSync(text))],
    ['br', (text: string) => new Uint8Array(brotliCompressSync(text))],
  ])('answers that come as %s', async (encoding, bytes) => {
    const { contacts } = await played({ pack: { encoding, bytes } });
    expect(contacts.map(({ state }) => state)).toEqual(['reached', 'reached', 'reached']);
  });
});

describe('an order without its list of attempts', () => {
  const last = (call: Json): Json => {
    const [newest = null] = call['call_attempts'] as Json[];
    const dialled = newest?.['status'] === 'queued' ? null : newest;
    const rest = Object.entries(call).filter(([name]) => name !== 'call_attempts');
    return {
      ...Object.fromEntries(rest),
      calls_count: dialled === null ? 0 : 1,
      last_call_attempt: dialled,
    };
  };
  const LISTS: readonly [name: string, alter: Alter][] = [
    ['is absent, as in a shortened answer', (call) => ({ call: last(call) })],
    [
      'is null, as a typed client writes nothing',
      (call) => ({ call: { ...last(call), call_attempts: null } }),
    ],
    [
      'is empty, as from a replica that lags',
      (call) => ({ call: { ...last(call), call_attempts: [] } }),
    ],
    [
      'is an object by id, as from a document store',
      (call) => ({ call: { ...last(call), call_attempts: {} } }),
    ],
    ['is a count, as in a summary', (call) => ({ call: { ...last(call), call_attempts: 1 } })],
    [
      'is a list of ids, as from a REST server with links',
      (call) => ({
        call: { ...last(call), call_attempts: last(call)['calls_count'] === 1 ? ['a1'] : [] },
      }),
    ],
  ];

  test.each(LISTS)('that %s: the person is reached by the last attempt', async (_name, alter) => {
    const { contacts } = await played({ alter }, 1);
    expect(contacts[0]?.state).toBe('reached');
    expect(bench.voice.posts).toHaveLength(1);
  });

  test('with a count alone: the person is uncertain, and not ordered again', async () => {
    const { end, contacts } = await played(
      { alter: (call) => ({ call: { ...last(call), last_call_attempt: null } }) },
      1,
    );
    expect(end).toMatchObject({ exit: 3 });
    expect(contacts[0]?.state).toBe('uncertain');
    expect(readReason(contacts[0]?.reason ?? '')).toEqual({
      code: 'attempts_unseen',
      counted: 1,
      shown: 0,
    });
    expect(bench.voice.posts).toHaveLength(1);
  });
});

describe('an order that cannot be read at all', () => {
  const PAGE = '<!DOCTYPE html><title>Sign in</title>';

  test('is said at once, and its person becomes uncertain with the reason', async () => {
    const { end, contacts } = await played(
      { alter: (_call, { method }) => (method === 'GET' ? PAGE : undefined) },
      1,
    );
    expect(end).toMatchObject({ exit: 3 });
    expect(contacts[0]?.state).toBe('uncertain');
    expect(readReason(contacts[0]?.reason ?? '')).toMatchObject({ code: 'answers_unreadable' });
    expect(notes()[0]).toContain('cannot be read: it is no order');
    expect(bench.clock.now() - bench.voice.posts[0]!.at).toBeLessThan(HOUR);
  });

  test('for a while only costs nothing', async () => {
    let looks = 0;
    const { contacts } = await played(
      { alter: (_call, { method }) => (method === 'GET' && looks++ < 4 ? PAGE : undefined) },
      1,
    );
    expect(contacts[0]?.state).toBe('reached');
  });
});

test('an unknown final status is named: by the note, and by the reason where nobody was reached', async () => {
  const finished: Alter = (call) => ({
    call: { ...call, status: call['status'] === 'completed' ? 'finished' : call['status'] },
  });
  const { contacts } = await played(
    {
      alter: finished,
      otherwise: { rings: [{ at: 5_000, end: 10_000, dialError: 'busy' }], cancel: 'ignored' },
    },
    1,
  );
  expect(readReason(contacts[0]?.reason ?? '')).toMatchObject({
    code: 'status_unknown',
    status: 'finished',
  });
  expect(notes().join()).toContain('status is the unknown value “finished”');
});

describe('an answer that is another order is not adopted', () => {
  const other: Json = { metadata: { campaign_order_key: 'somebody-else-1' } };
  const stranger: Json = { to_phone_number: '+12025550199', metadata: {} };

  test.each([
    ['another key', other],
    ['another number', stranger],
  ])('%s in the answer to the order: it is looked up', async (_name, change) => {
    const { contacts } = await played({
      alter: (call, { method }) =>
        method === 'POST' ? { call: { ...call, id: 'order-99', ...change } } : undefined,
    });
    expect(contacts.map(({ state }) => state)).toEqual(['reached', 'reached', 'reached']);
    expect(contacts.map(({ orders }) => orders[0]?.providerId)).toEqual([
      'order-1',
      'order-2',
      'order-3',
    ]);
  });

  test('the id of an order that is known: it is looked up, and no session ends by it', async () => {
    const { contacts } = await played({
      alter: (call, { method }) =>
        method === 'POST' ? { call: { ...call, id: 'order-1', metadata: {} } } : undefined,
    });
    expect(contacts.map(({ orders }) => orders[0]?.providerId)).toEqual([
      'order-1',
      'order-2',
      'order-3',
    ]);
    expect(contacts.map(({ state }) => state)).toEqual(['reached', 'reached', 'reached']);
  });

  test('another order when it is fetched: the talk of a stranger is not theirs', async () => {
    const { contacts } = await played(
      {
        alter: (call, { method }) =>
          method === 'GET' ? { call: { ...call, ...stranger } } : undefined,
      },
      1,
    );
    expect(contacts[0]).toMatchObject({ state: 'uncertain', outcome: null });
  });
});
