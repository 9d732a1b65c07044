import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isOver, type StoredOrder } from './order.ts';

export interface WebhookNotice {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Real time: the receiver is a real server, whatever the sandbox's clock shows. */
const TIMEOUT_MS = 10_000;

const iso = (at: number | null | undefined): string | null =>
  at == null ? null : new Date(at).toISOString();

/** What the provider posts when an order has come to its end; null when nobody asked for it. */
export function noticeOf({ birth, state }: StoredOrder): WebhookNotice | null {
  const url = birth.assistant?.webhook_url ?? null;
  if (url === null || !isOver(state) || state.status === 'cancelled') return null;
  const last = state.attempts.at(-1);
  const lines = last?.transcript?.map((turn) => `${turn.role}: ${turn.content}`);
  return {
    url,
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
  readonly #clock: { during<T>(work: () => Promise<T>): Promise<T> };
  readonly #failed: (notice: WebhookNotice, why: string) => void;
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: {
    readonly clock: { during<T>(work: () => Promise<T>): Promise<T> };
    readonly failed: (notice: WebhookNotice, why: string) => void;
  }) {
    this.#clock = parts.clock;
    this.#failed = parts.failed;
  }

  readonly send = (notice: WebhookNotice): void => {
    const sending = this.#clock
      .during(() => post(notice))
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

  /** When everything that was begun is over. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }
}

function post({ url, body }: WebhookNotice): Promise<number> {
  const begin = url.startsWith('https:') ? httpsRequest : httpRequest;
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const request = begin(url, { method: 'POST', headers, timeout: TIMEOUT_MS }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', reject);
    });
    request.once('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
    request.once('error', reject);
    request.end(text);
  });
}
