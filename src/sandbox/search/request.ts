import * as z from 'zod';
import { maybe, maybeElse, textMap } from '../model/fields.ts';
import { ORDER_STATUSES, RESULTS } from '../model/order.ts';

const MAX_PAGE = 1000;
const MAX_IDS = 1000;

const page = z.int().min(0);
const pageSize = z.int().min(1).max(MAX_PAGE);

/** What orders can be sorted by; which names the provider knows is documented nowhere. */
const SORTS = ['created_at', 'status', 'to_phone_number', 'calls_count'] as const;

/** As the vendor documents it: ten members must be there, and an empty list filters nothing. */
export const searchSchema = z.object({
  assignee_ids: z.array(z.string()),
  assistant_ids: z.array(z.string()),
  campaign_ids: z.array(z.string()),
  directions: z.array(z.enum(['inbound', 'outbound'])),
  from_phone_numbers: z.array(z.string()),
  outcomes: z.array(z.string()),
  /** Whether pages begin at 0 or at 1 is documented nowhere. */
  page,
  page_size: pageSize,
  results: z.array(z.enum(RESULTS)),
  statuses: z.array(z.enum(ORDER_STATUSES)),
  call_ids: maybe(z.array(z.string()).max(MAX_IDS)),
  query: maybe(z.string()),
  sort_by: maybe(z.enum(SORTS)),
  sort_direction: maybe(z.enum(['asc', 'desc'])),
  to_phone_number: maybe(z.string()),
});

export type SearchRequest = z.output<typeof searchSchema>;

const olderFilters = {
  metadata: maybeElse(textMap, () => ({})),
  statuses: maybeElse(z.array(z.enum(ORDER_STATUSES)), () => []),
};

/** As it was before: by metadata and status, in `filters` or at the top; both have been seen. */
export const olderSearchSchema = z
  .object({
    filters: maybe(z.object(olderFilters)),
    ...olderFilters,
    metadata: maybe(textMap),
    page: maybeElse(page, () => 0),
    page_size: maybeElse(pageSize, () => 100),
  })
  .refine((body) => body.filters !== undefined || body.metadata !== undefined, {
    path: ['filters'],
    message: 'must say what is searched for',
  });

/** Where filters are ignored, pages may still count. */
export const pageSchema = z.object({ page: page.catch(0), page_size: pageSize.catch(100) });
