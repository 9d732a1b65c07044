import PQueue from 'p-queue';

/** Gives a line back. Giving it back twice does nothing. */
export type Release = () => void;

/** The calls that may be live at once. A line is held from the claim of a contact until its call is over. */
export class Lines {
  readonly #queue: PQueue;
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
    this.#queue = new PQueue({ concurrency: max, autoStart: true });
  }

  /** Lines that are held now. */
  get held(): number {
    return this.#queue.pending;
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
