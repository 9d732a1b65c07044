/** Words that mean the same to every shell without quotes. */
const PLAIN = /^[\p{L}\p{N}_@+=:,./-]+$/u;

/** A text as one word of a command: what the shell hands on is this text, letter by letter. */
export function shellWord(text: string, platform: string): string {
  if (PLAIN.test(text)) return text;
  if (platform === 'win32') return `"${text.replaceAll('"', '""')}"`;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
