import { shellWord as wordFor } from '../../../domain/text/shell-word.ts';

/** An option with its value; one without a value, or with false, is left out. */
type Flag = readonly [name: string, value: string | boolean | undefined];

export const shellWord = (text: string, platform: string = process.platform): string =>
  wordFor(text, platform);

/** A command of this program, as it can be pasted into a terminal: `campaign export --ledger 'my l.db' …`. */
export const commandLine = (name: string, ...parts: readonly (string | Flag)[]): string =>
  ['campaign', name, ...parts.flatMap((part) => wordsOf(part))].join(' ');

function wordsOf(part: string | Flag): string[] {
  // A file whose name begins with a dash must not be read as an option.
  if (typeof part === 'string') return [shellWord(part.startsWith('-') ? `./${part}` : part)];
  const [name, value] = part;
  if (value === undefined || value === false) return [];
  return value === true ? [name] : [name, shellWord(value)];
}
