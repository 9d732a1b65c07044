import type { Decision } from '../../domain/order/decide.ts';
import type { Outcome } from '../../domain/order/outcome.ts';
import type { AttemptView, OrderView } from '../../domain/order/view.ts';
import type { Limits } from '../../domain/law/limits.ts';
import type { OptOut } from './do-not-call.ts';
import type { Session } from '../session.ts';

/** What is needed to decide after an order; counts leave this order's own attempts out. */
export interface History {
  /** Orders that ended without an attempt that is shown, and that may have rung, are attempts too (I11). */
  readonly attempts: number;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly emptyOrders: number;
  readonly uncertainOrders: number;
  readonly silentOrders: number;
}

export interface Settlement {
  readonly now: number;
  readonly view: OrderView;
  readonly outcome: Outcome | null;
  readonly success: boolean | null;
  /** Whether the talk was a refusal; null: there was no talk. */
  readonly refused?: boolean | null | undefined;
  readonly decision: Decision;
  /** The person asked not to be called again: on the do-not-call list in the same transaction. */
  readonly optOut?: OptOut | null;
  /** Ids of attempts that nobody expected. */
  readonly late?: readonly string[];
  /** It never rang because the run was stopping: that says nothing about the number. */
  readonly drained?: boolean;
  /** When to look again for a transcript or recording that was still empty; null: nothing is missing. */
  readonly lookAt: number | null;
}

/** What was seen of an order that goes on, or whose end nobody knows. */
export interface Seen {
  readonly now: number;
  readonly view: OrderView;
  readonly optOut?: OptOut | null;
  readonly late?: readonly string[];
}

/** A settled order that is to be looked at again. */
export interface Lookable {
  readonly key: string;
  readonly providerId: string;
  readonly settledAt: number;
  readonly orderedAt: number;
  readonly ringsUntil: number;
  readonly e164: string;
  readonly contactId: string;
  readonly group: string;
  /** When it is looked at next by itself; null: never. */
  readonly lookAt: number | null;
  /** As it is recorded; null: it never rang. */
  readonly outcome: Outcome | null;
}

/** The last order of somebody who is to be ordered again (I13). */
export interface LastOrder extends Omit<Lookable, 'providerId'> {
  /** Null: the provider has never named it. */
  readonly providerId: string | null;
  /** The person's orders before it, the newest first: what one of them has become says as much. */
  readonly earlier: readonly Lookable[];
  /** Of an attempt of it; null: none is known. */
  readonly attemptId: string | null;
  /** A person has said what became of it: a provider that does not know it any more takes nothing from that. */
  readonly byPerson: boolean;
}

/** Why a look at a last order did not tell that it is over. */
export interface Unlooked {
  readonly now: number;
  readonly said: string;
}

/** What a later look at a settled order brought. */
export interface Found {
  readonly now: number;
  readonly view: OrderView | null;
  /** Recorded if it was empty. */
  readonly success: boolean | null;
  /** Whether the talk was a refusal, now that its output is known; null: it is not. */
  readonly refused: boolean | null;
  readonly optOut: OptOut | null;
  /** What becomes of the contact, if it still waits and the view tells of more than was known. */
  readonly afterLate: Decision | null;
  /** How the order ended, as it is told now; null: it never rang. */
  readonly outcome: Outcome | null;
  readonly lookAt: number | null;
}

/** `replaced`: by another session; its states stay as they are. `of_another`: nothing was recorded but what was said. */
export type Acceptance = 'recorded' | 'replaced' | 'of_another';

export type EvidenceSource = 'post' | 'search' | 'get' | 'cancel';

/** What its send makes of an order. */
export interface PlacingPort {
  /**
   * The last look before an order leaves, in one read: null when it may, else why not. The session is current,
   * the order still waits to be sent, its fence has not ended, the run goes on, the number is not barred and no
   * cap or rest holds the person.
   */
  mayStart(
    session: Session,
    key: string,
    look: { readonly now: number; readonly limits: Limits },
  ): Promise<string | null>;
  /** Certainly not placed: the order never was, and the contact waits again. */
  giveBack(
    session: Session,
    key: string,
    why: { now: number; notBefore: number; reason: string },
  ): Promise<void>;
  /** Keeps the provider's id as evidence, no matter who brings it; false when the session has been replaced. */
  accepted(
    session: Session,
    key: string,
    by: { source: EvidenceSource; providerId: string; now: number },
  ): Promise<Acceptance>;
  /** The provider will never take this order: the contact has failed. */
  fail(session: Session, key: string, why: { reason: string; now: number }): Promise<void>;
}

/** An order that goes on, or of which nobody knows whether it does. */
export interface FollowingPort {
  /** Records the attempts seen so far of an order that goes on, or whose end nobody knows. */
  observe(session: Session, key: string, seen: Seen): Promise<void>;
  cancelAsked(session: Session, key: string, now: number): Promise<void>;
  uncertain(session: Session, key: string, why: { reason: string; now: number }): Promise<void>;
}

/** What an order has come to. */
export interface SettlingPort {
  history(key: string): Promise<History>;
  /** The attempts of an order that were seen while it went on. */
  seen(key: string): Promise<readonly AttemptView[]>;
  settle(session: Session, key: string, settlement: Settlement): Promise<void>;
  /** Takes back the failure of these orders' contacts: they wait again. */
  putBack(
    session: Session,
    keys: readonly string[],
    why: { reason: string; now: number },
  ): Promise<void>;
}

/** Later looks at orders that were settled. */
export interface LooksPort {
  /** I13: the look at somebody's last order has told that no human was reached and nothing is open. */
  looked(session: Session, key: string, now: number): Promise<void>;
  /** It has not: the person waits, and is uncertain after a day. */
  unlooked(session: Session, key: string, why: Unlooked): Promise<void>;
  /** Settled orders whose transcript or recording is to be looked for again. */
  lookable(runId: string, now: number, limit: number): Promise<readonly Lookable[]>;
  /** The orders of the run that were settled since then, the newest first. */
  settledSince(runId: string, since: number, limit: number): Promise<readonly Lookable[]>;
  /**
   * Fills what was still empty; what is settled never changes (I5). An attempt that came after the end is
   * recorded as late; returns the ids of those that are new. An opt-out ends anyone who waits again.
   */
  fill(session: Session, key: string, found: Found): Promise<readonly string[]>;
}
