import type {
  OrderRow,
  RowFilter,
  RowQuery,
  SandboxStore,
  StateRow,
} from '../../../../src/sandbox/store/store.ts';

/** The sandbox's orders in memory, and who is told of each state as it is committed. */
export class MemoryStore implements SandboxStore {
  readonly rows = new Map<string, OrderRow>();
  readonly #labels = new Map<string, Readonly<Record<string, string>>>();
  readonly #placed = new Map<string, number>();
  readonly #changed: (row: OrderRow, at: number) => void;
  #at: number | null = null;

  constructor(changed: (row: OrderRow, at: number) => void) {
    this.#changed = changed;
  }

  open(): OrderRow[] {
    return [...this.rows.values()].filter((row) => !row.isOver);
  }

  find(id: string): OrderRow | null {
    return this.rows.get(id) ?? null;
  }

  add(order: OrderRow, metadata: Readonly<Record<string, string>>, at: number): void {
    this.#labels.set(order.id, metadata);
    this.#placed.set(order.number, this.placed(order.number) + 1);
    this.#keep(order, at);
  }

  save(orders: readonly StateRow[], at: number): void {
    for (const state of orders) {
      const before = this.rows.get(state.id);
      if (before === undefined) throw new Error(`no order ${state.id}`);
      this.#keep({ ...before, ...state }, at);
    }
  }

  placed(number: string): number {
    return this.#placed.get(number) ?? 0;
  }

  search({ offset, limit, ...filter }: RowQuery): OrderRow[] {
    return this.#fitting(filter).slice(offset, offset + limit);
  }

  count(filter: RowFilter): number {
    return this.#fitting(filter).length;
  }

  #fitting({ metadata, statuses, number, ids, except = [] }: RowFilter): OrderRow[] {
    const wanted = Object.entries(metadata);
    return [...this.rows.values()]
      .reverse()
      .filter((row) => statuses.length === 0 || statuses.includes(row.status))
      .filter((row) => wanted.every(([name, value]) => this.#labels.get(row.id)?.[name] === value))
      .filter((row) => number === undefined || row.number === number)
      .filter((row) => ids === undefined || ids.includes(row.id))
      .filter((row) => !except.includes(row.id));
  }

  clockAt(): number | null {
    return this.#at;
  }

  assistantsMade(): number {
    return 0;
  }

  assistants(): string[] {
    return [];
  }

  assistant(): string | null {
    return null;
  }

  addAssistant(): void {
    throw new Error('no assistant is stored in a simulation');
  }

  saveAssistant(): void {
    throw new Error('no assistant is stored in a simulation');
  }

  #keep(row: OrderRow, at: number): void {
    this.rows.set(row.id, row);
    this.#at = Math.max(this.#at ?? at, at);
    this.#changed(row, at);
  }
}
