import { callAnswer, type CallAnswer } from '../model/answer.ts';
import type { StoredOrder } from '../model/order.ts';
import type { FoundOrders, OrderQuery } from '../engine/orders.ts';
import { check, problem, type Outcome } from '../model/request.ts';
import type { SearchKind } from './kinds.ts';
import { olderSearchSchema, pageSchema, searchSchema, type SearchRequest } from './request.ts';

export interface SearchAnswer {
  readonly calls: readonly CallAnswer[];
  /** The older search does not say it. */
  readonly total_count?: number;
}

type Find = (query: OrderQuery) => FoundOrders;

/** `POST /call/search`, as this sandbox has it. */
export function answerSearch(kind: SearchKind, find: Find, body: unknown): Outcome<SearchAnswer> {
  switch (kind) {
    case 'number':
      return answered(check(searchSchema, body ?? {}), (request) =>
        counted(find(toQuery(request))),
      );
    case 'empty':
      return answered(check(searchSchema, body ?? {}), () => ({ calls: [], total_count: 0 }));
    case 'ignored':
      return answered(check(pageSchema, body ?? {}), ({ page, page_size: size }) =>
        counted(find({ ...EVERYTHING, offset: page * size, limit: size })),
      );
    case 'metadata':
      return answered(check(olderSearchSchema, body ?? {}), (request) => {
        const { filters, metadata, statuses, page, page_size: size } = request;
        const query = {
          metadata: { ...metadata, ...filters?.metadata },
          statuses: [...statuses, ...(filters?.statuses ?? [])],
          offset: page * size,
          limit: size,
        };
        return { calls: find(query).orders.map(callAnswer) };
      });
    case 'none':
      return { ok: false, problem: problem(404, 'not_found', 'this sandbox has no search') };
  }
}

const EVERYTHING = { metadata: {}, statuses: [] };

const answered = <T>(
  request: Outcome<T>,
  answer: (value: T) => SearchAnswer,
): Outcome<SearchAnswer> => (request.ok ? { ok: true, value: answer(request.value) } : request);

const counted = ({ orders, total }: FoundOrders): SearchAnswer => ({
  calls: orders.map(callAnswer),
  total_count: total,
});

function toQuery(request: SearchRequest): OrderQuery {
  const { statuses, page, page_size: size, to_phone_number: number, call_ids: ids } = request;
  const filters = filtersOf(request);
  const sort = sortOf(request);
  return {
    metadata: {},
    statuses,
    offset: page * size,
    limit: size,
    ...(number === undefined ? {} : { number }),
    ...(ids === undefined || ids.length === 0 ? {} : { ids }),
    ...(filters.length === 0 ? {} : { keep: (order) => filters.every((keeps) => keeps(order)) }),
    ...(sort === null ? {} : { sort }),
  };
}

type Filter = (order: StoredOrder) => boolean;

/** Those that the store does not know. Nobody is assigned here, no campaign runs, and no outcome is judged. */
function filtersOf(request: SearchRequest): Filter[] {
  const among = (
    wanted: readonly string[],
    value: (order: StoredOrder) => string | null,
  ): Filter[] => (wanted.length === 0 ? [] : [(order) => wanted.includes(value(order) ?? '')]);
  const never = (order: StoredOrder): null => (void order, null);
  const { query } = request;
  return [
    ...among(request.assignee_ids, never),
    ...among(request.campaign_ids, never),
    ...among(request.outcomes, never),
    ...among(request.assistant_ids, ({ birth }) => birth.assistant?.id ?? null),
    ...among(request.directions, () => 'outbound'),
    ...among(request.from_phone_numbers, ({ birth }) => birth.from),
    ...among(request.results, ({ state }) => state.attempts.at(-1)?.result ?? null),
    ...(query === undefined || query === ''
      ? []
      : [(order: StoredOrder) => speaksOf(order, query)]),
  ];
}

function speaksOf({ birth }: StoredOrder, query: string): boolean {
  const words = [birth.id, birth.number, ...Object.values(birth.metadata ?? {})];
  return words.some((word) => word.toLowerCase().includes(query.toLowerCase()));
}

/** Null: the newest first, as the store has them. */
function sortOf({ sort_by: by = 'created_at', sort_direction: direction = 'desc' }: SearchRequest) {
  if (by === 'created_at' && direction === 'desc') return null;
  const sign = direction === 'asc' ? 1 : -1;
  const value = ({ birth, state }: StoredOrder): number | string => {
    switch (by) {
      case 'created_at':
        return birth.createdAt;
      case 'status':
        return state.status;
      case 'to_phone_number':
        return birth.number;
      case 'calls_count':
        return state.attempts.length;
    }
  };
  return (a: StoredOrder, b: StoredOrder): number => {
    const [x, y] = [value(a), value(b)];
    if (x === y) return a.birth.id < b.birth.id ? -1 : 1;
    return x < y ? -sign : sign;
  };
}
