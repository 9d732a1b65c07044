import type { Command } from 'commander';
import type { CancelOptions } from '../control/cancel-command.ts';
import type { PauseOptions } from '../control/pause-command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Keep } from './keep.ts';

export function addPause(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('pause [run]')
    .description('no order starts until resume; live calls are followed to their end')
    .option('--reason <text>', 'kept with the request')
    .option('--rehearsal', 'pause the rehearsal instead of a live run')
    .option('--ledger <file>', 'the ledger, instead of the one in your data folder')
    .action(async (run: string | undefined, options: PauseOptions) => {
      const { pauseCommand } = await import('../control/pause-command.ts');
      keep(await pauseCommand(run, options, terminal));
    });
}

export function addCancel(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('cancel [run]')
    .description('end a run for good: open orders are cancelled, nobody else is called')
    .option('--hang-up', 'end live talks too, instead of following them to their end')
    .option('--reason <text>', 'kept with the request')
    .option('--rehearsal', 'cancel the rehearsal instead of a live run')
    .option('--ledger <file>', 'the ledger, instead of the one in your data folder')
    .action(async (run: string | undefined, options: CancelOptions) => {
      const { cancelCommand } = await import('../control/cancel-command.ts');
      keep(await cancelCommand(run, options, terminal));
    });
}
