import { wording, type Wording } from './wording.ts';

/** Why orders did not leave. */
export const OF_SENDING: readonly Wording[] = [
  wording(/^the run is stopping$/, { code: 'run_stopping' }),
  wording(/^the run is paused$/, { code: 'run_paused' }),
  wording(/^the run is cancelled$/, { code: 'run_cancelled' }),
  wording(/^its window has closed$/, { code: 'window_closed' }),
  wording(/^the clock was set back$/, { code: 'clock_set_back' }),
  wording(/^the clock has jumped$/, { code: 'clock_jumped' }),
  wording(/^it waited too long to be sent$/, { code: 'waited_too_long' }),
  wording(/^the ledger does not know the order$/, { code: 'order_not_in_ledger' }),
  wording(/^another session has begun$/, { code: 'another_session' }),
  wording(/^the order is (\w+) already$/, (state = '') => ({ code: 'order_in_state', state })),
  wording(/^the lock could not be written$/, { code: 'lock_not_written' }),
  wording(/^it was not placed$/, { code: 'not_placed' }),
];

const RINGS = '(?:; it may still ring until (\\S+))?';

/** Why nobody knows what became of orders. */
export const OF_DOUBT: readonly Wording[] = [
  wording(/^it is not known whether the order was placed: ([^]*)$/, (said = '') => ({
    code: 'placing_unknown',
    said,
  })),
  wording(new RegExp(`^the provider does not know the order${RINGS}$`), (rings_until = '') => ({
    code: 'order_unknown_there',
    rings_until,
  })),
  wording(
    new RegExp(`^the provider has not confirmed the cancel${RINGS}$`),
    (rings_until = '') => ({
      code: 'cancel_unconfirmed',
      rings_until,
    }),
  ),
  wording(new RegExp(`^the provider has not ended the order${RINGS}$`), (rings_until = '') => ({
    code: 'order_not_ended',
    rings_until,
  })),
  wording(
    new RegExp(`^the provider counts attempts that it does not show${RINGS}$`),
    (rings_until = '') => ({ code: 'attempts_not_shown', rings_until }),
  ),
  wording(new RegExp(`^no end${RINGS}$`), (rings_until = '') => ({
    code: 'call_without_end',
    rings_until,
  })),
  wording(/^found at the provider, unknown to this copy of the ledger$/, {
    code: 'unknown_to_this_copy',
  }),
];
