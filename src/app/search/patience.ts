import type { Clock } from '../../ports/clock.ts';
import type { Brakes } from '../dispatch/brakes.ts';

/** How long an order is looked for: until somebody stops the run. A provider that refuses us ends no search. */
export class Patience {
  readonly #clock: Clock;
  readonly #brakes: Brakes;

  constructor(clock: Clock, brakes: Brakes) {
    this.#clock = clock;
    this.#brakes = brakes;
  }

  /** The run was stopped: one more look, and the next session goes on looking. */
  get isOver(): boolean {
    return this.#brakes.end?.how === 'stopped';
  }

  async sleep(until: number, key: string): Promise<void> {
    await this.#clock.sleep(until, { key, signal: this.#brakes.stopping });
    if (!this.isOver) await this.#clock.sleep(until, { key });
  }
}
