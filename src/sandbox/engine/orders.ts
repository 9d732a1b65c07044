import { attemptAnswer, type CallAnswer } from '../model/answer.ts';
import {
  isOver,
  type OrderBirth,
  type OrderState,
  type OrderStatus,
  type StoredOrder,
} from '../model/order.ts';
import type { OrderRow, RowQuery, SandboxStore, StateRow } from '../store/store.ts';

export interface OrderQuery extends RowQuery {
  readonly statuses: readonly OrderStatus[];
  /** What the store cannot tell. */
  readonly keep?: (order: StoredOrder) => boolean;
  /** Absent: the newest first. */
  readonly sort?: (a: StoredOrder, b: StoredOrder) => number;
}

export interface FoundOrders {
  readonly orders: readonly StoredOrder[];
  /** How many there are, on all pages together. */
  readonly total: number;
}

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
  /** Orders that a search does not show yet, and from when on it does. */
  readonly #lagging = new Map<string, number>();

  constructor(store: SandboxStore) {
    this.#store = store;
  }

  open(): StoredOrder[] {
    const orders = this.#store.open().map(toOrder);
    for (const order of orders) this.#lag(order);
    return orders;
  }

  find(id: string): StoredOrder | null {
    const row = this.#store.find(id);
    return row === null ? null : toOrder(row);
  }

  add(order: StoredOrder, at: number): void {
    const { number, createdAt, metadata } = order.birth;
    const birth = JSON.stringify(order.birth);
    this.#lag(order);
    this.#store.add({ ...toStateRow(order), number, createdAt, birth }, metadata ?? {}, at);
  }

  save(orders: readonly StoredOrder[], at: number): void {
    this.#store.save(orders.map(toStateRow), at);
  }

  placed(number: string): number {
    return this.#store.placed(number);
  }

  /** Those that a search can see by `now`. */
  search({ keep, sort, ...query }: OrderQuery, now: number): FoundOrders {
    for (const [id, from] of this.#lagging) if (from <= now) this.#lagging.delete(id);
    const visible = { ...query, except: [...this.#lagging.keys()] };
    if (keep === undefined && sort === undefined) {
      const orders = this.#store.search(visible).map(toOrder);
      return { orders, total: this.#store.count(visible) };
    }
    const { offset, limit } = query;
    const all = this.#store
      .search({ ...visible, offset: 0, limit: Number.MAX_SAFE_INTEGER })
      .map(toOrder)
      .filter((order) => keep?.(order) ?? true);
    if (sort !== undefined) all.sort(sort);
    return { orders: all.slice(offset, offset + limit), total: all.length };
  }

  #lag({ birth: { id, createdAt, faults } }: StoredOrder): void {
    const seconds = faults?.search_lags ?? 0;
    if (seconds > 0) this.#lagging.set(id, createdAt + seconds * 1000);
  }

  /** Attempts, not orders: newest order first, and without their order's id, as the provider lists them. */
  attempts(query: AttemptQuery): CallAnswer[] {
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

export type AttemptQuery = Pick<OrderQuery, 'statuses' | 'offset' | 'limit'>;

const attemptsOf = ({ birth, state }: StoredOrder): CallAnswer[] =>
  state.attempts.map((attempt) => attemptAnswer(attempt, birth.number)).reverse();
