import { callSuccess } from '../domain/campaign/success.ts';
import { asksForOutput, gapIn } from '../domain/order/gaps.ts';
import { orderOutcome, tellingAttempt } from '../domain/order/outcome.ts';
import type { OrderView } from '../domain/order/view.ts';
import { optOutOf } from './opt-out.ts';
import { FIRST_LOOK_MS } from './settle.ts';
import type { Work } from './work.ts';

const SECOND_LOOK_MS = 10 * 60_000;
/** A moment that never comes: the last look is made when the run ends. */
export const AT_THE_END = Date.UTC(9999, 0, 1);
const AT_ONCE = 20;

/**
 * Later looks at settled orders whose transcript or output was still empty: after 60 s, 10 min, and at the end.
 * A provider that makes no recordings must not cost three looks a call: a recording alone is looked for once.
 */
export class Looks {
  readonly #work: Work;
  readonly #stopping: AbortSignal;
  #next: number | null = null;

  constructor(work: Work, stopping: AbortSignal) {
    this.#work = work;
    this.#stopping = stopping;
  }

  /** The ledger says that one is due then: it is not put off, or whoever waits for that moment waits in vain. */
  expect(at: number): void {
    if (this.#next !== null) this.#next = Math.min(this.#next, at);
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
    while ((await this.#look(AT_THE_END, () => null)) > 0 && !this.#stopping.aborted);
  }

  async #look(upTo: number, next: (settledAt: number) => number | null): Promise<number> {
    const { ledger, session, api, clock } = this.#work;
    const orders = await ledger.lookable(session.runId, upTo, AT_ONCE);
    for (const order of orders) {
      // The last calls of a run are not looked at sooner than others: a transcript takes its time.
      const first = order.settledAt + FIRST_LOOK_MS;
      await clock.sleep(first, { key: `look:${order.key}`, signal: this.#stopping });
      // A stop does not wait for looks: what is still empty is looked for by the next session.
      if (this.#stopping.aborted) break;
      const answer = await api.get(order.providerId);
      const view = answer.kind === 'found' ? answer.view : null;
      await this.#fill(order.key, view, next(order.settledAt));
    }
    return orders.length;
  }

  async #fill(key: string, view: OrderView | null, next: number | null): Promise<void> {
    const { ledger, session, clock, campaign } = this.#work;
    const now = clock.now();
    const left = view === null ? 'words' : gapIn(view, asksForOutput(campaign));
    const human = view !== null && orderOutcome(view) === 'human';
    const output = human ? (tellingAttempt(view)?.structuredOutput ?? null) : null;
    await ledger.fill(session, key, {
      now,
      view,
      success: callSuccess(campaign.success, output),
      optOut: view === null ? null : optOutOf(campaign, view, { key, now }),
      lookAt: left === 'words' ? next : null,
    });
  }
}
