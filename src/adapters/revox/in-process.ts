import { classifyPlace, reason } from './answers/send-answer.ts';
import { EMBEDDED } from './profile.ts';
import { readOrder } from './answers/order.ts';
import type { CallOrder } from '../../domain/order/sending/call-order.ts';
import type { OrderView } from '../../domain/order/view.ts';
import type { FindAnswer, Sought } from '../../ports/order-search.ts';
import type { CancelAnswer, LookAnswer, PlaceAnswer, VoiceApi } from '../../ports/voice-api.ts';
import { orderBody } from './orders/body.ts';
import { OrderFinder } from './search/find.ts';
import type { Exchange } from './answers/read-answers.ts';

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: { readonly status: number; readonly message: string } };

/** What this asks of a call-order system in the same process; the sandbox's engine is one. */
export interface OrderSystem {
  place(body: unknown): Outcome;
  get(id: string): Outcome;
  cancel(id: string): Outcome;
  search(body: unknown): Outcome;
}

/**
 * The voice API without a wire: for a forecast, which asks what would be ordered when, and not what a network
 * does to it. Nothing here can reach a phone or a socket. The gate is asked as it is before a real send (I4).
 */
export class InProcessVoiceApi implements VoiceApi {
  readonly profile = EMBEDDED;
  readonly #system: OrderSystem;

  readonly #finder: OrderFinder;

  constructor(system: OrderSystem) {
    this.#system = system;
    this.#finder = new OrderFinder((body) => Promise.resolve(asExchange(system.search(body))));
  }

  async place(order: CallOrder, gate: () => Promise<string | null>): Promise<PlaceAnswer> {
    const why = await gate();
    if (why !== null) return { kind: 'held', why };
    const outcome = this.#system.place(orderBody(order));
    if (outcome.ok) {
      const view = viewOf(outcome.value);
      return { kind: 'accepted', id: view.id, view, raw: '' };
    }
    const { status } = outcome.problem;
    const text = JSON.stringify(outcome.problem);
    return classifyPlace({ kind: 'response', status, body: text, retryAfterMs: null });
  }

  get(id: string): Promise<LookAnswer> {
    const outcome = this.#system.get(id);
    if (outcome.ok) return Promise.resolve({ kind: 'found', view: viewOf(outcome.value), raw: '' });
    const { status, message } = outcome.problem;
    return Promise.resolve(
      status === 404
        ? { kind: 'missing' }
        : { kind: 'unreachable', why: reason(`${status}: ${message}`) },
    );
  }

  cancel(id: string): Promise<CancelAnswer> {
    const outcome = this.#system.cancel(id);
    if (outcome.ok) return Promise.resolve({ kind: 'answered', view: viewOf(outcome.value) });
    const { status, message } = outcome.problem;
    return Promise.resolve(
      status === 404
        ? { kind: 'missing' }
        : { kind: 'conflict', why: reason(`${status}: ${message}`) },
    );
  }

  find(sought: Sought): Promise<FindAnswer> {
    return this.#finder.find(sought);
  }
}

const asExchange = (outcome: Outcome): Exchange => {
  const [status, body] = outcome.ok ? [200, outcome.value] : [outcome.problem.status, {}];
  return { kind: 'response', status, body: JSON.stringify(body), retryAfterMs: null };
};

/** The same reading as over a wire, so that a forecast meets the same orders as a rehearsal. */
function viewOf(value: unknown): OrderView {
  const view = readOrder(value);
  if (view === null) throw new Error('the order system answered with something that is no order');
  return view;
}
