import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { namesThisComputer } from '../../domain/text/this-computer.ts';
import { administer, isAdmin } from './admin.ts';
import type { Sandbox } from '../engine/engine.ts';
import type { Faults } from '../faults/faults.ts';
import { problem, type Problem } from '../model/request.ts';
import { contentOf, refuse, route, type Answer } from './routes.ts';
import { spoil } from './spoil.ts';

const MAX_BODY_BYTES = 1_048_576;
/** So much more is read of a body that is too long, for its client to be told so. */
const MAX_READ_BYTES = 32 * MAX_BODY_BYTES;
const DOCUMENT_PATH = '/api/openapi.json';

/** How long a client may take, in real time: one that sends a byte a minute must not be waited for. */
interface Patience {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly lookMs: number;
}

const PATIENCE: Patience = { headersMs: 15_000, requestMs: 60_000, lookMs: 5_000 };

interface ListenOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly host?: string;
  /** Null: any bearer token will do. */
  readonly key: string | null;
  /** With it, there are the routes under /sandbox, and what they ask for goes wrong. */
  readonly faults?: Faults;
  readonly patience?: Patience;
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
  const { headersMs, requestMs, lookMs } = options.patience ?? PATIENCE;
  const limits = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: lookMs,
  };
  const server = createServer(limits, (request, response) => {
    const exchange = { sandbox, options, response };
    serve(exchange, request).catch((cause: unknown) => send(exchange, refuse(broken(cause))));
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
  if (received === null) return send(exchange, refuse(NO_ADDRESS));
  const { sandbox, options, response } = exchange;
  const { method, path } = received;
  if (isForeign(options, request)) return send(exchange, refuse(FOREIGN_HOST));
  if (method === 'GET' && path === DOCUMENT_PATH) {
    return send(exchange, { status: 200, body: sandbox.document() });
  }
  const handle = (): Answer => answerTo(exchange, received);
  const fault = isAdmin(path) ? null : (options.faults?.ofRequest(method, path) ?? null);
  if (fault === null) return send(exchange, handle());
  await spoil({ sandbox, response, handle, send: (answer) => send(exchange, answer) }, fault);
}

/** Null when it asks for something that is no address. */
async function receive(request: IncomingMessage): Promise<Received | null> {
  request.setEncoding('utf8');
  let text = '';
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<string>) {
    bytes += Buffer.byteLength(chunk);
    if (bytes <= MAX_BODY_BYTES) text += chunk;
    if (bytes > MAX_READ_BYTES) request.destroy();
  }
  const address = `http://sandbox.invalid${request.url ?? '/'}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return {
    request,
    method: request.method ?? 'GET',
    path: url.pathname.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1'),
    query: url.searchParams,
    text: bytes > MAX_BODY_BYTES ? null : text,
  };
}

function answerTo({ sandbox, options }: Exchange, received: Received): Answer {
  if (!isAllowed(options.key, received.request)) return refuse(UNAUTHORIZED);
  if (received.text === null) {
    return refuse(problem(413, 'too_large', `more than ${MAX_BODY_BYTES} bytes`));
  }
  const body = parse(received.text);
  if (!body.ok) return refuse(problem(400, 'invalid_json', 'the body is not JSON'));
  const call = { ...received, body: body.value };
  const { faults } = options;
  return faults !== undefined && isAdmin(call.path)
    ? administer({ sandbox, faults }, call)
    : route(sandbox, call);
}

/** A port of this computer alone answers to its names only; one that is open to others has names that we do not know. */
const isForeign = ({ host = '127.0.0.1' }: ListenOptions, request: IncomingMessage): boolean =>
  namesThisComputer(host) && !namesThisComputer(request.headers.host ?? '');

function isAllowed(key: string | null, request: IncomingMessage): boolean {
  // A token may have spaces in it: the vendor's own tests use such a one.
  const bearer = /^Bearer +(\S(?:.*\S)?) *$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer !== undefined && (key === null || bearer === key);
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
  const { type, bytes } = contentOf(answer);
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-type': type,
    'content-length': bytes.length,
    date: new Date(sandbox.now()).toUTCString(),
  });
  response.end(bytes);
}

const UNAUTHORIZED = problem(401, 'unauthorized', 'the API key is missing or wrong');
const FOREIGN_HOST = problem(421, 'misdirected_request', 'the Host header names another computer');
const NO_ADDRESS = problem(400, 'invalid_request', 'this is no address');

const broken = (cause: unknown): Problem =>
  problem(500, 'internal', cause instanceof Error ? cause.message : String(cause));

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
