import type { ColumnMap } from './columns.ts';
import type { RowReading } from './row.ts';

/**
 * The numbers of one file, to find a person who is in it twice. The first row wins: calling both would ring
 * one phone twice (promise 1). Holds one map entry for each number.
 */
export class SeenNumbers {
  readonly #phone: number;
  readonly #header: string;
  readonly #firstLine = new Map<string, number>();

  constructor(columns: Pick<ColumnMap, 'phone' | 'headers'>) {
    this.#phone = columns.phone;
    this.#header = columns.headers[columns.phone] ?? '';
  }

  /** The reading as it is, or, when an earlier row has the number, the problem that names that row. */
  check(reading: RowReading): RowReading {
    const contact = reading.kind === 'contact' ? reading.contact : reading.ifJoined;
    if (contact === null) return reading;
    const { line, cells } = reading;
    const first = this.#firstLine.get(contact.e164);
    if (first === undefined) {
      this.#firstLine.set(contact.e164, line);
      return reading;
    }
    const problem = {
      line,
      column: this.#header,
      value: cells[this.#phone] ?? '',
      code: 'duplicate',
      message: `${contact.e164} is on line ${first} already, and the first row counts.`,
      fix: 'Delete one of the two rows.',
    };
    const { fedBack } = contact;
    return { kind: 'problem', line, cells, problems: [problem], fedBack, ifJoined: null };
  }

  get size(): number {
    return this.#firstLine.size;
  }
}
