/** An order as the provider reports it, after reading, in words of our own. The adapter translates. */

/** One field of an answer that is not as it should be. It alone falls back (I15). */
export interface Oddity {
  /** Such as `call_attempts[].transcript`. */
  readonly field: string;
  /** What it is instead, for people. */
  readonly is: string;
  /** How the value begins. For the ledger only: it may name a person (I9). */
  readonly value: string;
}

export interface Turn {
  readonly role: string;
  readonly content: string;
}

/** How far an attempt has come, as the ledger keeps it and `show` prints it. */
export const ATTEMPT_STATUSES = ['queued', 'ringing', 'ongoing', 'completed', 'error'] as const;

/** One dial inside an order. Times are ms UTC; null before the event. */
export interface AttemptView {
  readonly id: string;
  /** One of `ATTEMPT_STATUSES`, or the provider's own word for something else. */
  readonly status: string;
  readonly result: string | null;
  readonly dialError: string | null;
  readonly startedAt: number | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly recordingUrl: string | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
  readonly structuredOutput: Readonly<Record<string, unknown>> | null;
  readonly transcript: readonly Turn[] | null;
  /** Those of its times that the provider gave no believable moment for. Absent: none. */
  readonly byOurClock?: readonly TimeField[];
}

export type TimeField = 'startedAt' | 'answeredAt' | 'endedAt';

/** What the provider's word for an order comes to. `unknown`: nobody here knows that word, so the order may go on. */
export type Stage = 'open' | 'over' | 'cancelled' | 'unknown';

export interface OrderView {
  readonly id: string;
  readonly stage: Stage;
  /** The provider's own word for it, for people; empty: it gave none. */
  readonly status: string;
  /** Oldest first. */
  readonly attempts: readonly AttemptView[];
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The number that was called, as the provider writes it. Absent: it was not said. */
  readonly number?: string;
  /** Attempts that the provider counts and does not show, or not in a way that can be read. Absent: none. */
  readonly unseen?: number;
  /** What of the answer is not as it should be. Absent: nothing. */
  readonly odd?: readonly Oddity[];
}

/** An order of an unknown stage is not terminal: it is followed until its time is over. */
export const isTerminal = ({ stage }: OrderView): boolean =>
  stage === 'over' || stage === 'cancelled';
