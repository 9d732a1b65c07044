import { Option } from 'commander';

export const campaignOption = (): Option =>
  new Option(
    '-c, --campaign <file>',
    'the campaign file; without it, it is looked for beside the contacts',
  );
export const ledgerOption = (): Option =>
  new Option('--ledger <file>', 'the ledger, instead of the one in your data folder');
export const rehearsalOption = (): Option =>
  new Option('--rehearsal', 'look at the rehearsal instead of live runs');
export const jsonOption = (what: string): Option => new Option('--json', what);

export const tzdataOption = (): Option =>
  new Option('--tzdata <file>', 'newer time-zone rules, in place of those that ship');
export const sheetOption = (): Option =>
  new Option('--sheet <name>', 'of a workbook with several sheets: which one, by name or number');
export const encodingOption = (): Option =>
  new Option(
    '--encoding <name>',
    'the encoding of a list that is not UTF-8, such as shift_jis or gbk',
  );
export const ignoreLinesOption = (): Option =>
  new Option(
    '--ignore-lines <rows>',
    'skip these rows of a do-not-call list that cannot be read: 7,9 or left.csv:7,9',
  ).argParser((rows, before: readonly string[] = []) => [...before, rows]);
