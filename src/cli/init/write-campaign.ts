import { mapColumns } from '../../domain/contact/columns/columns.ts';
import { readCampaignText, reserveTarget, type Reference } from '../compose/compose.ts';
import { usage } from '../terminal/failure.ts';
import { isThere, shown } from '../input/paths.ts';
import { commandLine } from '../terminal/next/command-line.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { LeftUnanswered } from './ask.ts';

/** A file that is there is replaced only by somebody who says so. Null: it is kept, and nothing is written. */
export async function mayReplace(
  file: string,
  how: { readonly force: boolean; readonly asks: boolean },
  on: { readonly terminal: Terminal; readonly signal: AbortSignal; readonly contacts: string },
): Promise<{ readonly replace: boolean } | null> {
  const replace = isThere(file);
  if (how.force || !replace) return { replace };
  const name = shown(file, on.terminal.cwd);
  if (!how.asks) {
    throw usage(
      `${name} is there already`,
      `add --force to replace it, or look at it with: ${commandLine('check', on.contacts, ['--campaign', name])}`,
    );
  }
  const typed = await on.terminal.ask(`${name} is there already. Replace it? (y/N): `, on.signal);
  if (typed === null) throw new LeftUnanswered();
  return /^y(es)?$/i.test(typed.trim()) ? { replace } : null;
}

/** Writes the file whole or not at all, after it has been read as a run would read it. */
export async function writeCampaign(
  file: string,
  text: string,
  of: {
    readonly reference: Reference;
    readonly headers: readonly string[];
    readonly replace: boolean;
  },
): Promise<void> {
  const { rules } = of.reference;
  const read = readCampaignText(text, (name) => rules.canonical(name));
  if (!read.ok) {
    const lines = read.problems.map(({ path, message }) => `  ${path}: ${message}`);
    throw usage(['these answers make no campaign:', ...lines].join('\n'), 'answer otherwise');
  }
  const mapped = mapColumns(of.headers, read.campaign);
  if (!mapped.ok) {
    const lines = mapped.problems.map(({ message, fix }) => `  ${message}\n    ${fix}`);
    throw usage(['these answers do not match the list:', ...lines].join('\n'), 'answer otherwise');
  }
  const target = await reserveTarget(file, of.replace);
  try {
    await target.handle.writeFile(text);
    await target.commit();
  } catch (cause) {
    await target.abandon();
    throw cause;
  }
}
