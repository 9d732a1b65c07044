import type { Consent } from '../contact/consent.ts';
import type { RowProblem } from '../contact/problem.ts';
import type { Outcome } from '../order/outcome.ts';
import type { ContactState, OrderState } from './states.ts';

/** One line of the export: a row of a file with what became of it. JSON texts are parsed by the exporter. */
export interface RowRecord {
  readonly fileId: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
  /** Set when the person is in this run through another row: that row has the result. */
  readonly duplicateOf: { readonly file: string; readonly line: number } | null;
  readonly contact: ContactRecord | null;
}

export interface ContactRecord {
  readonly id: string;
  readonly e164: string;
  readonly region: string | null;
  readonly state: ContactState;
  readonly reason: string | null;
  readonly outcome: Outcome | null;
  readonly success: boolean | null;
  readonly zones: readonly string[];
  readonly zoneSource: string;
  /** What of the evidence of the place contradicts the rest, or was not understood. */
  readonly placeNote: string | null;
  readonly consent: Consent;
  readonly heldFor: string | null;
  /** When the person came to this state. */
  readonly changedAt: number;
  readonly orders: readonly OrderRecord[];
}

export interface OrderRecord {
  readonly key: string;
  readonly nth: number;
  readonly state: OrderState;
  readonly orderedAt: number;
  readonly ringsUntil: number;
  readonly permit: string;
  readonly providerId: string | null;
  readonly attempts: readonly AttemptRecord[];
}

export interface AttemptRecord {
  readonly id: string;
  readonly startedAt: number | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly outcome: string;
  /** Nobody expected it: a second one in its order, or one that came after the order's end. */
  readonly late: boolean;
  readonly dialError: string | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
  readonly recordingUrl: string | null;
  readonly structuredOutput: Readonly<Record<string, unknown>> | null;
  readonly transcript: readonly { role: string; content: string }[] | null;
}

export interface FileRecord {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly rows: number;
  /** False: reading it was cut off, and people are missing from the run. */
  readonly complete: boolean;
}
