import { otherBraces } from '../../domain/contact/other-braces.ts';
import { emptyWords } from '../../domain/contact/variables.ts';
import type { Input } from '../reading.ts';
import { counted } from '../words.ts';

/** What would be spoken and is hardly meant, a line each: for the question before phones ring. */
export async function spokenDoubts({ source, columns, campaign }: Input): Promise<string[]> {
  const braces = otherBraces(campaign.assistant, columns).map(
    ({ message, fix }) => `${message} ${fix ?? ''}`,
  );
  return [...braces, ...(await emptyWordLines({ source, columns }))];
}

async function emptyWordLines({
  source,
  columns,
}: Pick<Input, 'source' | 'columns'>): Promise<string[]> {
  if (columns.required.length === 0) return [];
  let rows = 0;
  let first = '';
  for await (const row of source.rows()) {
    const [found] = emptyWords(row, columns);
    if (found === undefined) continue;
    if (rows === 0) first = `row ${row.line}: ${found[1].message}`;
    rows += 1;
  }
  if (rows === 0) return [];
  const many = counted(rows, 'row says', 'rows say');
  return [`${many} something like NULL where a text is spoken; ${first} See: campaign check`];
}
