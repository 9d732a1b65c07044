import { campaignTree } from '../compose.ts';
import { shown } from '../paths.ts';
import type { Input } from '../reading.ts';
import type { Terminal } from '../terminal.ts';
import type { PasteInto } from './remedy-lines.ts';

/** The campaign file of an input, for what is to be pasted into it. */
export function pasteInto(
  { path, text, hasCampaign }: Pick<Input, 'path' | 'text'> & { readonly hasCampaign?: boolean },
  terminal: Pick<Terminal, 'cwd'>,
): PasteInto {
  const tree = campaignTree(text);
  return {
    isThere: hasCampaign ?? true,
    file: shown(path, terminal.cwd),
    keys: new Set(typeof tree === 'object' && tree !== null ? Object.keys(tree) : []),
  };
}
