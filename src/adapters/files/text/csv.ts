import type { Transform } from 'node:stream';
import { CsvError, parse, type Options } from 'csv-parse';
import type { FileRow } from '../../../domain/contact/problem.ts';
import type { Delimiter } from './text-delimiter.ts';

export const MAX_RECORD_BYTES = 1024 * 1024;

export interface CsvShape {
  readonly delimiter: Delimiter;
  /** Records that begin before this line are left out. */
  readonly firstLine: number;
}

type CsvFault = 'quote_inside' | 'text_after_quote' | 'quote_open' | 'record_too_long';

/** Where and why the text stops being CSV. */
export interface CsvFaultReport {
  readonly fault: CsvFault;
  /** The line on which the broken record begins. */
  readonly line: number;
  /** The number of the cell in it, from 1. */
  readonly column: number;
}

/**
 * Counts lines the way an editor does, in which a file that cannot be read is fixed. csv-parse counts a CRLF inside a quoted cell as two lines, so those
 * are taken off again; they are seen in the cells, where they end up.
 */
class LineCount {
  #surplus = 0;
  #last: number;
  #blank = 0;

  constructor(firstLine: number) {
    this.#last = firstLine - 1;
  }

  /** Takes note of a record, given what csv-parse counted at its end. */
  add(counted: { lines: number; empty_lines: number }, cells: readonly string[]): void {
    this.#surplus += count(cells, /\r\n/g);
    this.#last = counted.lines - this.#surplus;
    this.#blank = counted.empty_lines;
  }

  /** The line on which the record after the last one begins, past the blank lines since. */
  next(blankLines: number): number {
    return this.#last + 1 + blankLines - this.#blank;
  }
}

function count(cells: readonly string[], pattern: RegExp): number {
  let sum = 0;
  for (const cell of cells) if (/[\r\n]/.test(cell)) sum += cell.match(pattern)?.length ?? 0;
  return sum;
}

interface CsvReader {
  /** Takes text as UTF-8 bytes or strings, gives a `FileRow` for every record that is not blank. */
  readonly parser: Transform;
  /** What a failure of the parser means; null when it is not the text's fault. */
  explain(error: unknown): CsvFaultReport | null;
}

/** Strict RFC 4180 with any of the three line ends. A malformed quote is a fault, never a guess. */
export function csvReader(shape: CsvShape): CsvReader {
  const lines = new LineCount(shape.firstLine);
  const options: Options<FileRow, string[]> = {
    bom: false,
    columns: false,
    delimiter: shape.delimiter,
    quote: '"',
    escape: '"',
    record_delimiter: ['\r\n', '\n', '\r'],
    from_line: shape.firstLine,
    max_record_size: MAX_RECORD_BYTES,
    relax_column_count: true,
    relax_quotes: false,
    skip_empty_lines: true,
    trim: false,
    on_record: (cells, context) => {
      lines.add(context, cells);
      // A spreadsheet opens a blank line as an empty row, and a cell with line breaks as one cell.
      const line = context.records + context.empty_lines;
      return cells.every((cell) => cell.trim() === '') ? null : { line, cells };
    },
  };
  // Its types know no other record than string[] when there are no `columns`.
  const parser = parse(options as unknown as Options);
  return { parser, explain: (error) => explain(error, lines) };
}

function explain(error: unknown, lines: LineCount): CsvFaultReport | null {
  if (!(error instanceof CsvError)) return null;
  const line = lines.next(numberOf(error['empty_lines']));
  const column = numberOf(error['column']) + 1;
  const fault = FAULTS.get(error.code);
  return fault === undefined ? null : { fault, line, column };
}

const FAULTS: ReadonlyMap<string, CsvFault> = new Map([
  ['INVALID_OPENING_QUOTE', 'quote_inside'],
  ['CSV_INVALID_CLOSING_QUOTE', 'text_after_quote'],
  ['CSV_QUOTE_NOT_CLOSED', 'quote_open'],
  ['CSV_MAX_RECORD_SIZE', 'record_too_long'],
]);

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
