import { setMaxListeners } from 'node:events';
import { UnclearOrders } from '../unclear/unclear-orders.ts';
import type { End } from '../session/end.ts';

const SLOWEST_MS = 60_000;
const FIRST_MS = 1_000;
/** The provider could not be reached this often in a row: more waiting will not help. */
const UNREACHED_AT_MOST = 10;
/** Orders rejected one after the other: what is wrong is not the people. */
const REJECTED_AT_MOST = 10;
/** Orders that ended and never rang, one after the other: it is not the people. */
const NEVER_RANG_AT_MOST = 10;
/** Longer than this nobody is waited for: asking once more harms nobody (I7). */
const LONGEST_ASKED_MS = 3_600_000;
/** Refusals of this kind in a row say that the account, not the number, is at fault. */
const STRIKES_AT_MOST = 3;

/** What slows or stops the whole run, whatever contact it happened to. */
export class Brakes {
  readonly #abort = new AbortController();
  readonly #hangUp = new AbortController();
  #end: End | null = null;
  #slowUntil = 0;
  #slowMs = 0;
  #unreached = 0;
  #rejected = 0;
  #neverRang = 0;
  #strikes: string[] = [];
  /** While they are too many, nothing leaves. */
  readonly unclear = new UnclearOrders();
  /** Too many strikes have stopped the run. */
  #out = false;

  constructor() {
    // Every live call listens: their number is bounded by the lines, not by Node's default of ten.
    setMaxListeners(0, this.#abort.signal);
    setMaxListeners(0, this.#hangUp.signal);
  }

  /** Aborts when no new order may start any more (I10). */
  get stopping(): AbortSignal {
    return this.#abort.signal;
  }

  /** Aborts when live talks are to be ended too. */
  get hangingUp(): AbortSignal {
    return this.#hangUp.signal;
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

  /** A cancel counts more than an earlier stop: nobody goes on with the run after it. */
  cancel(end: End, hangUp: boolean): void {
    if (this.#end?.how !== 'refused') this.#end = end;
    this.#abort.abort();
    if (hangUp) this.#hangUp.abort();
  }

  /**
   * Doubles the pause with each word of trouble in a row; the provider's own figure wins when it is longer.
   * Trouble that comes while a pause lasts is of orders that had left before it: it is the same trouble.
   */
  slow(now: number, askedMs: number | null): void {
    if (now >= this.#slowUntil)
      this.#slowMs = Math.min(Math.max(this.#slowMs * 2, FIRST_MS), SLOWEST_MS);
    const asked = Math.min(askedMs ?? 0, LONGEST_ASKED_MS);
    this.#slowUntil = Math.max(this.#slowUntil, now + Math.max(this.#slowMs, asked));
  }

  unreached(now: number, why: string): void {
    const again = now >= this.#slowUntil;
    this.slow(now, null);
    if (again) this.#unreached += 1;
    if (this.#unreached < UNREACHED_AT_MOST) return;
    const said = `the voice API could not be reached ${this.#unreached} times in a row: ${why}`;
    this.stop({ how: 'stopped', exit: 3, why: said });
  }

  /** Notes an order that the provider will never take, after it has taken others of this session. */
  rejected(why: string): void {
    this.#rejected += 1;
    if (this.#rejected < REJECTED_AT_MOST) return;
    const said = `the provider rejected ${this.#rejected} orders in a row: ${why}`;
    this.stop({ how: 'stopped', exit: 3, why: said });
  }

  /** Notes an order that was taken and never rang, although nobody stopped the run. */
  neverRang(): void {
    this.#neverRang += 1;
    if (this.#neverRang < NEVER_RANG_AT_MOST) return;
    const said = `${this.#neverRang} orders in a row ended, and the provider shows no call for any of them. Ask the provider whether the account’s balance, its lines or its own calling hours are the cause`;
    this.stop({ how: 'stopped', exit: 3, why: said });
  }

  rang(): void {
    this.#neverRang = 0;
  }

  /** An order was taken: the way is clear again. */
  wentThrough(): void {
    this.#unreached = 0;
    this.#rejected = 0;
    this.#slowMs = 0;
  }

  /**
   * Notes an order that ended for the account's fault; returns the orders to put back when it is one too many.
   * Those that were under way by then share the fault, and go back with it.
   */
  strike(key: string, outcome: string): readonly string[] {
    if (this.#out) return [key];
    this.#strikes.push(key);
    if (this.#strikes.length < STRIKES_AT_MOST) return [];
    const keys = this.#strikes;
    this.#strikes = [];
    this.#out = true;
    const said = `${keys.length} calls in a row ended with ${outcome}: ask the provider to allow such calls`;
    this.stop({ how: 'stopped', exit: 3, why: said });
    return keys;
  }

  noStrike(): void {
    this.#strikes = [];
  }
}
