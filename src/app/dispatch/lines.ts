import PQueue from 'p-queue';

/** Gives a line back. Giving it back twice does nothing. */
export type Release = () => void;

/** An order of which nobody knows whether its phone rings. */
interface Doubt {
  readonly until: number;
  readonly concurrencyKey: string | null;
}

/**
 * The calls that may be live at once. A line is held from the claim of a contact until its call is over; that of an
 * order in doubt until evidence comes, or until its call must be over.
 */
export class Lines {
  readonly #queue: PQueue;
  readonly #max: number;
  readonly #doubts = new Map<string, Doubt>();
  readonly #liveByKey = new Map<string, number>();
  #live = 0;

  constructor(max: number) {
    this.#max = max;
    this.#queue = new PQueue({ concurrency: max, autoStart: true });
  }

  /** The order may be live until then at the latest. */
  doubt(order: { key: string; concurrencyKey: string | null }, until: number): void {
    this.#doubts.set(order.key, { until, concurrencyKey: order.concurrencyKey });
  }

  /** Gives back the lines of those whose call must be over by `now`. */
  doubtsEnd(now: number): void {
    for (const [key, { until }] of this.#doubts) if (until <= now) this.#doubts.delete(key);
  }

  /** It is in doubt no more. */
  known(key: string): void {
    this.#doubts.delete(key);
  }

  /** The keys of the orders in doubt that hold a line. */
  get inDoubt(): readonly string[] {
    return [...this.#doubts.keys()];
  }

  /** A call begins (1) or is over (-1). */
  count(concurrencyKey: string | null, by: 1 | -1): void {
    this.#live += by;
    if (concurrencyKey === null) return;
    this.#liveByKey.set(concurrencyKey, (this.#liveByKey.get(concurrencyKey) ?? 0) + by);
  }

  /** Lines of calls and of orders in doubt: what is counted, and what is shown. */
  get held(): number {
    return this.#live + this.#doubts.size;
  }

  heldOf(concurrencyKey: string): number {
    const doubts = [...this.#doubts.values()];
    const inDoubt = doubts.filter((one) => one.concurrencyKey === concurrencyKey).length;
    return (this.#liveByKey.get(concurrencyKey) ?? 0) + inDoubt;
  }

  /** When the first of those in doubt gives its line back by itself; null: none is in doubt. */
  get firstDoubtEnds(): number | null {
    const ends = [...this.#doubts.values()].map(({ until }) => until);
    return ends.length === 0 ? null : Math.min(...ends);
  }

  get isFull(): boolean {
    return this.held >= this.#max;
  }

  /**
   * Waits for a free line; null when `signal` aborted first. The signal is not handed to p-queue: there it
   * would also end the tasks that run, and with them the hold on a line whose call still goes on.
   */
  async admit(signal: AbortSignal): Promise<Release | null> {
    return await new Promise<Release | null>((resolve) => {
      let left = false;
      const leave = (): void => {
        left = true;
        resolve(null);
      };
      if (signal.aborted) {
        leave();
        return;
      }
      signal.addEventListener('abort', leave, { once: true });
      void this.#queue.add(async () => {
        if (left) return;
        signal.removeEventListener('abort', leave);
        await new Promise<void>((release) => {
          resolve(release);
        });
      });
    });
  }

  /** For calls that are live already when a session begins: they have their line, whatever the limit is now. */
  seize(): Release {
    this.#queue.concurrency = Math.max(this.#max, this.#queue.pending + 1);
    let release: Release = () => undefined;
    void this.#queue.add(
      () =>
        new Promise<void>((done) => {
          release = done;
        }),
    );
    this.#queue.concurrency = this.#max;
    return () => {
      release();
    };
  }
}
