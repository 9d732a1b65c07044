import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { HookServer, hookPath } from '../../../src/adapters/revox/hook-server.ts';

const PATH = hookPath('a-key-of-the-tests', 'a-run');

async function listening() {
  const server = await HookServer.open(0, { path: PATH, host: 'calls.example:8443' });
  onTestFinished(() => server.close());
  const heard: string[] = [];
  for (const id of ['order-1', 'order-2']) server.listen(id, () => heard.push(id));
  const tell = async (body: string, path = PATH, method = 'POST'): Promise<number> => {
    const init = method === 'POST' ? { method, body } : { method };
    return (await fetch(`http://127.0.0.1:${server.port}${path}`, init)).status;
  };
  return { server, heard, tell };
}

const about = (id: unknown): string => JSON.stringify({ call_order_id: id, status: 'completed' });

it('passes on which order has changed, each time it is told', async () => {
  const { heard, tell } = await listening();
  expect(await tell(about('order-1'))).toBe(204);
  expect(await tell(about('order-1'))).toBe(204);
  expect(await tell(about('order-2'))).toBe(204);
  expect(heard).toEqual(['order-1', 'order-1', 'order-2']);
});

it('takes word of an order that nobody follows, and does nothing', async () => {
  const { server, heard, tell } = await listening();
  const deaf = server.listen('order-3', () => heard.push('order-3'));
  deaf();
  expect(await tell(about('order-3'))).toBe(204);
  expect(await tell(about('an-order-of-somebody-else'))).toBe(204);
  expect(heard).toEqual([]);
});

it.each([
  { name: 'another path', body: about('order-1'), path: '/hooks/guessed', status: 404 },
  {
    name: 'the path of another run',
    body: about('order-1'),
    path: hookPath('a-key-of-the-tests', 'b'),
    status: 404,
  },
  {
    name: 'the path by another key',
    body: about('order-1'),
    path: hookPath('another-key', 'a-run'),
    status: 404,
  },
  { name: 'no JSON', body: '{', path: PATH, status: 400 },
  { name: 'no order', body: '{}', path: PATH, status: 400 },
  { name: 'an id that is no text', body: about(7), path: PATH, status: 400 },
  { name: 'a body of a megabyte', body: about('x'.repeat(1 << 20)), path: PATH, status: 413 },
])('$name: $status, and nothing is passed on', async ({ body, path, status }) => {
  const { heard, tell } = await listening();
  expect(await tell(body, path)).toBe(status);
  expect(await tell('', PATH, 'GET')).toBe(405);
  expect(heard).toEqual([]);
  // It goes on.
  expect(await tell(about('order-2'))).toBe(204);
});

it('says that a port is taken', async () => {
  const { server } = await listening();
  await expect(HookServer.open(server.port, { path: PATH, host: null })).rejects.toThrow(
    /EADDRINUSE/,
  );
});

/** `fetch` writes its own Host header. */
function statusUnder(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    request(
      { port, host: '127.0.0.1', path: PATH, method: 'POST', headers: { host } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    )
      .on('error', reject)
      .end(about('order-1'));
  });
}

it.each([
  ['127.0.0.1', 204],
  ['localhost:9', 204],
  ['LOCALHOST', 204],
  ['[::1]:80', 204],
  ['calls.example:8443', 204],
  ['Calls.Example:8443', 204],
  ['calls.example', 421],
  ['rebound.example', 421],
  ['127.0.0.1.rebound.example', 421],
  ['localhost.rebound.example:80', 421],
])('word that is addressed to %s: %i', async (host, status) => {
  const { server, heard } = await listening();
  expect(await statusUnder(host, server.port)).toBe(status);
  expect(heard).toHaveLength(status === 204 ? 1 : 0);
});

it('lets connections go that send nothing, or a byte now and then, and hears word again', async () => {
  const server = await HookServer.open(0, { path: PATH, host: null }, 200);
  onTestFinished(() => server.close());
  const sockets = Array.from({ length: 64 }, (_, nth) => {
    const socket = connect(server.port, '127.0.0.1')
      .on('error', () => undefined)
      .resume();
    if (nth % 2 === 0) socket.write(`POST ${PATH} HTTP/1.1\r\nHost: local`);
    return socket;
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  await Promise.all(
    sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))),
  );
  expect(await statusUnder('localhost', server.port)).toBe(204);
});
