import type { CodeOfDoubt } from '../reason-facts.ts';
import type { Sentences } from './sentences.ts';

export const OF_DOUBT: Sentences<CodeOfDoubt> = {
  placing_unknown: ({ said }) => `it is not known whether the order was placed: ${said}`,
  answers_unreadable: ({ said, rings_until }) =>
    `the provider’s answers about the order cannot be read: ${said}; it may ring until ${rings_until}`,
  status_unknown: ({ status, rings_until }) =>
    `the order has the status “${status}”, which is not known, and has not ended in a known way; it may ring until ${rings_until}`,
  attempts_unseen: ({ counted, shown }) =>
    `the provider counts ${counted === 1 ? '1 attempt' : `${counted} attempts`} of the order and shows ${shown}`,
  attempts_not_shown: ({ rings_until }) =>
    `the provider counts attempts that it does not show${stillRings(rings_until)}`,
  order_unknown_there: ({ rings_until }) =>
    `the provider does not know the order${stillRings(rings_until)}`,
  cancel_unconfirmed: ({ rings_until }) =>
    `the provider has not confirmed the cancel${stillRings(rings_until)}`,
  order_not_ended: ({ rings_until }) =>
    `the provider has not ended the order${stillRings(rings_until)}`,
  call_without_end: ({ rings_until }) => `no end${stillRings(rings_until)}`,
  last_order_not_seen: ({ said }) =>
    `waits until the provider confirms that the last order is over: ${said}`,
  last_order_unseen_for_a_day: ({ said }) =>
    `for a day the provider has not confirmed that the last order is over: ${said}`,
  unknown_to_this_copy: () => 'found at the provider, unknown to this copy of the ledger',
  under_way_at_forecast: () => 'a call was under way when the forecast was made',
};

const stillRings = (until: string): string =>
  until === '' ? '' : `; it may still ring until ${until}`;
