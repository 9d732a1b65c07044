import { Command, CommanderError } from 'commander';
import { addPlan, addResume, addRun } from './commands/calling.ts';
import type { Keep } from './commands/keep.ts';
import { addCheck, addInit } from './commands/lists.ts';
import { addLooking, addShow, addWhy } from './commands/looking.ts';
import { addDnc, addUncertain } from './commands/people.ts';
import { addCancel, addPause } from './commands/stopping.ts';
import { addBackup, addDoctor, addSandbox } from './commands/upkeep.ts';
import { ADDRESS_VARIABLE, KEY_VARIABLE, OWN_ADDRESS } from './compose/provider.ts';
import { EXIT, type ExitCode } from './terminal/failure.ts';
import { finishHelp } from './terminal/next/help.ts';
import type { Terminal } from './terminal/terminal.ts';

const CODES = `
Exit codes:
  0    done
  1    a bug in this program
  2    usage or input; nobody was called
  3    stopped early and can go on, or people need a decision
  4    the provider refused us
  5    the ledger is in use, unreadable, or of a newer program version
  130  interrupted twice

Environment:
  ${KEY_VARIABLE}    the key of the voice API; never a flag
  ${ADDRESS_VARIABLE}   its address, when it is not ${OWN_ADDRESS}
  CAMPAIGN_LEDGER  path of the ledger; a rehearsal's lies beside it`;

const VERSION_ASKED = 'commander.version';

async function sayVersions(version: string, terminal: Terminal): Promise<void> {
  const { versionLines } = await import('./input/data-findings.ts');
  const { loadReference } = await import('./compose/compose.ts');
  for (const line of versionLines(version, loadReference())) terminal.out(`${line}\n`);
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
    throw new CommanderError(0, VERSION_ASKED, version);
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
  addInit(program, terminal, keep);
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
  finishHelp(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (cause) {
    if (!(cause instanceof CommanderError)) {
      const { explain } = await import('./terminal/explain.ts');
      return explain(cause, terminal);
    }
    if (cause.code === VERSION_ASKED) await sayVersions(version, terminal);
    return cause.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}
