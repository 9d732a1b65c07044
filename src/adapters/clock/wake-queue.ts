export interface Waiter {
  readonly at: number;
  readonly kind: 'sleep' | 'deadline';
  readonly key: string;
  readonly wake: () => void;
  readonly turn: number;
}

const RANK = { sleep: 0, deadline: 1 } as const;

/** Keys are compared by code unit: a locale's order differs from one computer to the next. */
function before(a: Waiter, b: Waiter): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.kind !== b.kind) return RANK[a.kind] < RANK[b.kind];
  if (a.key !== b.key) return a.key < b.key;
  return a.turn < b.turn;
}

/** Those who wait, in the order in which they will wake: by time, then sleepers first, key, order of arrival. */
export class WakeQueue {
  readonly #waiting: Waiter[] = [];
  #turns = 0;
  #sleepers = 0;

  get sleepers(): number {
    return this.#sleepers;
  }

  add(entry: Omit<Waiter, 'turn'>): Waiter {
    this.#turns += 1;
    const waiter: Waiter = { ...entry, turn: this.#turns };
    this.#waiting.splice(this.#place(waiter), 0, waiter);
    if (waiter.kind === 'sleep') this.#sleepers += 1;
    return waiter;
  }

  first(): Waiter | undefined {
    return this.#waiting[0];
  }

  takeFirst(): Waiter | undefined {
    const waiter = this.#waiting.shift();
    if (waiter?.kind === 'sleep') this.#sleepers -= 1;
    return waiter;
  }

  /** Does nothing when it is no longer there: it woke, or was removed before. */
  remove(waiter: Waiter): void {
    const index = this.#place(waiter);
    if (this.#waiting[index] !== waiter) return;
    this.#waiting.splice(index, 1);
    if (waiter.kind === 'sleep') this.#sleepers -= 1;
  }

  /** Index of the first one that does not wake before `waiter`: where it is, or where it belongs. */
  #place(waiter: Waiter): number {
    let low = 0;
    let high = this.#waiting.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#waiting[middle];
      if (other !== undefined && before(other, waiter)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
