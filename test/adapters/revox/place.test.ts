import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:https';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { VOICE_API } from '../../../src/adapters/revox/profile.ts';
import type { PlaceAnswer } from '../../../src/ports/voice-api.ts';
import { bench, openGate, ORDER, orderJson } from './server/bench.ts';
import { NOBODY_VOUCHES } from './server/certificate.ts';
import {
  answer,
  dropAfterReading,
  dropUnread,
  resetAfterReading,
  stall,
  storeThen,
  truncated,
  type Step,
} from './server/voice-server.ts';

const world = bench();
const PAGE = '<!doctype html><html><head><title>Bad gateway</title></head></html>';
const LONG = JSON.stringify({
  call: { id: 'o-1', status: 'scheduled', padding: 'x'.repeat(2000) },
});

interface Case {
  readonly row: string;
  readonly step: Step;
  readonly expected: PlaceAnswer['kind'];
}

/** The rows of the table "what happened, and may the order be sent again" that a server can cause. */
const ROWS: readonly Case[] = [
  { row: '5 425', step: answer(425, ''), expected: 'ambiguous' },
  { row: '6 400', step: answer(400, { message: 'bad number' }), expected: 'rejected' },
  { row: '6 413', step: answer(413, { error: 'too large' }), expected: 'rejected' },
  { row: '6 413 without an object', step: answer(413, ''), expected: 'ambiguous' },
  { row: '6 415', step: answer(415, { error: 'not JSON' }), expected: 'rejected' },
  { row: '6 415 without an object', step: answer(415, ''), expected: 'ambiguous' },
  { row: '6 422', step: answer(422, { error: 'unknown variable' }), expected: 'rejected' },
  { row: '7 401', step: answer(401, ''), expected: 'refused' },
  { row: '7 403', step: answer(403, PAGE), expected: 'blocked' },
  { row: '7 404', step: answer(404, { message: 'no assistant' }), expected: 'blocked' },
  { row: '7 302', step: answer(302, '', { location: '/api/elsewhere' }), expected: 'blocked' },
  { row: '7 307', step: answer(307, '', { location: '/api/elsewhere' }), expected: 'blocked' },
  { row: '7 308', step: answer(308, '', { location: '/api/elsewhere' }), expected: 'blocked' },
  { row: '8 402', step: answer(402, { message: 'balance' }), expected: 'blocked' },
  { row: '9 409', step: answer(409, ''), expected: 'ambiguous' },
  { row: '10 429', step: answer(429, ''), expected: 'throttled' },
  { row: '12 503', step: answer(503, '', { 'retry-after': '1' }), expected: 'ambiguous' },
  { row: '12 408', step: answer(408, ''), expected: 'ambiguous' },
  { row: '13 500 before storing', step: answer(500, ''), expected: 'ambiguous' },
  { row: '13 500 after storing', step: storeThen(answer(500, '')), expected: 'ambiguous' },
  { row: '13 502 web page', step: answer(502, PAGE), expected: 'ambiguous' },
  { row: '13 504', step: answer(504, ''), expected: 'ambiguous' },
  { row: '13 522', step: answer(522, PAGE), expected: 'ambiguous' },
  { row: '14 dropped with the body unread', step: dropUnread, expected: 'ambiguous' },
  { row: '14 dropped after reading', step: dropAfterReading, expected: 'ambiguous' },
  { row: '14 reset after reading', step: resetAfterReading, expected: 'ambiguous' },
  { row: '16 truncated', step: truncated(200, LONG, 60), expected: 'ambiguous' },
  { row: '16 not JSON', step: answer(200, 'accepted!'), expected: 'ambiguous' },
  { row: '16 web page', step: answer(200, PAGE), expected: 'ambiguous' },
  { row: '16 no id', step: answer(201, { call: { status: 'scheduled' } }), expected: 'ambiguous' },
  { row: '16 empty', step: answer(204, ''), expected: 'ambiguous' },
  { row: '17 200 with an id', step: answer(200, orderJson('o-1')), expected: 'accepted' },
  { row: '17 201 with an id', step: answer(201, orderJson('o-1')), expected: 'accepted' },
];

describe('each row of the table over a real socket', () => {
  it.each(ROWS)('$row is $expected, and is sent once', async ({ step, expected }) => {
    const server = (await world.server()).plays(step);
    const result = await world.api(server.url).place(ORDER, openGate);
    expect(result.kind).toBe(expected);
    expect(server.heard).toHaveLength(1);
  });

  it.each(ROWS)(
    '$row is $expected on a socket that was used before',
    async ({ step, expected }) => {
      const server = (await world.server()).plays(answer(200, orderJson('o-0')), step);
      const api = world.api(server.url);
      expect((await api.place(ORDER, openGate)).kind).toBe('accepted');
      // undici takes the socket back into its pool after the answer has been delivered.
      await new Promise(setImmediate);
      const result = await api.place(ORDER, openGate);
      expect(result.kind).toBe(expected);
      expect(server.heard).toHaveLength(2);
      expect(server.sockets).toHaveLength(1);
    },
  );
});

describe('the rows that need no server, or a broken one', () => {
  it('row 1: a name that does not exist is not sent', async () => {
    const result = await world.api('https://voice.invalid/api').place(ORDER, openGate);
    expect(result.kind).toBe('not_sent');
    expect(result).toHaveProperty('why', expect.stringMatching(/ENOTFOUND|EAI_AGAIN/));
  });

  it('row 2: a port where nobody listens is not sent', async () => {
    const server = await world.server();
    const { url } = server;
    await server.close();
    const result = await world.api(url).place(ORDER, openGate);
    expect(result).toMatchObject({
      kind: 'not_sent',
      why: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('row 15: no answer within 60 s of the clock is ambiguous', async () => {
    const clock = new VirtualClock(1_000_000);
    const server = (await world.server()).plays(stall((gone) => clock.idle(() => gone)));
    const result = await world.api(server.url, { clock }).place(ORDER, openGate);
    expect(result).toMatchObject({ kind: 'ambiguous', why: expect.stringContaining('60000 ms') });
    expect(clock.now()).toBe(1_060_000);
    expect(server.heard[0]?.stored).toBe(true);
  });

  it('a truncated answer is kept as far as it came', async () => {
    const server = (await world.server()).plays(truncated(200, LONG, 60));
    const result = await world.api(server.url).place(ORDER, openGate);
    expect(result).toMatchObject({ kind: 'ambiguous', raw: LONG.slice(0, 60) });
  });

  it('an answer without an end is read up to 5 MiB', async () => {
    const endless: Step = (turn) => {
      turn.response.writeHead(200);
      const more = (): void => {
        while (!turn.response.destroyed && turn.response.write('x'.repeat(65_536))) continue;
      };
      turn.response.on('drain', more);
      more();
    };
    const server = (await world.server()).plays(endless);
    expect((await world.api(server.url).place(ORDER, openGate)).kind).toBe('ambiguous');
  });
});

describe('a connection that is not safe', () => {
  it('row 3: a port that speaks no TLS is refused, and asks for a person', async () => {
    const server = await world.server();
    const result = await world.api(`https://127.0.0.1:${server.port}/api`).place(ORDER, openGate);
    expect(result).toMatchObject({
      kind: 'refused',
      advice: expect.stringContaining('certificate'),
    });
    expect(server.heard).toHaveLength(0);
  });

  it('row 3: a certificate that nobody vouches for is refused before a byte of the order leaves', async () => {
    let heard = 0;
    const server = createServer(NOBODY_VOUCHES, () => (heard += 1)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const result = await world.api(`https://127.0.0.1:${port}/api`).place(ORDER, openGate);
    server.close();
    expect(result).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT'),
    });
    expect(heard).toBe(0);
  });
});

describe('429', () => {
  const cases = [
    { headers: { 'retry-after-ms': '1500', 'retry-after': '9' }, ms: 1500 },
    { headers: { 'retry-after': '7' }, ms: 7000 },
    {
      headers: {
        date: 'Sun, 22 Nov 2026 10:00:00 GMT',
        'retry-after': 'Sun, 22 Nov 2026 10:01:00 GMT',
      },
      ms: 60_000,
    },
    { headers: { 'retry-after': 'soon' }, ms: null },
    { headers: {}, ms: null },
  ];

  it.each(cases)('$headers waits $ms ms', async ({ headers, ms }) => {
    const server = (await world.server()).plays(answer(429, { message: 'slow down' }, headers));
    const result = await world.api(server.url).place(ORDER, openGate);
    expect(result).toEqual({ kind: 'throttled', retryAfterMs: ms, why: 'HTTP 429: slow down' });
  });
});

it('row 11: 503 is certainly not placed only where the profile says so', async () => {
  const server = (await world.server()).plays(
    answer(503, '{}', { 'retry-after': '7' }),
    answer(503, '{}'),
  );
  const safe = world.api(server.url, { profile: { ...VOICE_API, safe503: true } });
  expect(await safe.place(ORDER, openGate)).toMatchObject({
    kind: 'throttled',
    retryAfterMs: 7_000,
  });
  expect(await world.api(server.url).place(ORDER, openGate)).toMatchObject({ kind: 'ambiguous' });
});
