import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sandbox } from './engine.ts';
import { effectOf, faultSchema, type Fault, type Faults } from './faults.ts';
import { check, problem, type Problem } from './request.ts';
import { route, type Answer } from './routes.ts';

const MAX_BODY_BYTES = 1_048_576;
const FAULTS_PATH = '/sandbox/faults';

export interface ListenOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly host?: string;
  /** Null: any bearer token will do. */
  readonly key: string | null;
  /** With it, faults can be asked for: `POST /sandbox/faults`, and `DELETE` to forget them. */
  readonly faults?: Faults;
}

export interface Listening {
  /** Such as http://127.0.0.1:8080/api. */
  readonly url: string;
  close(): Promise<void>;
}

/** One request, read to its end. Text is null when it was too long. */
interface Received {
  readonly request: IncomingMessage;
  readonly method: string;
  /** Without duplicate or trailing slashes. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly text: string | null;
}

/** The HTTP face of the sandbox. It answers as the provider does, `Date` header and all. */
export async function listen(sandbox: Sandbox, options: ListenOptions): Promise<Listening> {
  const host = options.host ?? '127.0.0.1';
  const server = createServer((request, response) => {
    const exchange = { sandbox, options, response };
    serve(exchange, request).catch((cause: unknown) => send(exchange, toAnswer(broken(cause))));
  });
  // A connection that is kept for the next request must not be closed under it by a timer of real time.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${port}/api`, close: () => close(server) };
}

interface Exchange {
  readonly sandbox: Sandbox;
  readonly options: ListenOptions;
  readonly response: ServerResponse;
}

async function serve(exchange: Exchange, request: IncomingMessage): Promise<void> {
  const received = await receive(request);
  if (received.path === FAULTS_PATH && exchange.options.faults !== undefined) {
    return send(exchange, ordered(exchange, exchange.options.faults, received));
  }
  const fault = exchange.options.faults?.take(received.method, received.path) ?? null;
  if (fault === null) return send(exchange, handle(exchange, received));
  await spoil(exchange, received, fault);
}

async function receive(request: IncomingMessage): Promise<Received> {
  request.setEncoding('utf8');
  const url = new URL(`http://sandbox.invalid${request.url ?? '/'}`);
  let text = '';
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<string>) {
    bytes += Buffer.byteLength(chunk);
    if (bytes <= MAX_BODY_BYTES) text += chunk;
  }
  return {
    request,
    method: request.method ?? 'GET',
    path: url.pathname.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1'),
    query: url.searchParams,
    text: bytes > MAX_BODY_BYTES ? null : text,
  };
}

function handle({ sandbox, options }: Exchange, received: Received): Answer {
  if (!isAllowed(options.key, received.request)) return toAnswer(UNAUTHORIZED);
  if (received.text === null) {
    return toAnswer(problem(413, 'too_large', `more than ${MAX_BODY_BYTES} bytes`));
  }
  const body = parse(received.text);
  if (!body.ok) return toAnswer(problem(400, 'invalid_json', 'the body is not JSON'));
  return route(sandbox, { ...received, body: body.value });
}

function isAllowed(key: string | null, request: IncomingMessage): boolean {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer !== undefined && (key === null || bearer === key);
}

function ordered({ options }: Exchange, faults: Faults, received: Received): Answer {
  if (!isAllowed(options.key, received.request)) return toAnswer(UNAUTHORIZED);
  if (received.method === 'DELETE') {
    faults.clear();
    return { status: 200, body: {} };
  }
  const body = parse(received.text ?? '');
  const fault = check(faultSchema, body.ok ? body.value : undefined);
  if (!fault.ok) return toAnswer(fault.problem);
  faults.add(fault.value);
  return { status: 200, body: { fault: fault.value } };
}

async function spoil(exchange: Exchange, received: Received, fault: Fault): Promise<void> {
  const effect = effectOf(fault);
  if (fault.kind === 'slow_before') await linger(exchange, fault);
  const real = effect.carriedOut ? handle(exchange, received) : null;
  if (fault.kind === 'slow_after') await linger(exchange, fault);
  const { response } = exchange;
  if (effect.answer === 'none') return void response.socket?.destroy();
  if (effect.answer === 'html') {
    response.writeHead(fault.status, { 'content-type': 'text/html' });
    return void response.end('<html><body><h1>Bad Gateway</h1></body></html>');
  }
  if (effect.answer === 'garbled') {
    response.writeHead(200, { 'content-type': 'application/json' });
    return void response.end('{"call": {"id":');
  }
  const error = toAnswer(problem(fault.status, 'fault', 'this was asked for'));
  send(
    exchange,
    effect.answer === 'real' && real !== null ? real : { ...error, headers: fault.headers },
  );
}

/** Ends early when the client has gone: nobody waits for this answer any more. */
async function linger({ sandbox, response }: Exchange, { seconds }: Fault): Promise<void> {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  response.once('close', leave);
  await sandbox.pause(seconds * 1000, gone.signal);
  response.off('close', leave);
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  if (text.trim() === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

function send({ sandbox, response }: Exchange, answer: Answer): void {
  if (response.destroyed || response.headersSent) return;
  const text = JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    date: new Date(sandbox.now()).toUTCString(),
  });
  response.end(text);
}

const UNAUTHORIZED = problem(401, 'unauthorized', 'the API key is missing or wrong');

const toAnswer = ({ status, ...body }: Problem): Answer => ({ status, body });

const broken = (cause: unknown): Problem =>
  problem(500, 'internal', cause instanceof Error ? cause.message : String(cause));

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
