import type { Cell } from './cell.ts';
import {
  ATTEMPT_COLUMNS,
  CALL_COLUMNS,
  CALL_FILE,
  CALL_TRANSCRIPT,
  outputOf,
  transcriptOf,
  type DialSubject,
} from './columns.ts';
import type { RowRecord } from '../run/records.ts';
import type { ResultFile } from './own-columns.ts';
import { markHeader, OwnColumns } from './own-columns.ts';
import { OutputColumns } from './output-columns.ts';
import { attemptObject, rowObject } from './objects.ts';
import { subjectOf, type Dial, type ResultContext, type Subject } from './subject.ts';

/** One line of the results, in the form that the file's kind asks for. Nothing is made before it is asked. */
export interface ResultLine {
  cells(): readonly Cell[];
  object(): Readonly<Record<string, unknown>>;
}

interface ResultTableOptions {
  readonly files: readonly ResultFile[];
  readonly declaredOutputs: readonly string[];
  /** One line for each attempt instead of one for each row. */
  readonly attempts: boolean;
  readonly context: ResultContext;
}

/** The shape of the results. Tables have to `see` every row before their headers are known. */
export class ResultTable {
  readonly #options: ResultTableOptions;
  readonly #own: OwnColumns;
  readonly #outputs: OutputColumns;
  readonly #fileNames: ReadonlyMap<number, string>;

  constructor(options: ResultTableOptions) {
    this.#options = options;
    this.#own = new OwnColumns(options.files);
    this.#outputs = new OutputColumns(options.declaredOutputs);
    this.#fileNames = new Map(options.files.map(({ id, name }) => [id, name]));
  }

  /** Takes note of the row's structured outputs. Holds nothing of the row but their names. */
  see(row: RowRecord): void {
    const subject = this.subject(row);
    const dials: readonly (Dial | null)[] = this.#options.attempts
      ? subject.dials
      : [subject.telling];
    for (const dial of dials) this.#outputs.see(outputOf(dial));
  }

  get headers(): readonly string[] {
    const columns = this.#options.attempts ? ATTEMPT_COLUMNS : CALL_COLUMNS;
    return [
      ...this.#own.headers.map(markHeader),
      ...(this.#isFileTold ? [CALL_FILE] : []),
      ...columns.map(({ name }) => name),
      ...this.#outputs.headers,
      CALL_TRANSCRIPT,
    ];
  }

  get #isFileTold(): boolean {
    return this.#fileNames.size > 1;
  }

  subject(row: RowRecord): Subject {
    return subjectOf(row, this.#own.fits(row), this.#options.context);
  }

  lines(row: RowRecord, subject: Subject): readonly ResultLine[] {
    if (!this.#options.attempts) return [this.#rowLine(row, subject)];
    return subject.dials.map((dial) => this.#attemptLine(row, { subject, dial }));
  }

  #rowLine(row: RowRecord, subject: Subject): ResultLine {
    const { telling } = subject;
    return {
      cells: () => [
        ...this.#ownCells(row),
        ...CALL_COLUMNS.map(({ value }) => value(subject)),
        ...this.#outputs.cells(outputOf(telling)),
        transcriptOf(telling),
      ],
      object: () => rowObject(this.#rowFacts(row), subject),
    };
  }

  #attemptLine(row: RowRecord, of: DialSubject): ResultLine {
    return {
      cells: () => [
        ...this.#ownCells(row),
        ...ATTEMPT_COLUMNS.map(({ value }) => value(of)),
        ...this.#outputs.cells(outputOf(of.dial)),
        transcriptOf(of.dial),
      ],
      object: () => attemptObject(this.#rowFacts(row), of),
    };
  }

  #ownCells(row: RowRecord): readonly Cell[] {
    const own = this.#own.cells(row) ?? this.#own.headers.map(() => '');
    return this.#isFileTold ? [...own, this.#fileNames.get(row.fileId) ?? null] : own;
  }

  #rowFacts(row: RowRecord) {
    return { row, own: this.#own.entries(row), file: this.#fileNames.get(row.fileId) ?? null };
  }
}
