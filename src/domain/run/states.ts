/** What a contact is in its run. What may become of each is in `transitions.ts`. */
export const CONTACT_STATES = [
  /** Waits for its window, its delay or a line. */
  'pending',
  /** Its order is committed; a request may be on the wire. */
  'placing',
  /** The provider has its order. */
  'calling',
  /** Nobody knows whether a phone rang, or rings (I6). */
  'uncertain',
  /** A human was reached. */
  'reached',
  /** Called, no human, and no further call is allowed. */
  'exhausted',
  /** Can never succeed: the number is not attributed, the provider takes no order for it. */
  'failed',
  /** Not called in this run, for a reason that no call has made. */
  'skipped',
  /** Stopped by a person. */
  'cancelled',
] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** What an order is. */
export const ORDER_STATES = [
  /** Committed; a request may be on the wire (I1). */
  'placing',
  /** The provider has it. */
  'calling',
  /** Nobody knows whether the provider has it, or how it ended. */
  'uncertain',
  /** It is over, and its outcome is recorded. */
  'settled',
  /** It never was with the provider, or never rang by a person’s word. */
  'withdrawn',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** An order, and its contact, while a line is held for it. */
export const OPEN = ['placing', 'calling'] as const satisfies readonly ContactState[] &
  readonly OrderState[];

/** An order, and its contact, whose end is not recorded. */
export const UNSETTLED = [...OPEN, 'uncertain'] as const;
export type UnsettledState = (typeof UNSETTLED)[number];

/** A contact of whom the run is not done. */
const UNFINISHED = ['pending', ...UNSETTLED] as const satisfies readonly ContactState[];

/** A contact who may be ordered, now or when its order has ended or a list means it no more. */
export const MAY_BE_ORDERED = [...UNFINISHED, 'skipped'] as const satisfies readonly ContactState[];
