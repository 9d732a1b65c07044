import { ORDER_KEY_METADATA } from './sending/labels.ts';
import type { OrderView } from './view.ts';

/** So many last digits tell two lines apart, whichever way their country writes them (a trunk 0, a 9 for mobiles). */
const TELLING_DIGITS = 7;

/** Why an answer is not about this order (I15); null: nothing says so. What the answer leaves out says nothing. */
export function notOf(
  order: { readonly key: string; readonly e164: string },
  { metadata, number }: OrderView,
): string | null {
  const key = metadata[ORDER_KEY_METADATA];
  if (typeof key === 'string' && key !== order.key) return 'it carries the key of another order';
  if (number !== undefined && !sameLine(number, order.e164)) return 'it is to another number';
  return null;
}

function sameLine(one: string, other: string): boolean {
  const [a, b] = [one, other].map((number) => number.replace(/\D/g, '').slice(-TELLING_DIGITS));
  return a === undefined || b === undefined || a.length < TELLING_DIGITS || a === b;
}
