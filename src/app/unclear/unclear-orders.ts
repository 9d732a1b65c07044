import { mayBeLiveUntil } from '../../domain/order/follow.ts';
import type { Claim } from '../../ports/ledger/queue.ts';

/** So many orders without a clear answer hold the run: the provider may have taken all of them. */
export const UNCLEAR_AT_MOST = 5;
/** Between two looks for them: twice as long each time. */
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** After its call must be over, an order has so long to show at the provider. */
const SHOWN_WITHIN_MS = 60_000;

interface UnclearOrder {
  readonly claim: Claim;
  readonly why: string;
  /** It was looked for in vain; before, its send is still being looked up. */
  isUncertain: boolean;
}

/** The orders of this session whose send had no clear answer, and that are neither found nor decided. */
export class UnclearOrders {
  readonly #orders = new Map<string, UnclearOrder>();
  #pauseMs = FIRST_PAUSE_MS * 2;
  #nextLook: number | null = null;

  /** Notes an order whose send has no clear answer. */
  sent(claim: Claim, why: string): void {
    this.#orders.set(claim.key, { claim, why, isUncertain: false });
  }

  /** It was found, or it was certainly not placed, or a person has decided. */
  cleared(key: string): void {
    this.#orders.delete(key);
  }

  /** It was looked for in vain; what an earlier session has sent does not count. */
  doubted(key: string, now: number): void {
    const order = this.#orders.get(key);
    if (order === undefined) return;
    order.isUncertain = true;
    this.#pauseMs = FIRST_PAUSE_MS * 2;
    this.#nextLook = now + FIRST_PAUSE_MS;
  }

  /** Whether nothing may leave. */
  get holds(): boolean {
    return this.#orders.size >= UNCLEAR_AT_MOST;
  }

  get all(): readonly UnclearOrder[] {
    return [...this.#orders.values()];
  }

  get uncertain(): readonly UnclearOrder[] {
    return this.all.filter(({ isUncertain }) => isUncertain);
  }

  /** When evidence can come no more; null: some of them are still being looked up. */
  endsAt(maxCallSeconds: number): number | null {
    if (this.all.some(({ isUncertain }) => !isUncertain)) return null;
    const ends = this.all.map(({ claim }) => mayBeLiveUntil(claim.orderedAt, maxCallSeconds));
    return Math.max(...ends) + SHOWN_WITHIN_MS;
  }

  /** When they are looked for next; null: no more. */
  get nextLook(): number | null {
    return this.uncertain.length === 0 ? null : this.#nextLook;
  }

  /** A look for them begins; the next one comes after a pause, at `last` at the latest. */
  looked(now: number, last: number | null): void {
    const next = now + this.#pauseMs;
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    if (last === null) this.#nextLook = next;
    else this.#nextLook = now >= last ? null : Math.min(next, last);
  }
}
