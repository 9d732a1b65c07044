import type { Accepted, Answer, Dial, Entry, Over } from '../log.ts';
import type { Row } from '../world/script.ts';
import type { Line } from './export.ts';
import { judge } from './judge.ts';
import type { Verdict } from './verdict.ts';

/** A log made by hand: every line a method, times in ms. */
export class MadeLog {
  readonly entries: Entry[] = [];
  readonly #calls = new Map<string, Accepted>();
  #session = 0;
  #requests = 0;

  begin(at = 0): this {
    this.#session += 1;
    this.entries.push({ kind: 'begun', at, session: this.#session });
    return this;
  }

  /** A send that is stored, lasts from 100 to 1,000 ms after it, and is answered well unless something else is said. */
  order(at: number, id: string, more: Partial<Accepted> & { answer?: Partial<Answer> } = {}): this {
    const { answer = {}, ...facts } = more;
    const number = facts.number ?? ADA;
    const key = facts.key ?? `key-${id}`;
    const request = this.#post(at, number, key);
    const dials = [dial(at + 100, at + 1_000, id)];
    const truth = { order: id, key, number, body: {}, dials, endsAt: at + 1_000, ...facts };
    const accepted: Accepted = {
      kind: 'accepted',
      at,
      session: this.#session,
      request,
      ...truth,
    };
    this.#calls.set(id, accepted);
    this.entries.push(accepted);
    const body = { call: this.#call(id, { status: 'calling', call_attempts: [] }) };
    this.#answer({ at: at + 5, request, to: 'post', body, ...answer });
    return this;
  }

  /** A send that is not stored. */
  refused(at: number, answer: Partial<Answer>, key = `refused-${at}`): this {
    const request = this.#post(at, ADA, key);
    this.#answer({ at: at + 5, request, to: 'post', ...answer });
    return this;
  }

  look(at: number, id: string, call: Readonly<Record<string, unknown>> = {}): this {
    const body = { call: this.#call(id, call) };
    this.#answer({ at, request: ++this.#requests, to: 'get', order: id, body });
    return this;
  }

  /** `sought`: the number or the key that the search was for. */
  found(
    at: number,
    id: string,
    more: { readonly sought?: string; readonly call?: object } = {},
  ): this {
    const call = { status: 'calling', call_attempts: [], ...more.call };
    const sought = more.sought === undefined ? {} : { sought: more.sought };
    const body = { calls: [this.#call(id, call)] };
    this.#answer({ at, request: ++this.#requests, to: 'search', ...sought, body });
    return this;
  }

  /** The list of attempts, in which orders have no ids. */
  listed(at: number, ...attempts: readonly object[]): this {
    this.#answer({ at, request: ++this.#requests, to: 'list', body: { calls: attempts } });
    return this;
  }

  end(at: number, more: Partial<Over> = {}): this {
    this.entries.push({
      kind: 'over',
      at,
      session: this.#session,
      by: 'itself',
      code: 0,
      err: '',
      endless: false,
      ...more,
    });
    return this;
  }

  judged(
    more: { readonly rows?: readonly Row[]; readonly exported?: readonly Line[] } = {},
  ): Verdict[] {
    const rows = more.rows ?? [];
    const numbers = { lines: 2, tries: 2, delayMs: 2_000, perDay: null };
    return judge({ log: this.entries, rows, numbers, exported: more.exported ?? [] });
  }

  /** The rules that were broken, each once. */
  broken(more: Parameters<MadeLog['judged']>[0] = {}): string[] {
    return [...new Set(this.judged(more).map(({ rule }) => rule))];
  }

  #post(at: number, number: string, key: string): number {
    const request = ++this.#requests;
    this.entries.push({ kind: 'post', at, session: this.#session, request, key, number });
    return request;
  }

  #answer(answer: Pick<Answer, 'at' | 'request' | 'to'> & Partial<Answer>): void {
    const session = this.#session;
    const usual = { order: null, status: 200, whole: true, body: null, how: 'well' };
    this.entries.push({ kind: 'answer', session, ...usual, ...answer });
  }

  #call(id: string, call: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const accepted = this.#calls.get(id);
    return {
      id,
      status: 'completed',
      to_phone_number: accepted?.number,
      metadata: { campaign_order_key: accepted?.key },
      call_attempts: [attempt('voicemail')],
      ...call,
    };
  }
}

export const ADA = '+12125550101';
export const BEN = '+13125550102';

export const attempt = (result: string | null, more: object = {}): object => ({
  id: 'a',
  status: 'completed',
  result,
  dial_error: null,
  ...more,
});

export const dial = (startedAt: number, endedAt: number, id = 'a'): Dial => ({
  id,
  startedAt,
  answeredAt: null,
  endedAt,
  result: null,
  dialError: 'no_answer',
  output: null,
});

export const rowOf = (more: Partial<Row> = {}): Row => ({
  id: 'R1',
  cell: ADA,
  number: ADA,
  refuses: false,
  ...more,
});

export const lineOf = (more: Line = {}): Line => ({
  row_id: 'R1',
  phone: ADA,
  call_state: 'exhausted',
  call_outcome: 'voicemail',
  call_attempts: '1',
  call_provider_ids: 'one',
  ...more,
});
