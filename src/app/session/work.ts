import type { PlacerWork } from '../order/place.ts';
import type { FollowerWork } from '../order/follow.ts';
import type { SettlerWork } from '../order/settle.ts';
import type { WitnessWork } from '../order/witness.ts';
import type { LooksWork } from '../order/looks.ts';
import type { RequestsWork } from '../dispatch/requests.ts';
import type { ClockWatchWork } from '../dispatch/clock-watch.ts';
import type { DispatcherWork } from '../dispatch/dispatch.ts';
import type { UnclearHoldWork } from '../unclear/unclear-hold.ts';
import type { DisclosureWork } from '../disclosure/disclosure-watch.ts';
import type { RecoverWork } from './recover.ts';
import type { ReconcileWork } from './reconcile.ts';
import type { ReadingAgain } from './read-again.ts';
import type { Feeding } from '../people/feed.ts';
import type { Admitting } from '../people/admit.ts';
import type { Locating } from '../people/locate.ts';
import type { Suppressing } from '../people/suppress.ts';

/** What a session hands to its parts, each of which names what it calls. */
export type SessionWork = PlacerWork &
  FollowerWork &
  SettlerWork &
  WitnessWork &
  LooksWork &
  RequestsWork &
  UnclearHoldWork &
  ClockWatchWork &
  DisclosureWork &
  DispatcherWork &
  RecoverWork &
  ReconcileWork;

/** What a session and its parts ask of the ledger. */
export type SessionLedger = SessionWork['ledger'] &
  Feeding['ledger'] &
  Admitting['ledger'] &
  ReadingAgain['ledger'] &
  Locating['ledger'] &
  Suppressing['ledger'];
