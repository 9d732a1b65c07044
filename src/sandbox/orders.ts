import { attemptAnswer, type CallAnswer } from './answer.ts';
import {
  isOver,
  type OrderBirth,
  type OrderState,
  type OrderStatus,
  type StoredOrder,
} from './order.ts';
import type { OrderRow, RowQuery, SandboxStore, StateRow } from './store.ts';

export type OrderQuery = RowQuery & { readonly statuses: readonly OrderStatus[] };

/** The rows were written by this class: nobody else's shape has to be expected in them. */
const toOrder = (row: OrderRow): StoredOrder => ({
  birth: JSON.parse(row.birth) as OrderBirth,
  state: JSON.parse(row.state) as OrderState,
});

const toStateRow = ({ birth, state }: StoredOrder): StateRow => ({
  id: birth.id,
  status: state.status,
  isOver: isOver(state),
  state: JSON.stringify(state),
});

/** The orders in the store, as orders. */
export class Orders {
  readonly #store: SandboxStore;

  constructor(store: SandboxStore) {
    this.#store = store;
  }

  open(): StoredOrder[] {
    return this.#store.open().map(toOrder);
  }

  find(id: string): StoredOrder | null {
    const row = this.#store.find(id);
    return row === null ? null : toOrder(row);
  }

  add(order: StoredOrder, at: number): void {
    const { number, createdAt, metadata } = order.birth;
    const birth = JSON.stringify(order.birth);
    this.#store.add({ ...toStateRow(order), number, createdAt, birth }, metadata ?? {}, at);
  }

  save(orders: readonly StoredOrder[], at: number): void {
    this.#store.save(orders.map(toStateRow), at);
  }

  placed(number: string): number {
    return this.#store.placed(number);
  }

  /** Those that a search can see by `now`. */
  search(query: OrderQuery, now: number): StoredOrder[] {
    return this.#store
      .search(query)
      .map(toOrder)
      .filter(({ birth }) => birth.createdAt + (birth.faults?.search_lags ?? 0) * 1000 <= now);
  }

  /** Attempts, not orders: newest order first, and without their order's id, as the provider lists them. */
  attempts(query: Omit<OrderQuery, 'metadata'>): CallAnswer[] {
    const attempts: CallAnswer[] = [];
    const wanted = query.offset + query.limit;
    for (let offset = 0; attempts.length < wanted; offset += wanted) {
      const page = this.#store.search({ ...query, metadata: {}, offset, limit: wanted });
      for (const row of page) attempts.push(...attemptsOf(toOrder(row)));
      if (page.length < wanted) break;
    }
    return attempts.slice(query.offset, wanted);
  }
}

const attemptsOf = ({ birth, state }: StoredOrder): CallAnswer[] =>
  state.attempts.map((attempt) => attemptAnswer(attempt, birth.number)).reverse();
