import type { Command } from 'commander';
import type { BackupOptions } from '../upkeep/backup-command.ts';
import type { DoctorOptions } from '../upkeep/doctor-command.ts';
import type { SandboxOptions } from '../upkeep/sandbox-command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Keep } from './keep.ts';

export function addDoctor(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('doctor')
    .description('how old the data is, and whether the ledgers and their disk are sound')
    .option('--ledger <file>', 'the live ledger, instead of the one in your data folder')
    .option('--json', 'one JSON object')
    .action(async (options: DoctorOptions) => {
      const { doctorCommand } = await import('../upkeep/doctor-command.ts');
      keep(doctorCommand(options, terminal));
    });
}

export function addBackup(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('backup')
    .description('a safe copy of the ledger, also while a run writes to it')
    .requiredOption('-o, --output <file>', 'the copy; readable by you alone')
    .option('--force', 'overwrite an existing file')
    .option('--rehearsal', 'copy the ledger of the rehearsal instead of the live one')
    .option('--ledger <file>', 'the ledger, instead of the one in your data folder')
    .action(async (options: BackupOptions) => {
      const { backupCommand } = await import('../upkeep/backup-command.ts');
      keep(await backupCommand(options, terminal));
    });
}

const collect = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  text,
];

export function addSandbox(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('sandbox')
    .description('a voice API on this computer, to develop against: no phone rings')
    .option('--port <n>', 'where it listens; 0 for any free port', '8787')
    .option('--host <address>', 'who can reach it; 127.0.0.1 is this computer alone', '127.0.0.1')
    .option('--speed <n>', 'how many times faster than life phones ring and people talk', '60')
    .option('--seed <n>', 'which invented people', '1')
    .option('--key <key>', 'the only API key that is accepted; without it, any')
    .option('--record <file>', 'append each accepted order, as a line of JSON')
    .option('--people <file>', 'what the invented people are like, as YAML')
    .option(
      '--search <kind>',
      'which search it has: number, metadata, empty, ignored, none',
      'number',
    )
    .option('--db <file>', 'keep the orders in this file; without it, in memory')
    .option('--fault <kind>', 'what goes wrong; may be repeated, see docs/sandbox.md', collect)
    .action(async (options: SandboxOptions) => {
      const { sandboxCommand } = await import('../upkeep/sandbox-command.ts');
      keep(await sandboxCommand(options, terminal));
    });
}
