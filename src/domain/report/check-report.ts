import type { NewContact } from '../contact/contact.ts';
import type { RowProblem, RowReading } from '../contact/row/row.ts';
import { ProblemGroups, type ProblemGroup } from './problem-groups.ts';

const SAMPLES = 3;
const LINES_KEPT = 5;

/** A number as it stands in the file and as it would be called. */
interface CompletedSample {
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** Why some people of a file will never be called. */
export interface NeverReason {
  /** The reason as it is stored. */
  readonly stored: string;
  count: number;
  /** The first lines of the file that it holds for. */
  readonly lines: number[];
}

/** Those that concern most people first. */
export const mostFirst = (a: NeverReason, b: NeverReason): number =>
  b.count - a.count || (a.stored < b.stored ? -1 : 1);

/** A person with the row that they are on. */
interface PersonOfRow {
  readonly line: number;
  readonly contact: NewContact;
}

/** What `check` says about a file, gathered row by row in bounded memory. */
export class CheckReport {
  readonly #problems = new ProblemGroups();
  readonly #warnings = new ProblemGroups();
  readonly #countries = new Map<string, number>();
  /** Of everybody, also of those who cannot be called. */
  readonly #regions = new Map<string, number>();
  readonly #samples: CompletedSample[] = [];
  readonly #callable: PersonOfRow[] = [];
  readonly #others: PersonOfRow[] = [];
  #contacts = 0;
  #problemRows = 0;
  #problemCount = 0;
  #warningCount = 0;
  #completed = 0;
  #fictional = 0;
  #neverCalled = 0;
  readonly #never = new Map<string, NeverReason>();

  /** `never`: why the contact of this row will never be called, as a reason that is stored; null when it may be. */
  add(reading: RowReading, never: string | null = null): void {
    if (reading.kind === 'problem') {
      this.#problemRows += 1;
      this.#problemCount += reading.problems.length;
      for (const problem of reading.problems) this.#problems.add(problem);
      return;
    }
    const { contact, line, cells, warnings } = reading;
    for (const warning of warnings) this.warn(warning);
    this.#contacts += 1;
    if (contact.fictional) this.#fictional += 1;
    if (contact.region !== null)
      this.#regions.set(contact.region, (this.#regions.get(contact.region) ?? 0) + 1);
    const people = never === null ? this.#callable : this.#others;
    if (people.length < SAMPLES) people.push({ line, contact });
    if (never === null) {
      const country = contact.region ?? '';
      this.#countries.set(country, (this.#countries.get(country) ?? 0) + 1);
    } else this.#addNever(never, line);
    if (!contact.completed) return;
    this.#completed += 1;
    const before = cells[contact.phoneColumn] ?? '';
    if (this.#samples.length < SAMPLES) this.#samples.push({ line, before, after: contact.e164 });
  }

  #addNever(stored: string, line: number): void {
    this.#neverCalled += 1;
    const known = this.#never.get(stored) ?? { stored, count: 0, lines: [] };
    known.count += 1;
    if (known.lines.length < LINES_KEPT) known.lines.push(line);
    this.#never.set(stored, known);
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
    return this.#problemCount;
  }

  /** Something odd, of a row that can be called or of the file. */
  warn(warning: RowProblem): void {
    this.#warningCount += 1;
    this.#warnings.add(warning);
  }

  /** What is odd about rows that can be called. */
  get warnings(): number {
    return this.#warningCount;
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
    return [...this.#never.values()].sort(mostFirst);
  }

  get samples(): readonly CompletedSample[] {
    return this.#samples;
  }

  /** The first who can be called; where nobody can, the first of the others. */
  get examples(): readonly PersonOfRow[] {
    return this.#callable.length > 0 ? this.#callable : this.#others;
  }

  /** Those who can be called, by country, the most first; an empty code is a number of no country. */
  byCountry(): readonly { readonly country: string; readonly count: number }[] {
    return [...this.#countries]
      .map(([country, count]) => ({ country, count }))
      .sort((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1));
  }

  /** The country that most numbers are of, where more than half are of one; null: nobody can say. */
  get likelyCountry(): string | null {
    const [most] = [...this.#regions].sort(([, a], [, b]) => b - a);
    return most !== undefined && most[1] * 2 > this.#contacts ? most[0] : null;
  }

  /** Problems by cause, the most first. */
  problemGroups(): readonly ProblemGroup[] {
    return this.#problems.all();
  }

  /** The same of what is odd. */
  warningGroups(): readonly ProblemGroup[] {
    return this.#warnings.all();
  }
}
