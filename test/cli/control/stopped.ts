import type { Terminal } from '../../../src/cli/terminal/terminal.ts';

/** Hears an interrupt as soon as the run says that it waits. */
export function stoppedWhileItWaits(terminal: Terminal): Terminal {
  let interrupt: (name: string) => void = () => undefined;
  return {
    ...terminal,
    out: (text) => {
      terminal.out(text);
      if (text.includes('"waiting"')) interrupt('SIGINT');
    },
    onSignal: (heard) => {
      interrupt = heard;
      return () => undefined;
    },
  };
}
