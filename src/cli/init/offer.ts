import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../terminal/failure.ts';
import { isThere, shown } from '../input/paths.ts';
import { chosenCampaign } from '../input/reading.ts';
import type { DataOptions } from '../input/reference.ts';
import { withoutSheet } from '../input/sheet-choice.ts';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * A list without a campaign file: somebody at a terminal is offered to have one written. Null: go on, and where there is
 * still none, say so.
 */
export async function offerInit(
  contacts: string,
  options: DataOptions & { readonly campaign?: string; readonly ledger?: string },
  terminal: Terminal,
): Promise<ExitCode | null> {
  const list = resolve(terminal.cwd, contacts);
  if (!terminal.canAsk || !(isThere(list) || isThere(withoutSheet(list)))) return null;
  if (chosenCampaign(list, options.campaign, terminal) !== null) return null;
  terminal.say(
    `There is no campaign file for ${shown(list, terminal.cwd)}: it says who calls, and when.`,
  );
  const over = new AbortController();
  const stop = terminal.onSignal(() => over.abort());
  const typed = await terminal.ask(
    'Write one now, in at most five questions? (y/N): ',
    over.signal,
  );
  stop();
  if (typed === null || !/^y(es)?$/i.test(typed.trim())) return null;
  const { initCommand } = await import('./init-command.ts');
  await initCommand(contacts, options, terminal);
  return EXIT.done;
}
