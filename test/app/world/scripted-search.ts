import { show, type Kept } from './voice-script.ts';

/**
 * `works`: by number, as the vendor documents it; `lags`: the same, a little late. `metadata`: the older one.
 * `ignores`: no filter is known to it. `empty`: it never shows anything.
 */
export type SearchMode =
  'works' | 'lags' | 'metadata' | 'ignores' | 'empty' | 'unsupported' | 'down';

const SEARCH_LAG_MS = 1_500;

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

interface Asked {
  readonly filters?: { readonly metadata: Readonly<Record<string, string>> };
  readonly to_phone_number?: string;
  readonly call_ids?: readonly string[];
  readonly page?: number;
  readonly page_size?: number;
}

export interface Searched {
  readonly status: number;
  readonly body: unknown;
}

/** What a search of this mode answers. */
export function searched(
  all: readonly Kept[],
  asked: Asked,
  { mode, now }: { mode: SearchMode; now: number },
): Searched {
  if (mode === 'unsupported') return { status: 404, body: { message: 'no such path' } };
  if (mode === 'down') return { status: 503, body: { message: 'later' } };
  const missing = REQUIRED.filter((name) => !(name in asked));
  const documented = mode === 'works' || mode === 'lags';
  if (documented && missing.length > 0) return { status: 400, body: { message: missing.join() } };
  if (mode === 'metadata' && asked.filters === undefined)
    return { status: 422, body: { message: 'filters' } };
  const lag = mode === 'lags' ? SEARCH_LAG_MS : 0;
  const found = all
    .filter((order) => order.at + lag <= now && mode !== 'empty')
    .filter((order) => mode === 'ignores' || fits(order, asked))
    .sort((a, b) => b.at - a.at);
  const { page = 0, page_size: size = 100 } = asked;
  const calls = found.slice(page * size, page * size + size).map((order) => show(order, now));
  const body = mode === 'metadata' ? { calls } : { calls, total_count: found.length };
  return { status: 200, body };
}

function fits(
  order: Kept,
  { filters, to_phone_number: number, call_ids: ids = [] }: Asked,
): boolean {
  const labels = Object.entries(filters?.metadata ?? {});
  return (
    labels.every(([name, value]) => order.metadata[name] === value) &&
    (number === undefined || order.number === number) &&
    (ids.length === 0 || ids.includes(order.id))
  );
}
