import type { Decision } from '../../domain/order/decide.ts';
import type { Session } from '../session.ts';

/** What any process may ask of a run. Only the run's session changes states. */
type RunRequestKind = 'pause' | 'resume' | 'cancel';
/** What a person says about an order of which we do not know whether a phone rang (I6). */
export type ResolveKind = 'rang' | 'not_rung' | 'again';

/** Who did something, when by that person's clock, and why. */
export interface By {
  readonly who: string;
  readonly at: number;
  readonly reason: string | null;
}

export interface NewRequest extends By {
  readonly runId: string;
  readonly kind: RunRequestKind | ResolveKind;
  /** Of a decision: whom it is about. */
  readonly contactId: string | null;
  /** Of a cancel: live talks are ended too. */
  readonly hangUp: boolean;
}

export interface RequestRecord extends NewRequest {
  readonly id: number;
  /** What the session did about it; null: nothing yet. */
  readonly done: { readonly at: number; readonly what: string } | null;
}

/** What the requests of a run come to. */
export interface Control {
  readonly paused: By | null;
  readonly cancelled: (By & { readonly hangUp: boolean }) | null;
  /** Decisions about uncertain contacts that no session has carried out yet, oldest first. */
  readonly decisions: readonly RequestRecord[];
}

/** Somebody of whom we do not know whether the phone rang, or rings. */
export interface UncertainContact {
  readonly contactId: string;
  readonly e164: string;
  readonly key: string;
  readonly since: number;
  readonly ringsUntil: number;
  readonly reason: string | null;
  readonly file: string | null;
  readonly line: number | null;
}

/** What people ask of a run, and decide about somebody of it. */
export interface ControlsPort {
  /** Appends a request; returns its number. It is in effect as soon as this has returned (I10). */
  ask(request: NewRequest): Promise<number>;
  control(runId: string): Promise<Control>;
  /** Cancels everybody of the run who waits; returns how many. */
  cancelWaiting(session: Session, why: { reason: string; now: number }): Promise<number>;
  uncertainContacts(runId: string): Promise<readonly UncertainContact[]>;
  /** Carries out a decision, once. False: the contact was not uncertain any more. */
  resolve(
    session: Session,
    requestId: number,
    by: { decision: Decision; now: number },
  ): Promise<boolean>;
}
