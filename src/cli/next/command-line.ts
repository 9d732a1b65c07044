/** An option with its value; one without a value, or with false, is left out. */
type Flag = readonly [name: string, value: string | boolean | undefined];

/** Words that mean the same to every shell without quotes. */
const PLAIN = /^[\p{L}\p{N}_@+=:,./-]+$/u;

/** A text as one word of a command: what the shell hands on is this text, letter by letter. */
export function shellWord(text: string, platform: string = process.platform): string {
  if (PLAIN.test(text)) return text;
  if (platform === 'win32') return `"${text.replaceAll('"', '""')}"`;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

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
