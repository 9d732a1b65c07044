import { hasGaps } from './settle.ts';
import type { Work } from './work.ts';

const SECOND_LOOK_MS = 10 * 60_000;
/** A moment that never comes: the last look is made when the run ends. */
const AT_THE_END = Date.UTC(9999, 0, 1);
const AT_ONCE = 20;

/** Later looks at settled orders whose transcript or recording was still empty: after 60 s, 10 min, and at the end. */
export class Looks {
  readonly #work: Work;
  #next: number | null = null;

  constructor(work: Work) {
    this.#work = work;
  }

  /** Makes the looks that are due. Costs one query, and only when one may be. */
  async due(): Promise<void> {
    const now = this.#work.clock.now();
    if (this.#next !== null && now < this.#next) return;
    this.#next = now + 1_000;
    await this.#look(now, (settledAt) =>
      now < settledAt + SECOND_LOOK_MS ? settledAt + SECOND_LOOK_MS : AT_THE_END,
    );
  }

  async atTheEnd(): Promise<void> {
    while ((await this.#look(AT_THE_END, () => null)) > 0);
  }

  async #look(upTo: number, next: (settledAt: number) => number | null): Promise<number> {
    const { ledger, session, api } = this.#work;
    const orders = await ledger.lookable(session.runId, upTo, AT_ONCE);
    for (const order of orders) {
      const answer = await api.get(order.providerId);
      const view = answer.kind === 'found' ? answer.view : null;
      const complete = view !== null && !hasGaps(view);
      const lookAt = complete ? null : next(order.settledAt);
      await ledger.fill(session, order.key, { view, lookAt });
    }
    return orders.length;
  }
}
