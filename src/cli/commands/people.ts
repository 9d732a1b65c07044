import type { Command } from 'commander';
import type { DncOptions } from '../lists/dnc-command.ts';
import type { UncertainOptions } from '../control/uncertain-command.ts';
import { withSheet, type SheetChoice } from '../input/sheet-choice.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Keep } from './keep.ts';
import { encodingOption, ignoreLinesOption, sheetOption } from './options.ts';

export function addUncertain(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('uncertain [run]')
    .description('the people of whom it is not known whether the phone rang: list them, decide')
    .option('--rang <contact...>', 'it rang: counts as an attempt of unknown outcome')
    .option('--not-rung <contact...>', 'it never rang: the person waits again')
    .option('--again <contact...>', 'call again although it may have rung; needs --reason')
    .option('--reason <text>', 'why; kept with the decision')
    .option('--rehearsal', 'look at the rehearsal instead of live runs')
    .option('--ledger <file>', 'the ledger, instead of the one in your data folder')
    .option('--json', 'one JSON object per person')
    .action(async (run: string | undefined, options: UncertainOptions) => {
      const { uncertainCommand } = await import('../control/uncertain-command.ts');
      keep(await uncertainCommand(run, options, terminal));
    });
}

export function addDnc(program: Command, terminal: Terminal, keep: Keep): void {
  const dnc = program
    .command('dnc')
    .description('the do-not-call list, for all campaigns of this ledger');
  const common = (command: Command): Command =>
    command
      .option('--rehearsal', 'the list of the rehearsal instead of the live one')
      .option('--ledger <file>', 'the ledger, instead of the one in your data folder');
  const country = '--country <code>';
  const what = 'country of numbers without a country code, such as US';
  common(dnc.command('add <number...>'))
    .description('put numbers on the list; in effect at once, also for a run under way')
    .option(country, what)
    .option('--reason <text>', 'kept with the number')
    .action(async (numbers: string[], options: DncOptions) => {
      const { addNumbers } = await import('../lists/dnc-command.ts');
      keep(await addNumbers(numbers, options, terminal));
    });
  common(dnc.command('import <file>'))
    .description(
      'put the numbers of a CSV file, a workbook, or a file with one number a line, on the list',
    )
    .addOption(sheetOption())
    .addOption(encodingOption())
    .option(country, what)
    .option('--reason <text>', 'kept with each number')
    .addOption(ignoreLinesOption())
    .action(async (file: string, options: DncOptions & SheetChoice) => {
      const { importNumbers } = await import('../lists/dnc-import.ts');
      keep(await importNumbers(withSheet(file, options), options, terminal));
    });
  common(dnc.command('remove [number...]'))
    .description('take numbers off the list; people skipped because of it stay skipped')
    .option(country, what)
    .option(
      '--last-digits <digits...>',
      'last digits of numbers that could not be read, off the list',
    )
    .option('--reason <text>', 'kept in the log of the list')
    .action(async (numbers: string[], options: DncOptions) => {
      const { removeNumbers } = await import('../lists/dnc-command.ts');
      keep(await removeNumbers(numbers, options, terminal));
    });
  common(dnc.command('list'))
    .description('the numbers on the list, in full')
    .option('--json', 'one JSON object per number')
    .action(async (options: DncOptions) => {
      const { listNumbers } = await import('../lists/dnc-command.ts');
      keep(await listNumbers(options, terminal));
    });
}
