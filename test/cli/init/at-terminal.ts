import { main } from '../../../src/cli/program.ts';
import type { Terminal } from '../../../src/cli/terminal/terminal.ts';
import { aTerminal } from '../why/a-terminal.ts';

export interface Talk {
  readonly code: number;
  /** Everything that stands on the screen, in its order, with what was typed. */
  readonly screen: string;
  readonly asked: readonly string[];
}

/** The program at a terminal where somebody types these answers; after the last of them they leave with Ctrl-C. */
export async function atTerminal(
  cwd: string,
  args: readonly string[],
  typed: readonly string[],
): Promise<Talk> {
  const answers = [...typed];
  const asked: string[] = [];
  let screen = '';
  const terminal: Terminal = {
    ...aTerminal(cwd).terminal,
    out: (text) => {
      screen += text;
    },
    say: (line) => {
      screen += `${line}\n`;
    },
    canAsk: true,
    ask: (question) => {
      asked.push(question);
      const answer = answers.shift() ?? null;
      screen += `${question}${answer ?? '^C'}\n`;
      return Promise.resolve(answer);
    },
  };
  const code = await main(args, terminal, '0');
  return { code, screen, asked };
}
