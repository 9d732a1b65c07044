import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { realClock } from '../../../src/adapters/clock/real-clock.ts';
import { TimeUp } from '../../../src/adapters/clock/time-up.ts';
import { GatedBody } from '../../../src/adapters/revox/gated-body.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { bench, openGate, ORDER, orderJson, SENT } from './server/bench.ts';
import { answer } from './server/voice-server.ts';

const world = bench();

/** A listening port that counts what it is sent and never says a word. */
async function silentPort() {
  const seen = { bytes: 0 };
  const server = createServer((socket) => {
    socket.on('data', (chunk) => (seen.bytes += chunk.length));
    socket.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { seen, port, server };
}

/** The real clock, except that its deadlines end when the test says so. */
function deadlineOnDemand(): { clock: Clock; expire(): void } {
  const controller = new AbortController();
  const deadline = () => ({ signal: controller.signal, cancel: () => undefined });
  return {
    clock: { ...realClock(), deadline },
    expire: () => controller.abort(new TimeUp(60_000)),
  };
}

describe('the gate before the socket write', () => {
  it('I4 a gate that refuses lets not one byte of the order leave', async () => {
    const { seen, port, server } = await silentPort();
    const closed = once(server, 'connection').then(([socket]) => once(socket, 'close'));
    const result = await world
      .api(`http://127.0.0.1:${port}/api`)
      .place(ORDER, async () => 'the window closes in 20 s');
    expect(result).toEqual({ kind: 'held', why: 'the window closes in 20 s' });
    await closed;
    expect(seen.bytes).toBe(0);
    server.close();
  });

  it('I4 the gate is asked once for an order', async () => {
    const server = (await world.server()).plays(answer(200, orderJson('o-1')));
    let asked = 0;
    const result = await world.api(server.url).place(ORDER, async () => {
      asked += 1;
      return null;
    });
    expect(result.kind).toBe('accepted');
    expect(asked).toBe(1);
  });

  it('I4 where no connection is made the gate is never asked', async () => {
    const server = await world.server();
    const { url } = server;
    await server.close();
    let asked = 0;
    const result = await world.api(url).place(ORDER, async () => {
      asked += 1;
      return null;
    });
    expect(result.kind).toBe('not_sent');
    expect(asked).toBe(0);
  });
});

describe('a gate that holds or breaks', () => {
  it('a gate that throws is a bug: it is thrown on, and nothing is sent', async () => {
    const server = await world.server();
    const broken = (): Promise<string | null> => Promise.reject(new Error('the ledger is closed'));
    await expect(world.api(server.url).place(ORDER, broken)).rejects.toThrow(
      'the ledger is closed',
    );
    expect(server.heard).toHaveLength(0);
  });

  it('an order that is held does not spoil the next one', async () => {
    const server = (await world.server()).plays(answer(200, orderJson('o-2')));
    const api = world.api(server.url);
    expect((await api.place(ORDER, async () => 'paused')).kind).toBe('held');
    expect((await api.place(ORDER, openGate)).kind).toBe('accepted');
    expect(server.heard.map((heard) => heard.body)).toEqual([SENT]);
  });
});

/** A gate that answers when the test says so. */
function lateGate() {
  let hear: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    hear = resolve;
  });
  let say: (answer: Promise<string | null>) => void = () => undefined;
  const answered = new Promise<string | null>((resolve) => {
    say = resolve;
  });
  const gate = (): Promise<string | null> => {
    hear();
    return answered;
  };
  return { gate, asked, say };
}

describe('a gate that answers late', () => {
  it('I4 while it has not answered not one byte has left, and none leaves when it refuses', async () => {
    const { seen, port, server } = await silentPort();
    const late = lateGate();
    const placing = world.api(`http://127.0.0.1:${port}/api`).place(ORDER, late.gate);
    await late.asked;
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.bytes).toBe(0);
    late.say(Promise.resolve('paused'));
    expect(await placing).toEqual({ kind: 'held', why: 'paused' });
    expect(seen.bytes).toBe(0);
    server.close();
  });

  it('an order goes out when it agrees at last', async () => {
    const server = (await world.server()).plays(answer(200, orderJson('o-1')));
    const late = lateGate();
    const placing = world.api(server.url).place(ORDER, late.gate);
    await late.asked;
    late.say(Promise.resolve(null));
    expect((await placing).kind).toBe('accepted');
  });

  it.each(['agrees', 'refuses', 'throws'])(
    'I6 an order whose time was up is not sent, though the gate %s afterwards',
    async (how) => {
      const { seen, port, server } = await silentPort();
      const { clock, expire } = deadlineOnDemand();
      const late = lateGate();
      const api = world.api(`http://127.0.0.1:${port}/api`, { clock });
      const placing = api.place(ORDER, late.gate);
      await late.asked;
      expire();
      expect(await placing).toMatchObject({ kind: 'not_sent' });
      if (how === 'throws') late.say(Promise.reject(new Error('the ledger is closed')));
      else late.say(Promise.resolve(how === 'agrees' ? null : 'paused'));
      await new Promise((resolve) => setImmediate(resolve));
      expect(seen.bytes).toBe(0);
      server.close();
    },
  );

  it('a gate that throws late is a bug: it is thrown on, and not one byte leaves', async () => {
    const { seen, port, server } = await silentPort();
    const late = lateGate();
    const placing = world.api(`http://127.0.0.1:${port}/api`).place(ORDER, late.gate);
    await late.asked;
    late.say(Promise.reject(new Error('the ledger is closed')));
    await expect(placing).rejects.toThrow('the ledger is closed');
    expect(seen.bytes).toBe(0);
    server.close();
  });
});

describe('connections that come to nothing', () => {
  it('a deadline before there is a connection is not sent, and stays so', async () => {
    const { port, server } = await silentPort();
    const { clock, expire } = deadlineOnDemand();
    let asked = 0;
    const placing = world.api(`https://127.0.0.1:${port}/api`, { clock }).place(ORDER, async () => {
      asked += 1;
      return null;
    });
    // The port never answers the TLS greeting, so undici would wait for the connection.
    const [socket] = await once(server, 'connection');
    expire();
    expect(await placing).toMatchObject({
      kind: 'not_sent',
      why: expect.stringContaining('TIME_UP'),
    });
    socket.destroy();
    await once(socket, 'close');
    expect(asked).toBe(0);
    server.close();
  });

  it('a connection that breaks off during the TLS greeting is not sent', async () => {
    const { port, server } = await silentPort();
    server.on('connection', (socket) => socket.once('data', () => socket.resetAndDestroy()));
    const result = await world.api(`https://127.0.0.1:${port}/api`).place(ORDER, openGate);
    expect(result.kind).toBe('not_sent');
    server.close();
  });

  it('a socket that the server closed while it was idle is not used for an order', async () => {
    const server = (await world.server()).plays(
      answer(200, orderJson('o-1')),
      answer(200, orderJson('o-2')),
    );
    const api = world.api(server.url);
    await api.place(ORDER, openGate);
    const [socket] = server.sockets;
    if (socket === undefined) throw new Error('the server saw no connection');
    const closed = once(socket, 'close');
    socket.end();
    await closed;
    expect((await api.place(ORDER, openGate)).kind).toBe('accepted');
    expect(server.sockets).toHaveLength(2);
  });
});

describe('the body of an order', () => {
  const pull = (body: GatedBody) => body[Symbol.asyncIterator]().next();

  it('I6 cannot be pulled a second time', async () => {
    const body = new GatedBody(new Uint8Array([1, 2, 3]), openGate);
    expect((await pull(body)).done).toBe(false);
    await expect(pull(body)).rejects.toThrow('handed over');
  });

  it('cannot be pulled once it was closed', async () => {
    const body = new GatedBody(new Uint8Array([1]), openGate);
    body.close();
    await expect(pull(body)).rejects.toThrow('closed');
    expect(body.handedOver).toBe(false);
  });

  it('stays handed over when it is closed afterwards', async () => {
    const body = new GatedBody(new Uint8Array([1]), openGate);
    await pull(body);
    body.close();
    expect(body.handedOver).toBe(true);
  });
});
