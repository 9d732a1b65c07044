import type { ProviderProfile } from '../domain/order/provider/profile.ts';
import type { AttemptView, OrderView } from '../domain/order/view.ts';
import type { OrderSearch } from './order-search.ts';

/** The body of `POST /call`, as built by `orderBody`. */
export type OrderBody = Readonly<Record<string, unknown>>;

/** What one send of an order proved (reliability table; I2, I6). */
export type PlaceAnswer =
  | { kind: 'accepted'; id: string; view: OrderView; raw: string }
  /** The gate refused before the first byte left: certainly not placed. */
  | { kind: 'held'; why: string }
  /** Certainly not placed: no connection was made. May be sent again. */
  | { kind: 'not_sent'; why: string }
  /** Certainly not placed: 429. May be sent again after `retryAfterMs`. */
  | { kind: 'throttled'; retryAfterMs: number | null; why: string }
  /** Certainly not placed, and this order never can be: 400, 413, 415, 422. */
  | { kind: 'rejected'; status: number; why: string }
  /** Certainly not placed, and no other order will be either: 401, TLS. */
  | { kind: 'refused'; status: number | null; why: string }
  /** It may have been placed, and no other order may leave: 402, 403, 404, 405, 407, every redirect. */
  | { kind: 'blocked'; status: number; why: string; raw: string }
  /** It may or may not have been placed. Never sent again. */
  | { kind: 'ambiguous'; why: string; raw: string | null };

export type LookAnswer =
  | { kind: 'found'; view: OrderView; raw: string }
  | { kind: 'missing' }
  /** An answer that is no order, or not the one that was asked for. */
  | { kind: 'unreadable'; why: string; raw: string }
  | { kind: 'refused'; status: number; why: string }
  | { kind: 'unreachable'; why: string };

export type CancelAnswer =
  | { kind: 'answered'; view: OrderView | null }
  | { kind: 'missing' }
  | { kind: 'conflict'; why: string }
  | { kind: 'unreachable'; why: string };

export interface VoiceApi extends OrderSearch {
  readonly profile: ProviderProfile;
  /** One send, never repeated here. `gate` is asked at the last moment before the body is written (I4). */
  place(body: OrderBody, gate: () => Promise<string | null>): Promise<PlaceAnswer>;
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
  | { kind: 'found'; assistant: Readonly<Record<string, unknown>> }
  | Exclude<LookAnswer, { kind: 'found' | 'unreadable' }>;

/** What is asked of the provider before the first order of a live session. */
export interface VoiceAccount {
  authStatus(): Promise<AuthStatus>;
  /** A stored assistant, whose own windows and retries hold for every order that names it. */
  assistant(id: string): Promise<AssistantAnswer>;
}
