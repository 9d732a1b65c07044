import { campaignTree } from '../compose/compose.ts';
import { shown } from '../input/paths.ts';
import type { Input } from '../input/reading.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { PasteInto } from './lines/remedy-lines.ts';

/** The keys that the text of a campaign file has at its top level. */
export function topKeysOf(text: string): ReadonlySet<string> {
  const tree = campaignTree(text);
  return new Set(typeof tree === 'object' && tree !== null ? Object.keys(tree) : []);
}

/** The campaign file of an input, for what is to be pasted into it. */
export const pasteInto = (
  { path, text, hasCampaign }: Pick<Input, 'path' | 'text'> & { readonly hasCampaign?: boolean },
  terminal: Pick<Terminal, 'cwd'>,
): PasteInto => ({
  isThere: hasCampaign ?? true,
  file: shown(path, terminal.cwd),
  keys: topKeysOf(text),
});
