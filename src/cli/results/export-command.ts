import { dirname, resolve } from 'node:path';
import { exportResults } from '../../app/views/export.ts';
import { resultsTarget, stdoutTarget } from '../compose/compose.ts';
import { EXIT, type ExitCode } from '../terminal/failure.ts';
import { lookAt, type Looked, type LookOptions } from '../input/look.ts';
import { keptLedgers, refuseToReplace, shown, type Kept } from '../input/paths.ts';
import { withoutSheet } from '../input/sheet-choice.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { number } from '../terminal/words.ts';

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
  const looked = await lookAt(runId, options, terminal);
  const { ledger, run, campaign, reference } = looked;
  try {
    if (!toStdout)
      refuseToReplace(path, await inputsOf(looked, options, terminal), {
        option: '-o',
        name: shown(path, terminal.cwd),
        example: 'results-2.csv',
      });
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

/** The files that the run was made from, and the ledgers. */
async function inputsOf(
  { ledger, run, campaign }: Looked,
  options: ExportOptions,
  terminal: Terminal,
): Promise<readonly Kept[]> {
  const lists = (await ledger.files(run.id)).map(({ path }) => withoutSheet(path));
  const beside = [...campaign.suppress, ...campaign.holidayFiles];
  const folders = new Set([terminal.cwd, ...lists.map((file) => dirname(file))]);
  return [
    ...lists.map((file) => ({ what: 'a list that this run has read', file })),
    ...[...folders].flatMap((folder) =>
      beside.map((name) => ({
        what: 'a file that the campaign names',
        file: resolve(folder, name),
      })),
    ),
    ...keptLedgers(options.ledger, terminal),
  ];
}
