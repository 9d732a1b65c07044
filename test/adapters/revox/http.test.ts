import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { realClock } from '../../../src/adapters/clock/real-clock.ts';
import { VirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { HttpVoiceApi } from '../../../src/adapters/revox/http.ts';
import { VOICE_API } from '../../../src/adapters/revox/profile.ts';
import { bench, KEY, openGate, ORDER, orderJson, SENT } from './server/bench.ts';
import { answer, dropAfterReading, dropUnread, stall, truncated } from './server/voice-server.ts';

const world = bench();

describe('what goes over the wire', () => {
  it('sends one POST with the key, a known length and the order as it is', async () => {
    const server = (await world.server()).plays(answer(200, orderJson('o-1')));
    await world.api(`${server.url}/`).place(ORDER, openGate);
    const [heard] = server.heard;
    expect(heard).toMatchObject({ method: 'POST', path: '/api/call', body: SENT });
    expect(heard?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(SENT)),
    });
    expect(heard?.headers).not.toHaveProperty('transfer-encoding');
  });

  it('counts the length of the body in bytes, not in characters', async () => {
    const server = (await world.server()).plays(answer(200, orderJson('o-1')));
    const order = { ...ORDER, variables: { name: 'Zoë 🎈' } };
    expect((await world.api(server.url).place(order, openGate)).kind).toBe('accepted');
    expect(server.heard[0]?.body).toContain('"prompt_variables":{"name":"Zoë 🎈"}');
  });

  it('escapes an id that would be another path', async () => {
    const server = (await world.server()).plays(answer(404, ''));
    await world.api(server.url).get('a/../b?c');
    expect(server.heard[0]?.path).toBe('/api/call/a%2F..%2Fb%3Fc');
  });

  it('tells the provider’s own time', async () => {
    const date = 'Sun, 22 Nov 2026 10:00:00 GMT';
    const server = (await world.server()).plays(answer(200, orderJson('o-1'), { date }));
    const dates: number[] = [];
    await world.api(server.url, { onDate: (at) => dates.push(at) }).get('o-1');
    expect(dates).toEqual([Date.UTC(2026, 10, 22, 10)]);
  });
});

describe('looking at an order', () => {
  const cases = [
    { name: 'its order', step: answer(200, orderJson('o-1')), kind: 'found' },
    { name: 'a bare order', step: answer(200, orderJson('o-1').call), kind: 'found' },
    { name: 'another order', step: answer(200, orderJson('o-9')), kind: 'unreadable' },
    { name: '404', step: answer(404, ''), kind: 'missing' },
    { name: '401', step: answer(401, ''), kind: 'refused' },
    { name: 'a redirect', step: answer(302, '', { location: '/' }), kind: 'refused' },
    { name: '500', step: answer(500, ''), kind: 'unreachable' },
    { name: '429', step: answer(429, ''), kind: 'unreachable' },
    { name: 'a cut answer', step: truncated(200, 'x'.repeat(90), 50), kind: 'unreadable' },
    { name: 'a hang-up', step: dropUnread, kind: 'unreachable' },
  ] as const;

  it.each(cases)('$name is $kind, asked once', async ({ step, kind }) => {
    const server = (await world.server()).plays(step);
    expect((await world.api(server.url).get('o-1')).kind).toBe(kind);
    expect(server.heard).toHaveLength(1);
  });

  it('gives up after 30 s of the clock', async () => {
    const clock = new VirtualClock(0);
    const server = (await world.server()).plays(stall((gone) => clock.idle(() => gone)));
    const result = await world.api(server.url, { clock }).get('o-1');
    expect(result).toMatchObject({ kind: 'unreachable', why: expect.stringContaining('30000 ms') });
    expect(clock.now()).toBe(30_000);
  });
});

describe('cancelling an order', () => {
  const cases = [
    { name: 'the order', step: answer(200, orderJson('o-1')), kind: 'answered', id: 'o-1' },
    { name: 'something else', step: answer(200, { success: true }), kind: 'answered', id: null },
    { name: 'nothing', step: answer(204, ''), kind: 'answered', id: null },
    { name: 'another order', step: answer(200, orderJson('o-9')), kind: 'answered', id: null },
    { name: '404', step: answer(404, ''), kind: 'missing' },
    { name: '409', step: answer(409, { message: 'already over' }), kind: 'conflict' },
    { name: '422', step: answer(422, ''), kind: 'conflict' },
    { name: '403', step: answer(403, ''), kind: 'unreachable' },
    { name: '500', step: answer(500, ''), kind: 'unreachable' },
    { name: 'a hang-up', step: dropAfterReading, kind: 'unreachable' },
  ] as const;

  it.each(cases)('answered with $name is $kind', async (entry) => {
    const server = (await world.server()).plays(entry.step);
    const result = await world.api(server.url).cancel('o-1');
    expect(result.kind).toBe(entry.kind);
    if (result.kind === 'answered' && 'id' in entry) expect(result.view?.id ?? null).toBe(entry.id);
    expect(server.heard).toEqual([
      expect.objectContaining({ method: 'POST', path: '/api/call/o-1/cancel' }),
    ]);
  });
});

describe('checking the key and the assistant', () => {
  const page = '<html><title>Hello</title></html>';
  const cases = [
    { name: 'authenticated', step: answer(200, { authenticated: true }), expected: 'ok' },
    { name: 'not authenticated', step: answer(200, { authenticated: false }), expected: 'refused' },
    { name: '401', step: answer(401, ''), expected: 'refused' },
    { name: 'a redirect', step: answer(301, '', { location: '/x' }), expected: 'refused' },
    { name: '404', step: answer(404, page), expected: 'refused' },
    { name: '500', step: answer(500, page), expected: 'unreachable' },
    { name: 'a web page', step: answer(200, page), expected: 'unreachable' },
    { name: 'a hang-up', step: dropUnread, expected: 'unreachable' },
  ];

  it.each(cases)('$name is $expected', async ({ step, expected }) => {
    const server = (await world.server()).plays(step);
    const status = await world.api(server.url).authStatus();
    expect(status === 'ok' ? status : Object.keys(status)[0]).toBe(expected);
  });

  const assistants = [
    { name: 'bare', step: answer(200, { id: 'a-1', prompt: 'Hi' }), kind: 'found' },
    {
      name: 'wrapped',
      step: answer(200, { assistant: { id: 'a-1', prompt: 'Hi' } }),
      kind: 'found',
    },
    { name: 'a list', step: answer(200, []), kind: 'unreachable' },
    { name: '404', step: answer(404, ''), kind: 'missing' },
    { name: '403', step: answer(403, ''), kind: 'refused' },
    { name: '502', step: answer(502, ''), kind: 'unreachable' },
    { name: 'a hang-up', step: dropUnread, kind: 'unreachable' },
  ];

  it.each(assistants)('an assistant answered as $name is $kind', async ({ step, kind }) => {
    const server = (await world.server()).plays(step);
    const result = await world.api(server.url).assistant('a-1');
    expect(result.kind).toBe(kind);
    if (result.kind === 'found') expect(result.assistant).toMatchObject({ attempts: null });
  });
});

describe('the key', () => {
  it('I9 shows in no inspection, no JSON and no text that a provider echoes', async () => {
    const echo = answer(401, { message: `unknown key ${KEY}` });
    const server = (await world.server()).plays(echo, answer(200, `Bearer ${KEY}`), dropUnread);
    const api = world.api(server.url);
    const seen = [
      inspect(api, { depth: 9, showHidden: true }),
      JSON.stringify(api),
      JSON.stringify(await api.place(ORDER, openGate)),
      JSON.stringify(await api.place(ORDER, openGate)),
      JSON.stringify(await api.get('o-1')),
    ];
    expect(seen.join('\n')).not.toContain(KEY);
    expect(seen[2]).toContain('unknown key');
  });

  it('I9 shows in no error about itself', () => {
    const make = (key: string) => () =>
      new HttpVoiceApi({
        baseUrl: 'https://voice.invalid',
        key,
        clock: realClock(),
        profile: VOICE_API,
      });
    expect(make('')).toThrow('the API key is empty');
    expect(make('sk_odd key')).toThrow(/^(?!.*sk_odd)/);
  });
});

describe('the list of attempts', () => {
  const attempt = (phone: string) => ({
    id: `a-${phone}`,
    phone_number: phone,
    status: 'completed',
  });
  const AT = Date.UTC(2026, 10, 20);
  const listed = { calls: [attempt('+12025550100'), attempt('+12025550101'), { nonsense: 1 }] };

  it('gives those at one number', async () => {
    const server = (await world.server()).plays(answer(200, listed));
    const found = await world.api(server.url).attempts('+12025550101', AT);
    expect(found).toMatchObject({ kind: 'found', attempts: [{ id: 'a-+12025550101' }] });
    expect(server.heard[0]?.path).toBe('/api/call?page=0&page_size=100');
  });

  it('is asked for its page 1 where there is no page 0', async () => {
    const server = (await world.server()).plays(answer(400, 'page'), answer(200, listed));
    expect(await world.api(server.url).attempts('+12025550100', AT)).toMatchObject({
      kind: 'found',
    });
    expect(server.heard[1]?.path).toBe('/api/call?page=1&page_size=100');
  });

  it('is read page by page, until everything on a page is a day older than what is looked for', async () => {
    const began = (at: number) => new Date(at).toISOString();
    const others = (at: number) =>
      Array.from({ length: 100 }, (_, i) => ({ id: `o-${at}-${i}`, started_at: began(at) }));
    const HOUR = 3_600_000;
    const server = (await world.server()).plays(
      answer(200, { calls: others(AT + 9 * HOUR) }),
      answer(200, { calls: [attempt('+12025550101'), ...others(AT + HOUR).slice(1)] }),
      answer(200, { calls: others(AT - 25 * HOUR) }),
    );
    const found = await world.api(server.url).attempts('+12025550101', AT);
    expect(found).toMatchObject({ kind: 'found', attempts: [{ id: 'a-+12025550101' }] });
    expect(server.heard).toHaveLength(3);
  });

  it('with a page that cannot be had proves nothing', async () => {
    const full = Array.from({ length: 100 }, (_, i) => ({
      ...attempt('+12025550101'),
      id: `${i}`,
    }));
    const server = (await world.server()).plays(answer(200, { calls: full }), answer(400, 'page'));
    const found = await world.api(server.url).attempts('+12025550101', AT);
    expect(found).toMatchObject({ kind: 'unreachable' });
  });

  it('that is no list proves nothing', async () => {
    const server = (await world.server()).plays(
      answer(404, ''),
      answer(404, ''),
      answer(200, '[]'),
    );
    const api = world.api(server.url);
    expect(await api.attempts('+12025550100', AT)).toEqual({ kind: 'unsupported' });
    expect(await api.attempts('+12025550100', AT)).toMatchObject({ kind: 'unreachable' });
  });
});

it('what the provider is known not to have is not asked for', async () => {
  const server = await world.server();
  const api = world.api(server.url, {
    profile: { ...VOICE_API, lookup: 'none', cancel: 'none' },
  });
  const sought = { key: 'key-1', number: '+12025550100', contactId: 'c-1', since: 0 };
  expect(await api.find(sought)).toMatchObject({ kind: 'unknown', cause: 'no_search' });
  expect(await api.cancel('o-1')).toEqual({ kind: 'missing' });
  expect(server.heard).toEqual([]);
});
