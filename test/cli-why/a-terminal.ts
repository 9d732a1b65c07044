import { join } from 'node:path';
import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal that keeps what is said. */
export function aTerminal(cwd: string): { terminal: Terminal; said: { out: string; err: string } } {
  const said = { out: '', err: '' };
  const terminal: Terminal = {
    out: (text) => {
      said.out += text;
    },
    say: (line) => {
      said.err += `${line}\n`;
    },
    redraw: () => undefined,
    isTty: false,
    canAsk: false,
    ask: () => Promise.resolve(null),
    columns: 80,
    // Nobody's own ledger is looked at.
    env: { CAMPAIGN_LEDGER: join(cwd, 'ledger.db') },
    cwd,
    onSignal: () => () => undefined,
    leave: (code) => {
      throw new Error(`left with ${code}`);
    },
  };
  return { terminal, said };
}
