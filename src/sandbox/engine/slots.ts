import { Heap } from './heap.ts';
import type { Concurrency } from '../model/order.ts';

interface Key {
  /** Orders whose attempt has a slot, from the moment it is queued. */
  readonly live: Set<string>;
  /** Orders that have been told to come and take one. */
  readonly called: Set<string>;
  /** Those who wait, by the `max` that they asked for. */
  readonly waiting: Map<number, Heap>;
}

/**
 * Who may dial under a concurrency key. A slot is held from the moment the attempt is queued: it is about
 * to ring, and nothing could keep it from going over the limit then. Each order is measured by its own `max`.
 */
export class Slots {
  readonly #keys = new Map<string, Key>();

  /** False when the key is full for this order. */
  take(id: string, { key, max }: Concurrency): boolean {
    const of = this.#of(key);
    of.called.delete(id);
    if (of.live.size + of.called.size >= max) return false;
    of.live.add(id);
    return true;
  }

  /** The order has a slot or has been called for one; said again after a restart. */
  restore(id: string, key: string, as: 'live' | 'called'): void {
    this.#of(key)[as].add(id);
  }

  wait(id: string, { key, max }: Concurrency, since: number): void {
    const of = this.#of(key);
    let queue = of.waiting.get(max);
    if (queue === undefined) of.waiting.set(max, (queue = new Heap()));
    queue.set(id, since);
  }

  /** The order neither has a slot nor waits for one any longer. */
  leave(id: string, { key, max }: Concurrency): void {
    const of = this.#of(key);
    of.live.delete(id);
    of.called.delete(id);
    of.waiting.get(max)?.delete(id);
    const idle = [...of.waiting.values()].every((queue) => queue.size === 0);
    if (idle && of.live.size + of.called.size === 0) this.#keys.delete(key);
  }

  /** Calls the one that has waited longest, of those for whom there is a slot. */
  call(key: string): string | null {
    const of = this.#keys.get(key);
    if (of === undefined) return null;
    const taken = of.live.size + of.called.size;
    let best: { since: number; id: string; queue: Heap } | null = null;
    for (const [max, queue] of of.waiting) {
      const first = taken < max ? queue.first() : null;
      if (first === null) continue;
      const earlier =
        best === null || first.at < best.since || (first.at === best.since && first.id < best.id);
      if (earlier) best = { since: first.at, id: first.id, queue };
    }
    if (best === null) return null;
    best.queue.delete(best.id);
    of.called.add(best.id);
    return best.id;
  }

  #of(key: string): Key {
    let of = this.#keys.get(key);
    if (of === undefined) {
      of = { live: new Set(), called: new Set(), waiting: new Map() };
      this.#keys.set(key, of);
    }
    return of;
  }
}
