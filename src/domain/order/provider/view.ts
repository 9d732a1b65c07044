import type { Oddity } from '../reading/fields.ts';

/** An order as the provider reports it, after reading: see `reading/order.ts`. */

export interface Turn {
  readonly role: string;
  readonly content: string;
}

/** One dial inside an order. Times are ms UTC; null before the event. */
export interface AttemptView {
  readonly id: string;
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

export interface OrderView {
  readonly id: string;
  readonly status: string;
  /** Oldest first (the provider sends newest first). */
  readonly attempts: readonly AttemptView[];
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The number that was called, as the provider writes it. Absent: it was not said. */
  readonly number?: string;
  /** Attempts that the provider counts and does not show, or not in a way that can be read. Absent: none. */
  readonly unseen?: number;
  /** What of the answer is not as it should be. Absent: nothing. */
  readonly odd?: readonly Oddity[];
}

const TERMINAL = new Set(['completed', 'cancelled', 'errored']);

/** An unknown status is not terminal: the order is followed until its time is over. */
export const isTerminal = (view: OrderView): boolean => TERMINAL.has(view.status);
