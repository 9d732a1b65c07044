import { cellText, isBlank, MAX_CELL_LENGTH } from '../cells/cell-text.ts';
import type { ColumnMap } from '../columns/columns.ts';
import { isEmptyWord } from '../cells/empty-words.ts';
import type { RowProblem } from '../problem.ts';

interface Values {
  readonly variables: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly problems: readonly RowProblem[];
  /** Words for nothing, which the agent would speak. */
  readonly warnings: readonly RowProblem[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a row sends with its order, and what is missing in it. */
export function readValues(row: Row, columns: ColumnMap): Values {
  const value = (index: number): string => cellText(row.cells[index] ?? '');
  const variables = new Map<string, string>();
  for (const [name, index] of columns.variables) variables.set(name, value(index));
  for (const { name, index } of columns.required) variables.set(name, value(index));
  const metadata = [...columns.metadata]
    .map(([key, index]) => [key, value(index)] as const)
    .filter(([, text]) => text !== '');
  const said = ([index, what]: [number, Fault]): RowProblem => ({
    line: row.line,
    column: columns.headers[index] ?? '',
    value: row.cells[index] ?? '',
    ...what,
  });
  const problems = [...faults(row, columns)].map(said);
  const warnings = [...emptyWords(row, columns)].map(said);
  return { variables: record(variables), metadata: record(metadata), problems, warnings };
}

type Fault = Pick<RowProblem, 'code' | 'message' | 'fix'>;

/** At most one fault for each column, however often the column is used. */
function faults(row: Row, columns: ColumnMap): Map<number, Fault> {
  const found = new Map<number, Fault>();
  for (const { name, index, field, fallback } of columns.required) {
    const text = cellText(row.cells[index] ?? '');
    if (found.has(index)) continue;
    if (isBlank(text) && fallback === null)
      found.set(index, {
        code: 'variable_missing',
        message: `The cell is ${text === '' ? 'blank' : `an error of the spreadsheet (${text})`}, and ${field} needs {{${name}}}.`,
        fix: `Fill in the cell, or write in ${field} what to say instead: {{${name}|…}}.`,
      });
    else if (text.includes('{{'))
      found.set(index, {
        code: 'variable_unfilled',
        message: 'The cell holds a placeholder itself, which the agent would read out.',
        fix: 'Write the text that is meant.',
      });
  }
  const sent = new Set([
    ...columns.variables.values(),
    ...columns.metadata.values(),
    ...columns.required.map((one) => one.index),
  ]);
  for (const index of sent) {
    const { length } = row.cells[index] ?? '';
    if (length > MAX_CELL_LENGTH)
      found.set(index, {
        code: 'cell_too_long',
        message: `The cell has ${length} characters; at most ${MAX_CELL_LENGTH} are sent.`,
        fix: 'Shorten it, or name the column under columns.ignore.',
      });
  }
  return found;
}

/** Cells of what is spoken that say nothing by a word. A blank cell has its default, or is a problem. */
function emptyWords(row: Row, columns: ColumnMap): Map<number, Fault> {
  const found = new Map<number, Fault>();
  for (const { name, index, field, fallback } of columns.required) {
    const text = cellText(row.cells[index] ?? '');
    if (isBlank(text) || !isEmptyWord(text)) continue;
    const instead =
      fallback === null ? ` and write in ${field} what to say instead: {{${name}|…}}` : '';
    found.set(index, {
      code: 'empty_word',
      message: spokenWord(text, { name, field }),
      fix: `Clear the cell${instead}; or fill it in.`,
    });
  }
  return found;
}

export const spokenWord = (
  word: string,
  { name, field }: { readonly name: string; readonly field: string },
): string =>
  `"${word}" is what programs write where there is nothing, and ${field} speaks it as {{${name}}}.`;

/**
 * Without a prototype, so that a column called `__proto__` is a variable like any other; keys in one order,
 * so that the same values are the same JSON.
 */
function record(entries: Iterable<readonly [string, string]>): Record<string, string> {
  const made = Object.create(null) as Record<string, string>;
  for (const [key, value] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) made[key] = value;
  return made;
}
