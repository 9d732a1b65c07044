import { httpReason } from '../../domain/order/answer.ts';
import { parseJson } from '../../domain/order/reading/json.ts';
import { readOrder } from '../../domain/order/reading/order.ts';
import type { OrderView } from '../../domain/order/view.ts';
import type { SearchAnswer } from '../../ports/voice-api.ts';
import { hasNoSearch, isSuccess, noAnswer, type Exchange } from './read-answers.ts';

/** Sends one search and gives what came back. */
export type AskSearch = (body: unknown) => Promise<Exchange>;

/** Orders whose metadata carries the label. */
export async function search(ask: AskSearch, label: Label): Promise<SearchAnswer> {
  return readSearch(await ask({ filters: { metadata: Object.fromEntries([label]) } }), label);
}

/** What orders are searched for by: a name and a value of their metadata. */
export type Label = readonly [name: string, value: string];

/**
 * Only orders that carry the label count. Orders that do not carry it show that the filter was ignored; then an
 * empty rest proves nothing, and must not be taken for "this order does not exist".
 */
function readSearch(exchange: Exchange, [name, value]: Label): SearchAnswer {
  if (exchange.kind === 'failure') return noAnswer(exchange);
  const { status, body } = exchange;
  if (hasNoSearch(status)) return { kind: 'unsupported' };
  const why = httpReason(status, body);
  if (!isSuccess(status)) return { kind: 'unreachable', why };
  const orders = readOrders(parseJson(body));
  if (orders === null)
    return { kind: 'unreachable', why: `the answer is no list of orders: ${why}` };
  const views = orders.filter((view) => view?.metadata[name] === value);
  if (views.length === 0 && orders.length > 0) return { kind: 'unsupported' };
  return { kind: 'found', views: views.filter((view) => view !== null) };
}

function readOrders(json: unknown): (OrderView | null)[] | null {
  if (typeof json !== 'object' || json === null || !('calls' in json)) return null;
  return Array.isArray(json.calls) ? json.calls.map(readOrder) : null;
}
