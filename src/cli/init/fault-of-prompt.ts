import { mapColumns, type ColumnWishes } from '../../domain/contact/columns/columns.ts';

/** What is wrong with a prompt for this list: a placeholder that no column fills; null: nothing. */
export function faultOfPrompt(
  prompt: string,
  of: { readonly headers: readonly string[]; readonly campaign: ColumnWishes },
): string | null {
  const mapped = mapColumns(of.headers, { ...of.campaign, assistant: { prompt } });
  if (!mapped.ok) return mapped.problems.map(({ message, fix }) => `${message} ${fix}`).join(' ');
  const single = /(?<!\{)\{(\w+)\}(?!\})|\[(\w+)\]/.exec(prompt);
  const name = single?.[1] ?? single?.[2];
  if (name === undefined || !mapped.columns.variables.has(name)) return null;
  return `"${single?.[0] ?? ''}" would be read out as it stands. Write {{${name}}} to say what is in the column.`;
}
