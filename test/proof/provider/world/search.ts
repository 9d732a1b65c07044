import type { Order } from './book.ts';
import type { Loose } from './odd.ts';
import type { Script } from './script.ts';

/** An answer before it is written to a socket. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export const fault = (status: number, code: string): Reply => ({
  status,
  body: { error: code, message: `${code}: see the documentation` },
});

const REQUIRED = [
  'assignee_ids',
  'assistant_ids',
  'campaign_ids',
  'directions',
  'from_phone_numbers',
  'outcomes',
  'page',
  'page_size',
  'results',
  'statuses',
];

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const within = (wanted: unknown, has: unknown): boolean => {
  const list = listed(wanted);
  return list.length === 0 || list.includes(String(has));
};

interface Asked {
  readonly body: Loose;
  /** Newest first. */
  readonly orders: readonly Order[];
  readonly tell: (order: Order) => Loose;
}

function pageOf(orders: readonly Order[], { body, tell }: Asked): Loose[] {
  const size = Math.max(1, Math.min(Number(body['page_size'] ?? 50) || 50, 100));
  const from = (Number(body['page'] ?? 0) || 0) * size;
  return orders.slice(from, from + size).map(tell);
}

function byNumber(asked: Asked): Reply {
  const { body, orders } = asked;
  const missing = REQUIRED.filter((name) => !(name in body));
  if (missing.length > 0) return fault(400, 'validation_error');
  const to = body['to_phone_number'];
  const found = orders.filter(
    (order) =>
      (to === undefined || to === null || to === order.number) &&
      within(body['call_ids'], order.id) &&
      within(body['statuses'], asked.tell(order)['status']) &&
      listed(body['campaign_ids']).length === 0,
  );
  return { status: 200, body: { calls: pageOf(found, asked), total_count: found.length } };
}

function byMetadata(asked: Asked): Reply {
  const filters = (asked.body['filters'] ?? asked.body) as Loose;
  const wanted = filters['metadata'] as Loose | undefined;
  if (wanted === undefined) return fault(400, 'validation_error');
  const found = asked.orders.filter(({ metadata }) =>
    Object.entries(wanted).every(([name, value]) => metadata[name] === value),
  );
  return { status: 200, body: { calls: pageOf(found, asked) } };
}

/** The number or the key of the one order that a search asks for; empty: it asks for several. */
export function soughtIn(body: Loose): string {
  const filters = (body['filters'] ?? body) as Loose;
  const metadata = filters['metadata'] as Loose | undefined;
  return String(body['to_phone_number'] ?? metadata?.['campaign_order_key'] ?? '');
}

/** What a search answers, by its kind. */
export function searched(script: Script, asked: Asked): Reply {
  switch (script.search) {
    case 'number':
      return byNumber(asked);
    case 'metadata':
      return byMetadata(asked);
    case 'ignored':
      return {
        status: 200,
        body: { calls: pageOf(asked.orders, asked), total_count: asked.orders.length },
      };
    case 'empty':
      return { status: 200, body: { calls: [], total_count: 0 } };
    case 'none':
      return fault(404, 'not_found');
  }
}
