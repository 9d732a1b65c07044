import type { Command } from 'commander';
import type { CheckOptions } from '../check/check-command.ts';
import type { InitOptions } from '../init/init-command.ts';
import { withSheet, type SheetChoice } from '../input/sheet-choice.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Keep } from './keep.ts';
import {
  campaignOption,
  encodingOption,
  ignoreLinesOption,
  jsonOption,
  sheetOption,
  tzdataOption,
} from './options.ts';

export function addInit(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('init <contacts>')
    .description('write a campaign file for a list, from at most five questions; then check both')
    .option('-c, --campaign <file>', 'where to write it; without it, beside the contacts')
    .addOption(sheetOption())
    .addOption(encodingOption())
    .option('--name <name>', 'the name of the campaign')
    .option(
      '--say <text>',
      'what the agent is told; {{first_name}} is replaced by what is in that column',
    )
    .option('--assistant-id <id>', 'instead of --say: a stored assistant')
    .option('--company <name>', 'for whom the calls are made, as it is said to the people')
    .option('--consent-basis <who>', 'who agreed to be called, such as: existing customers')
    .option('--consent-statement <how>', 'how they agreed, in a sentence that is true')
    .option('--country <code>', 'the country of numbers without a country code, such as US')
    .option('--lines <n>', 'how many calls at once')
    .option(
      '--yes',
      'do not ask: what is not given here is left at its default; --company has none',
    )
    .option('--force', 'replace a campaign file that is there')
    .option('--ledger <file>', 'the live ledger, instead of the one in your data folder')
    .addOption(tzdataOption())
    .action(async (contacts: string, options: InitOptions & SheetChoice) => {
      const { initCommand } = await import('../init/init-command.ts');
      keep(await initCommand(withSheet(contacts, options), options, terminal));
    });
}

export function addCheck(program: Command, terminal: Terminal, keep: Keep): void {
  program
    .command('check [contacts]')
    .description(
      'what is wrong with the list and how to fix it, by cause; nobody is called, nothing is written',
    )
    .addOption(campaignOption())
    .addOption(sheetOption())
    .addOption(encodingOption())
    .addOption(ignoreLinesOption())
    .option('--ledger <file>', 'the live ledger, instead of the one in your data folder')
    .addOption(tzdataOption())
    .option(
      '--explain <rule>',
      'why something has to be said at the beginning of a call, by which law, and how',
    )
    .option(
      '--all',
      'every row that has a problem, and of several phone columns the one that is called',
    )
    .option(
      '--rejects <file>',
      'write the rows with problems to this .xlsx, .csv or .jsonl, each with its reason',
    )
    .option('--force', 'with --rejects: overwrite an existing file')
    .addOption(jsonOption('one JSON object per problem, then a summary'))
    .action(async (contacts: string | undefined, options: CheckOptions & SheetChoice) => {
      const { checkCommand, explainCommand } = await import('../check/check-command.ts');
      if (contacts === undefined || options.explain !== undefined)
        keep(explainCommand(options, terminal));
      else keep(await checkCommand(withSheet(contacts, options), options, terminal));
    });
}
