import { main } from '../../../src/cli/program.ts';
import { aTerminal, typing } from '../desk/terminal.ts';

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
  const asked: string[] = [];
  let screen = '';
  const show = (text: string): void => {
    screen += text;
  };
  const { terminal } = aTerminal(cwd, {
    out: show,
    say: (line) => {
      show(`${line}\n`);
    },
    ...typing(typed, (question, answer) => {
      asked.push(question);
      show(`${question}${answer ?? '^C'}\n`);
    }),
  });
  const code = await main(args, terminal, '0');
  return { code, screen, asked };
}
