import { believed, type SeenAt } from '../../domain/order/believed.ts';
import type { Oddity, OrderView } from '../../domain/order/view.ts';
import type { Advice } from '../../ports/advice.ts';
import type { Lookable } from '../../ports/ledger/following.ts';
import type { EvidencePort } from '../../ports/ledger/evidence.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Report } from '../../ports/report.ts';

/** Of whose order an answer is. */
type Heard = Pick<Lookable, 'key' | 'contactId' | 'orderedAt'>;

export interface WitnessWork {
  readonly ledger: EvidencePort;
  readonly clock: Clock;
  readonly report: Report;
}

/** So many orders are remembered, that what was written down of them is not written down with each look (I7). */
const REMEMBERED = 10_000;

/** Hears what the provider says of orders: what is odd about it is said once, kept with the order, and not believed. */
export class Witness {
  readonly #work: WitnessWork;
  readonly #told = new Set<string>();
  readonly #kept = new Map<string, string>();

  constructor(work: WitnessWork) {
    this.#work = work;
  }

  /** The order with times that can be. `seen`: of one who follows the order from look to look. */
  async hear(order: Heard, view: OrderView, seen: SeenAt = new Map()): Promise<OrderView> {
    const { orderedAt } = order;
    const heard = believed(view, { orderedAt, now: this.#work.clock.now() }, seen);
    if (heard.odd !== undefined) await this.#note(order, heard.odd);
    return heard;
  }

  /** An answer that is no order, or another one: said at once, and kept with the order that was asked for. */
  async unreadable(order: Heard, { why, raw }: { why: string; raw: string }): Promise<void> {
    const message = `an answer about the order of contact ${order.contactId} cannot be read: ${why}`;
    this.#tell(`${order.key} unreadable`, message);
    await this.#keep(order, `${why}: ${raw.slice(0, 2_000)}`);
  }

  async #note(order: Heard, odd: readonly Oddity[]): Promise<void> {
    for (const { field, is } of odd) {
      const message = `the provider’s answers are not as its reference page has them: ${field} is ${is}. The field is left out, or read as far as it can be`;
      this.#tell(`${field} is ${is}`, message, { kind: 'seen_with', contact: order.contactId });
    }
    const all = odd.map(({ field, is, value }) => `${field} is ${is}: ${value}`);
    await this.#keep(order, `not as it should be: ${all.join('; ')}`);
  }

  #tell(what: string, message: string, advice?: Advice): void {
    if (this.#told.has(what)) return;
    this.#told.add(what);
    this.#work.report.tell({
      event: 'note',
      message,
      ...(advice === undefined ? {} : { advice }),
    });
  }

  async #keep({ key }: Heard, raw: string): Promise<void> {
    if (this.#kept.get(key) === raw) return;
    if (this.#kept.size >= REMEMBERED) this.#kept.clear();
    this.#kept.set(key, raw);
    const { clock, ledger } = this.#work;
    const now = clock.now();
    await ledger.evidence(key, { source: 'get', providerId: null, raw, now, once: true });
  }
}
