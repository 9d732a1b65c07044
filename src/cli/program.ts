import { Command, CommanderError, Option } from 'commander';
import { addBackup } from './backup-command.ts';
import { addCancel } from './cancel-command.ts';
import { checkCommand, type CheckOptions } from './check/check-command.ts';
import { loadReference } from './compose.ts';
import { versionLines } from './data-findings.ts';
import { addDnc } from './dnc-command.ts';
import { addDoctor } from './doctor-command.ts';
import { exportCommand, type ExportOptions } from './export-command.ts';
import { EXIT, type ExitCode } from './failure.ts';
import { explain } from './explain.ts';
import { addPause } from './pause-command.ts';
import { addPlan } from './plan-command.ts';
import { tzdataOption } from './reference.ts';
import { addResume } from './resume-command.ts';
import { addRun } from './run-command.ts';
import { addSandbox } from './sandbox-command.ts';
import { addShow } from './show-command.ts';
import { statusCommand } from './status-command.ts';
import type { LookOptions } from './look.ts';
import type { Terminal } from './terminal.ts';
import { addUncertain } from './uncertain-command.ts';
import { addWhy } from './why-command.ts';

type Keep = (code: ExitCode) => void;

const CODES = `
Exit codes:
  0    done
  1    a bug in this program
  2    usage or input; nobody was called
  3    stopped early and can go on, or people need a decision
  4    the provider refused us
  5    the ledger is newer, in use or unreadable
  130  interrupted twice

Environment:
  REVOX_API_KEY    the key of the voice API; never a flag
  REVOX_BASE_URL   its address, when it is not https://www.getrevox.com/api
  CAMPAIGN_LEDGER  path of the ledger; a rehearsal's lies beside it`;

const campaignOption = (): Option =>
  new Option(
    '-c, --campaign <file>',
    'the campaign file; without it, it is looked for beside the contacts',
  );
const ledgerOption = (): Option =>
  new Option('--ledger <file>', 'the ledger, instead of the one in your data folder');
const rehearsalOption = (): Option =>
  new Option('--rehearsal', 'look at the rehearsal instead of live runs');
const jsonOption = (what: string): Option => new Option('--json', what);

function addCheck(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('check <contacts>')
    .description(
      'what is wrong with the list and how to fix it, by cause; nobody is called, nothing is written',
    )
    .addOption(campaignOption())
    .option('--ledger <file>', 'the live ledger, instead of the one in your data folder')
    .addOption(tzdataOption())
    .option('--all', 'every row that has a problem, not only the causes')
    .addOption(jsonOption('one JSON object a problem, then a summary'))
    .action(async (contacts: string, options: CheckOptions) => {
      keep(await checkCommand(contacts, options, terminal));
    });
}

function addLooking(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('status [run]')
    .description('the counts of a run')
    .addOption(rehearsalOption())
    .addOption(tzdataOption())
    .addOption(ledgerOption())
    .addOption(jsonOption('one JSON object'))
    .action(async (run: string | undefined, options: LookOptions & { json?: boolean }) => {
      keep(await statusCommand(run, options, terminal));
    });
  program
    .command('export [run]')
    .description(
      'the results spreadsheet: the rows of the files, each with its result or its reason',
    )
    .requiredOption('-o, --output <file>', 'results.csv, .xlsx or .jsonl; - for CSV on stdout')
    .option('--attempts', 'one line an attempt instead of one a row')
    .option('--force', 'overwrite an existing file')
    .addOption(rehearsalOption())
    .addOption(tzdataOption())
    .addOption(ledgerOption())
    .action(async (run: string | undefined, options: ExportOptions) => {
      keep(await exportCommand(run, options, terminal));
    });
}

/** Reads the command line, runs the command, explains what went wrong; returns the exit code. */
export async function main(
  args: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<number> {
  let code: ExitCode = EXIT.done;
  const keep: Keep = (result) => {
    code = result;
  };
  const program = new Command('campaign')
    .description(
      'Phone-call campaigns from a spreadsheet: nobody is called twice by accident, nobody outside their own hours, nothing is lost.',
    )
    .option('-V, --version', 'the versions of the program and of its data')
    .showSuggestionAfterError()
    .showHelpAfterError('try:   campaign --help')
    .addHelpText(
      'after',
      `\nExamples:\n  campaign check leads.csv\n  campaign run leads.csv --campaign leads.yaml\n  campaign export --rehearsal -o results.xlsx\n${CODES}`,
    );
  program.on('option:version', () => {
    for (const line of versionLines(version, loadReference())) terminal.out(`${line}\n`);
    throw new CommanderError(0, 'commander.version', version);
  });
  // Commands inherit these settings only when they are made after them.
  program.exitOverride().configureOutput({
    writeOut: (text) => {
      terminal.out(text);
    },
    writeErr: (text) => {
      for (const line of text.trimEnd().split('\n')) terminal.say(line);
    },
  });
  addPlan(program, terminal, keep);
  addCheck(program, terminal, keep);
  addRun(program, terminal, keep);
  addResume(program, terminal, keep);
  addPause(program, terminal, keep);
  addCancel(program, terminal, keep);
  addLooking(program, terminal, keep);
  addShow(program, terminal, keep);
  addWhy(program, terminal, keep);
  addUncertain(program, terminal, keep);
  addDnc(program, terminal, keep);
  addDoctor(program, terminal, keep);
  addBackup(program, terminal, keep);
  addSandbox(program, terminal, keep);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.done : EXIT.usage;
    return explain(cause, terminal);
  }
}
