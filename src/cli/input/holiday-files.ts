import { dirname, resolve } from 'node:path';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { readHolidays } from '../../domain/campaign/holidays-file.ts';
import { withHolidays, type Holiday } from '../../domain/campaign/schema/holidays-schema.ts';
import { isTree } from '../../domain/campaign/problems/problem.ts';
import type { FileRow, RowProblem } from '../../domain/contact/problem.ts';
import {
  campaignTree,
  ContactFileError,
  openRecords,
  readCampaignText,
  type Reference,
} from '../compose/compose.ts';
import { usage } from '../terminal/failure.ts';
import { shown } from './paths.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { number } from '../terminal/words.ts';

/** At most so many bad lines of one file are printed; the rest are counted. */
const SHOWN = 10;
/** Fifty countries for twenty years have so many; a list of contacts named by mistake has more. */
const MOST_LINES = 10_000;

interface CampaignRead {
  readonly campaign: Campaign;
  readonly text: string;
  readonly path: string;
}

/**
 * A campaign with its files of holidays read into it. Its text is made again with the days in place of the
 * names: so another day in a file is a change of the campaign like any other, and who goes on from the ledger
 * alone needs no file.
 */
export async function withHolidayFiles<T extends CampaignRead>(
  read: T,
  reference: Reference,
  terminal: Terminal,
): Promise<T> {
  const names = read.campaign.holidayFiles;
  const root = campaignTree(read.text);
  if (names.length === 0 || !isTree(root)) return read;
  const found = new Map<string, readonly Holiday[]>();
  for (const name of new Set(names)) {
    const path = resolve(dirname(read.path), name);
    found.set(name, await holidaysIn(path, reference, terminal));
  }
  const text = JSON.stringify(withHolidays(root, found));
  const whole = readCampaignText(text, (zone) => reference.rules.canonical(zone), read.path);
  // Each part was checked by itself, by the same words.
  if (!whole.ok) throw new Error(`${whole.message}: ${JSON.stringify(whole.problems)}`);
  return { ...read, campaign: whole.campaign, text };
}

async function holidaysIn(
  path: string,
  reference: Reference,
  terminal: Terminal,
): Promise<readonly Holiday[]> {
  const where = `holidays file ${shown(path, terminal.cwd)}`;
  const read = readHolidays(await rowsOf(path, where, terminal), reference.places);
  if (!read.ok) {
    const more = read.problems.length - SHOWN;
    const lines = [
      `${where} does not fit, so nobody was called:`,
      ...read.problems.slice(0, SHOWN).map(problemText),
      ...(more > 0 ? [`  and ${number(more)} more`] : []),
    ];
    throw usage(lines.join('\n'), `fix ${shown(path, terminal.cwd)} and try again`);
  }
  if (read.holidays.length === 0) throw noDay(where);
  for (const header of read.unknown) {
    terminal.say(`${where}: the column "${header}" means nothing here and is not used.`);
  }
  return read.holidays;
}

const problemText = ({ line, column, value, message, fix }: RowProblem): string => {
  const at = column === '' ? `row ${line}` : `row ${line} ${column} "${value}"`;
  return `  ${at}: ${message}${fix === null ? '' : `\n    ${fix}`}`;
};

const noDay = (where: string): Error =>
  usage(
    `${where} has no day in it, so nobody was called`,
    'name the right file under holidays, or take it out of the campaign file',
  );

async function rowsOf(path: string, where: string, terminal: Terminal): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  try {
    const { notes, records } = await openRecords(path);
    for (const note of notes) terminal.say(note);
    for await (const row of records()) {
      if (rows.push(row) <= MOST_LINES) continue;
      throw usage(
        `${where} has more than ${number(MOST_LINES)} lines`,
        'name a file of holidays under holidays; leave out days that are long past',
      );
    }
  } catch (cause) {
    // What is said of an empty file is meant for one of contacts.
    if (cause instanceof ContactFileError && cause.code === 'empty') throw noDay(where);
    throw cause;
  }
  return rows;
}
