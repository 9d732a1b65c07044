import { readReason, storeReason, type Reason } from '../../../../domain/run/reason.ts';
import { OF_ORDERS, OF_WAITING } from './of-orders.ts';
import { OF_PEOPLE } from './of-people.ts';
import { OF_DOUBT, OF_SENDING } from './of-sending.ts';
import type { Wording } from './wording.ts';

/** Every wording that earlier versions have stored. What is not among them stays as it is, and is shown so. */
const WORDINGS: readonly Wording[] = [
  ...OF_PEOPLE,
  ...OF_WAITING,
  ...OF_SENDING,
  ...OF_DOUBT,
  ...OF_ORDERS,
];

const AND_OPTED_OUT = /^([^]+); asked not to be called again$/;

/**
 * A reason of an earlier version as it is stored today. `state`: what the person became by it; it tells what an answer
 * of the provider was about.
 */
export function codedReason(text: string, state: string): string {
  const nested = recoded(text, state);
  if (nested !== null) return nested;
  const [, first] = AND_OPTED_OUT.exec(text) ?? [];
  if (first !== undefined)
    return storeReason({ code: 'opted_out_after', because: codedReason(first, state) });
  for (const { pattern, reason } of WORDINGS) {
    const found = pattern.exec(text);
    if (found !== null) return storeReason(reason(found.slice(1).map((part) => part ?? '')));
  }
  const told = toldBy(text, state);
  return told === null ? text : storeReason(told);
}

/** A reason that has a code already; one that stands in it may still be a sentence. Null: it has none. */
function recoded(text: string, state: string): string | null {
  const reason = readReason(text);
  if (reason.code === 'legacy') return text.startsWith('{"code":') ? text : null;
  if (reason.code !== 'other_number_barred') return text;
  return storeReason({ ...reason, because: codedReason(reason.because, state) });
}

/** What the provider, or the network, answered to an order was stored as it was. */
function toldBy(text: string, state: string): Reason | null {
  if (/^HTTP \d{3}[:,]/.test(text)) {
    if (state === 'failed') return { code: 'order_rejected', said: text };
    if (text.startsWith('HTTP 429')) return { code: 'throttled', said: text };
    return { code: 'sender_refused', said: text };
  }
  return /^(?:E[A-Z]{4,}|[A-Z]+(?:_[A-Z]+)+): /.test(text)
    ? { code: 'not_sent', said: text }
    : null;
}
