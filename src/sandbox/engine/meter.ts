/** How many calls are live, and the most that ever were at once. */
interface Reading {
  readonly now: number;
  readonly most: number;
}

export interface Report {
  /** Orders accepted since the sandbox was started. */
  readonly accepted: number;
  /** Phones that ring, and people who talk. */
  readonly live: Reading;
  /** The same for each concurrency key. */
  readonly keys: Readonly<Record<string, Reading>>;
}

/** Anyone who names a new key with each order must not fill the memory: the keys idle longest are forgotten. */
const MAX_KEYS = 10_000;

/** Counts live calls, overall and by concurrency key: what a limit is held against. */
export class Meter {
  readonly #live = new Set<string>();
  readonly #keys = new Map<string, { now: number; most: number }>();
  #most = 0;
  #accepted = 0;

  accept(): void {
    this.#accepted += 1;
  }

  /** The call of this order is live, or is not. */
  see(id: string, isLive: boolean, key: string | null): void {
    if (this.#live.has(id) === isLive) return;
    if (isLive) this.#live.add(id);
    else this.#live.delete(id);
    this.#most = Math.max(this.#most, this.#live.size);
    if (key !== null) this.#count(key, isLive ? 1 : -1);
  }

  report(): Report {
    return {
      accepted: this.#accepted,
      live: { now: this.#live.size, most: this.#most },
      keys: Object.fromEntries([...this.#keys].map(([key, reading]) => [key, { ...reading }])),
    };
  }

  #count(key: string, change: number): void {
    const reading = this.#keys.get(key) ?? { now: 0, most: 0 };
    reading.now += change;
    reading.most = Math.max(reading.most, reading.now);
    this.#keys.delete(key);
    this.#keys.set(key, reading);
    if (this.#keys.size > MAX_KEYS) this.#forget();
  }

  #forget(): void {
    for (const [key, { now }] of this.#keys) {
      if (now === 0) return void this.#keys.delete(key);
    }
  }
}
