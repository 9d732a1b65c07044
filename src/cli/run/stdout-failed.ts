import { EXIT, type ExitCode } from '../terminal/failure.ts';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * Data that cannot be written: the exit code, after a sentence. A reader that went away, as in
 * `campaign status | head`, is no failure of ours and is not talked about.
 */
export function stdoutFailed(error: NodeJS.ErrnoException, terminal: Terminal): ExitCode {
  if (error.code === 'EPIPE') return EXIT.done;
  const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
  const why = full ? 'its disk is full' : (error.code ?? error.message);
  terminal.say(`error: stdout cannot be written: ${why}`);
  const room = full ? 'make room, or write to another disk' : 'write to another place';
  terminal.say(`try:   ${room}, and run the same command again`);
  return EXIT.usage;
}
