/** What is first by (at, id): the id decides a tie, so that arrival order never does. */
interface Entry {
  readonly at: number;
  readonly id: string;
}

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);

/**
 * A binary heap in which an id occurs at most once. An entry that was replaced or removed stays inside
 * until it comes to the top: ten thousand orders then cost a logarithm each, also to cancel.
 */
export class Heap {
  readonly #entries: Entry[] = [];
  readonly #current = new Map<string, Entry>();

  get size(): number {
    return this.#current.size;
  }

  has(id: string): boolean {
    return this.#current.has(id);
  }

  set(id: string, at: number): void {
    if (this.#current.get(id)?.at === at) return;
    const entry = { at, id };
    this.#current.set(id, entry);
    this.#entries.push(entry);
    this.#rise(this.#entries.length - 1);
  }

  delete(id: string): void {
    this.#current.delete(id);
  }

  first(): Entry | null {
    for (;;) {
      const top = this.#entries[0];
      if (top === undefined) return null;
      if (this.#current.get(top.id) === top) return top;
      this.#dropTop();
    }
  }

  take(): Entry | null {
    const top = this.first();
    if (top === null) return null;
    this.#current.delete(top.id);
    this.#dropTop();
    return top;
  }

  #dropTop(): void {
    const last = this.#entries.pop();
    if (last === undefined || this.#entries.length === 0) return;
    this.#entries[0] = last;
    this.#sink(0);
  }

  #rise(from: number): void {
    let child = from;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#swapIfBefore(child, parent)) return;
      child = parent;
    }
  }

  #sink(from: number): void {
    let parent = from;
    for (;;) {
      const left = 2 * parent + 1;
      const a = this.#entries[left];
      const b = this.#entries[left + 1];
      if (a === undefined) return;
      const child = b !== undefined && before(b, a) ? left + 1 : left;
      if (!this.#swapIfBefore(child, parent)) return;
      parent = child;
    }
  }

  #swapIfBefore(child: number, parent: number): boolean {
    const a = this.#entries[child];
    const b = this.#entries[parent];
    if (a === undefined || b === undefined || !before(a, b)) return false;
    this.#entries[child] = b;
    this.#entries[parent] = a;
    return true;
  }
}
