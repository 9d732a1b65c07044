import { plainText } from '../../../domain/text/privacy.ts';
import type { Paste, Remedy } from '../../../domain/report/remedy.ts';
import { wrapped } from './wrapped.ts';

/** The campaign file, as far as a remedy has to be pasted into it. */
export interface PasteInto {
  /** As the operator would write it. */
  readonly file: string;
  /** Where it is not, `campaign init` has to write it first: a file of these lines alone is no campaign. */
  readonly isThere: boolean;
  /** The keys that it has at its top level, and those below them, such as assistant.prompt. */
  readonly keys: ReadonlySet<string>;
}

/** What to do, and below it the lines to paste. */
export function remedyLines(remedy: Remedy, into: PasteInto, indent: string): string[] {
  const { text, paste, frees } = remedy;
  return [
    ...wrapped(`${indent}${frees ? 'fix' : 'note'}  `, plainText(text)),
    ...(paste === null ? [] : pasteLines(paste, into, `${indent}     `)),
  ];
}

function pasteLines(
  { key, lines }: Paste,
  { file, isThere, keys }: PasteInto,
  indent: string,
): string[] {
  const [first = '', ...nested] = lines;
  const write = (what: string, shown: readonly string[]): string[] => [
    `${indent}${what}`,
    ...shown.map((line) => `${indent}  ${plainText(line)}`),
  ];
  const where = isThere ? `in ${file}` : `in ${file}, once campaign init has written it,`;
  if (!keys.has(key)) return write(`${where} write:`, lines);
  if (nested.length === 0) return write(`${where} change ${key} to:`, [first]);
  const below = nested.map((line) => line.slice(2));
  const there = below.map(keyOf).filter((name) => keys.has(`${key}.${name}`));
  const instead = there.length === 0 ? '' : ` in place of ${there.join(' and ')},`;
  return write(`${where}${isThere ? ',' : ''} under ${key}:,${instead} write:`, below);
}

/** The key that a line of YAML gives a value; none: the line goes on with what stands before it. */
const keyOf = (line: string): string => /^(\w+):/.exec(line)?.[1] ?? '';
