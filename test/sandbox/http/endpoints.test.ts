import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { listen, type Listening } from '../../../src/sandbox/http/http.ts';
import { recordTo } from '../../../src/sandbox/http/record.ts';
import {
  anOrder,
  aSandbox,
  everybody,
  MONDAY,
  placed,
  retryConfig,
  voicemail,
  window,
} from '../setup.ts';

type Json = Record<string, unknown>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
const record = join(folder, 'accepted.jsonl');
let sandbox: ReturnType<typeof aSandbox>;
let server: Listening;

beforeEach(async () => {
  rmSync(record, { force: true });
  sandbox = aSandbox({ people: everybody(voicemail), accepted: recordTo(record) });
  server = await listen(sandbox.sandbox, { port: 0, key: null });
});

afterEach(async () => {
  await server.close();
  await sandbox.sandbox.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask(what: string, body?: unknown): Promise<Json> {
  const [method = '', path = ''] = what.split(' ');
  const response = await fetch(server.url + path, {
    method,
    headers: { authorization: 'Bearer any' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Json;
}

it('GET /call lists attempts by page, newest order first, filtered by the status of their order', async () => {
  const numbers = ['+12025550123', '+12025550124', '+12025550125'];
  for (const phone_number of numbers) {
    placed(sandbox.sandbox, anOrder({ phone_number }));
    await sandbox.clock.to(sandbox.clock.now() + 1000);
  }
  await sandbox.clock.toEnd();
  placed(sandbox.sandbox, anOrder({ phone_number: '+12025550126' }));
  const pages = await Promise.all(
    [0, 1, 2].map((page) => ask(`GET /call?page=${page}&page_size=4`)),
  );
  const lists = pages.map((page) => page['calls'] as Json[]);
  expect(lists.map((list) => list.length)).toEqual([4, 4, 1]);
  const called = lists.flat().map((attempt) => String(attempt['phone_number']));
  expect(called).toEqual([...numbers].reverse().flatMap((number) => [number, number, number]));
  for (const query of [
    'statuses=cancelled,errored',
    'statuses[]=cancelled',
    'statuses=initializing',
  ]) {
    expect(await ask(`GET /call?page=0&page_size=4&${query}`)).toEqual({ calls: [] });
  }
  const done = await ask('GET /call?page=0&pageSize=50&statuses=completed&statuses=errored');
  expect(done['calls']).toHaveLength(9);
  expect((await ask('GET /call'))['error']).toBe('invalid_request');
});

it('assistants are created, listed, changed and removed', async () => {
  const created = (await ask('POST /assistants', { name: 'Ann', prompt: 'Hello.' }))[
    'assistant'
  ] as Json;
  const id = String(created['id']);
  expect(await ask(`GET /assistants/${id}`)).toEqual(created);
  expect((await ask('GET /assistants'))['assistants']).toEqual([created]);
  const faq_items = [{ question: 'Why?', answer: 'Because.' }];
  const changed = (await ask(`PATCH /assistants/${id}`, { faq_items }))['assistant'] as Json;
  expect(changed).toMatchObject({ id, name: 'Ann', prompt: 'Hello.', faq_items });
  expect((await ask(`PATCH /assistants/${id}`))['assistant']).toEqual(changed);
  expect((await ask(`PATCH /assistants/${id}`, { prompt: 5 }))['error']).toBe('invalid_request');
  await ask(`DELETE /assistants/${id}`);
  expect((await ask(`GET /assistants/${id}`))['error']).toBe('not_found');
  const next = (await ask('POST /assistants', { name: 'Bob', prompt: 'Hi.' }))['assistant'] as Json;
  expect(next['id']).not.toBe(id);
});

it('an order for a stored assistant follows the assistant as it was then', async () => {
  const call_retry_config = retryConfig({
    calling_windows: [window('00:00', '24:00')],
    max_retry_attempts: 2,
  });
  const stored = await ask('POST /assistants', {
    name: 'Ann',
    prompt: 'Hello.',
    call_retry_config,
  });
  const id = String((stored['assistant'] as Json)['id']);
  const order = await ask('POST /call', { phone_number: '+12025550123', assistant_id: id });
  await ask(`PATCH /assistants/${id}`, { prompt: 'Changed.' });
  await sandbox.clock.toEnd();
  const call = (await ask(`GET /call/${String((order['call'] as Json)['id'])}`))['call'] as Json;
  expect(call).toMatchObject({ calls_count: 2, assistant: { id, prompt: 'Hello.' } });
});

it('the older flat body becomes an assistant', async () => {
  const voice = { id: 'v', provider: 'elevenlabs' };
  const answer = await ask('POST /call', {
    phone_number: '+12025550123',
    prompt: 'Hello.',
    voice,
    webhook_url: 'https://example.com/hook',
    force_now: true,
    call_retry_config: {
      calling_window_start_time: '9am',
      calling_window_end_time: '5pm',
      retry_delay_seconds: 60,
      max_retry_attempts: 2,
    },
  });
  expect(answer['call']).toMatchObject({
    assistant: { prompt: 'Hello.', voice, webhook_url: 'https://example.com/hook' },
    call_retry_config: { calling_windows: [window('9am', '5pm', 60)], max_retry_attempts: 2 },
  });
});

it('voices can be listed, by language and provider, and looked up', async () => {
  const all = (await ask('GET /voices'))['voices'] as Json[];
  const some = (await ask('GET /voices?language=fr&provider=cartesia'))['voices'] as Json[];
  expect([all.length, some.length]).toEqual([16, 1]);
  expect(await ask(`GET /voices/${String(some[0]?.['id'])}`)).toEqual({ voice: some[0] });
  expect((await ask('GET /voices/none'))['error']).toBe('not_found');
  const [id] = some.map((offer) => String(offer['id']));
  expect(await ask(`GET /voices/${id}?provider=cartesia`)).toEqual({ voice: some[0] });
  expect((await ask(`GET /voices/${id}?provider=elevenlabs`))['error']).toBe('not_found');
});

it('one asks as a user, who can complete the onboarding', async () => {
  const { user } = await ask('GET /users/me');
  expect(user).toEqual({
    id: expect.stringMatching(UUID) as unknown,
    created_at: '2026-11-23T11:00:00.000Z',
    email: 'sandbox@example.com',
    first_name: 'Sandbox',
    last_name: null,
    has_completed_onboarding: false,
    organization_id: expect.stringMatching(UUID) as unknown,
    updated_at: '2026-11-23T11:00:00.000Z',
  });
  expect(await ask('PATCH /users/me')).toEqual({ user });
  expect(await ask('PATCH /users/me', { has_completed_onboarding: null })).toEqual({ user });
  await sandbox.clock.to(MONDAY + 60_000);
  const changed = await ask('PATCH /users/me', { has_completed_onboarding: true });
  const updated_at = '2026-11-23T11:01:00.000Z';
  expect(changed).toEqual({
    user: { ...(user as Json), has_completed_onboarding: true, updated_at },
  });
  expect(await ask('GET /users/me')).toEqual(changed);
});

it('a voice can be heard: the longer the text, the longer the sound', async () => {
  const hear = async (body: Json): Promise<{ type: string | null; bytes: Buffer }> => {
    const response = await fetch(`${server.url}/voices/preview`, {
      method: 'POST',
      headers: { authorization: 'Bearer any', accept: '*/*' },
      body: JSON.stringify(body),
    });
    const type = response.headers.get('content-type');
    return { type, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const voice = { provider: 'cartesia', voiceId: 'sandbox-cartesia-fr' };
  const [plain, short, long] = await Promise.all(
    [null, 'Hello.', 'Hello. '.repeat(9)].map((text) => hear({ ...voice, text })),
  );
  for (const { type, bytes } of [plain, short, long].flatMap((heard) => heard ?? [])) {
    expect(type).toBe('audio/wav');
    expect(bytes.toString('latin1', 0, 4)).toBe('RIFF');
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
  }
  expect(await hear(voice)).toEqual(plain);
  expect(long?.bytes.length).toBeGreaterThan(short?.bytes.length ?? Infinity);
  for (const [wrong, error] of [
    [{ voiceId: 'none' }, 'not_found'],
    [{ provider: 'elevenlabs' }, 'not_found'],
    [{ provider: 'other' }, 'invalid_request'],
    [{ text: 5 }, 'invalid_request'],
    [{ voiceId: null }, 'invalid_request'],
  ] as const) {
    const answer = await ask('POST /voices/preview', { ...voice, ...wrong });
    expect(answer['error'], JSON.stringify(wrong)).toBe(error);
  }
});

it('a member that is null is a default to an assistant, and its name and prompt stay', async () => {
  const made = {
    name: 'Ann',
    prompt: 'Hello.',
    first_sentence: 'Hi.',
    ivr_navigation_enabled: true,
  };
  const { assistant } = await ask('POST /assistants', made);
  const id = String((assistant as Json)['id']);
  const nothing = Object.fromEntries(Object.keys(made).map((key) => [key, null]));
  const changed = (await ask(`PATCH /assistants/${id}`, nothing))['assistant'];
  expect(changed).toEqual({
    ...(assistant as Json),
    first_sentence: null,
    ivr_navigation_enabled: false,
  });
});

it('the record has an accepted order before its answer is out, and no refused one', async () => {
  const metadata = { order_key: 'k1' };
  const answer = await ask('POST /call', anOrder({ metadata }));
  await ask('POST /call', anOrder({ phone_number: 'wrong' }));
  const lines = readFileSync(record, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      at: '2026-11-23T11:00:00.000Z',
      id: (answer['call'] as Json)['id'],
      phone_number: '+12025550123',
      nth: 1,
      metadata,
    },
  ]);
});

it('an order for an assistant that does not exist is refused where assistants are known', async () => {
  const own = aSandbox({ strangeAssistants: false });
  const order = { phone_number: '+12025550123', assistant_id: 'nobody' };
  expect(own.sandbox.place(order)).toMatchObject({ ok: false, problem: { status: 404 } });
  const made = own.sandbox.assistants.create({ name: 'Ann', prompt: 'Hello.' });
  const id = made.ok ? made.value.id : '';
  expect(own.sandbox.place({ ...order, assistant_id: id })).toMatchObject({ ok: true });
  expect(aSandbox().sandbox.place(order)).toMatchObject({ ok: true });
});
