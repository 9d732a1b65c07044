import { afterEach, beforeEach, expect, it } from 'vitest';
import { listen, type Listening } from '../../../src/sandbox/http/http.ts';
import { ALL_CALLS, anOrder, aSandbox, everybody, human, MONDAY, type CallJson } from '../setup.ts';

let sandbox: ReturnType<typeof aSandbox>;
let server: Listening;

beforeEach(async () => {
  sandbox = aSandbox({ people: everybody(human()) });
  server = await listen(sandbox.sandbox, { port: 0, key: 'sk_right' });
});

afterEach(async () => {
  await server.close();
  await sandbox.sandbox.stop();
});

async function ask(what: string, body?: unknown, key: string | null = 'sk_right') {
  const [method = '', path = ''] = what.split(' ');
  const response = await fetch(server.url + path, {
    method,
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const json = (await response.json()) as Record<string, unknown>;
  return { status: response.status, json, date: response.headers.get('date') };
}

const callOf = (json: Record<string, unknown>): CallJson => json['call'] as CallJson;

it('the HTTP face places, shows, cancels and finds an order', async () => {
  const metadata = { order_key: 'k1', campaign: 'c' };
  const created = await ask('POST /call', anOrder({ metadata }));
  expect(created.status).toBe(200);
  const { id } = callOf(created.json);
  expect(callOf((await ask(`GET /call/${id}`)).json)).toEqual(callOf(created.json));
  const found = await ask('POST /call/search', {
    ...ALL_CALLS,
    to_phone_number: anOrder()['phone_number'],
  });
  expect(found.json).toMatchObject({ calls: [{ id, metadata }], total_count: 1 });
  const none = await ask('POST /call/search', { ...ALL_CALLS, to_phone_number: '+12025550199' });
  expect(none.json).toEqual({ calls: [], total_count: 0 });
  const cancelled = await ask(`POST /call/${id}/cancel`);
  expect(callOf(cancelled.json).status).toBe('cancelled');
});

it('the HTTP face stamps its answers from its own clock', async () => {
  expect((await ask('GET /auth-status')).date).toBe(new Date(MONDAY).toUTCString());
  await sandbox.clock.to(MONDAY + 3_600_000);
  const { date, json } = await ask('GET /auth-status');
  expect(date).toBe(new Date(MONDAY + 3_600_000).toUTCString());
  expect(json).toEqual({ authenticated: true });
});

it('the HTTP face wants the right key', async () => {
  for (const key of [null, 'sk_wrong']) {
    const { status, json } = await ask('POST /call', anOrder(), key);
    expect([status, json['error']]).toEqual([401, 'unauthorized']);
  }
  expect(sandbox.store.search({ metadata: {}, statuses: [], offset: 0, limit: 9 })).toEqual([]);
});

it('the HTTP face names every field that is wrong, and places nothing', async () => {
  const { status, json } = await ask('POST /call', {
    phone_number: '0123',
    concurrency: { key: 'k', max: 0 },
    metadata: { n: 5 },
    scheduled_at: 'tomorrow',
    assistant: {
      first_sentence_delay_ms: -1,
      voice: { id: '', provider: 'cartesia' },
      call_retry_config: {
        calling_windows: [{ calling_window_start_time: '25:00', retry_delay_seconds: 0 }],
        max_retry_attempts: 0,
        timezone: 'Mars/Olympus',
      },
    },
  });
  expect([status, json['error']]).toEqual([400, 'invalid_request']);
  const issues = json['issues'] as { path: string; message: string }[];
  expect(issues.map((issue) => issue.path).sort()).toEqual([
    'assistant.call_retry_config.calling_windows.0.calling_window_start_time',
    'assistant.call_retry_config.calling_windows.0.retry_delay_seconds',
    'assistant.call_retry_config.max_retry_attempts',
    'assistant.call_retry_config.timezone',
    'assistant.first_sentence_delay_ms',
    'assistant.prompt',
    'assistant.voice.id',
    'concurrency.max',
    'metadata.n',
    'phone_number',
    'scheduled_at',
  ]);
  for (const { path } of issues) expect(json['message']).toContain(`${path}: `);
});

it.each([
  ['POST /call', 400, 'invalid_json', '{"phone_number"'],
  ['POST /call', 400, 'invalid_request', { phone_number: '+12025550123' }],
  ['POST /call', 413, 'too_large', `"${'x'.repeat(1_100_000)}"`],
  ['GET /call/rehearsal-nothing', 404, 'not_found', undefined],
  ['POST /call/rehearsal-nothing/cancel', 404, 'not_found', {}],
  ['GET /nowhere', 404, 'not_found', undefined],
  ['DELETE /auth-status', 405, 'method_not_allowed', undefined],
])('the HTTP face answers %s with %i %s', async (...row) => {
  const [what, status, error, body] = row;
  const answer = await ask(what, body);
  expect([answer.status, answer.json['error']]).toEqual([status, error]);
  expect(answer.json['issues']).toBeInstanceOf(Array);
});

it('the HTTP face minds neither duplicate nor trailing slashes', async () => {
  const { status } = await ask('GET //auth-status/');
  expect(status).toBe(200);
});
