import type { ContactState, OrderState } from './states.ts';

/** Each of `from` may become each of `to`. */
interface Transition<State> {
  readonly from: readonly State[];
  readonly to: readonly State[];
}

/**
 * What may become of a contact, by which event. The ledger’s statements take their conditions from here, and refuse
 * everything else. Nothing leads from `reached` or `cancelled`.
 */
export const CONTACT_TRANSITIONS = {
  /** A row of its file is read again before it was ever ordered: the row may name a reason against it, or no longer. */
  fed_again: { from: ['pending', 'skipped'], to: ['pending', 'skipped'] },
  /** Something bars it while it waits. Who was ordered before was called, and is not `skipped` any more. */
  barred: { from: ['pending'], to: ['skipped', 'exhausted'] },
  /** What it was skipped for no longer holds. Who was called is never freed: that would be a further call (I11). */
  freed: { from: ['skipped'], to: ['pending'] },
  /** Its turn has come. Only who waits is ordered: everybody else is under way, or done with (I3, I5). */
  claimed: { from: ['pending'], to: ['placing'] },
  /** The order certainly never was with the provider. An earlier order may have turned out to have reached a human. */
  not_placed: { from: ['placing'], to: ['pending', 'reached'] },
  /** The provider will never take an order for it. */
  refused: { from: ['placing'], to: ['failed'] },
  /** The provider has named the order: after the send, after a search, or once more. */
  accepted: { from: ['placing', 'calling', 'uncertain'], to: ['calling'] },
  /** An order of which nobody knows whether the provider has it, or how it ended (I6). */
  doubted: { from: ['placing', 'calling', 'uncertain'], to: ['uncertain'] },
  /** The order is over. From `placing`: its attempt was seen, and the provider has never named it. */
  settled: {
    from: ['placing', 'calling', 'uncertain'],
    to: ['reached', 'exhausted', 'failed', 'pending'],
  },
  /** A person has said what became of an order in doubt (I6); what follows is decided as after any other end. */
  resolved: { from: ['uncertain'], to: ['reached', 'exhausted', 'failed', 'pending'] },
  /** A later look at a settled order found a human, who was not counted as one (I5). */
  corrected: { from: ['pending', 'exhausted', 'failed'], to: ['reached'] },
  /** A later look at a settled order found more attempts, or an opt-out: only who still waits is affected (I5). */
  looked_again: { from: ['pending'], to: ['reached', 'exhausted', 'failed', 'pending'] },
  /** For a day no look at its last order has told that it is over (I13). */
  unseen: { from: ['pending'], to: ['uncertain'] },
  /** The provider, not the person, was at fault: its orders never rang. */
  put_back: { from: ['exhausted', 'failed'], to: ['pending'] },
  /** A person has cancelled the run. What is under way is followed to its end. */
  cancelled: { from: ['pending'], to: ['cancelled'] },
  /** The provider has an order that this copy of a ledger does not know. A copy does not know what came since. */
  found: {
    from: ['pending', 'placing', 'calling', 'uncertain', 'skipped'],
    to: ['calling'],
  },
} as const satisfies Readonly<Record<string, Transition<ContactState>>>;

/** What may become of an order. It begins as `placing`, or as `calling` where it was found at the provider. */
export const ORDER_TRANSITIONS = {
  /** It certainly never was with the provider. */
  not_placed: { from: ['placing'], to: ['withdrawn'] },
  /** The provider will never take it. */
  refused: { from: ['placing'], to: ['withdrawn'] },
  /** The provider has named it: after the send, after a search, or once more. */
  accepted: { from: ['placing', 'calling', 'uncertain'], to: ['calling'] },
  /** Nobody knows whether the provider has it, or how it ended. */
  doubted: { from: ['placing', 'calling', 'uncertain'], to: ['uncertain'] },
  /** It is over (I5). */
  settled: { from: ['placing', 'calling', 'uncertain'], to: ['settled'] },
  /** A person has said whether it rang (I6). */
  resolved: { from: ['uncertain'], to: ['settled', 'withdrawn'] },
  /** For a day no look has told that it is over (I13): the one way back from an end, and never to waiting. */
  unseen: { from: ['settled'], to: ['uncertain'] },
} as const satisfies Readonly<Record<string, Transition<OrderState>>>;

export type ContactEvent = keyof typeof CONTACT_TRANSITIONS;
export type OrderEvent = keyof typeof ORDER_TRANSITIONS;

/** What a contact may become by an event. */
export type Becomes<E extends ContactEvent> = (typeof CONTACT_TRANSITIONS)[E]['to'][number];
/** What an order may become by an event. */
export type OrderBecomes<E extends OrderEvent> = (typeof ORDER_TRANSITIONS)[E]['to'][number];

/** Where an event may find a contact. */
export const contactBefore = (event: ContactEvent): readonly ContactState[] =>
  CONTACT_TRANSITIONS[event].from;

/** Where an event may find an order. */
export const orderBefore = (event: OrderEvent): readonly OrderState[] =>
  ORDER_TRANSITIONS[event].from;

/** Whether an event may make this of a contact. */
export const mayBecome = (event: ContactEvent, state: ContactState): boolean =>
  (CONTACT_TRANSITIONS[event].to as readonly ContactState[]).includes(state);
