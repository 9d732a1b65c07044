/**
 * The body of an order, handed over at the last moment (I4): undici writes the headers together with the first
 * chunk it pulls, so until the gate has agreed not one byte of the request has left. It can be pulled once:
 * should anything below try to send the request again, it gets an error instead of an order (I6).
 */
export class GatedBody implements AsyncIterable<Uint8Array> {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #gate: () => Promise<string | null>;
  #state: 'waiting' | 'asking' | 'held' | 'failed' | 'handed over' | 'closed' = 'waiting';
  #why = '';
  #error: unknown;

  constructor(bytes: Uint8Array, gate: () => Promise<string | null>) {
    this.#bytes = bytes;
    this.#gate = gate;
    this.length = bytes.byteLength;
  }

  /** From here on nobody can know whether the provider has it. */
  get handedOver(): boolean {
    return this.#state === 'handed over';
  }

  /** Why the gate refused; null when it did not. */
  get heldWhy(): string | null {
    return this.#state === 'held' ? this.#why : null;
  }

  /**
   * Ends the chance to send; what was handed over stays so. A gate that answers after this lets nothing leave,
   * whatever it says. A gate that threw is a bug and is thrown here.
   */
  close(): void {
    if (this.#state === 'failed') throw this.#error;
    if (this.#state === 'waiting' || this.#state === 'asking') this.#state = 'closed';
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    let pulled = false;
    return {
      next: async () => {
        if (pulled) return { done: true, value: undefined };
        pulled = true;
        return { done: false, value: await this.#handOver() };
      },
    };
  }

  async #handOver(): Promise<Uint8Array> {
    this.#assert('waiting');
    this.#state = 'asking';
    const why = await this.#askGate();
    this.#assert('asking');
    if (why !== null) {
      this.#state = 'held';
      this.#why = why;
      throw new Error('held by the gate');
    }
    this.#state = 'handed over';
    return this.#bytes;
  }

  #assert(state: 'waiting' | 'asking'): void {
    if (this.#state !== state) throw new Error(`this order's body is ${this.#state}`);
  }

  async #askGate(): Promise<string | null> {
    try {
      return await this.#gate();
    } catch (error) {
      if (this.#state === 'asking') {
        this.#state = 'failed';
        this.#error = error;
      }
      throw error;
    }
  }
}
