import { askRun, asker, givenFor, isWorkedOn, said } from '../terminal/asking.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { lookAt, type LookOptions } from '../input/look.ts';
import { aboutRun } from '../terminal/next/given.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface PauseOptions extends LookOptions {
  readonly reason?: string;
}

/** `campaign pause`: in effect as soon as it has returned (I10). */
export async function pauseCommand(
  runId: string | undefined,
  options: PauseOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { ledger, run } = await lookAt(runId, options, terminal);
  try {
    const { paused, cancelled } = await ledger.control(run.id);
    if (cancelled !== null) {
      throw usage(`run ${run.id} is cancelled (${said(cancelled)})`, 'there is nothing to pause');
    }
    if (run.finishedAt !== null) {
      throw usage(`run ${run.id} is finished`, 'there is nothing to pause');
    }
    if (paused === null)
      await askRun(ledger, run, { ...asker(terminal, options.reason), kind: 'pause' });
    const was = paused === null ? '' : ` It was already (${said(paused)}).`;
    terminal.say(`Paused: run ${run.id}. No order starts from here on.${was}`);
    if (isWorkedOn(ledger.path, run)) {
      terminal.say('A session is running: it follows its live calls to their end.');
    }
    terminal.say(`Next: ${aboutRun('resume', givenFor(run, options))}`);
    return EXIT.done;
  } finally {
    ledger.close();
  }
}
