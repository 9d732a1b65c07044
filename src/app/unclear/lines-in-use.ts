import { mayBeLiveUntil } from '../../domain/order/follow.ts';
import type { UnsettledState } from '../../domain/run/states.ts';

/** Which lines a session counts as held, from what the ledger knows of its run. */
export interface LinesInUse {
  /** Of calls that are under way. */
  readonly live: number;
  /** Of orders of which nobody knows whether they are live. */
  readonly mayBeLive: number;
  /** When the last of those gives its line back by itself; null: there is none. */
  readonly until: number | null;
}

interface Unsettled {
  readonly state: UnsettledState;
  readonly orderedAt: number;
}

export function linesInUse(
  orders: readonly Unsettled[],
  { at, maxCallSeconds }: { at: number; maxCallSeconds: number },
): LinesInUse {
  const ends = orders
    .filter(({ state }) => state === 'uncertain')
    .map(({ orderedAt }) => mayBeLiveUntil(orderedAt, maxCallSeconds))
    .filter((until) => until > at);
  return {
    live: orders.filter(({ state }) => state !== 'uncertain').length,
    mayBeLive: ends.length,
    until: ends.length === 0 ? null : Math.max(...ends),
  };
}
