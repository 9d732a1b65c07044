import { usage } from '../../terminal/failure.ts';
import { shown } from '../../input/paths.ts';
import type { Input } from '../../input/reading.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { StandInLeft } from '../stand-ins-left.ts';
import { wrapped } from './wrapped.ts';

/** What `check` says of words that still have to be replaced. */
export const standInLines = (left: readonly StandInLeft[], file: string): string[] =>
  left.length === 0
    ? []
    : [
        'to be replaced before a live run can start',
        ...left.flatMap((one) => wrapped('        ', sentence(one, file))),
      ];

const sentence = ({ line, path, words, instead }: StandInLeft, file: string): string =>
  `${file} line ${line}, ${path}: write ${instead} in the place of "${words}".`;

/** A live run begins only with the operator’s own words. */
export function needOwnWords(
  { standIns, path }: Pick<Input, 'standIns' | 'path'>,
  terminal: Pick<Terminal, 'cwd'>,
): void {
  if (standIns.length === 0) return;
  const file = shown(path, terminal.cwd);
  throw usage(
    [
      'the campaign still has words that stand for your own:',
      ...standIns.map((one) => `  ${sentence(one, file)}`),
    ].join('\n'),
    `edit ${file} and run the same command again; nobody was called`,
  );
}
