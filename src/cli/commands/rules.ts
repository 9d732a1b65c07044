import type { Command } from 'commander';
import type { RulesOptions } from '../why/rules/rules-command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Keep } from './keep.ts';
import { jsonOption } from './options.ts';

export function addRules(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('rules [ids...]')
    .description('the calling rules that ship, with their sources and ages; all, or those named')
    .option('--country <place>', 'only those that hold in a country or state: US, Germany, US-FL')
    .option('-c, --campaign <file>', 'with the rules that this campaign brings along')
    .addOption(jsonOption('one JSON object'))
    .action(async (ids: readonly string[], options: RulesOptions) => {
      const { rulesCommand } = await import('../why/rules/rules-command.ts');
      keep(await rulesCommand(ids, options, terminal));
    });
}
