import { counted, number } from '../terminal/words.ts';
import { rowsText } from './ignored-rows.ts';
import type { CheckedList } from './suppress-files.ts';

/** What is in a list, in one line. */
export function listText(list: Pick<CheckedList, 'numbers' | 'tailRows' | 'ignored'>): string {
  const { numbers, tailRows, ignored } = list;
  const parts = [counted(numbers, 'number')];
  if (tailRows > 0)
    parts.push(
      `${counted(tailRows, 'row that is', 'rows that are')} not one whole number, so that everybody is barred whose number ends with the same seven digits`,
    );
  if (ignored.length > 0) parts.push(`${number(ignored.length)} ignored (${rowsText(ignored)})`);
  return parts.join(', ');
}
