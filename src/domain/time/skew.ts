/** Further apart than this, the provider's clock and ours do not tell the same moment. */
const MOST_SKEW_MS = 30_000;
/** An HTTP date is cut to whole seconds. */
const DATE_STEP_MS = 1_000;

/**
 * How far our clock is ahead of the provider's (negative: behind), by the `Date` of an answer; 0 while the two
 * agree within 30 s. The provider may have dated its answer at any moment between our request and its arrival.
 */
export function clockSkew(date: number, our: { sentAt: number; heardAt: number }): number {
  const ahead = our.sentAt - (date + DATE_STEP_MS);
  if (ahead > MOST_SKEW_MS) return ahead;
  const behind = date - our.heardAt;
  return behind > MOST_SKEW_MS ? -behind : 0;
}
