import type { VirtualClock } from '../../../../src/adapters/clock/virtual-clock.ts';
import { orderBody } from '../../../../src/adapters/revox/orders/body.ts';
import { OrderFinder } from '../../../../src/adapters/revox/search/find.ts';
import {
  readCancel,
  readLook,
  type Exchange,
} from '../../../../src/adapters/revox/answers/read-answers.ts';
import { classifyPlace } from '../../../../src/adapters/revox/answers/send-answer.ts';
import type {
  LookAnswer,
  PlaceAnswer,
  ProviderProfile,
  VoiceApi,
} from '../../../../src/ports/voice-api.ts';
import type { CallOrder } from '../../../../src/domain/order/sending/call-order.ts';
import type { Session } from '../../../../src/ports/session.ts';
import type { Sandbox } from '../../../../src/sandbox/engine/engine.ts';
import type { Faults } from '../../../../src/sandbox/faults/faults.ts';
import { route } from '../../../../src/sandbox/http/routes.ts';
import type { Dice } from '../draw/dice.ts';
import type { Life } from './life.ts';
import type { LateAnswers } from '../outside/late.ts';
import type { Look, Record, Send } from './record.ts';

const PLACE_DEADLINE_MS = 60_000;
const READ_DEADLINE_MS = 30_000;

export interface NetworkParts {
  readonly core: VirtualClock;
  readonly sandbox: Sandbox;
  readonly faults: Faults;
  readonly record: Record;
  readonly late: LateAnswers;
  readonly dice: Dice;
  readonly profile: ProviderProfile;
  readonly slowestMs: number;
  /** How often no connection is made at all. */
  readonly refusals: () => number;
  readonly travel?: (path: string) => Promise<void>;
}

interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly deadlineMs: number;
}

const lost = (code: string): Exchange => ({ kind: 'failure', code, message: 'the wire broke' });
const said = (status: number, body: string, retryAfterMs: number | null = null): Exchange => ({
  kind: 'response',
  status,
  body,
  retryAfterMs,
});

const OVER = ['completed', 'cancelled', 'errored'];

interface Told {
  readonly status?: string;
  readonly calls_count?: number;
  readonly call_attempts?: readonly { readonly result: string | null }[];
  readonly last_call_attempt?: { readonly result: string | null } | null;
}

/** Read here by itself: what it says of the order that was asked for. */
function whatItSays({ status, body }: { status: number; body: string }): Look['says'] {
  if (status === 404) return 'unknown';
  const { call } = JSON.parse(body) as { call?: Told };
  const attempts = call?.call_attempts ?? (call?.last_call_attempt ? [call.last_call_attempt] : []);
  if (attempts.some(({ result }) => result === 'human')) return 'human';
  const hidden = (call?.calls_count ?? 0) > attempts.length;
  return OVER.includes(call?.status ?? '') && !hidden ? 'over' : 'open';
}

/**
 * The wire between a session and the sandbox, without sockets. A request goes its way once its bytes have
 * left, whatever becomes of its sender. What an answer means is read by the product's own code.
 */
export class Network {
  readonly #parts: NetworkParts;
  #requests = 0;
  /** When the provider has made an answer, of those that say what it has. */
  readonly #madeAt = new WeakMap<Exchange, number>();

  constructor(parts: NetworkParts) {
    this.#parts = parts;
  }

  apiFor(by: { life: Life; session: Session }): VoiceApi {
    const { life } = by;
    const ask = async (name: string, request: Request): Promise<Exchange> => {
      await life.pass(`api.${name} before`);
      const exchange = await this.#carry(request);
      await life.pass(`api.${name} after`);
      return exchange;
    };
    const read = { deadlineMs: READ_DEADLINE_MS };
    const path = '/api/call/search';
    const finder = new OrderFinder((body) =>
      ask('search', { ...read, method: 'POST', path, body }),
    );
    return {
      profile: this.#parts.profile,
      place: (order, gate) => this.#place(order, gate, by),
      get: (id) => this.#get(id, life),
      cancel: async (id) => {
        const path = `/api/call/${id}/cancel`;
        return readCancel(await ask('cancel', { ...read, method: 'POST', path }), id);
      },
      find: (sought) => finder.find(sought),
      ordersOf: (person) => finder.ordersOf(person),
      newest: (back) => finder.newest(back),
      several: (ids) => finder.several(ids),
    };
  }

  async #get(id: string, life: Life): Promise<LookAnswer> {
    const { record, core } = this.#parts;
    await life.pass('api.get before');
    const path = `/api/call/${id}`;
    const exchange = await this.#carry({ method: 'GET', path, deadlineMs: READ_DEADLINE_MS });
    const madeAt = this.#madeAt.get(exchange);
    if (madeAt !== undefined && exchange.kind === 'response') {
      const says = whatItSays(exchange);
      record.looks.push({ id, life: life.name, heardAt: core.now(), madeAt, says });
    }
    await life.pass('api.get after');
    return readLook(exchange, id);
  }

  async #place(
    order: CallOrder,
    gate: () => Promise<string | null>,
    by: { life: Life; session: Session },
  ): Promise<PlaceAnswer> {
    const { record, dice, core } = this.#parts;
    const { life, session } = by;
    await life.pass('api.place before');
    await this.#travel('connect');
    await life.pass('api.place connected');
    if (dice.happens(this.#parts.refusals())) {
      const message = 'nobody listens there';
      return classifyPlace({ kind: 'failure', phase: 'connecting', code: 'ECONNREFUSED', message });
    }
    const gateAt = core.now();
    const why = await gate();
    // The bytes leave in the very turn in which the gate has agreed, unless the process is no more.
    if (life.dead) await life.pass('api.place leaving');
    if (why !== null) return { kind: 'held', why };
    const send: Send = {
      key: order.key,
      number: order.to,
      life: life.name,
      run: session.runId,
      epoch: session.epoch,
      gateAt,
      at: core.now(),
      wall: life.clock.now(),
      unclear: true,
      throttled: false,
      claimedAt: record.claimedAt.get(order.key) ?? gateAt,
      answeredAt: null,
    };
    record.sends.push(send);
    const exchange = await this.#carry({
      method: 'POST',
      path: '/api/call',
      body: orderBody(order),
      deadlineMs: PLACE_DEADLINE_MS,
    });
    await life.pass('api.place after');
    const answer =
      exchange.kind === 'response'
        ? classifyPlace(exchange)
        : classifyPlace({ ...exchange, phase: 'sent' });
    send.unclear = answer.kind === 'ambiguous';
    send.throttled = answer.kind === 'throttled';
    send.answeredAt = core.now();
    return answer;
  }

  async #travel(path: string): Promise<void> {
    if (this.#parts.travel !== undefined) return await this.#parts.travel(path);
    const { dice, core, slowestMs } = this.#parts;
    this.#requests += 1;
    await this.#wait(core.now() + dice.whole(1, slowestMs));
  }

  #wait(until: number): Promise<void> {
    return this.#parts.core.sleep(until, { key: `wire ${this.#requests}` });
  }

  /** There, perhaps with a fault, and back. */
  async #carry(request: Request): Promise<Exchange> {
    const { core, faults } = this.#parts;
    const leftAt = core.now();
    const deadline = leftAt + request.deadlineMs;
    const { method, path } = request;
    await this.#travel(path);
    const fault = faults.ofRequest(method, path);
    if (fault === null) {
      const answer = this.#handle(request);
      await this.#travel(path);
      return answer;
    }
    const { kind } = fault;
    if (kind.startsWith('slow')) {
      const after = (fault.seconds ?? 60) * 1000;
      const real = kind === 'slow_after' ? this.#handle(request) : null;
      const answered = this.#wait(core.now() + after).then(() => real ?? this.#handle(request));
      return await Promise.race([answered, this.#timeUp(deadline)]);
    }
    const real = kind.endsWith('_after') ? this.#handle(request) : null;
    if (kind.startsWith('silent')) return await this.#timeUp(deadline);
    await this.#travel(path);
    if (kind.startsWith('drop')) return lost('UND_ERR_SOCKET');
    if (kind === 'throttle') {
      return said(429, '{"error":"slow down"}', (fault.seconds ?? 0) * 1000);
    }
    if (kind.startsWith('html'))
      return said(fault.status ?? 502, '<html><title>Bad</title></html>');
    if (kind.startsWith('garbled')) return said(200, '{"call": {"id":');
    if (kind.startsWith('error')) return said(fault.status ?? 500, '{"error":"fault"}');
    const text = real?.kind === 'response' ? real.body : '{"call":{"id":"nothing was placed"}}';
    return said(200, text.slice(0, text.length >> 1));
  }

  async #timeUp(deadline: number): Promise<Exchange> {
    await this.#wait(deadline);
    return lost('TIME_UP');
  }

  #handle({ method, path, body }: Request): Exchange {
    const query = new URLSearchParams();
    const { sandbox, late, core } = this.#parts;
    const { status, body: answer } = route(sandbox, { method, path, query, body });
    const exchange = said(status, JSON.stringify(late.alter(answer, core.now())));
    this.#madeAt.set(exchange, core.now());
    return exchange;
  }
}
