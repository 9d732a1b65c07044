import { resolve } from 'node:path';
import { exportResults } from '../app/export.ts';
import { resultsTarget, stdoutTarget } from './compose.ts';
import { EXIT, type ExitCode } from './failure.ts';
import { lookAt, type LookOptions } from './look.ts';
import { shown } from './paths.ts';
import type { Terminal } from './terminal.ts';
import { number } from './words.ts';

export interface ExportOptions extends LookOptions {
  readonly output: string;
  readonly attempts?: boolean;
  readonly force?: boolean;
}

/** `campaign export`: the rows of the files, each with its result or its reason. */
export async function exportCommand(
  runId: string | undefined,
  options: ExportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const toStdout = options.output === '-';
  const path = resolve(terminal.cwd, options.output);
  // The target is refused before the ledger is opened: reading a million rows for nothing helps nobody.
  const target = toStdout
    ? stdoutTarget()
    : await resultsTarget(path, { force: options.force ?? false });
  const { ledger, run, campaign, reference } = await lookAt(runId, options, terminal);
  try {
    const exported = await exportResults({
      ledger,
      runId: run.id,
      campaign,
      rules: reference.rules,
      attempts: options.attempts ?? false,
      ...target,
    });
    const states = Object.entries(exported.states).map(([state, n]) => `${state} ${number(n)}`);
    terminal.say(`${number(exported.lines)} lines: ${states.join(' · ')}`);
    const mode = run.mode === 'rehearsal' ? 'REHEARSAL  these results are invented. ' : '';
    terminal.say(`${mode}Results: ${toStdout ? 'stdout' : shown(path, terminal.cwd)}`);
    return EXIT.done;
  } finally {
    ledger.close();
  }
}
