import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it arrived. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown> | null;
  /** The how manieth of its method and kind of path, from 0. */
  readonly nth: number;
}

/** What goes over the socket, or an answer in JSON; null: the connection is cut. */
export type Reply =
  | { readonly bytes: string | Uint8Array }
  | { readonly status: number; readonly body: unknown; readonly headers?: readonly string[] }
  | null;

const HEAD_END = '\r\n\r\n';

function written(reply: Exclude<Reply, null>): Uint8Array {
  if ('bytes' in reply) return Uint8Array.from(Buffer.from(reply.bytes));
  const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  const head = [
    `HTTP/1.1 ${reply.status} said`,
    `date: ${new Date().toUTCString()}`,
    ...(reply.headers ?? ['content-type: application/json']),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  return Uint8Array.from(Buffer.from(head.join('\r\n') + HEAD_END + body));
}

/** The request, once it is here whole. */
function requestIn(text: string): Omit<Asked, 'nth'> | null {
  const end = text.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = text.slice(0, end);
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
  const body = Buffer.from(text.slice(end + HEAD_END.length), 'latin1');
  if (body.length < length) return null;
  const [method = '', path = ''] = head.split(' ');
  const json = length === 0 ? null : (JSON.parse(body.toString()) as Asked['body']);
  return { method, path: path.replace(/^\/api/, ''), body: json };
}

/** A server that writes its answers byte by byte itself, so that it can write wrong ones. */
export async function aHostile(answer: (asked: Asked) => Reply) {
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
      const request = requestIn(text);
      if (request === null) return;
      text = '';
      const kind = `${request.method} ${request.path.split('/')[1] ?? ''}`;
      const nth = counts.get(kind) ?? 0;
      counts.set(kind, nth + 1);
      const reply = answer({ ...request, nth });
      if (reply === null) socket.destroy();
      else socket.end(written(reply));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` };
}
