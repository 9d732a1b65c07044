import type { Brakes } from './brakes.ts';
import type { ClockWatch } from './clock-watch.ts';
import type { Follower } from '../order/follow.ts';
import type { Groups } from './groups.ts';
import type { Lines } from './lines.ts';
import type { Looks } from '../order/looks.ts';
import type { Placer } from '../order/place.ts';
import type { Requests } from './requests.ts';
import type { UnclearHold } from '../unclear/unclear-hold.ts';

/** The other parts of a session that the dispatcher asks. */
export interface DispatcherParts {
  readonly brakes: Brakes;
  readonly lines: Lines;
  readonly groups: Groups;
  readonly placer: Placer;
  readonly follower: Follower;
  readonly looks: Looks;
  readonly requests: Requests;
  readonly clockWatch: ClockWatch;
  readonly unclear: UnclearHold;
  readonly concurrencyKeys: readonly string[];
  /** Of the run, before this session. */
  readonly peopleOrdered: number;
}
