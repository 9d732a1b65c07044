import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What this provider is like; everything else works at once, and every call reaches a human. */
export interface Manner {
  /** Answers of `GET /auth-status`: what it says of the key. */
  readonly auth?: { readonly status: number; readonly body: unknown };
  /** `GET /assistants/{id}`; without it there is none. */
  readonly assistant?: unknown;
  /** Added to the date of each answer. */
  /** Null: the answers carry no date. */
  readonly dateOffMs?: number | null;
  /** Of orders: their status and attempts, when they are fetched. */
  readonly order?: (nth: number) => { status: string; call_attempts?: unknown };
  readonly post?: { readonly status: number; readonly body: unknown };
}

/** One request as it arrived. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: Record<string, unknown> | null;
}

/** An order whose one attempt reached a human just now. */
export const reached = (more: object = {}) => {
  const at = new Date().toISOString();
  const attempt = {
    id: 'attempt-1',
    status: 'completed',
    result: 'human',
    started_at: at,
    answered_at: at,
    ended_at: at,
    recording_url: 'https://recordings.invalid/1',
    transcript: [{ role: 'assistant', content: 'Hello.' }],
    structured_output: { asked_not_to_be_called: false },
  };
  return { status: 'completed', call_attempts: [{ ...attempt, ...more }] };
};

const bodyOf = async (request: IncomingMessage): Promise<Heard['body']> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text === '' ? null : (JSON.parse(text) as Heard['body']);
};

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const NOT_FOUND: Answer = { status: 404, body: { error: 'not_found' } };

/** What it answers; `orders` are those it has taken, by their id. */
function answerTo(
  { method, path, body }: Heard,
  manner: Manner,
  orders: Map<string, number>,
): Answer {
  if (path === '/api/auth-status')
    return manner.auth ?? { status: 200, body: { authenticated: true } };
  if (path.startsWith('/api/assistants/'))
    return manner.assistant === undefined ? NOT_FOUND : { status: 200, body: manner.assistant };
  if (method === 'POST' && path === '/api/call') {
    const answer = manner.post;
    if (answer !== undefined) return answer;
    const id = `order-${orders.size + 1}`;
    orders.set(id, orders.size + 1);
    const metadata = body?.['metadata'] ?? {};
    const call = { id, status: 'queued_for_calling', call_attempts: [], metadata };
    return { status: 200, body: { call } };
  }
  const id = path.split('/')[3] ?? '';
  const nth = orders.get(id);
  if (nth === undefined) return NOT_FOUND;
  return { status: 200, body: { call: { id, ...(manner.order?.(nth) ?? reached()) } } };
}

/** A voice API of the tests' own, on real sockets and the real clock. */
export async function aProvider(manner: Manner = {}) {
  const heard: Heard[] = [];
  const orders = new Map<string, number>();
  const server = createServer((request, response) => {
    void (async () => {
      const one: Heard = {
        method: request.method ?? '',
        path: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        body: await bodyOf(request),
      };
      heard.push(one);
      const { status, body } = answerTo(one, manner, orders);
      const { dateOffMs = 0 } = manner;
      response.sendDate = false;
      if (dateOffMs !== null)
        response.setHeader('date', new Date(Date.now() + dateOffMs).toUTCString());
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const posts = (): Heard[] => heard.filter((one) => one.path === '/api/call');
  return { url, heard, posts };
}
