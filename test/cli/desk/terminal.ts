import { join } from 'node:path';
import { plainText } from '../../../src/domain/text/privacy.ts';
import type { Terminal } from '../../../src/cli/terminal/terminal.ts';

/** Everything that a terminal was told. */
export interface Said {
  out: string;
  err: string;
}

/** A terminal that keeps what is said. `own`: what is different about it. */
export function aTerminal(
  cwd: string,
  own: Partial<Terminal> = {},
): { terminal: Terminal; said: Said } {
  const said = { out: '', err: '' };
  const terminal: Terminal = {
    out: (text) => {
      said.out += text;
    },
    say: (line) => {
      said.err += `${plainText(line)}\n`;
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
    onOutputLost: () => () => undefined,
    leave: (code) => {
      throw new Error(`left with ${code}`);
    },
    ...own,
  };
  return { terminal, said };
}

/** Types these answers, one after the other; `null` (Ctrl-C) when they are used up. `heard` gets what the screen shows. */
export const typing = (
  typed: readonly string[],
  heard: (question: string, answer: string | null) => void,
): Pick<Terminal, 'canAsk' | 'ask'> => {
  const answers = [...typed];
  return {
    canAsk: true,
    ask: (question) => {
      const answer = answers.shift() ?? null;
      heard(question, answer);
      return Promise.resolve(answer);
    },
  };
};
