import { protectCell } from '../../../domain/contact/cells/cell-safety.ts';
import type { Cell } from '../../../domain/results/cell.ts';
import type { ResultLine } from '../../../domain/results/table.ts';
import type { ResultsShape, ResultsWriter } from '../../../ports/results.ts';
import type { Out } from './results-out.ts';
import { DELIMITERS } from '../text/text-delimiter.ts';

/** Characters that are gathered before they are written. */
const BATCH = 64 * 1024;

export interface TextForm {
  readonly head: string;
  readonly line: (line: ResultLine) => string;
}

/** Any separator: a program that is set to another one must not find cells of its own in the text. */
const NEEDS_QUOTES = new RegExp(`["\\r\\n${DELIMITERS.join('')}]`);

/**
 * RFC 4180: CRLF, quotes where they are needed, and no cell that a spreadsheet program takes for a formula.
 * In a file it begins with a byte order mark, without which Excel reads UTF-8 as the local code page.
 */
export function csvForm(shape: ResultsShape, isFile: boolean): TextForm {
  const delimiter = DELIMITERS.find((one) => one === shape.delimiter) ?? ',';
  const cellOf = (cell: Cell): string => {
    if (cell === null) return '';
    if (typeof cell !== 'string') return String(cell);
    const text = protectCell(cell);
    return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const record = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(delimiter)}\r\n`;
  return {
    head: (isFile ? '\uFEFF' : '') + record(shape.headers),
    line: (line) => record(line.cells()),
  };
}

/** One JSON object for each line. */
export const JSONL_FORM: TextForm = {
  head: '',
  line: (line) => `${JSON.stringify(line.object())}\n`,
};

export function textWriter(out: Out, form: TextForm): ResultsWriter {
  let batch = form.head;
  const flush = async (): Promise<void> => {
    const text = batch;
    batch = '';
    if (text !== '') await out.write(text);
  };
  return {
    write: async (line) => {
      batch += form.line(line);
      if (batch.length >= BATCH) await flush();
    },
    close: async () => {
      await flush();
      await out.commit();
    },
    abandon: () => out.abandon(),
  };
}
