import type { Finding, RowCells } from '../row/row-cells.ts';
import type { RowAnswers } from './in-row.ts';

/** Cells that nobody understands, though what they say may be that the person is not to be called. */
export function unknownAnswers(
  row: RowCells,
  { answers }: RowAnswers,
): readonly { readonly index: number; readonly found: Finding }[] {
  return answers.flatMap(({ column, answer }) => {
    const text = row.text(column.index);
    if (answer !== 'unknown' || text === null) return [];
    const { index, speaks } = column;
    const header = row.columns.headers[index] ?? '';
    const about = speaks === 'consent' ? 'who has agreed to be called' : 'who is not to be called';
    const [yes, no] =
      speaks === 'consent'
        ? ['the person has agreed', 'they have not']
        : ['the person is not to be called', 'they may be'];
    const found: Finding = {
      code: speaks === 'consent' ? 'consent_unknown' : 'do_not_call_unknown',
      message: `"${text}" is not understood, and the column says ${about}: nobody is called by this row.`,
      fix: `Say in the campaign file what it means: columns: { ${speaks}: { column: ${quoted(header)}, yes: [${quoted(text)}] } } if ${yes}, with no: instead of yes: if ${no}; or columns: { ignore: [${quoted(header)}] } if the column says nothing about calls.`,
    };
    return [{ index, found }];
  });
}

const LONGEST = 60;

/** As it can be pasted into YAML. */
const quoted = (text: string): string =>
  JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
