import type { RowProblem } from '../../../domain/contact/problem.ts';
import { plainText } from '../../../domain/text/privacy.ts';
import type { ProblemGroup } from '../../../domain/report/problem-groups.ts';
import type { Remedy } from '../../../domain/report/remedy.ts';
import { number } from '../../terminal/words.ts';
import { remedyLines, type PasteInto } from './remedy-lines.ts';
import { rowsText } from './rows-text.ts';
import { shownValue } from './shown-value.ts';
import { wrapped } from './wrapped.ts';

/** Causes that are shown; the rest are counted. */
const GROUPS_SHOWN = 20;
/** Different cells of one cause that are named besides the example. */
const VALUES_SHOWN = 3;

/** One row's trouble. Cells stand in all of it, and a terminal would obey what is in them. */
export function problemLine(problem: RowProblem): string {
  const column = problem.column === '' ? '' : ` ${plainText(problem.column)}`;
  const fix = problem.fix === null ? '' : `\n    ${plainText(problem.fix)}`;
  const message = plainText(problem.message);
  return `row ${problem.line}${column} "${shownValue(problem.value)}": ${message}${fix}`;
}

/** The causes of trouble, each with what to do about it. */
export function groupLines(
  title: string,
  groups: readonly ProblemGroup[],
  on: { readonly advice: (group: ProblemGroup) => Remedy | null; readonly into: PasteInto },
): string[] {
  if (groups.length === 0) return [];
  const left = groups.length - GROUPS_SHOWN;
  return [
    title,
    ...groups.slice(0, GROUPS_SHOWN).flatMap((group) => {
      const remedy = on.advice(group);
      return [
        ...wrapped(`${number(group.count).padStart(6)}  `, groupText(group)),
        ...(remedy === null ? [] : remedyLines(remedy, on.into, '        ')),
      ];
    }),
    ...(left > 0 ? [`        and ${number(left)} other causes; --all shows every row`] : []),
  ];
}

function groupText({ column, count, lines, example, values }: ProblemGroup): string {
  const message = plainText(example.message);
  // Row 1 is the header: the column as a whole is meant, and has no cell to show.
  if (lines.every((line) => line === 1)) return message;
  const cell = column === '' ? '' : `${plainText(column)} "${shownValue(example.value)}": `;
  const others = values.filter(({ value }) => value !== example.value).slice(0, VALUES_SHOWN);
  const also =
    others.length === 0 || column === ''
      ? ''
      : ` Other values: ${others.map(({ value }) => `"${shownValue(value)}"`).join(', ')}.`;
  return `${cell}${message}${also} (${rowsText(lines, count)})`;
}
