import type { AiDisclosed } from '../../domain/disclosure/first-turn.ts';
import type { FileRecord, RowRecord } from '../../domain/run/records.ts';
import type { ContactState } from '../../domain/run/states.ts';

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
