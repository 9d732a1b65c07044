import { campaignTree } from '../compose/compose.ts';
import { shown } from '../input/paths.ts';
import type { Input } from '../input/reading.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { PasteInto } from './lines/remedy-lines.ts';

/** The keys that the text of a campaign file has at its top level, and those below them, such as assistant.prompt. */
export function keysOf(text: string): ReadonlySet<string> {
  return new Set(
    membersOf(campaignTree(text)).flatMap(([key, value]) => [
      key,
      ...membersOf(value).map(([below]) => `${key}.${below}`),
    ]),
  );
}

const membersOf = (tree: unknown): readonly (readonly [string, unknown])[] =>
  typeof tree === 'object' && tree !== null ? Object.entries(tree) : [];

/** The campaign file of an input, for what is to be pasted into it. */
export const pasteInto = (
  { path, text, hasCampaign }: Pick<Input, 'path' | 'text'> & { readonly hasCampaign?: boolean },
  terminal: Pick<Terminal, 'cwd'>,
): PasteInto => ({
  isThere: hasCampaign ?? true,
  file: shown(path, terminal.cwd),
  keys: keysOf(text),
});
