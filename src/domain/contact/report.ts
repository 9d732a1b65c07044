import type { RowProblem, RowReading } from './row.ts';

/** Problems of one kind that are kept to be shown; all of them are counted. */
const SHOWN_PER_CODE = 10;
const SAMPLES = 3;
const LINES_KEPT = 5;

export interface ProblemGroup {
  readonly code: string;
  readonly count: number;
  /** The first of them. */
  readonly shown: readonly RowProblem[];
}

/** A number as it stands in the file and as it would be called. */
export interface CompletedSample {
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** Why some people of a file will never be called. */
export interface NeverReason {
  readonly why: string;
  count: number;
  /** The first lines of the file that it holds for. */
  readonly lines: number[];
}

/** What `check` says about a file, gathered row by row in bounded memory. */
export class CheckReport {
  readonly #phone: number;
  readonly #codes = new Map<string, { count: number; shown: RowProblem[] }>();
  readonly #countries = new Map<string, number>();
  readonly #samples: CompletedSample[] = [];
  #contacts = 0;
  #problemRows = 0;
  #problems = 0;
  #warnings = 0;
  #completed = 0;
  #fictional = 0;
  #neverCalled = 0;
  readonly #never = new Map<string, NeverReason>();
  #firstLine: number | null = null;
  #lastLine: number | null = null;

  /** `phone` is the index of the phone column. */
  constructor(phone: number) {
    this.#phone = phone;
  }

  /** `never`: why the contact of this row will never be called; null when it may be. */
  add(reading: RowReading, never: string | null = null): void {
    this.#firstLine ??= reading.line;
    this.#lastLine = reading.line;
    if (reading.kind === 'problem') {
      this.#problemRows += 1;
      for (const problem of reading.problems) this.#addProblem(problem);
      return;
    }
    const { contact, line, cells, warnings } = reading;
    this.#warnings += warnings.length;
    this.#contacts += 1;
    if (contact.fictional) this.#fictional += 1;
    if (never === null) {
      const country = contact.region ?? '';
      this.#countries.set(country, (this.#countries.get(country) ?? 0) + 1);
    } else this.#addNever(never, line);
    if (!contact.completed) return;
    this.#completed += 1;
    const before = cells[this.#phone] ?? '';
    if (this.#samples.length < SAMPLES) this.#samples.push({ line, before, after: contact.e164 });
  }

  #addNever(why: string, line: number): void {
    this.#neverCalled += 1;
    const known = this.#never.get(why) ?? { why, count: 0, lines: [] };
    known.count += 1;
    if (known.lines.length < LINES_KEPT) known.lines.push(line);
    this.#never.set(why, known);
  }

  #addProblem(problem: RowProblem): void {
    const group = this.#codes.get(problem.code) ?? { count: 0, shown: [] };
    group.count += 1;
    if (group.shown.length < SHOWN_PER_CODE) group.shown.push(problem);
    this.#codes.set(problem.code, group);
    this.#problems += 1;
  }

  /** Everybody whose row is in order. */
  get contacts(): number {
    return this.#contacts;
  }

  /** Those of them for whom nothing rules out a call. */
  get callable(): number {
    return this.#contacts - this.#neverCalled;
  }

  get problemRows(): number {
    return this.#problemRows;
  }

  /** Every problem of every row. */
  get problems(): number {
    return this.#problems;
  }

  /** What is odd about rows that can be called. */
  get warnings(): number {
    return this.#warnings;
  }

  get rows(): number {
    return this.#contacts + this.#problemRows;
  }

  /** Contacts whose country code came from the row's country or from `default_country`. */
  get completed(): number {
    return this.#completed;
  }

  /** Contacts with numbers that are set aside for fiction. */
  get fictional(): number {
    return this.#fictional;
  }

  /** Contacts who will never be called, by the reason, the most first. */
  never(): readonly NeverReason[] {
    return [...this.#never.values()].sort((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1));
  }

  get firstLine(): number | null {
    return this.#firstLine;
  }

  get lastLine(): number | null {
    return this.#lastLine;
  }

  get samples(): readonly CompletedSample[] {
    return this.#samples;
  }

  /** Those who can be called, by country, the most first; an empty code is a number of no country. */
  byCountry(): readonly { readonly country: string; readonly count: number }[] {
    return [...this.#countries]
      .map(([country, count]) => ({ country, count }))
      .sort((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1));
  }

  /** Problems by kind, the most first. */
  byCode(): readonly ProblemGroup[] {
    return [...this.#codes]
      .map(([code, group]) => ({ code, ...group }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }
}
