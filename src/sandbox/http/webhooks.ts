import { setMaxListeners } from 'node:events';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { SandboxClock } from '../engine/clock.ts';
import { isOver, type StoredOrder } from '../model/order.ts';

export interface WebhookNotice {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly delayMs: number;
}

export interface WebhookClock extends SandboxClock {
  during<T>(work: () => Promise<T>): Promise<T>;
}

/** Real time: the receiver is a real server, whatever the sandbox's clock shows. */
const TIMEOUT_MS = 10_000;

const iso = (at: number | null | undefined): string | null =>
  at == null ? null : new Date(at).toISOString();

/** What the provider posts when an order has come to its end: once, unless it was asked to go wrong. */
export function noticesOf(order: StoredOrder): readonly WebhookNotice[] {
  const faults = order.birth.faults ?? {};
  const notice = faults.webhook_lost === undefined ? noticeOf(order) : null;
  if (notice === null) return [];
  return faults.webhook_twice === undefined ? [notice] : [notice, notice];
}

/** Null when nobody asked for it. */
function noticeOf({ birth, state }: StoredOrder): WebhookNotice | null {
  const url = birth.assistant?.webhook_url ?? null;
  if (url === null || !isOver(state) || state.status === 'cancelled') return null;
  const last = state.attempts.at(-1);
  const lines = last?.transcript?.map((turn) => `${turn.role}: ${turn.content}`);
  return {
    url,
    delayMs: (birth.faults?.webhook_late ?? 0) * 1000,
    body: {
      call_order_id: birth.id,
      call_id: last?.id ?? null,
      status: state.status,
      result: last?.result ?? null,
      annotation:
        last === undefined ? null : `Invented: ${last.result ?? last.dialError ?? 'no result'}`,
      transcript: lines?.join('\n') ?? null,
      recording_url: last?.recordingUrl ?? null,
      started_at: iso(last?.startedAt),
      ended_at: iso(last?.endedAt),
      calls_count: state.attempts.length,
    },
  };
}

/**
 * Sends the completion webhooks, once each and without a second try. Never part of a rehearsal: its address
 * belongs to a real system, which would take invented results for real ones.
 */
export class Webhooks {
  readonly #clock: WebhookClock;
  readonly #failed: (notice: WebhookNotice, why: string) => void;
  readonly #underWay = new Set<Promise<void>>();
  readonly #stop = new AbortController();

  constructor(parts: {
    readonly clock: WebhookClock;
    readonly failed: (notice: WebhookNotice, why: string) => void;
  }) {
    // Each webhook on its way listens to it.
    setMaxListeners(0, this.#stop.signal);
    this.#clock = parts.clock;
    this.#failed = parts.failed;
  }

  readonly send = (notice: WebhookNotice): void => {
    const sending = this.#later(notice)
      .then(
        (status) => {
          if (status < 200 || status > 299) this.#failed(notice, `it answered ${status}`);
        },
        (cause: unknown) =>
          this.#failed(notice, cause instanceof Error ? cause.message : String(cause)),
      )
      .finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  };

  async #later(notice: WebhookNotice): Promise<number> {
    const { signal } = this.#stop;
    if (notice.delayMs > 0) {
      await this.#clock.sleep(this.#clock.now() + notice.delayMs, { key: 'webhook', signal });
    }
    return this.#clock.during(() => post(notice, signal));
  }

  /** Gives up what is still on its way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.idle();
  }

  /** When everything that was begun is over. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }
}

function post({ url, body }: WebhookNotice, signal: AbortSignal): Promise<number> {
  const begin = url.startsWith('https:') ? httpsRequest : httpRequest;
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers, timeout: TIMEOUT_MS, signal };
    const request = begin(url, options, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', reject);
    });
    request.once('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
    request.once('error', reject);
    request.end(text);
  });
}
