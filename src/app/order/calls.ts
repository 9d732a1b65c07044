/** The calls under way, and the requests that place them: what a session must not leave in the middle. */
export class Calls {
  readonly #calls = new Set<Promise<void>>();
  readonly #sends = new Set<Promise<unknown>>();
  #failure: { readonly cause: unknown } | null = null;
  #leave: () => void = () => undefined;
  readonly #left = new Promise<void>((resolve) => {
    this.#leave = resolve;
  });

  get size(): number {
    return this.#calls.size;
  }

  add(call: Promise<void>): void {
    this.#calls.add(call);
  }

  delete(call: Promise<void>): void {
    this.#calls.delete(call);
  }

  /** Its answer names the order that a phone rings for: it is heard, whatever else fails. */
  addSend(send: Promise<unknown>): void {
    const heard = send
      .catch(() => undefined)
      .finally(() => {
        this.#sends.delete(heard);
      });
    this.#sends.add(heard);
  }

  /** The first failure is the one that is told. `recordable`: what the calls come to can still be written down. */
  fail(cause: unknown, recordable: boolean): void {
    this.#failure ??= { cause };
    if (!recordable) this.#leave();
  }

  /** All calls have ended; or nothing can be recorded any more, and the answers under way are in. */
  async end(): Promise<void> {
    while (this.#calls.size > 0) {
      const left = await Promise.race([
        Promise.all(this.#calls).then(() => false),
        this.#left.then(() => true),
      ]);
      if (left) break;
    }
    await Promise.all(this.#sends);
    if (this.#failure !== null) throw this.#failure.cause;
  }
}
