import type { Consent } from '../../domain/contact/consent.ts';
import type { AiDisclosed } from '../../domain/disclosure/first-turn.ts';
import type { RowProblem } from '../../domain/contact/problem.ts';
import type { Outcome } from '../../domain/order/outcome.ts';
import type { ContactState, OrderState } from '../../domain/run/states.ts';

export interface Counts {
  readonly states: Readonly<Record<ContactState, number>>;
  /** Rows with problems. */
  readonly invalid: number;
  /** Rows of a person whom an earlier row of the file has. */
  readonly duplicates: number;
  readonly held: number;
  readonly orders: number;
  readonly attempts: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Talks by whether the agent's first words said that an AI speaks. */
  readonly aiDisclosed: Readonly<Record<AiDisclosed, number>>;
  readonly talkMs: number;
  readonly reasons: readonly { state: ContactState; reason: string; count: number }[];
}

/** Talks with people of one calling group whose first words were judged. */
export interface Disclosed {
  readonly group: string;
  readonly yes: number;
  readonly no: number;
}

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

/** What a run has come to. */
export interface ViewsPort {
  counts(runId: string): Promise<Counts>;
  /** The cheap part of `counts`, for a progress line. */
  states(runId: string): Promise<Counts['states']>;
  /** Of each calling group, how many talks said at once that an AI speaks; of the orders of one version of the file. */
  disclosed(runId: string, definition: number): Promise<readonly Disclosed[]>;
  files(runId: string): Promise<readonly FileRecord[]>;
  /** Every row of the run's files, in the files' order. */
  rows(runId: string): AsyncIterable<RowRecord>;
}
