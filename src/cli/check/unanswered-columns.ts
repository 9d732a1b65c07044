import { unanswered, type OpenQuestion } from '../../app/people/questions.ts';
import type { RowProblem } from '../../domain/contact/problem.ts';
import { plainText } from '../../domain/text/privacy.ts';
import { usage } from '../terminal/failure.ts';
import { shown } from '../input/paths.ts';
import type { Input } from '../input/reading.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { counted, number } from '../terminal/words.ts';

const quoted = (headers: readonly string[]): string =>
  headers.map((header) => JSON.stringify(plainText(header))).join(', ');

/** What to write into the campaign file about such columns, beside what it ignores already. */
const answers = (headers: readonly string[], ignored: readonly string[]): string =>
  `columns: { ignore: [${quoted([...ignored, ...headers])}] } if they say nothing about calls; columns: { do_not_call: [${quoted(headers)}] } if a yes in them means that the person is not to be called; columns: { consent: [${quoted(headers)}] } if a no does`;

/** What `check` says of each column that may say who is not to be called. */
export const questionWarnings = (
  open: readonly OpenQuestion[],
  ignored: readonly string[],
): readonly RowProblem[] =>
  open.map(({ header, why, cells }) => ({
    line: 1,
    column: header,
    value: '',
    code: 'column_unanswered',
    message: `The column "${header}" ${why}; ${counted(cells, 'cell is', 'cells are')} filled in. It is not used, and a live run does not begin before the campaign says whether it counts.`,
    fix: `Write in the campaign file: ${answers([header], ignored)}.`,
  }));

/** A live run begins only once the campaign says of every such column whether it speaks of calls. */
export async function needAnswers(
  { source, columns, campaign, path }: Input,
  terminal: Terminal,
): Promise<void> {
  const open = await unanswered(source, columns);
  if (open.length === 0) return;
  const lines = open.map(
    ({ header, why, cells }) =>
      `  ${quoted([header])} ${why}; ${number(cells)} of its cells ${cells === 1 ? 'is' : 'are'} filled in`,
  );
  const list = shown(source.path, terminal.cwd);
  const many = counted(open.length, 'column', 'columns');
  throw usage(
    `${many} of ${list} may say who is not to be called, and only you can say whether:\n${lines.join('\n')}`,
    `write in ${shown(path, terminal.cwd)}: ${answers(
      open.map(({ header }) => header),
      campaign.columns.ignore,
    )}; nobody was called`,
  );
}
