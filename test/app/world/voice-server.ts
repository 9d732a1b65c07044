import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { VirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { ORDER_KEY_METADATA } from '../../../src/domain/order/sending/labels.ts';
import type { Hints } from '../../../src/ports/hints.ts';
import { searched, type SearchMode } from './scripted-search.ts';
import {
  CANCEL_LATE_MS,
  changes,
  HUMAN,
  isOver,
  REACHED,
  rung,
  show,
  type Kept,
  type OrderScript,
  type Placing,
} from './voice-script.ts';

/** One `POST /call` as it arrived, whatever became of it. */
export interface Post {
  readonly key: string;
  readonly number: string;
  readonly at: number;
  /** As it arrived, to the letter. */
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly windows: readonly {
    calling_window_start_time: string;
    calling_window_end_time: string;
  }[];
  /** Orders of this number that were not over when this one came in. */
  readonly liveBefore: number;
}

export interface ServerOptions {
  readonly clock: VirtualClock;
  /** Scripts of the orders of one number, the first first; the last one stands for all that follow. */
  readonly scripts?: Readonly<Record<string, readonly OrderScript[]>>;
  readonly otherwise?: OrderScript;
  readonly search?: SearchMode;
  readonly hinted?: boolean;
  /** What becomes of an order, as it would be shown, on its way to the client; `nth` order of the server. */
  readonly alter?: (call: Record<string, unknown>, on: { nth: number; method: string }) => unknown;
  /** What becomes of the text of each answer, and which headers say so. */
  readonly pack?: { readonly bytes: (text: string) => Uint8Array; readonly encoding: string };
}

interface Sent {
  phone_number: string;
  metadata: Record<string, string>;
  assistant?: { call_retry_config: { calling_windows: Post['windows'] } };
}

/** A voice API of the tests' own, with real sockets. It tells of each order what its script says at that moment. */
export class ScriptedVoice {
  readonly posts: Post[] = [];
  readonly orders: Kept[] = [];
  readonly gets: { id: string; at: number }[] = [];
  readonly cancels: { id: string; at: number }[] = [];
  readonly searches: object[] = [];
  readonly #options: ServerOptions;
  readonly #server: Server;
  readonly #ears = new Map<string, Set<() => void>>();

  private constructor(options: ServerOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async open(options: ServerOptions): Promise<ScriptedVoice> {
    const voice = new ScriptedVoice(options);
    voice.#server.listen(0, '127.0.0.1');
    await once(voice.#server, 'listening');
    return voice;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  get hints(): Hints {
    return {
      complete: this.#options.hinted ?? false,
      listen: (id, heard) => {
        const ears = this.#ears.get(id) ?? new Set();
        this.#ears.set(id, ears.add(heard));
        return () => ears.delete(heard);
      },
    };
  }

  /** Every phone that has rung so far, by number. */
  rings(number: string): number {
    const { clock } = this.#options;
    const mine = this.orders.filter((order) => order.number === number);
    return mine.reduce((sum, order) => sum + rung(order, clock.now()).length, 0);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.setEncoding('utf8');
    let text = '';
    for await (const chunk of request) text += chunk as string;
    const path = (request.url ?? '').replace('/api', '');
    const id = /^\/call\/([^/]+)/.exec(path)?.[1] ?? '';
    if (path === '/call') await this.#place(text, request, response);
    else if (path === '/call/search') this.#search(text, response);
    else if (path.endsWith('/cancel')) this.#cancel(id, response);
    else this.#get(id, response);
  }

  async #place(text: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { clock } = this.#options;
    const sent = JSON.parse(text) as Sent;
    const key = sent.metadata[ORDER_KEY_METADATA] ?? '';
    const number = sent.phone_number;
    const script = this.#scriptFor(number);
    const mine = this.orders.filter((order) => order.number === number);
    this.posts.push({
      key,
      number,
      at: clock.now(),
      text,
      body: { ...sent },
      windows: sent.assistant?.call_retry_config.calling_windows ?? [],
      liveBefore: mine.filter((order) => !isOver(order, clock.now())).length,
    });
    const placing: Placing = script.place ?? { how: 'accept' };
    const keeps = placing.how === 'accept' || placing.stored === true;
    const order = keeps ? this.#keep({ key, number, metadata: sent.metadata, script }) : null;
    if (placing.how === 'accept') this.#answer(response, 200, this.#shown(order, 'POST'));
    else if (placing.how === 'answer') {
      response.writeHead(placing.status, { ...placing.headers });
      response.end(placing.body ?? JSON.stringify({ message: 'as the script says' }));
    } else if (placing.how === 'drop') request.socket.destroy();
    else await clock.idle(() => once(request.socket, 'close'));
  }

  #scriptFor(number: string): OrderScript {
    const scripts = this.#options.scripts?.[number];
    if (scripts === undefined) return this.#options.otherwise ?? REACHED;
    const before = this.posts.filter((post) => post.number === number).length;
    return scripts[before] ?? scripts.at(-1) ?? REACHED;
  }

  #keep(facts: Pick<Kept, 'key' | 'number' | 'metadata' | 'script'>): Kept {
    const order: Kept = {
      ...facts,
      id: `order-${this.orders.length + 1}`,
      at: this.#options.clock.now(),
      rings: facts.script.rings ?? [],
      cancelledAt: null,
    };
    this.orders.push(order);
    this.#announceChanges(order);
    return order;
  }

  #search(text: string, response: ServerResponse): void {
    const { search: mode = 'works', clock } = this.#options;
    const asked = JSON.parse(text) as Parameters<typeof searched>[1];
    this.searches.push(asked);
    const { status, body } = searched(this.orders, asked, { mode, now: clock.now() });
    answer(response, status, body);
  }

  #get(id: string, response: ServerResponse): void {
    const now = this.#options.clock.now();
    this.gets.push({ id, at: now });
    const order = this.orders.find((one) => one.id === id);
    const hidden = order === undefined || now < order.at + (order.script.hiddenMs ?? 0);
    if (hidden) return answer(response, 404, { message: 'no such call' });
    if (order.script.look !== undefined) return answer(response, order.script.look, {});
    this.#answer(response, 200, this.#shown(order, 'GET'));
  }

  #cancel(id: string, response: ServerResponse): void {
    const now = this.#options.clock.now();
    const before = this.cancels.filter((cancel) => cancel.id === id).length;
    this.cancels.push({ id, at: now });
    const order = this.orders.find((one) => one.id === id);
    const how = order?.script.cancel ?? 'works';
    if (order === undefined || how === 'missing') return answer(response, 404, {});
    if (how === 'hard' && before === 0) return answer(response, 500, {});
    if (isOver(order, now)) return answer(response, 409, { message: 'it is over' });
    if (how === 'race' && before === 0) {
      order.rings = [{ ...HUMAN, at: now - order.at + 1_000 }];
    } else if (how !== 'ignored') {
      order.cancelledAt ??= now + (how === 'late' ? CANCEL_LATE_MS : 0);
    }
    this.#announceChanges(order);
    answer(response, 200, {});
  }

  #shown(order: Kept | null, method: string): unknown {
    if (order === null) return { call: null };
    const call = show(order, this.#options.clock.now());
    const nth = this.orders.indexOf(order) + 1;
    return this.#options.alter?.(call, { nth, method }) ?? { call };
  }

  #answer(response: ServerResponse, status: number, body: unknown): void {
    const { pack } = this.#options;
    if (pack === undefined) return answer(response, status, body);
    const headers = { 'content-type': 'application/json', 'content-encoding': pack.encoding };
    response.writeHead(status, headers);
    response.end(pack.bytes(JSON.stringify(body)));
  }

  /** Each change is announced when it comes, by a sleeper of the same clock. */
  #announceChanges(order: Kept): void {
    const { clock, hinted } = this.#options;
    if (hinted !== true) return;
    for (const at of changes(order)) {
      void clock.sleep(at, { key: `voice:${order.id}` }).then(() => {
        for (const heard of [...(this.#ears.get(order.id) ?? [])]) heard();
      });
    }
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
