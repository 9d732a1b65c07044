import type { Back, NothingTold, ShownOrder } from '../../../ports/order-search.ts';
import { nothingTold, type Page, type PageAnswer } from './read-search.ts';

/** Full orders are long, and an answer has a greatest length: 20,000 orders are read at most (I7). */
export const PAGE_SIZE = 50;
const MOST_PAGES = 400;
/** How often a list that changes while it is read is begun anew. */
const RESTARTS = 2;
/** The provider's clock and the one that an order was written down by may differ by so much. */
const SLACK_MS = 24 * 3_600_000;

export interface Reading {
  readonly ask: (page: number) => Promise<PageAnswer>;
  readonly back: Back;
  /** The reading ends with the first such order. */
  readonly wanted?: (order: ShownOrder) => boolean;
}

/** `read`: everything as far back as was asked, or as far as the first that was wanted. */
type Read =
  { readonly kind: 'read'; readonly orders: readonly ShownOrder[] } | Exclude<PageAnswer, Page>;

/**
 * Reads page after page. It is complete when it has as many different orders as the search says there are, or when
 * the list is sorted by time and goes back far enough. A total that changes meanwhile, or an order that is met
 * twice, means that pages have shifted, and that an order may have slipped between two of them: begun anew.
 */
export async function readBack(reading: Reading): Promise<Read> {
  for (let tries = 0; tries <= RESTARTS; tries++) {
    const read = await new Pages(reading).read();
    if (read !== 'shifted') return read;
  }
  return incomplete('its pages shift while they are read');
}

const incomplete = (why: string): NothingTold =>
  nothingTold('incomplete', `the search was not read to its end: ${why}`);

class Pages {
  readonly #reading: Reading;
  readonly #seen = new Map<string, ShownOrder>();
  #total: number | null = null;
  #unread = 0;
  /** Created at, as long as each order is no younger than the one before it; null: it is not sorted. */
  #oldest: number | null = Infinity;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  async read(): Promise<Read | 'shifted'> {
    for (let nth = 0; nth < MOST_PAGES; nth++) {
      const page = await this.#reading.ask(nth);
      // Whether pages begin at 0 or at 1 is not documented.
      if (page.kind === 'refused' && nth === 0) continue;
      if (page.kind !== 'page') return page;
      const read = this.#take(page, nth);
      if (read !== null) return read;
    }
    return incomplete(`it has more than ${MOST_PAGES * PAGE_SIZE} orders`);
  }

  /** Null: there is more to read. */
  #take(page: Page, nth: number): Read | 'shifted' | null {
    if (page.total === null) return this.#withoutTotal(page);
    this.#total ??= page.total;
    if (page.total !== this.#total) return 'shifted';
    // A search whose pages begin at 1 may answer page 0 as it answers page 1.
    if (nth === 1 && this.#isFirstAgain(page)) return null;
    const twice = page.orders.some((order) => this.#seen.has(order.view.id));
    const found = this.#add(page);
    if (found) return this.#read();
    if (twice) return 'shifted';
    const count = this.#seen.size + this.#unread;
    if (count > page.total) return incomplete('it shows more orders than it says it has');
    if (count === page.total || this.#isFarEnough())
      return this.#unread === 0 ? this.#read() : incomplete('it shows what is no order');
    return page.orders.length + page.unread === 0 && nth > 0 ? 'shifted' : null;
  }

  /** What it does not show may be on another page. */
  #withoutTotal(page: Page): Read {
    return this.#add(page) ? this.#read() : incomplete('it does not say how many orders it has');
  }

  /** Whether an order that is wanted is among them. */
  #add({ orders, unread }: Page): boolean {
    this.#unread += unread;
    for (const order of orders) {
      this.#seen.set(order.view.id, order);
      const at = order.createdAt;
      const sorted = at !== null && this.#oldest !== null && at <= this.#oldest;
      this.#oldest = sorted ? at : null;
    }
    return orders.some((order) => this.#reading.wanted?.(order) === true);
  }

  #isFirstAgain({ orders }: Page): boolean {
    const known = orders.filter(({ view }) => this.#seen.has(view.id));
    return known.length > 0 && known.length === orders.length && orders.length === this.#seen.size;
  }

  #isFarEnough(): boolean {
    const { since, past } = this.#reading.back;
    if (past !== null && !this.#seen.has(past)) return false;
    return this.#oldest !== null && this.#oldest < since - SLACK_MS;
  }

  #read(): Read {
    return { kind: 'read', orders: [...this.#seen.values()] };
  }
}
