/** What one step of a row came to. `text` is what the table says. */
export interface Cell {
  readonly ok: boolean;
  readonly text: string;
}

export const good = (text: string): Cell => ({ ok: true, text });
export const bad = (text: string): Cell => ({ ok: false, text });

/** The last line of a failure that says something, short enough for a table. */
export function shortly(text: string): string {
  const line = text
    .split('\n')
    .map((one) => one.replace(/^npm error /, '').trim())
    .filter((one) => one !== '' && !one.startsWith('A complete log of this run'))
    .at(-1);
  return (line ?? 'it said nothing').slice(0, 160);
}
