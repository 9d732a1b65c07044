import { createInterface } from 'node:readline';
import { plainLines, plainText } from '../../domain/text/privacy.ts';
import { outlivesTerminal, parentStatus } from '../control/hangup.ts';

/** Where a command talks. Tests give their own; `bin.ts` gives the process's. */
export interface Terminal {
  /** Data: what a program may read. */
  out(text: string): void;
  /** Talk. */
  say(line: string): void;
  /** Replaces the line that is being drawn; empty: takes it away. Only on a terminal. */
  redraw(line: string): void;
  readonly isTty: boolean;
  /** Somebody sits there who can be asked. */
  readonly canAsk: boolean;
  /** What was typed, without its line end; null: the input ended, or Ctrl-C. */
  ask(question: string, signal: AbortSignal): Promise<string | null>;
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Calls `heard` on SIGINT, SIGTERM and, unless the process is to outlive its terminal, SIGHUP, until the returned function is called. */
  onSignal(heard: (name: string) => void): () => void;
  /** Calls `lost`, once, when stdout cannot be written any more, until the returned function is called. */
  onOutputLost(lost: (error: NodeJS.ErrnoException) => void): () => void;
  /** Leaves at once; nothing depends on a clean-up having happened. */
  leave(code: number): never;
}

/** What was pasted after the answer to a question: the answers to the next ones, and the beginning of one. */
const typedAhead = { lines: [] as string[], begun: '' };

function askAtProcess(question: string, signal: AbortSignal): Promise<string | null> {
  if (signal.aborted) return Promise.resolve(null);
  const asked = plainText(question);
  const ready = typedAhead.lines.shift();
  if (ready !== undefined) {
    process.stderr.write(`${asked}${plainText(ready)}\n`);
    return Promise.resolve(ready);
  }
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    let over = false;
    const end = (answer: string | null): void => {
      if (over) return;
      over = true;
      // What is said next begins a line of its own.
      if (answer === null) process.stderr.write('\n');
      resolve(answer);
      reader.close();
    };
    reader.on('SIGINT', () => end(null));
    reader.on('close', () => end(null));
    signal.addEventListener('abort', () => end(null), { once: true });
    reader.question(asked, (answer) => {
      reader.on('line', (line) => typedAhead.lines.push(line));
      // Closed at once, it would lose what came in the same piece as the answer.
      queueMicrotask(() => {
        typedAhead.begun = reader.line;
        end(answer);
      });
    });
    reader.write(typedAhead.begun);
    typedAhead.begun = '';
  });
}

const STOPS = ['SIGINT', 'SIGTERM'] as const;
const WITH_HANGUP = [...STOPS, 'SIGHUP'] as const;

/** The process's own. `outputLost` passes on what is wrong with stdout; false: no session is at work to hear it. */
interface ProcessTerminal extends Terminal {
  outputLost(error: NodeJS.ErrnoException): boolean;
}

export function processTerminal(): ProcessTerminal {
  let hearing: ((error: NodeJS.ErrnoException) => void) | null = null;
  const outlives = outlivesTerminal(process.env, parentStatus());
  // Without anybody who hears it, the signal would end the process.
  if (outlives) process.on('SIGHUP', () => undefined);
  const stops = outlives ? STOPS : WITH_HANGUP;
  return {
    out: (text) => {
      // A program gets what is there; a screen nothing that could repaint it.
      process.stdout.write(process.stdout.isTTY ? plainLines(text) : text);
    },
    say: (line) => {
      process.stderr.write(`${plainText(line)}\n`);
    },
    redraw: (line) => {
      process.stderr.write(`\r\u001b[2K${plainText(line)}`);
    },
    isTty: process.stderr.isTTY,
    canAsk: process.stdin.isTTY && process.stderr.isTTY,
    ask: askAtProcess,
    columns: process.stderr.columns,
    env: process.env,
    cwd: process.cwd(),
    onSignal: (heard) => {
      for (const name of stops) process.on(name, heard);
      return () => {
        for (const name of stops) process.off(name, heard);
      };
    },
    onOutputLost: (lost) => {
      hearing = lost;
      return () => {
        hearing = null;
      };
    },
    outputLost: (error) => {
      hearing?.(error);
      return hearing !== null;
    },
    leave: (code) => process.exit(code),
  };
}
