import { fenceFor } from './fence.ts';
import type { Schedules } from './schedules.ts';

/** Openings that are too short for an order are passed over; so many in a row do not occur in a week. */
const PASSED_OVER = 20;

/** When an order to this group may leave: now, or at the next opening that is long enough; null: not within a year. */
export function nextOrderAt(
  schedules: Pick<Schedules, 'at'>,
  group: string,
  now: number,
): number | null {
  let at = now;
  for (let i = 0; i < PASSED_OVER; i++) {
    const permit = fenceFor(schedules.at(group, at), at);
    if (permit.kind === 'open') return at;
    if (permit.until === null || permit.until <= at) return permit.until;
    at = permit.until;
  }
  return at;
}
