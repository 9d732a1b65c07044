import { Pool, type Dispatcher } from 'undici';
import { classifyPlace, readRetryAfter, reason } from './answers/send-answer.ts';
import { readHttpDate } from './answers/http-date.ts';
import type { CallOrder } from '../../domain/order/sending/call-order.ts';
import type { OrderView } from '../../domain/order/view.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Back, FindAnswer, ListAnswer, Person, Sought } from '../../ports/order-search.ts';
import type {
  AssistantAnswer,
  AttemptsAnswer,
  AuthStatus,
  CancelAnswer,
  LookAnswer,
  PlaceAnswer,
  VoiceAccount,
  VoiceApi,
} from '../../ports/voice-api.ts';
import type { RevoxProfile } from './profile.ts';
import { secretHider } from '../../domain/text/secret.ts';
import { readBaseUrl } from './access/base-url.ts';
import { readAttemptsBack } from './search/attempt-pages.ts';
import { textOf } from './answers/decode.ts';
import { OrderFinder } from './search/find.ts';
import { GatedBody } from './gated-body.ts';
import { orderBody } from './orders/body.ts';
import {
  readAssistant,
  readAuthStatus,
  readCancel,
  readLook,
  type Exchange,
} from './answers/read-answers.ts';

/**
 * The voice API over HTTP. Only searches and lists ask several times: everything else sends exactly one request, which nothing
 * here, and no interceptor below, repeats (I6). The key is held in a private field and is cut out of every text that leaves this class (I9).
 */

const PLACE_DEADLINE_MS = 60_000;
const READ_DEADLINE_MS = 30_000;
/** undici's own timers follow real time: the backstop for when a virtual clock stands still. */
const BACKSTOP_MS = 60_000;
const CONNECT_TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 5 * 1024 * 1024;
const MAX_CONNECTIONS = 128;
/** A socket that was idle longer may be half dead; a fresh one turns "unknown" into "not sent". */
const ORDER_KEEP_ALIVE_MS = 1_000;
const READ_KEEP_ALIVE_MS = 4_000;

export type OnDate = (date: number, our: { sentAt: number; heardAt: number }) => void;

export interface HttpVoiceApiOptions {
  /** Such as `https://host.example/api`; http only for this computer itself. */
  readonly baseUrl: string;
  readonly key: string;
  readonly clock: Clock;
  readonly profile: RevoxProfile;
  /** Told the provider's own time with each answer, and when its request left and it was heard by our clock. */
  readonly onDate?: OnDate;
}

const NO_SEARCH: Exchange = { kind: 'response', status: 404, body: '', retryAfterMs: null };

interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly deadlineMs: number;
  readonly body?: GatedBody;
}

export class HttpVoiceApi implements VoiceApi, VoiceAccount {
  readonly profile: RevoxProfile;
  readonly #key: string;
  readonly #hide: (text: string) => string;
  readonly #prefix: string;
  readonly #clock: Clock;
  readonly #onDate: OnDate;
  readonly #orders: Pool;
  readonly #reads: Pool;
  readonly #finder = new OrderFinder((body) => this.#search(body));

  constructor(options: HttpVoiceApiOptions) {
    const base = readBaseUrl(options.baseUrl);
    if ('problem' in base) throw new Error(base.problem);
    if (!/^[\x21-\x7e]+$/.test(options.key)) {
      throw new Error('the API key is empty or holds a space, a line end or another odd character');
    }
    this.profile = options.profile;
    this.#key = options.key;
    this.#hide = secretHider(options.key);
    this.#prefix = base.prefix;
    this.#clock = options.clock;
    this.#onDate = options.onDate ?? (() => undefined);
    this.#orders = openPool(base.origin, ORDER_KEEP_ALIVE_MS);
    this.#reads = openPool(base.origin, READ_KEEP_ALIVE_MS);
  }

  async place(order: CallOrder, gate: () => Promise<string | null>): Promise<PlaceAnswer> {
    const body = new GatedBody(encode(orderBody(order)), gate);
    const exchange = await this.#exchange(this.#orders, {
      method: 'POST',
      path: '/call',
      deadlineMs: PLACE_DEADLINE_MS,
      body,
    });
    if (body.heldWhy !== null) return { kind: 'held', why: body.heldWhy };
    if (exchange.kind === 'response') return classifyPlace(exchange, this.profile.safe503);
    return classifyPlace({ ...exchange, phase: body.handedOver ? 'sent' : 'connecting' });
  }

  async get(id: string): Promise<LookAnswer> {
    return readLook(await this.#read('GET', `/call/${encodeURIComponent(id)}`), id);
  }

  async cancel(id: string): Promise<CancelAnswer> {
    if (this.profile.cancel === 'none') return { kind: 'missing' };
    return readCancel(await this.#read('POST', `/call/${encodeURIComponent(id)}/cancel`), id);
  }

  find(sought: Sought): Promise<FindAnswer> {
    return this.#finder.find(sought);
  }

  ordersOf(person: Person): Promise<ListAnswer> {
    return this.#finder.ordersOf(person);
  }

  newest(back: Back): Promise<ListAnswer> {
    return this.#finder.newest(back);
  }

  several(ids: readonly string[]): Promise<readonly OrderView[]> {
    return this.#finder.several(ids);
  }

  #search(body: unknown): Promise<Exchange> {
    return this.profile.lookup === 'none'
      ? Promise.resolve(NO_SEARCH)
      : this.#read('POST', '/call/search', body);
  }

  attempts(number: string, since: number): Promise<AttemptsAnswer> {
    const ask = (page: number, size: number): Promise<Exchange> =>
      this.#read('GET', `/call?page=${page}&page_size=${size}`);
    return readAttemptsBack(ask, { number, since });
  }

  async authStatus(): Promise<AuthStatus> {
    return readAuthStatus(await this.#read('GET', '/auth-status'));
  }

  /** A stored assistant, whose own windows and retries apply to every order that names it. */
  async assistant(id: string): Promise<AssistantAnswer> {
    return readAssistant(await this.#read('GET', `/assistants/${encodeURIComponent(id)}`));
  }

  /** For the end of a session, when nothing is under way any more: open sockets are cut. */
  async close(): Promise<void> {
    await Promise.all([this.#orders.destroy(), this.#reads.destroy()]);
  }

  #read(method: 'GET' | 'POST', path: string, json?: unknown): Promise<Exchange> {
    const request = { method, path, deadlineMs: READ_DEADLINE_MS };
    if (json === undefined) return this.#exchange(this.#reads, request);
    const body = new GatedBody(encode(json), () => Promise.resolve(null));
    return this.#exchange(this.#reads, { ...request, body });
  }

  #exchange(pool: Pool, request: Request): Promise<Exchange> {
    return this.#clock.during(async () => {
      const deadline = this.#clock.deadline(request.deadlineMs);
      try {
        return await this.#send(pool, request, deadline.signal);
      } catch (error) {
        // After this the body cannot be pulled any more, so that "not sent" stays true.
        request.body?.close();
        return this.#failure(error);
      } finally {
        deadline.cancel();
      }
    });
  }

  async #send(pool: Pool, request: Request, signal: AbortSignal): Promise<Exchange> {
    const sentAt = this.#clock.now();
    const answer = pool.request({
      method: request.method,
      path: this.#prefix + request.path,
      headers: this.#headers(request.body),
      // undici takes any async iterable; its types name only streams.
      body: (request.body ?? null) as Dispatcher.DispatchOptions['body'] & null,
      signal,
    });
    // undici heeds the signal only once it has a connection: one that waits for a connection is left behind.
    const response = await firstOf(answer, signal);
    const headers = readHeaders(response.headers);
    const date = readHttpDate(headers.date);
    if (date !== null) this.#onDate(date, { sentAt, heardAt: this.#clock.now() });
    return {
      kind: 'response',
      status: response.statusCode,
      body: this.#redact(await readText(response.body, headers.encoding)),
      retryAfterMs: readRetryAfter(headers, this.#clock.now()),
    };
  }

  #headers(body: GatedBody | undefined): Record<string, string> {
    const headers = {
      authorization: `Bearer ${this.#key}`,
      accept: 'application/json',
      'user-agent': 'phone-campaign',
    };
    if (body === undefined) return headers;
    // Known beforehand, so that the order is not sent in chunks, which some gateways do not take.
    const length = { 'content-length': String(body.length) };
    return { ...headers, ...length, 'content-type': 'application/json' };
  }

  #failure(error: unknown): Exchange {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
    // A request that could not even be formed is a bug here, not a failing network.
    if (code === 'UND_ERR_INVALID_ARG') throw error;
    const message = error.message === '' ? 'no connection' : error.message;
    return { kind: 'failure', code, message: reason(this.#redact(message)) };
  }

  #redact(text: string): string {
    return this.#hide(text);
  }
}

const encode = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

function openPool(origin: string, keepAliveMs: number): Pool {
  return new Pool(origin, {
    connections: MAX_CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    keepAliveTimeoutThreshold: 1_000,
    headersTimeout: BACKSTOP_MS,
    bodyTimeout: BACKSTOP_MS,
    maxResponseSize: MAX_ANSWER_BYTES,
    strictContentLength: true,
    connect: { timeout: CONNECT_TIMEOUT_MS, rejectUnauthorized: true },
  });
}

function firstOf<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

type HeaderValue = string | string[] | undefined;

const first = (value: HeaderValue): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

const readHeaders = (headers: Record<string, HeaderValue>) => ({
  retryAfterMs: first(headers['retry-after-ms']),
  retryAfter: first(headers['retry-after']),
  date: first(headers['date']),
  encoding: first(headers['content-encoding']),
});

/**
 * The body as far as it came. One that breaks off is no failure: the status line has been said, and what is
 * left of the body may still name the order.
 */
async function readText(
  body: Dispatcher.ResponseData['body'],
  encoding: string | null,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of body) chunks.push(chunk as Uint8Array);
  } catch {
    // The text so far is the evidence; that it is incomplete shows when it is parsed.
  }
  return textOf(new Uint8Array(Buffer.concat(chunks)), encoding, MAX_ANSWER_BYTES);
}
