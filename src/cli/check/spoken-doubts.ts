import { otherBraces } from '../../domain/contact/columns/other-braces.ts';
import { spokenWord } from '../../domain/contact/row/variables.ts';
import type { Input } from '../input/reading.ts';
import { counted } from '../terminal/words.ts';

/** What would be spoken and is hardly meant, a line each: for the question before phones ring. */
export function spokenDoubts({ source, columns, campaign }: Input): string[] {
  const braces = otherBraces(campaign.assistant, columns).map(
    ({ message, fix }) => `${message} ${fix ?? ''}`,
  );
  return [...braces, ...emptyWordLines({ source, columns })];
}

/** By what was counted when the file was opened: a list of a million rows is not read again for it. */
function emptyWordLines({ source, columns }: Pick<Input, 'source' | 'columns'>): string[] {
  const spoken = new Map(columns.required.map((one) => [one.index, one]));
  return [...spoken.values()].flatMap((one) => {
    const found = source.emptyCells?.get(one.index);
    if (found === undefined) return [];
    const many = counted(found.count, 'row says', 'rows say');
    const column = columns.headers[one.index] ?? '';
    return [
      `${many} something like NULL in the column "${column}"; row ${found.line}: ${spokenWord(found.word, one)} See: campaign check`,
    ];
  });
}
