import type { AssistantRecord, RetryConfig } from './assistant.ts';
import type { CallRules } from './hours.ts';
import type { OrderFaults } from './order-faults.ts';

export const ORDER_STATUSES = [
  'initializing',
  'queued_for_calling',
  'calling',
  'scheduled',
  'completed',
  'cancelled',
  'errored',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ATTEMPT_STATUSES = ['queued', 'ringing', 'ongoing', 'completed', 'error'] as const;

type AttemptStatus = (typeof ATTEMPT_STATUSES)[number];

export const RESULTS = ['IVR', 'voicemail', 'human', 'unknown', 'ios-screening-filter'] as const;

export type Result = (typeof RESULTS)[number];

export const DIAL_ERRORS = [
  'number_non_attributed',
  'too_many_calls',
  'busy',
  'temporarily_unavailable',
  'no_answer',
  'no_international_permission',
  'precondition_failed',
  'non_classified_error',
] as const;

export type DialError = (typeof DIAL_ERRORS)[number];

export const ENDERS = ['agent', 'user', 'system'] as const;

export type EndedBy = (typeof ENDERS)[number];

export interface Turn {
  readonly role: 'user' | 'assistant' | 'tool';
  readonly content: string;
  readonly tool_name?: string;
  readonly tool_arguments?: Readonly<Record<string, unknown>>;
  readonly tool_is_error?: boolean;
}

/** One dial. Times are ms UTC, null before the event. */
export interface Attempt {
  readonly id: string;
  readonly status: AttemptStatus;
  readonly result: Result | null;
  readonly dialError: DialError | null;
  readonly startedAt: number | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly recordingUrl: string | null;
  readonly endedBy: EndedBy | null;
  readonly endReason: string | null;
  readonly structuredOutput: Readonly<Record<string, unknown>> | null;
  readonly transcript: readonly Turn[] | null;
}

/** What the called person is going to do, decided when the dial begins. */
export type Script =
  | { readonly kind: 'failed'; readonly dialError: DialError; readonly ringMs: number }
  | {
      readonly kind: 'answered';
      readonly result: Result;
      readonly ringMs: number;
      readonly talkMs: number;
      readonly endedBy: 'agent' | 'user';
      readonly endReason: string | null;
      /** Asks not to be called again. */
      readonly optsOut?: true;
    };

/** The next thing that happens to an order by itself. */
export interface Due {
  readonly at: number;
  readonly what: 'ready' | 'dial' | 'ring' | 'answer' | 'end';
}

export interface Concurrency {
  readonly key: string;
  readonly max: number;
}

/** What was asked for; it never changes. */
export interface OrderBirth {
  readonly id: string;
  readonly number: string;
  /** This is the nth order to that number, from 1. */
  readonly nth: number;
  readonly from: string;
  readonly createdAt: number;
  readonly scheduledAt: number | null;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly variables: Readonly<Record<string, string>>;
  readonly concurrency: Concurrency | null;
  /** The window check is left out for the first attempt. */
  readonly force: boolean;
  readonly assistant: AssistantRecord | null;
  readonly retry: RetryConfig | null;
  readonly rules: CallRules;
  /** What was asked to go wrong with it. */
  readonly faults?: OrderFaults;
}

export interface OrderState {
  readonly status: OrderStatus;
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
  readonly due: Due | null;
  readonly script: Script | null;
  /** Since when it has been waiting for a slot of its concurrency key; kept until it dials. */
  readonly waitingSince: number | null;
  /** When a cancellation that comes late is going to be done. */
  readonly cancelAt?: number | undefined;
}

export interface StoredOrder {
  readonly birth: OrderBirth;
  readonly state: OrderState;
}

export const isOver = (state: OrderState): boolean =>
  state.status === 'completed' || state.status === 'cancelled' || state.status === 'errored';

/** The attempt that has not ended, if there is one. */
export function liveAttempt(state: OrderState): Attempt | null {
  const last = state.attempts.at(-1);
  return last !== undefined && last.endedAt === null ? last : null;
}
