import { setMaxListeners } from 'node:events';
import type { End } from './work.ts';

const SLOWEST_MS = 60_000;
const FIRST_MS = 1_000;
/** The provider could not be reached this often in a row: more waiting will not help. */
const UNREACHED_AT_MOST = 10;
/** Refusals of this kind in a row say that the account, not the number, is at fault. */
const STRIKES_AT_MOST = 3;

/** What slows or stops the whole run, whatever contact it happened to. */
export class Brakes {
  readonly #abort = new AbortController();
  #end: End | null = null;
  #slowUntil = 0;
  #slowMs = 0;
  #unreached = 0;
  #strikes: string[] = [];

  constructor() {
    // Every live call listens: their number is bounded by the lines, not by Node's default of ten.
    setMaxListeners(0, this.#abort.signal);
  }

  /** Aborts when no new order may start any more (I10). */
  get stopping(): AbortSignal {
    return this.#abort.signal;
  }

  get end(): End | null {
    return this.#end;
  }

  get slowUntil(): number {
    return this.#slowUntil;
  }

  /** The first reason to stop is the one that counts. */
  stop(end: End): void {
    if (this.#end !== null) return;
    this.#end = end;
    this.#abort.abort();
  }

  /** Doubles the pause with each word of trouble in a row; the provider's own figure wins when it is longer. */
  slow(now: number, askedMs: number | null): void {
    this.#slowMs = Math.min(Math.max(this.#slowMs * 2, FIRST_MS), SLOWEST_MS);
    this.#slowUntil = Math.max(this.#slowUntil, now + Math.max(this.#slowMs, askedMs ?? 0));
  }

  unreached(now: number, why: string): void {
    this.slow(now, null);
    this.#unreached += 1;
    if (this.#unreached < UNREACHED_AT_MOST) return;
    const said = `the voice API could not be reached ${this.#unreached} times in a row: ${why}`;
    this.stop({ how: 'stopped', exit: 3, why: said });
  }

  /** An order was taken: the way is clear again. */
  wentThrough(): void {
    this.#unreached = 0;
    this.#slowMs = 0;
  }

  /** Notes an order that ended for the account's fault; returns the orders to put back when it is one too many. */
  strike(key: string, outcome: string): readonly string[] {
    this.#strikes.push(key);
    if (this.#strikes.length < STRIKES_AT_MOST) return [];
    const keys = this.#strikes;
    this.#strikes = [];
    const said = `${keys.length} calls in a row ended with ${outcome}: ask the provider to allow such calls`;
    this.stop({ how: 'stopped', exit: 3, why: said });
    return keys;
  }

  noStrike(): void {
    this.#strikes = [];
  }
}
