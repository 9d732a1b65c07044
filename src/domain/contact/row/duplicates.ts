import { dialledIdentity } from '../../phone/number/identity.ts';
import type { ColumnMap } from '../columns/columns.ts';
import type { NewContact, RowReading } from './row.ts';

/**
 * The numbers of one file, to find a person who is in it twice. The first row wins: calling both would ring
 * one phone twice (promise 1). Holds one map entry for each number.
 */
export class SeenNumbers {
  readonly #headers: readonly string[];
  readonly #firstLine = new Map<string, number>();
  /** Of the few numbers that are not their own identity. */
  readonly #spelled = new Map<string, string>();

  constructor(columns: Pick<ColumnMap, 'headers'>) {
    this.#headers = columns.headers;
  }

  /** The reading as it is, or, when an earlier row has the number, the problem that names that row. */
  check(reading: RowReading): RowReading {
    const contact = reading.kind === 'contact' ? reading.contact : reading.ifJoined;
    if (contact === null) return reading;
    const identity = dialledIdentity(contact.e164);
    const first = this.#firstLine.get(identity);
    if (contact.fedBack?.state === 'duplicate') {
      return this.#problem(reading, contact, {
        message: `An export marked this row as a duplicate: another row has the result of ${contact.e164}.`,
        fix: 'Delete the row, or empty its call_state to call this number.',
      });
    }
    if (first === undefined) {
      this.#firstLine.set(identity, reading.line);
      if (identity !== contact.e164) this.#spelled.set(identity, contact.e164);
      return reading;
    }
    const spelled = this.#spelled.get(identity) ?? identity;
    const what =
      spelled === contact.e164
        ? `is on row ${first} already`
        : `is the same phone as ${spelled} on row ${first}`;
    return this.#problem(reading, contact, {
      message: `${contact.e164} ${what}, and only the first row is called.`,
      fix: 'Delete one of the two rows.',
    });
  }

  #problem(
    { line, cells }: RowReading,
    { fedBack, e164, otherNumbers, phoneColumn, refusal: reason }: NewContact,
    text: { message: string; fix: string },
  ): RowReading {
    const value = cells[phoneColumn] ?? '';
    const column = this.#headers[phoneColumn] ?? '';
    const problem = { line, column, value, code: 'duplicate', ...text };
    const refusal = reason === null ? null : { e164, otherNumbers, reason };
    return { kind: 'problem', line, cells, problems: [problem], fedBack, ifJoined: null, refusal };
  }

  get size(): number {
    return this.#firstLine.size;
  }
}
