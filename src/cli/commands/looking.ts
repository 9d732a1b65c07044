import type { Command } from 'commander';
import type { ExportOptions } from '../results/export-command.ts';
import type { StatusOptions } from '../control/status-command.ts';
import type { ShowOptions } from '../results/show-command.ts';
import type { WhyOptions } from '../why/why-command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Keep } from './keep.ts';
import { addRules } from './rules.ts';
import {
  encodingOption,
  jsonOption,
  ledgerOption,
  rehearsalOption,
  sheetOption,
  tzdataOption,
} from './options.ts';

export function addLooking(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('status [run]')
    .description('the counts of a run, and what it does now')
    .addOption(rehearsalOption())
    .addOption(tzdataOption())
    .addOption(ledgerOption())
    .addOption(jsonOption('one JSON object'))
    .action(async (run: string | undefined, options: StatusOptions) => {
      const { statusCommand } = await import('../control/status-command.ts');
      keep(await statusCommand(run, options, terminal));
    });
  program
    .command('export [run]')
    .description(
      'the results spreadsheet: the rows of the files, each with its result or its reason',
    )
    .requiredOption('-o, --output <file>', 'results.csv, .xlsx or .jsonl; - for CSV on stdout')
    .option('--attempts', 'one line for each attempt instead of one for each row')
    .option('--force', 'overwrite an existing file')
    .addOption(rehearsalOption())
    .addOption(tzdataOption())
    .addOption(ledgerOption())
    .action(async (run: string | undefined, options: ExportOptions) => {
      const { exportCommand } = await import('../results/export-command.ts');
      keep(await exportCommand(run, options, terminal));
    });
}

export function addShow(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('show <who> [run]')
    .description('why this person was called, on one page; who: a number, a row or a call_contact')
    .option('--country <code>', 'country of a number without a country code')
    .option('--rehearsal', 'look at the rehearsal instead of live runs')
    .addOption(tzdataOption())
    .option('--ledger <file>', 'the ledger, instead of the one in your data folder')
    .option('--json', 'one JSON object')
    .action(async (who: string, run: string | undefined, options: ShowOptions) => {
      const { showCommand } = await import('../results/show-command.ts');
      keep(await showCommand(who, { run, options }, terminal));
    });
}

export function addWhy(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('why <who>')
    .description(
      'may this person be called at this moment, and by which rule; who: a number, or a row',
    )
    .option('--file <contacts>', 'the contact file with that row; its columns and campaign count')
    .addOption(sheetOption())
    .addOption(encodingOption())
    .option('--postal-code <code>', 'where the person lives, as in the contact file')
    .option('--state <state>', 'their state or province')
    .option('--timezone <zone>', 'their time zone')
    .option('--country <country>', 'their country, and that of a number without a country code')
    .option('--at <moment>', 'the moment, ISO 8601 with an offset; without it, now')
    .option(
      '-c, --campaign <file>',
      'the campaign file; without it and --file, only the law and the ledger are asked',
    )
    .option('--rehearsal', 'ask the rehearsal’s ledger, at the moment where it stopped')
    .option('--ledger <file>', 'the ledger, instead of the one in your data folder')
    .addOption(tzdataOption())
    .option('--json', 'one JSON object')
    .action(async (who: string, options: WhyOptions) => {
      const { whyCommand } = await import('../why/why-command.ts');
      keep(await whyCommand(who, options, terminal));
    });
  addRules(program, terminal, keep);
}
