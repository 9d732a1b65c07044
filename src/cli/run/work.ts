import { RunSession, type SessionParts } from '../../app/session/session.ts';
import type { End } from '../../app/session/end.ts';
import { realClock } from '../compose/compose.ts';
import { EXIT, type ExitCode } from '../terminal/failure.ts';
import type { RunOutput } from './run-output.ts';
import { stdoutFailed } from './stdout-failed.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What a session does before it works; false: nobody is called, and it is over. */
type Before = (session: RunSession) => Promise<boolean>;

/** A session to its end, or until a signal; null when it ended before anybody was called. */
export async function work(
  parts: SessionParts,
  on: { terminal: Terminal; output: RunOutput },
  before: Before,
): Promise<End | null> {
  const { terminal, output } = on;
  const session = new RunSession(parts);
  let signals = 0;
  const quiet = terminal.onSignal((name) => {
    signals += 1;
    // A terminal that closes may send SIGHUP more than once: it is nobody who asks to leave calls alone.
    if (signals > 1 && name === 'SIGHUP') return;
    if (signals > 1) terminal.leave(EXIT.interrupted);
    output.stopping(name);
    session.stop(`stopped by ${name}`);
  });
  const heeded = terminal.onOutputLost((error) => {
    if (error.code === 'EPIPE' && parts.ledger.mode === 'live') {
      terminal.say('Nobody reads the output any more. The run goes on; campaign status shows it.');
      return;
    }
    stdoutFailed(error, terminal);
    if (signals > 0) return;
    signals += 1;
    session.stop('stdout cannot be written');
  });
  const over = new AbortController();
  // Told when the calls under way have ended: a promise that nobody awaits yet would end the process in their middle.
  let failure: unknown = null;
  const watch = {
    clock: realClock(),
    over: over.signal,
    idle: () => session.idle,
    lines: () => session.lines,
  };
  const progress = output.watch(parts, watch).catch((cause: unknown) => {
    failure = cause;
    session.stop('the progress of the run cannot be read');
  });
  try {
    if (!(await before(session))) return null;
    const end = await session.run();
    over.abort();
    await progress;
    if (failure !== null) throw failure;
    await output.end(parts, end);
    return end;
  } finally {
    over.abort();
    quiet();
    heeded();
  }
}

/** The exit code of a command whose session ended so. */
export const exitOf = (end: End): ExitCode =>
  end.exit === 0 ? EXIT.done : end.exit === 3 ? EXIT.stopped : EXIT.refused;
