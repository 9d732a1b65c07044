import { OrderFinder } from '../../../../src/adapters/revox/search/find.ts';
import type { Exchange } from '../../../../src/adapters/revox/answers/read-answers.ts';
import {
  CONTACT_METADATA,
  ORDER_KEY_METADATA,
} from '../../../../src/domain/order/sending/labels.ts';

/** Searches that are answered by a function, without a wire. */

export const NUMBER = '+12025550100';
export const SOUGHT = {
  key: 'c-1-1',
  number: NUMBER,
  contactId: 'c-1',
  since: Date.UTC(2026, 10, 2),
};

export type Item = Record<string, unknown>;

export const anOrder = (id: string, change: Item = {}): Item => ({
  id,
  status: 'completed',
  call_attempts: [],
  to_phone_number: NUMBER,
  created_at: '2026-11-02T10:00:00Z',
  metadata: { [ORDER_KEY_METADATA]: `${id}-1`, [CONTACT_METADATA]: id },
  ...change,
});
export const MINE = anOrder('c-1');
export const ANOTHER = anOrder('c-2', { to_phone_number: '+12025550101' });

export interface Question {
  readonly page?: number;
  readonly page_size?: number;
  readonly to_phone_number?: string;
  readonly call_ids?: readonly string[];
  readonly sort_by?: string;
  readonly filters?: { readonly metadata: Readonly<Record<string, string>> };
}

export const said = (status: number, body: unknown): Exchange => ({
  kind: 'response',
  status,
  body: JSON.stringify(body),
  retryAfterMs: null,
});
export const lists = (...calls: Item[]): Exchange =>
  said(200, { calls, total_count: calls.length });

export function finder(answer: (asked: Question, nth: number) => Exchange) {
  const asked: Question[] = [];
  const made = new OrderFinder((body) => {
    asked.push(body as Question);
    return Promise.resolve(answer(body as Question, asked.length));
  });
  return { asked, finder: made };
}
