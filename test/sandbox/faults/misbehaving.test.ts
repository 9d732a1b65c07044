import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listen, type Listening } from '../../../src/sandbox/http/http.ts';
import { anOrder, aSandbox } from '../setup.ts';

/** Clients that do not do what clients do. Whatever they do, the next one is served. */

let sandbox: ReturnType<typeof aSandbox>;
let server: Listening;
const sockets: Socket[] = [];

beforeEach(async () => {
  sandbox = aSandbox();
  server = await listen(sandbox.sandbox, { port: 0, key: null });
});

/** The same, with less patience than a test has. */
async function impatient(): Promise<void> {
  await server.close();
  const patience = { headersMs: 100, requestMs: 200, lookMs: 20 };
  server = await listen(sandbox.sandbox, { port: 0, key: null, patience });
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
  await sandbox.sandbox.stop();
});

const port = (): number => Number(new URL(server.url).port);

async function open(): Promise<Socket> {
  const socket = connect(port(), '127.0.0.1');
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

/** Everything that comes back, until the server closes the connection. */
async function heard(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
  // `once` of node:events would throw what a connection that is cut off says.
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
  return text;
}

const headers = { authorization: 'Bearer any' };

const place = (body: string): Promise<Response> =>
  fetch(`${server.url}/call`, { method: 'POST', headers, body });

async function serves(): Promise<void> {
  const answer = await place(JSON.stringify(anOrder()));
  expect(answer.status).toBe(200);
}

const HEAD = 'POST /api/call HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\n';

it('a client that sends bad JSON is told so', async () => {
  for (const body of ['{', 'null', '[]', '5', '"x"', '{"phone_number":', '\u0000', '{"a":1}}']) {
    const answer = await place(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toHaveProperty('issues');
  }
  await serves();
});

it('a client that sends ten megabytes is told that this is too much', async () => {
  const answer = await place('x'.repeat(10_000_000));
  expect(answer.status).toBe(413);
  await serves();
});

it('a client that sends without end is cut off', async () => {
  const socket = await open();
  socket.write(`${HEAD}Content-Length: 9000000000\r\n\r\n`);
  const block = 'x'.repeat(1_000_000);
  const pour = (): void => {
    while (!socket.destroyed && socket.write(block));
  };
  socket.on('drain', pour);
  pour();
  await heard(socket);
  expect(socket.bytesWritten).toBeLessThan(100_000_000);
  await serves();
});

it('a client that opens a thousand connections leaves room for the next', async () => {
  await Promise.all(Array.from({ length: 1000 }, () => open()));
  await serves();
});

it('a client that sends its headers byte by byte is not waited for', async () => {
  await impatient();
  const socket = await open();
  socket.write(HEAD);
  expect(await heard(socket)).toMatch(/^HTTP\/1\.1 408 /);
  await serves();
});

it('a client that never ends its body is not waited for', async () => {
  await impatient();
  const socket = await open();
  socket.write(`${HEAD}Content-Length: 100\r\n\r\n{`);
  expect(await heard(socket)).toMatch(/^HTTP\/1\.1 408 |^$/);
  await serves();
  expect(sandbox.store.placed('+12025550123')).toBe(1);
});

it('a client that hangs up in the middle of its body places nothing', async () => {
  const body = JSON.stringify(anOrder({ phone_number: '+12025550177' }));
  const socket = await open();
  socket.write(`${HEAD}Content-Length: ${body.length + 1}\r\n\r\n${body}`);
  socket.destroy();
  await serves();
  expect(sandbox.store.placed('+12025550177')).toBe(0);
});

it.each([
  ['speaks another language', 'EHLO example.com\r\n\r\n'],
  ['asks for no address', 'GET //[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  [
    'asks for a broken escape',
    'GET /api/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  ],
  [
    'asks as if of a proxy',
    'GET http://x/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  ],
])('a client that %s is refused', async (_, said) => {
  const socket = await open();
  socket.write(said);
  expect(await heard(socket)).toMatch(/^HTTP\/1\.1 40[014] /);
  await serves();
});

it.each(['rebound.example', '127.0.0.1.rebound.example:80', ''])(
  'a page that has this computer’s address under its own name is refused: Host %j',
  async (host) => {
    const socket = await open();
    const place = JSON.stringify(anOrder());
    const length = `Content-Length: ${place.length}\r\nConnection: close\r\n\r\n`;
    socket.write(`${HEAD.replace('localhost', host)}${length}${place}`);
    expect(await heard(socket)).toMatch(/^HTTP\/1\.1 421 /);
    await serves();
  },
);
