import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { namesThisComputer } from '../../domain/text/this-computer.ts';
import type { Hints } from '../../ports/hints.ts';

const MOST_BYTES = 64 * 1024;
const PATIENCE_MS = 10_000;
const MOST_CONNECTIONS = 64;

/**
 * The path that the provider is told, which nobody guesses without the key. Derived, not random: orders of an
 * earlier session of the run still find it.
 */
export const hookPath = (key: string, runId: string): string =>
  `/hooks/${createHmac('sha256', key).update(`webhook of ${runId}`).digest('hex').slice(0, 32)}`;

/** What a word must be addressed to. `host`: of the address that leads here from outside, with a port if it has one; null: none does. */
export interface Expected {
  readonly path: string;
  readonly host: string | null;
}

/**
 * Listens on this computer alone for the provider's word that an order has changed. A word is a hint: the one who
 * follows the order fetches it before anything changes, so that one that is forged, doubled, late or about an
 * unknown order does no harm.
 */
export class HookServer implements Hints {
  /** Words get lost: orders are looked at without them as well. */
  readonly complete = false;
  readonly port: number;
  readonly #server: Server;
  readonly #ears = new Map<string, Set<() => void>>();

  private constructor(server: Server, { path, host }: Expected) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    server.on('request', (request, response) => {
      const mine = isForMe(request.headers.host ?? '', host);
      void (mine ? this.#take(request, path) : Promise.resolve(421)).then((status) => {
        response.writeHead(status, { connection: 'close' }).end();
      });
    });
  }

  /** `port` 0: any that is free. Fails when it is taken. A connection has `patienceMs` for its request. */
  static async open(
    port: number,
    expected: Expected,
    patienceMs = PATIENCE_MS,
  ): Promise<HookServer> {
    const limits = {
      requestTimeout: patienceMs,
      headersTimeout: patienceMs,
      connectionsCheckingInterval: patienceMs / 10,
    };
    const server = createServer(limits);
    server.maxConnections = MOST_CONNECTIONS;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new HookServer(server, expected);
  }

  listen(id: string, heard: () => void): () => void {
    const ears = this.#ears.get(id) ?? new Set();
    this.#ears.set(id, ears);
    ears.add(heard);
    return () => {
      ears.delete(heard);
      if (ears.size === 0) this.#ears.delete(id);
    };
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    if (this.#server.listening) await once(this.#server, 'close');
  }

  /** The status of the answer. */
  async #take(request: IncomingMessage, path: string): Promise<number> {
    if (!same(request.url ?? '', path)) return 404;
    if (request.method !== 'POST') return 405;
    const text = await textOf(request);
    if (text === null) return 413;
    const id = orderIn(text);
    if (id === null) return 400;
    for (const heard of [...(this.#ears.get(id) ?? [])]) heard();
    return 204;
  }
}

/** A web page that has this computer's address under its own name (DNS rebinding) is not heard. */
const isForMe = (header: string, host: string | null): boolean =>
  namesThisComputer(header) || (host !== null && header.toLowerCase() === host);

/** How long this takes says nothing about how much of the path was right. */
function same(given: string, path: string): boolean {
  const digest = (text: string): Uint8Array =>
    Uint8Array.from(createHash('sha256').update(text).digest());
  return timingSafeEqual(digest(given), digest(path));
}

/** Null: too much, or cut off. */
async function textOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function orderIn(text: string): string | null {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || !('call_order_id' in json)) return null;
    return typeof json.call_order_id === 'string' ? json.call_order_id : null;
  } catch {
    return null;
  }
}
