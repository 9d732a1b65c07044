import type { CallOrder } from '../domain/order/sending/call-order.ts';
import type { StoredAssistant } from '../domain/order/sending/stored-assistant.ts';
import type { AttemptView, OrderView } from '../domain/order/view.ts';
import type { OrderSearch } from './order-search.ts';

/** What is known of a provider, and so what its silence proves (I6). */
export interface ProviderProfile {
  /** Empty lookups prove "not placed" only this long after the last possible send, in ms; null: never. */
  readonly settleMs: number | null;
}

/** What one send of an order proved (I2, I6). `advice`: what a person can do about it. */
export type PlaceAnswer =
  | { kind: 'accepted'; id: string; view: OrderView; raw: string }
  /** The gate refused before the first byte left: certainly not placed. */
  | { kind: 'held'; why: string }
  /** Certainly not placed: no connection was made. May be sent again. */
  | { kind: 'not_sent'; why: string }
  /** Certainly not placed: there were too many. May be sent again after `retryAfterMs`. */
  | { kind: 'throttled'; retryAfterMs: number | null; why: string }
  /** Certainly not placed, and this order never can be: it is not accepted as it is. */
  | { kind: 'rejected'; why: string; advice: string }
  /** Certainly not placed, and no other order will be either: the key, or the way there. */
  | { kind: 'refused'; why: string; advice: string }
  /** It may have been placed, and the next order would meet the same: no other may leave. */
  | { kind: 'blocked'; why: string; advice: string; raw: string }
  /** It may or may not have been placed. Never sent again. */
  | { kind: 'ambiguous'; why: string; raw: string | null };

export type LookAnswer =
  | { kind: 'found'; view: OrderView; raw: string }
  | { kind: 'missing' }
  /** An answer that is no order, or not the one that was asked for. */
  | { kind: 'unreadable'; why: string; raw: string }
  | { kind: 'refused'; why: string }
  | { kind: 'unreachable'; why: string };

export type CancelAnswer =
  | { kind: 'answered'; view: OrderView | null }
  | { kind: 'missing' }
  | { kind: 'conflict'; why: string }
  | { kind: 'unreachable'; why: string };

export interface VoiceApi extends OrderSearch {
  readonly profile: ProviderProfile;
  /** One send, never repeated here. `gate` is asked at the last moment before the order leaves (I4). */
  place(order: CallOrder, gate: () => Promise<string | null>): Promise<PlaceAnswer>;
  get(id: string): Promise<LookAnswer>;
  cancel(id: string): Promise<CancelAnswer>;
  /** The attempts at a number since an instant (ms), whatever their order. May confirm that one was placed, never deny it. */
  attempts?(number: string, since: number): Promise<AttemptsAnswer>;
}

export type AttemptsAnswer =
  | { kind: 'found'; attempts: readonly AttemptView[] }
  | { kind: 'unsupported' }
  | { kind: 'unreachable'; why: string };

export type AuthStatus = 'ok' | { readonly refused: string } | { readonly unreachable: string };

export type AssistantAnswer =
  | { kind: 'found'; assistant: StoredAssistant }
  | Exclude<LookAnswer, { kind: 'found' | 'unreadable' }>;

/** What is asked of the provider before the first order of a live session. */
export interface VoiceAccount {
  authStatus(): Promise<AuthStatus>;
  /** A stored assistant, whose own windows and retries hold for every order that names it. */
  assistant(id: string): Promise<AssistantAnswer>;
}
