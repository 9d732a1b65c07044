import type { OrderRow, RowFilter, RowQuery, SandboxStore, StateRow } from './store.ts';

/** A name and a value cannot run into each other: neither may hold this character in a header or a key. */
const labelOf = (name: string, value: string): string => `${name}\u0000${value}`;

/**
 * The sandbox's orders in plain memory, for a forecast: they are asked for by the thousand and thrown away.
 * `keep`: so many that are over are kept, and older ones forgotten, so that memory stays bounded (I7).
 */
export class MemoryStore implements SandboxStore {
  readonly #keep: number;
  readonly #orders = new Map<string, OrderRow>();
  readonly #metadata = new Map<string, readonly string[]>();
  readonly #byLabel = new Map<string, Set<string>>();
  readonly #placed = new Map<string, number>();
  readonly #over = new Set<string>();
  readonly #assistants = new Map<string, string | null>();
  #at: number | null = null;

  constructor(keep: number) {
    this.#keep = keep;
  }

  open(): OrderRow[] {
    return [...this.#orders.values()].filter((order) => !order.isOver).sort(byId);
  }

  find(id: string): OrderRow | null {
    return this.#orders.get(id) ?? null;
  }

  add(order: OrderRow, metadata: Readonly<Record<string, string>>, at: number): void {
    this.#orders.set(order.id, order);
    this.#placed.set(order.number, this.placed(order.number) + 1);
    const labels = Object.entries(metadata).map(([name, value]) => labelOf(name, value));
    this.#metadata.set(order.id, labels);
    for (const label of labels) {
      this.#byLabel.set(label, (this.#byLabel.get(label) ?? new Set<string>()).add(order.id));
    }
    this.#advance(at);
  }

  save(orders: readonly StateRow[], at: number): void {
    for (const { id, status, isOver, state } of orders) {
      const order = this.#orders.get(id);
      if (order === undefined) continue;
      this.#orders.set(id, { ...order, status, isOver, state });
      if (isOver) this.#over.add(id);
    }
    this.#advance(at);
    this.#forget();
  }

  placed(number: string): number {
    return this.#placed.get(number) ?? 0;
  }

  search({ offset, limit, ...filter }: RowQuery): OrderRow[] {
    return this.#fitting(filter)
      .sort((a, b) => b.createdAt - a.createdAt || byId(a, b))
      .slice(offset, offset + limit);
  }

  count(filter: RowFilter): number {
    return this.#fitting(filter).length;
  }

  #fitting({ metadata, statuses, number, ids: wanted, except = [] }: RowFilter): OrderRow[] {
    const labels = Object.entries(metadata).map(([name, value]) => labelOf(name, value));
    const [first, ...others] = labels.map((label) => this.#byLabel.get(label));
    const ids = labels.length === 0 ? [...this.#orders.keys()] : [...(first ?? [])];
    return ids
      .filter((id) => others.every((set) => set?.has(id) === true))
      .flatMap((id) => this.#orders.get(id) ?? [])
      .filter(
        (order) =>
          (statuses.length === 0 || statuses.includes(order.status)) &&
          (number === undefined || order.number === number) &&
          (wanted === undefined || wanted.includes(order.id)) &&
          !except.includes(order.id),
      );
  }

  clockAt(): number | null {
    return this.#at;
  }

  assistantsMade(): number {
    return this.#assistants.size;
  }

  assistants(): string[] {
    return [...this.#assistants.values()].flatMap((record) => record ?? []);
  }

  assistant(id: string): string | null {
    return this.#assistants.get(id) ?? null;
  }

  addAssistant(id: string, record: string, _nth: number): void {
    this.#assistants.set(id, record);
  }

  /** The place stays when the assistant goes, so that the next one does not get its id. */
  saveAssistant(id: string, record: string | null): void {
    this.#assistants.set(id, record);
  }

  #advance(at: number): void {
    this.#at = Math.max(this.#at ?? at, at);
  }

  #forget(): void {
    for (const id of this.#over) {
      if (this.#over.size <= this.#keep) return;
      this.#over.delete(id);
      this.#orders.delete(id);
      for (const label of this.#metadata.get(id) ?? []) {
        const ids = this.#byLabel.get(label);
        ids?.delete(id);
        if (ids?.size === 0) this.#byLabel.delete(label);
      }
      this.#metadata.delete(id);
    }
  }
}

const byId = (a: OrderRow, b: OrderRow): number => (a.id < b.id ? -1 : 1);
