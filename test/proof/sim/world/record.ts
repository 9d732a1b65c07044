import type { OrderRow } from '../../../../src/sandbox/store/store.ts';
import type { OrderBirth, OrderState } from '../../../../src/sandbox/model/order.ts';

/** One order as the provider has it: what the product is judged by, never its own memory. */
export interface Accepted {
  readonly key: string;
  readonly birth: OrderBirth;
  /** Whether the ledger had the order, on its disk, when the request came in (I1). */
  readonly intent: boolean;
  state: OrderState;
  overAt: number | null;
}

/** One request for an order, from the moment its bytes left. */
export interface Send {
  readonly key: string;
  readonly number: string;
  readonly life: string;
  readonly run: string;
  readonly epoch: number;
  /** When the gate was asked for the last time. */
  readonly gateAt: number;
  /** True time, and the time on the sender's wall. */
  readonly at: number;
  readonly wall: number;
  /** The answer proved nothing, or never reached a living process. */
  unclear: boolean;
  throttled: boolean;
  /** When the ledger has committed it. */
  readonly claimedAt: number;
  /** When its process has heard what became of it; null: it never has. */
  answeredAt: number | null;
}

/** One answer to the question what became of an order, as it reached a process. */
export interface Look {
  readonly id: string;
  readonly life: string;
  readonly heardAt: number;
  /** When the provider has said it. */
  readonly madeAt: number;
  /** `over`: without a human. `unknown`: there is no such order. */
  readonly says: 'human' | 'over' | 'open' | 'unknown';
}

/** What the provider and the wire have seen. */
export class Record {
  readonly orders = new Map<string, Accepted>();
  readonly sends: Send[] = [];
  readonly looks: Look[] = [];
  /** When the ledger has committed an order, by its key. */
  readonly claimedAt = new Map<string, number>();
  /** When a process has found out what became of an order, each time. */
  readonly clearedAt = new Map<string, number[]>();
  readonly #hasIntent: (key: string) => boolean;

  constructor(hasIntent: (key: string) => boolean) {
    this.#hasIntent = hasIntent;
  }

  cleared(key: string, at: number): void {
    this.clearedAt.set(key, [...(this.clearedAt.get(key) ?? []), at]);
  }

  /** Told by the sandbox's store at each commit. */
  readonly see = (row: OrderRow, at: number): void => {
    const state = JSON.parse(row.state) as OrderState;
    const known = this.orders.get(row.id);
    if (known !== undefined) {
      known.state = state;
      if (row.isOver) known.overAt ??= at;
      return;
    }
    const birth = JSON.parse(row.birth) as OrderBirth;
    const key = birth.metadata?.['campaign_order_key'] ?? '';
    const intent = this.#hasIntent(key);
    this.orders.set(row.id, { key, birth, intent, state, overAt: row.isOver ? at : null });
  };

  /** Whose order this is, as the process was that sent it. */
  runOf(key: string): string {
    return this.sends.find((send) => send.key === key)?.run ?? '';
  }

  ofNumber(number: string): Accepted[] {
    return [...this.orders.values()].filter((order) => order.birth.number === number);
  }
}

export interface Ring {
  readonly order: Accepted;
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly human: boolean;
}

/** The rings of an order: attempts that were queued and never began are none. */
export const ringsOf = (order: Accepted): Ring[] =>
  order.state.attempts.flatMap((attempt) =>
    attempt.startedAt === null
      ? []
      : [
          {
            order,
            id: attempt.id,
            startedAt: attempt.startedAt,
            endedAt: attempt.endedAt,
            human: attempt.result === 'human',
          },
        ],
  );
