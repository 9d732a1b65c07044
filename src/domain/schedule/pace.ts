interface Pace {
  readonly starts: number;
  readonly perMs: number;
}

/**
 * The earliest moment for the next order, from the times of recent ones (ascending, ms), read from the ledger
 * so that a crash forgets nothing. At most `starts` orders leave in any `perMs`.
 */
export function nextStart(pace: Pace | null, recent: readonly number[], now: number): number {
  if (pace === null) return now;
  const nth = recent.at(-pace.starts);
  return nth === undefined ? now : Math.max(now, nth + pace.perMs);
}
