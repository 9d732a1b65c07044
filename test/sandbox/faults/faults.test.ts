import { afterEach, beforeEach, expect, it } from 'vitest';
import { VirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { Faults } from '../../../src/sandbox/faults/faults.ts';
import { listen, type Listening } from '../../../src/sandbox/http/http.ts';
import { anOrder, aSandbox, MONDAY } from '../setup.ts';

let clock: VirtualClock;
let sandbox: ReturnType<typeof aSandbox>;
let server: Listening;

beforeEach(async () => {
  clock = new VirtualClock(MONDAY);
  sandbox = aSandbox({ clock });
  server = await listen(sandbox.sandbox, { port: 0, key: null, faults: new Faults() });
});

afterEach(async () => {
  await server.close();
  await sandbox.sandbox.stop();
});

const headers = { authorization: 'Bearer any' };

async function order(fault: Record<string, unknown>): Promise<Record<string, unknown>> {
  const url = server.url.replace('/api', '/sandbox/faults');
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(fault) });
  return (await response.json()) as Record<string, unknown>;
}

const place = (rest: { signal?: AbortSignal } = {}): Promise<Response> =>
  clock.during(() =>
    fetch(`${server.url}/call`, {
      method: 'POST',
      headers,
      body: JSON.stringify(anOrder()),
      ...rest,
    }),
  );

const orders = (): number => sandbox.store.placed('+12025550123');

it.each([
  ['drop_before', 0],
  ['drop_after', 1],
  ['cut_before', 0],
  ['cut_after', 1],
])('the fault %s cuts the connection with %i orders accepted', async (kind, accepted) => {
  await order({ kind, method: 'POST', path: '/api/call' });
  await expect(place().then((answer) => answer.json())).rejects.toThrow(/fetch failed|terminated/);
  expect(orders()).toBe(accepted);
  expect((await place()).status).toBe(200);
});

it.each([
  ['error_before', 503, 0],
  ['error_after', 500, 1],
  ['html_before', 502, 0],
  ['html_after', 502, 1],
  ['throttle', 429, 0],
])('the fault %s answers %i with %i orders accepted', async (kind, status, accepted) => {
  await order({ kind, status });
  const answer = await place();
  expect(answer.status).toBe(status);
  const type = answer.headers.get('content-type') ?? '';
  expect(type.startsWith('text/html')).toBe(kind.startsWith('html'));
  expect(orders()).toBe(accepted);
});

it('a fault can say when to come again', async () => {
  await order({ kind: 'error_before', status: 429, headers: { 'retry-after': '7' }, times: 2 });
  for (const answer of [await place(), await place()]) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  }
  expect((await place()).status).toBe(200);
});

it.each([
  ['garbled_before', 0],
  ['garbled_after', 1],
])('the fault %s answers what is not JSON, with %i orders accepted', async (kind, accepted) => {
  await order({ kind });
  const answer = await place();
  await expect(answer.json()).rejects.toThrow(SyntaxError);
  expect(orders()).toBe(accepted);
});

it.each([
  ['silent_before', 0],
  ['silent_after', 1],
])('the fault %s never answers, with %i orders accepted', async (kind, accepted) => {
  await order({ kind });
  const deadline = clock.deadline(60_000);
  await expect(place({ signal: deadline.signal })).rejects.toThrow();
  expect(clock.now()).toBe(MONDAY + 60_000);
  expect(orders()).toBe(accepted);
});

it('a slow answer takes its time on the sandbox’s clock', async () => {
  await order({ kind: 'slow_after', seconds: 90 });
  const answer = await place();
  expect(answer.status).toBe(200);
  expect(clock.now()).toBe(MONDAY + 90_000);
  expect(answer.headers.get('date')).toBe(new Date(MONDAY + 90_000).toUTCString());
});

it('a client that gives up while it waits leaves an order behind', async () => {
  await order({ kind: 'slow_after', seconds: 90 });
  const deadline = clock.deadline(60_000);
  await expect(place({ signal: deadline.signal })).rejects.toThrow();
  expect(clock.now()).toBe(MONDAY + 60_000);
  expect(orders()).toBe(1);
});

it('a fault waits for the request that it is for, and is forgotten when it is told to be', async () => {
  await order({ kind: 'error_before', method: 'GET' });
  await order({ kind: 'error_before', method: 'POST', path: '/api/call', skip: 1 });
  expect((await place()).status).toBe(200);
  expect((await place()).status).toBe(500);
  await order({ kind: 'error_before' });
  const url = server.url.replace('/api', '/sandbox/faults');
  await fetch(url, { method: 'DELETE', headers });
  expect((await place()).status).toBe(200);
  expect((await order({ kind: 'earthquake' }))['error']).toBe('invalid_request');
});

it('the faults that are asked for can be looked at', async () => {
  await order({ kind: 'throttle', times: 3, headers: { 'retry-after-ms': '20' } });
  await order({ kind: 'hidden', times: null });
  const url = server.url.replace('/api', '/sandbox/faults');
  const listed = (await (await fetch(url, { headers })).json()) as { faults: { kind: string }[] };
  expect(listed.faults.map(({ kind }) => kind)).toEqual(['throttle', 'hidden']);
  const nowhere = await fetch(url.replace('faults', 'nothing'), { headers });
  expect(nowhere.status).toBe(404);
});

it('a fault for paths that begin alike leaves others alone', async () => {
  await order({ kind: 'error_before', method: 'get', path: '/api/call/*', times: null });
  expect((await place()).status).toBe(200);
  const get = (path: string) => fetch(server.url + path, { headers });
  expect((await get('/call/x')).status).toBe(500);
  expect((await get('/call/y')).status).toBe(500);
  expect((await get('/voices')).status).toBe(200);
});
