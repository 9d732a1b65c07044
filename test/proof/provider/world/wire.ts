import type { ServerResponse } from 'node:http';
import { deflateSync, gzipSync } from 'node:zlib';

/** What leaves, and what of it arrives. */
export interface Sent {
  readonly status: number;
  readonly whole: boolean;
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const PAGE = '<html><body><h1>Bad gateway</h1></body></html>';

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

function head(res: ServerResponse, { status, body, headers = {} }: Reply, more = {}): void {
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  res.writeHead(status, { 'content-type': type, ...headers, ...more });
}

/** The answer as it should be. */
export function plainly(res: ServerResponse, reply: Reply): Sent {
  head(res, reply);
  res.end(textOf(reply.body));
  return { status: reply.status, whole: true, body: reply.body };
}

export function compressed(res: ServerResponse, reply: Reply, how: 'gzip' | 'deflate'): Sent {
  const text = textOf(reply.body);
  head(res, reply, { 'content-encoding': how });
  res.end(how === 'gzip' ? gzipSync(text) : deflateSync(text));
  return { status: reply.status, whole: true, body: reply.body };
}

const never: Sent = { status: 0, whole: false, body: null };

/** Ways in which an answer does not arrive as it should. `reply` is what it would have been. */
export function broken(res: ServerResponse, reply: Reply, how: string): Sent {
  switch (how) {
    case 'cut': {
      const text = textOf(reply.body);
      head(res, reply, { 'content-length': String(text.length) });
      res.write(text.slice(0, text.length >> 1));
      setTimeout(() => res.destroy(), 5);
      return { ...never, status: reply.status };
    }
    case 'drop':
      res.destroy();
      return never;
    case 'reset':
      res.socket?.resetAndDestroy();
      return never;
    case 'hang':
      setTimeout(() => res.destroy(), 4_000);
      return never;
    case 'hang for ever':
      return never;
    case 'empty':
      return plainly(res, { status: 200, body: '' });
    case 'no id':
      return plainly(res, { status: 200, body: { ok: true } });
    case 'garbage':
      return plainly(res, { status: 200, body: '{"call": {"id": ' });
    case 'half gzip': {
      const packed = gzipSync(textOf(reply.body));
      head(res, reply, { 'content-encoding': 'gzip' });
      res.end(packed.subarray(0, packed.length >> 1));
      return { ...never, status: reply.status };
    }
    case '500':
      return plainly(res, { status: 500, body: { error: 'internal', message: 'try again' } });
    case '404':
      return plainly(res, { status: 404, body: { error: 'not_found', message: 'no such call' } });
    default:
      return statusPage(res, how);
  }
}

/** `502 html`, `403 json`: the page of something in between, or an object in the vendor's shape. */
function statusPage(res: ServerResponse, how: string): Sent {
  const status = Number(how.slice(0, 3));
  const redirect = status >= 300 && status < 400;
  return plainly(res, {
    status,
    body: how.endsWith('html') ? PAGE : { error: 'refused', message: 'refused' },
    headers: redirect ? { location: 'https://www.getrevox.example/api/call' } : {},
  });
}
