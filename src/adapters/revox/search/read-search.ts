import { httpReason } from '../answers/send-answer.ts';
import { isRecord, parseJson } from '../answers/json.ts';
import { readOrder } from '../answers/order.ts';
import type { NothingTold, ShownOrder, Untold } from '../../../ports/order-search.ts';
import { hasNoSearch, isSuccess, noAnswer, type Exchange } from '../answers/read-answers.ts';

/** One page of what a search shows. */
export interface Page {
  readonly kind: 'page';
  readonly orders: readonly ShownOrder[];
  /** Items that are no orders as far as this program can read: one of them could be the one that is looked for. */
  readonly unread: number;
  /** Of how many orders it is a page; null: it does not say. */
  readonly total: number | null;
}

/** `refused`: the search does not take a question of this shape. */
export type PageAnswer = Page | { readonly kind: 'refused'; readonly why: string } | NothingTold;

export const nothingTold = (cause: Untold, why: string): NothingTold => ({
  kind: 'unknown',
  cause,
  why,
});

const REFUSED = new Set([400, 422]);

export function readPage(exchange: Exchange): PageAnswer {
  if (exchange.kind === 'failure') return nothingTold('unreachable', noAnswer(exchange).why);
  const { status, body } = exchange;
  const why = httpReason(status, body);
  if (REFUSED.has(status)) return { kind: 'refused', why };
  if (hasNoSearch(status)) return nothingTold('no_search', why);
  if (!isSuccess(status)) return nothingTold('unreachable', why);
  const json = parseJson(body);
  if (!isRecord(json) || !Array.isArray(json['calls']))
    return nothingTold('unreachable', `the answer is no list of orders: ${why}`);
  const items: readonly unknown[] = json['calls'];
  const orders = items.flatMap((item) => shownOrder(item) ?? []);
  const unread = items.length - orders.length;
  return { kind: 'page', orders, unread, total: readCount(json['total_count']) };
}

function shownOrder(item: unknown): ShownOrder | null {
  const view = readOrder(item);
  if (view === null || !isRecord(item)) return null;
  return { view, number: view.number ?? null, createdAt: readMoment(item['created_at']) };
}

function readCount(value: unknown): number | null {
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** Only a time that can mean one moment: it says how far back a list has been read. */
function readMoment(value: unknown): number | null {
  if (typeof value !== 'string' || !/(Z|[+-]\d{2}:?\d{2})$/i.test(value.trim())) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}
