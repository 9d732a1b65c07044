import { basename, dirname, resolve } from 'node:path';
import type { SuppressList } from '../app/suppress.ts';
import { maskCell } from '../domain/privacy.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { SuppressFile } from '../ports/admission.ts';
import type { Reference } from './compose.ts';
import { usage } from './failure.ts';
import { readNumberList } from './number-list.ts';
import { shown } from './paths.ts';
import type { Terminal } from './terminal.ts';
import { number } from './words.ts';

/** At most so many bad lines of a list are printed; the rest are counted. */
const SHOWN = 3;

interface From {
  readonly campaign: Campaign;
  readonly reference: Reference;
  readonly terminal: Terminal;
}

/** The lists that a campaign file names, by their paths from that file. */
export const filesBeside = (campaignPath: string, campaign: Campaign): readonly SuppressFile[] =>
  campaign.suppress.map((name) => ({
    name: basename(name),
    path: resolve(dirname(campaignPath), name),
  }));

/**
 * Reads every list once before anything is written anywhere: one that cannot be read, or has no number in it,
 * would let people be called who must not be.
 */
export async function suppressLists(
  files: readonly SuppressFile[],
  from: From,
): Promise<readonly SuppressList[]> {
  for (const file of files) await assertNumbers(file, from);
  return files.map((file) => ({ ...file, numbers: () => numbersOf(file, from) }));
}

const readingsOf = ({ path }: SuppressFile, { campaign, reference }: From) =>
  readNumberList(path, {
    defaultCountry: campaign.defaultCountry,
    extract: campaign.extract,
    tables: reference.numbers,
  });

async function* numbersOf(file: SuppressFile, from: From): AsyncGenerator<string> {
  for await (const { reading } of readingsOf(file, from)) {
    if (reading.kind === 'ok') yield reading.e164;
  }
}

async function assertNumbers(file: SuppressFile, from: From): Promise<void> {
  const { terminal } = from;
  const where = `suppress file ${shown(file.path, terminal.cwd)}`;
  let good = 0;
  let bad = 0;
  for await (const { line, value, reading } of readingsOf(file, from)) {
    if (reading.kind === 'ok') good += 1;
    else if (++bad <= SHOWN) {
      // I9: most of what cannot be read is a number all the same, and this is the talk of a run.
      terminal.say(`${where}, row ${line} "${maskCell(value)}": ${reading.message}`);
    }
  }
  if (good === 0) {
    throw usage(
      `${where} has no number in it, so nobody was called`,
      'name the right file under suppress, or take it out of the campaign file',
    );
  }
  if (bad > 0) terminal.say(`${where}: ${number(bad)} lines hold no number and suppress nobody.`);
}
