import type { CodeOfOrders } from '../reason-facts.ts';
import { behindColon, type Sentences } from './sentences.ts';

const WORDS: Readonly<Record<string, string>> = {
  rang: 'it rang',
  not_rung: 'it did not ring',
  again: 'call again',
};

export const OF_ORDERS: Sentences<Exclude<CodeOfOrders, 'opted_out_after'>> = {
  human_reached: () => 'a human was reached',
  human_reached_before: () => 'a human was reached by an earlier order',
  opted_out: () => 'asked not to be called again',
  outcome_stops: ({ outcome }) => outcome,
  outcome_again: ({ outcome }) => `${outcome}, to be tried again`,
  outcome_twice: ({ outcome }) => `${outcome} twice`,
  outcome_in_a_row: ({ outcome, orders }) => `${outcome} for ${orders} in a row`,
  provider_attempts_over: ({ outcome }) => `${outcome}; the provider’s own attempts are over`,
  attempts_made: ({ made, max }) => `${made} of ${max} attempts made`,
  attempts_may_be_used: ({ made, max }) =>
    `${made} of ${max} attempts made, counting orders that ended without an attempt that the provider shows`,
  orders_never_rang: ({ orders }) => `${orders} orders in a row never rang`,
  order_never_rang: () => 'the order ended before the phone rang',
  ended_without_attempt: () =>
    'the order has ended and the provider shows no attempt for it; the phone may have rung, so it counts as an attempt',
  stopped_before_ring: () => 'stopped before it rang',
  rings_after_end: () => 'the phone rings for an order that had ended',
  outcome_corrected: ({ order, was, became }) =>
    `the provider has corrected order ${order} from ${was} to ${became}`,
  resolved: ({ who, word, said }) =>
    `resolved by ${who}: ${WORDS[word] ?? word}${behindColon(said)}`,
  cancelled_by: ({ who, said }) => `cancelled by ${who}${behindColon(said)}`,
};
