import { CONTACT_METADATA, ORDER_KEY_METADATA } from '../../../domain/order/sending/labels.ts';
import { mayBeSameNumber } from '../../../domain/order/same-number.ts';
import type { OrderView } from '../../../domain/order/view.ts';
import type {
  Back,
  FindAnswer,
  ListAnswer,
  NothingTold,
  OrderSearch,
  Person,
  SearchKind,
  ShownOrder,
  Sought,
} from '../../../ports/order-search.ts';
import type { Exchange } from '../answers/read-answers.ts';
import { nothingTold, readPage, type PageAnswer } from './read-search.ts';
import { PAGE_SIZE, readBack, type Reading } from './search-pages.ts';

/** Sends one `POST /call/search` and gives what came back. */
type AskSearch = (body: unknown) => Promise<Exchange>;

type Label = readonly [name: string, value: string];
type Shown = { readonly kind: 'shown'; readonly orders: readonly ShownOrder[] } | NothingTold;

/** The ten members that the documented search requires; an empty list filters nothing. */
const EVERYTHING = {
  assignee_ids: [],
  assistant_ids: [],
  campaign_ids: [],
  directions: [],
  from_phone_numbers: [],
  outcomes: [],
  results: [],
  statuses: [],
  page_size: PAGE_SIZE,
};
const NEWEST_FIRST = { sort_by: 'created_at', sort_direction: 'desc' };
const WHOLE: Back = { since: -Infinity, past: null };

/**
 * Finds orders again. The vendor's page documents a search by the number that was called; older ones search by
 * metadata. Both are tried, and the kind that works is asked first from then on.
 */
export class OrderFinder implements Required<OrderSearch> {
  readonly #ask: AskSearch;
  #kind: SearchKind = 'by_number';

  constructor(ask: AskSearch) {
    this.#ask = ask;
  }

  async find(sought: Sought): Promise<FindAnswer> {
    return await this.#byEither(async (by): Promise<FindAnswer> => {
      const isIt = ({ view }: ShownOrder): boolean =>
        view.metadata[ORDER_KEY_METADATA] === sought.key;
      const shown =
        by === 'by_number'
          ? await this.#ofNumber(sought.number, {
              back: { ...WHOLE, since: sought.since },
              wanted: isIt,
            })
          : await this.#labelled([ORDER_KEY_METADATA, sought.key], { whole: false });
      if (shown.kind === 'unknown') return shown;
      const order = shown.orders.find(isIt);
      if (order === undefined) return { kind: 'nothing_shown', by };
      if (order.number !== null && !mayBeSameNumber(order.number, sought.number))
        return nothingTold('filter_ignored', 'an order with this key was made to another number');
      return { kind: 'found', by, view: order.view };
    });
  }

  async ordersOf({ number, contactId }: Person): Promise<ListAnswer> {
    return await this.#byEither(async (by): Promise<ListAnswer> => {
      const shown =
        by === 'by_number'
          ? await this.#ofNumber(number, { back: WHOLE })
          : await this.#labelled([CONTACT_METADATA, contactId], { whole: true });
      return shown.kind === 'unknown' ? shown : { kind: 'listed', by, orders: shown.orders };
    });
  }

  async newest(back: Back): Promise<ListAnswer> {
    const sorted = await readBack({ ask: (page) => this.#bare(page, NEWEST_FIRST), back });
    const read =
      sorted.kind === 'refused'
        ? await readBack({ ask: (page) => this.#bare(page, {}), back: WHOLE })
        : sorted;
    if (read.kind === 'refused') return nothingTold('no_search', read.why);
    return read.kind === 'unknown' ? read : { kind: 'listed', by: 'all', orders: read.orders };
  }

  async several(ids: readonly string[]): Promise<readonly OrderView[]> {
    if (this.#kind !== 'by_number') return [];
    const wanted = new Set(ids);
    const views: OrderView[] = [];
    for (let i = 0; i < ids.length; i += PAGE_SIZE) {
      const answer = await this.#page(0, { call_ids: ids.slice(i, i + PAGE_SIZE) });
      if (answer.kind !== 'page') break;
      views.push(...answer.orders.map(({ view }) => view).filter(({ id }) => wanted.has(id)));
    }
    return views;
  }

  /** The other kind is tried where this one is not taken, or does not filter. */
  async #byEither<Answer extends FindAnswer | ListAnswer>(
    ask: (by: SearchKind) => Promise<Answer | NothingTold>,
  ): Promise<Answer | NothingTold> {
    const first = this.#kind;
    const answer = await ask(first);
    if (answer.kind !== 'unknown' || !isNoUse(answer)) return answer;
    const other = first === 'by_number' ? 'by_label' : 'by_number';
    const second = await ask(other);
    if (second.kind === 'unknown') return isNoUse(second) ? answer : second;
    this.#kind = other;
    return second;
  }

  /** Orders to other numbers show that the filter was ignored: what is not among them may exist all the same. */
  async #ofNumber(number: string, how: Pick<Reading, 'back' | 'wanted'>): Promise<Shown> {
    const { back, wanted = () => false } = how;
    const isOther = (order: ShownOrder): boolean =>
      order.number === null || !mayBeSameNumber(order.number, number);
    const read = await readBack({
      ask: (page) => this.#page(page, { to_phone_number: number }),
      back,
      wanted: (order) => wanted(order) || isOther(order),
    });
    if (read.kind === 'refused') return nothingTold('no_search', read.why);
    if (read.kind === 'unknown') return read;
    const { orders } = read;
    if (orders.some(isOther) && !orders.some(wanted))
      return nothingTold('filter_ignored', 'the search by number answers with other numbers');
    return { kind: 'shown', orders };
  }

  /** `whole`: all of them are wanted, so that one that was not asked for means that others may be missing. */
  async #labelled([name, value]: Label, { whole }: { whole: boolean }): Promise<Shown> {
    const page = readPage(await this.#ask({ filters: { metadata: { [name]: value } } }));
    if (page.kind === 'refused') return nothingTold('no_search', page.why);
    if (page.kind === 'unknown') return page;
    const count = page.orders.length + page.unread;
    const orders = page.orders.filter(({ view }) => view.metadata[name] === value);
    if (orders.length > 0 && !whole) return { kind: 'shown', orders };
    if (orders.length < count)
      return nothingTold('filter_ignored', 'the search by metadata answers with other orders');
    if (page.total !== null && page.total > count)
      return nothingTold(
        'incomplete',
        'the search by metadata counts orders that it does not show',
      );
    return { kind: 'shown', orders };
  }

  /** Without what people said: of a list of all orders none of it is needed, and it would fill the memory. */
  async #bare(page: number, filters: Readonly<Record<string, unknown>>): Promise<PageAnswer> {
    const answer = await this.#page(page, filters);
    if (answer.kind !== 'page') return answer;
    const orders = answer.orders.map((order) => ({
      ...order,
      view: { ...order.view, attempts: [] },
    }));
    return { ...answer, orders };
  }

  async #page(page: number, filters: Readonly<Record<string, unknown>>): Promise<PageAnswer> {
    return readPage(await this.#ask({ ...EVERYTHING, page, ...filters }));
  }
}

const isNoUse = ({ cause }: NothingTold): boolean =>
  cause === 'no_search' || cause === 'filter_ignored';
