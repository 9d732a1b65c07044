import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What arrived, in order of arrival. `body` is null when the step did not read it. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  body: string | null;
  /** Set by steps that keep the order although the client may never learn of it. */
  stored: boolean;
}

export interface Turn {
  readonly heard: Heard;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** What the server does with one request. */
export type Step = (turn: Turn) => Promise<void> | void;

async function readBody(turn: Turn): Promise<void> {
  turn.request.setEncoding('utf8');
  let body = '';
  for await (const chunk of turn.request) body += chunk as string;
  turn.heard.body = body;
}

type Headers = Record<string, string>;

export const answer =
  (status: number, body: unknown, headers: Headers = {}): Step =>
  async (turn) => {
    await readBody(turn);
    turn.heard.stored = status >= 200 && status < 300;
    turn.response.writeHead(status, headers);
    turn.response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

/** Keeps the order, and then answers that something went wrong. */
export const storeThen =
  (step: Step): Step =>
  async (turn) => {
    await step(turn);
    turn.heard.stored = true;
  };

export const dropUnread: Step = (turn) => {
  turn.request.socket.destroy();
};

export const dropAfterReading: Step = async (turn) => {
  await readBody(turn);
  turn.heard.stored = true;
  turn.request.socket.destroy();
};

/** With a reset in place of an orderly end. */
export const resetAfterReading: Step = async (turn) => {
  await readBody(turn);
  turn.heard.stored = true;
  turn.request.socket.resetAndDestroy();
};

/** Promises the whole body in `content-length` and hangs up in the middle of it. */
export const truncated =
  (status: number, body: string, sent: number): Step =>
  async (turn) => {
    await readBody(turn);
    turn.heard.stored = true;
    turn.response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)) });
    turn.response.write(body.slice(0, sent), () => turn.request.socket.end());
  };

/** Reads the order and never answers; `wait` is given a promise that ends when the client hangs up. */
export const stall =
  (wait: (gone: Promise<unknown>) => Promise<unknown>): Step =>
  async (turn) => {
    const gone = once(turn.request.socket, 'close');
    await readBody(turn);
    turn.heard.stored = true;
    await wait(gone);
  };

/** A real HTTP server on this computer that plays its steps, one for each request, and remembers all. */
export class VoiceServer {
  readonly heard: Heard[] = [];
  readonly sockets: Socket[] = [];
  readonly #steps: Step[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#play(request, response));
    this.#server.on('connection', (socket) => this.sockets.push(socket));
  }

  static async open(): Promise<VoiceServer> {
    const server = new VoiceServer();
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/api`;
  }

  plays(...steps: Step[]): this {
    this.#steps.push(...steps);
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #play(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const heard: Heard = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: null,
      stored: false,
    };
    this.heard.push(heard);
    const step = this.#steps.shift() ?? answer(599, 'no step was written for this request');
    try {
      await step({ heard, request, response });
    } catch {
      // The client hung up while the step was reading; `heard` shows how far it came.
    }
  }
}
