import type { Consent } from '../contact/consent.ts';

/** What the export needs of the ledger's records; the ledger's own types fit these. */

export interface ResultFile {
  readonly id: number;
  readonly name: string;
  readonly delimiter: string;
  readonly headers: readonly string[];
}

export interface ResultRow {
  readonly fileId: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly ResultProblem[];
  readonly duplicateOf: { readonly file: string; readonly line: number } | null;
  readonly contact: ResultContact | null;
}

export interface ResultProblem {
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly message: string;
  readonly fix: string | null;
}

export interface ResultContact {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly outcome: string | null;
  readonly success: boolean | null;
  readonly zones: readonly string[];
  readonly zoneSource: string;
  readonly placeNote: string | null;
  readonly consent: Consent;
  readonly heldFor: string | null;
  readonly changedAt: number;
  readonly orders: readonly ResultOrder[];
}

export interface ResultOrder {
  readonly key: string;
  readonly nth: number;
  readonly state: string;
  readonly orderedAt: number;
  readonly ringsUntil: number;
  readonly permit: string;
  readonly providerId: string | null;
  readonly attempts: readonly ResultAttempt[];
}

export interface ResultAttempt {
  readonly id: string;
  readonly startedAt: number | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly outcome: string;
  /** Nobody expected it. */
  readonly late: boolean;
  readonly dialError: string | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
  readonly recordingUrl: string | null;
  readonly structuredOutput: Readonly<Record<string, unknown>> | null;
  readonly transcript: readonly { readonly role: string; readonly content: string }[] | null;
}
