import { askRun, asker, givenFor, isWorkedOn } from '../terminal/asking.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { lookAt, type LookOptions } from '../input/look.ts';
import { aboutRun } from '../terminal/next/given.ts';
import { goOn, goOnLive } from '../run/resume-command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { exitOf } from '../run/work.ts';

export interface CancelOptions extends LookOptions {
  readonly reason?: string;
  readonly hangUp?: boolean;
}

/** `campaign cancel`: a running session does it; where none is, this command is the session. */
export async function cancelCommand(
  runId: string | undefined,
  options: CancelOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const looked = await lookAt(runId, options, terminal);
  const { ledger, run } = looked;
  let worked: boolean;
  try {
    if (run.finishedAt !== null) {
      throw usage(`run ${run.id} is finished`, 'there is nothing to cancel');
    }
    const by = asker(terminal, options.reason);
    await askRun(ledger, run, { ...by, kind: 'cancel', hangUp: options.hangUp ?? false });
    worked = isWorkedOn(ledger.path, run);
  } finally {
    ledger.close();
  }
  if (worked) {
    terminal.say(`Cancelled: run ${run.id}. The session that is running ends what is open.`);
    terminal.say(`Next: ${aboutRun('status', givenFor(run, options))}`);
    return EXIT.done;
  }
  // Nothing is ordered any more, so nobody is asked: what is open is ended, one order after the other.
  const end =
    run.mode === 'live'
      ? await goOnLive(looked, { ...options, agreement: null }, terminal)
      : await goOn(looked, options, terminal);
  if (typeof end !== 'object') throw new Error('a session that cancels asks nobody');
  return end.how === 'finished' ? EXIT.done : exitOf(end);
}
