import type { Command } from 'commander';
import type { PlanOptions } from '../plan/plan-command.ts';
import type { ResumeOptions } from '../run/resume-command.ts';
import type { RunOptions } from '../run/run-command.ts';
import { withSheet, type SheetChoice } from '../input/sheet-choice.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Keep } from './keep.ts';
import { encodingOption, ignoreLinesOption, sheetOption, tzdataOption } from './options.ts';

export function addPlan(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('plan <contacts>')
    .description('a forecast: who would be called when, by their local time; who never, and why')
    .option(
      '-c, --campaign <file>',
      'the campaign file; without it, it is looked for beside the contacts',
    )
    .addOption(sheetOption())
    .addOption(encodingOption())
    .addOption(ignoreLinesOption())
    .option('--seed <n>', 'which invented people answer', '1')
    .option('--now <moment>', 'when the campaign would begin, ISO 8601; without it, now')
    .option(
      '--new-run <label>',
      'start another run of the same campaign under this label, and call the list again',
    )
    .option('--ledger <file>', 'the live ledger, instead of the one in your data folder')
    .addOption(tzdataOption())
    .option('--json', 'one JSON object per person, one per hour, then a summary')
    .action(async (contacts: string, options: PlanOptions & SheetChoice) => {
      const { planCommand } = await import('../plan/plan-command.ts');
      keep(await planCommand(withSheet(contacts, options), options, terminal));
    });
}

export function addRun(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('run <contacts>')
    .description(
      'rehearse the campaign with invented people, or call; the same command again goes on where it stopped',
    )
    .option(
      '-c, --campaign <file>',
      'the campaign file; without it, it is looked for beside the contacts',
    )
    .addOption(sheetOption())
    .addOption(encodingOption())
    .addOption(ignoreLinesOption())
    .option('--live', 'call real people; at a terminal you are shown the totals and asked')
    .option(
      '--yes [people]',
      'with --live: do not ask; with a number, stop if the number of people is not that one',
    )
    .option(
      '--again-reached',
      'live: call people again whom another run has reached within 30 days; without it they are left out',
    )
    .option('--rehearse', 'no phone rings, though a key is set')
    .option(
      '--limit <people>',
      'stop after this many people of the run, counting those that were called before',
    )
    .option(
      '--webhook-port <port>',
      'live: wait on this port of this computer for the provider to report that a call has ended',
    )
    .option(
      '--webhook-url <url>',
      'live: the public address, such as of a tunnel, at which the provider reaches --webhook-port',
    )
    .option(
      '--restored <reason>',
      'live: the ledger is an older copy; go on without finding out who was called after it was made',
    )
    .option('--seed <n>', 'rehearsal: which invented people; without it, 1')
    .option('--now <moment>', 'rehearsal: when it begins, ISO 8601; without it, now')
    .option(
      '--new-run <label>',
      'start another run of the same campaign under this label, and call the list again',
    )
    .option('--ledger <file>', 'the ledger, instead of the one in your data folder')
    .addOption(tzdataOption())
    .option('--json', 'one JSON event per line, ending in a summary')
    .action(async (contacts: string, options: RunOptions & SheetChoice) => {
      const { runCommand } = await import('../run/run-command.ts');
      keep(await runCommand(withSheet(contacts, options), options, terminal));
    });
}

export function addResume(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('resume [run]')
    .description('end a pause, or go on with an interrupted run, from its ledger alone')
    .option(
      '--yes [people]',
      'live run: do not ask; with a number, stop if the number of people is not that one',
    )
    .option(
      '--limit <people>',
      'stop after this many people of the run, counting those that were called before',
    )
    .option(
      '--restored <reason>',
      'live run: the ledger is an older copy; go on without finding out who was called after it was made',
    )
    .option(
      '--again-reached',
      'live run: call people again whom another run has reached within 30 days; without it they are left out',
    )
    .addOption(ignoreLinesOption())
    .option('--rehearsal', 'go on with the rehearsal instead of a live run')
    .option('--ledger <file>', 'the ledger, instead of the one in your data folder')
    .addOption(tzdataOption())
    .option('--json', 'one JSON event per line, ending in a summary')
    .action(async (run: string | undefined, options: ResumeOptions) => {
      const { resumeCommand } = await import('../run/resume-command.ts');
      keep(await resumeCommand(run, options, terminal));
    });
}
