const PLAIN = /^[\p{L}\p{N}_@%+=:,./-]+$/u;

/** A word as a shell takes it: one with spaces or signs in quotes, so that a command that is shown can be pasted. */
export function shellWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return process.platform === 'win32' ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}
