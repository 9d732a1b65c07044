import type { CallRules } from './hours.ts';

/**
 * What a provider may do with an order that its page does not promise, or promises otherwise. Each is decided
 * when the order is accepted, and stays with it. Seconds: how long, unless the one who asks for it says otherwise.
 */
export const ORDER_FAULTS = {
  held: { seconds: 7200, what: 'is held for up to so long before anything happens' },
  zone_by_country: { seconds: 0, what: 'keeps the hours of one zone per country code' },
  stale_zones: { seconds: 0, what: 'keeps hours by the time-zone rules of 2025' },
  days_ignored: { seconds: 0, what: 'is dialled on every day, whatever allowed_days says' },
  extra_attempt: { seconds: 0, what: 'reads max_retry_attempts as extra attempts' },
  after_human: { seconds: 0, what: 'is dialled again after a human was reached' },
  endless: { seconds: 0, what: 'never ends, though its last attempt has' },
  completed_empty: { seconds: 0, what: 'is completed without an attempt' },
  errored_empty: { seconds: 0, what: 'is errored without an attempt' },
  cancel_missing: { seconds: 0, what: 'cannot be cancelled: 404' },
  cancel_late: { seconds: 60, what: 'is cancelled only so long after it was asked for' },
  cancel_races: { seconds: 3, what: 'rings when it is cancelled, for so long' },
  hidden: { seconds: 30, what: 'is answered with 404 for so long after it was accepted' },
  search_lags: { seconds: 30, what: 'is not found by a search for so long' },
  webhook_lost: { seconds: 0, what: 'ends without its webhook' },
  webhook_late: { seconds: 60, what: 'tells its end so long after it' },
  webhook_twice: { seconds: 0, what: 'tells its end twice' },
} as const;

export type OrderFaultKind = keyof typeof ORDER_FAULTS;

/** What is wrong with an order, with the seconds that it takes. */
export type OrderFaults = Readonly<Partial<Record<OrderFaultKind, number>>>;

/** The zone of most people under the country codes that have several. */
const ONE_ZONE: readonly (readonly [code: string, zone: string])[] = [
  ['+1', 'America/New_York'],
  ['+7', 'Europe/Moscow'],
  ['+52', 'America/Mexico_City'],
  ['+55', 'America/Sao_Paulo'],
  ['+56', 'America/Santiago'],
  ['+61', 'Australia/Sydney'],
  ['+62', 'Asia/Jakarta'],
  ['+64', 'Pacific/Auckland'],
  ['+34', 'Europe/Madrid'],
  ['+351', 'Europe/Lisbon'],
  ['+243', 'Africa/Kinshasa'],
  ['+593', 'America/Guayaquil'],
];

/** A zone that still keeps the time which this one kept before its law changed in 2026. */
const AS_BEFORE: Readonly<Record<string, string>> = {
  'America/Vancouver': 'America/Los_Angeles',
  'America/Edmonton': 'America/Denver',
  'America/Inuvik': 'America/Denver',
  'America/Winnipeg': 'America/Chicago',
  'America/Havana': 'America/New_York',
  'Africa/Casablanca': 'Africa/Lagos',
  'Africa/El_Aaiun': 'Africa/Lagos',
};

/** The one zone that is taken for all numbers of a country code; undefined when it is not guessed so. */
export const guessed = (number: string, faults: OrderFaults): string | undefined =>
  faults.zone_by_country === undefined
    ? undefined
    : ONE_ZONE.find(([code]) => number.startsWith(code))?.[1];

export const asBefore = (zone: string, faults: OrderFaults): string =>
  faults.stale_zones === undefined ? zone : (AS_BEFORE[zone] ?? zone);

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

export const faultyRules = (rules: CallRules, faults: OrderFaults): CallRules => ({
  ...rules,
  ...(faults.days_ignored === undefined ? {} : { days: EVERY_DAY }),
  ...(faults.extra_attempt === undefined ? {} : { maxAttempts: rules.maxAttempts + 1 }),
});
