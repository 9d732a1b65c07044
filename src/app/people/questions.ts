import { readAnswer } from '../../domain/contact/refusal/answer.ts';
import { cellText } from '../../domain/contact/cells/cell-text.ts';
import type { ColumnMap } from '../../domain/contact/columns/column-map.ts';
import type { ColumnQuestion } from '../../domain/contact/refusal/columns.ts';
import type { ContactSource } from '../../ports/contact-source.ts';

/** A column that may say who is not to be called, and how many of its cells say anything. */
export interface OpenQuestion extends ColumnQuestion {
  readonly cells: number;
}

/** A column whose cells are all blank is no question. */
export async function unanswered(
  source: Pick<ContactSource, 'rows'>,
  { questions }: Pick<ColumnMap, 'questions'>,
): Promise<readonly OpenQuestion[]> {
  if (questions.length === 0) return [];
  const counts = new Map(questions.map((question) => [question.index, 0]));
  for await (const { cells } of source.rows()) {
    for (const [index, count] of counts) if (says(cells[index] ?? '')) counts.set(index, count + 1);
  }
  return questions
    .map((question) => ({ ...question, cells: counts.get(question.index) ?? 0 }))
    .filter(({ cells }) => cells > 0);
}

const says = (cell: string): boolean =>
  readAnswer(cellText(cell), { speaks: 'do_not_call', yes: [], no: [] }) !== 'silent';
