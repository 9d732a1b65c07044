import type { ColumnMap } from '../columns/columns.ts';
import { cellText } from '../cells/cell-text.ts';
import { storeReason } from '../../run/reason.ts';
import { readAnswer, type Answer } from './answer.ts';
import type { SpeakingColumn } from './columns.ts';
import { isPlainRefusal } from './plain-refusal.ts';

/** What the cells of a row say of calling its person. */
export interface RowAnswers {
  /** Why they are not to be called, as a reason that is stored; null: no cell says so. */
  readonly refusal: string | null;
  readonly refusedAt: number | null;
  /** Cells that nobody understands, and those of consent that were understood. */
  readonly answers: readonly { readonly column: SpeakingColumn; readonly answer: Answer }[];
}

const LONGEST_VALUE = 80;

/** Hears every cell that may refuse: any of them is enough. */
export function answersIn(
  cells: readonly string[],
  columns: Pick<ColumnMap, 'headers' | 'speaking' | 'marked'>,
): RowAnswers {
  const answers = columns.speaking.map((column) => ({
    column,
    answer: readAnswer(cellText(cells[column.index] ?? ''), column),
  }));
  const refusedAt =
    answers.find(({ answer }) => answer === 'refuses')?.column.index ??
    columns.marked.find((index) => isPlainRefusal(cellText(cells[index] ?? ''))) ??
    null;
  return { answers, refusedAt, refusal: refusedAt === null ? null : reasonAt(refusedAt) };

  function reasonAt(index: number): string {
    const value = cellText(cells[index] ?? '').replace(/\s+/g, ' ');
    return storeReason({
      code: 'row_refused',
      column: columns.headers[index] ?? '',
      value: value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value,
    });
  }
}
