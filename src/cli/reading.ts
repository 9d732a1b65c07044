import { dirname, join, parse, resolve } from 'node:path';
import { mapColumns, type ColumnMap } from '../domain/contact/columns.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { countriesOf } from '../app/countries.ts';
import type { ContactSource } from '../ports/contact-source.ts';
import {
  findCampaignFile,
  loadCampaignFile,
  openContacts,
  readCampaignText,
  realClock,
  type Reference,
} from './compose.ts';
import { usage, type Failure } from './failure.ts';
import { withHolidayFiles } from './holiday-files.ts';
import { shown } from './paths.ts';
import { ignoredRows } from './lists/ignored-rows.ts';
import { filesBeside, suppressLists, type CheckedList } from './lists/suppress-files.ts';
import { standInsLeft, type StandInLeft } from './check/stand-ins-left.ts';
import { commandLine } from './next/command-line.ts';
import { withRuleFiles } from './rules/rule-files.ts';
import { withoutSheet } from './sheet-choice.ts';
import type { Terminal } from './terminal.ts';

export interface CampaignText {
  readonly campaign: Campaign;
  readonly text: string;
  readonly path: string;
  /** The files of holidays that it names, which have been read. */
  readonly holidayFiles: readonly string[];
  /** Words in it that only the operator can replace. */
  readonly standIns: readonly StandInLeft[];
}

export interface Input extends CampaignText {
  readonly source: ContactSource;
  readonly columns: ColumnMap;
  /** The campaign's lists of people who are never called; each has been read once. */
  readonly suppress: readonly CheckedList[];
}

/** At most so many problems of one file are printed; the rest are counted. */
const SHOWN = 10;

/** The campaign file that is named, or that goes with the list; null: there is none. */
export function chosenCampaign(
  contacts: string,
  named: string | undefined,
  terminal: Pick<Terminal, 'cwd'>,
): string | null {
  if (named !== undefined) return resolve(terminal.cwd, named);
  const search = findCampaignFile(contacts, terminal.cwd);
  return 'found' in search ? search.found : null;
}

/** A list without a campaign file, where one is needed. */
export function noCampaign(contacts: string, terminal: Pick<Terminal, 'cwd'>): Failure {
  const where = shown(contacts, terminal.cwd);
  return usage(
    `there is no campaign file for ${where}: it says who calls, and when. Looked for ${shown(campaignBeside(contacts), terminal.cwd)} and the like.`,
    `${commandLine('init', where)}, which writes one in a few questions; or name one with --campaign`,
  );
}

/** Where the campaign file of a list lies by default: `leads.yaml` beside `leads.csv`. */
export function campaignBeside(contacts: string): string {
  const { dir, name } = parse(withoutSheet(contacts));
  return join(dir, `${name}.yaml`);
}

/** A campaign file, with what is in its files of holidays in their place. */
export async function readCampaignFile(
  path: string,
  reference: Reference,
  terminal: Terminal,
): Promise<CampaignText> {
  const read = loadCampaignFile(path, (name) => reference.rules.canonical(name));
  if (read.ok) {
    const holidayFiles = read.campaign.holidayFiles.map((name) => resolve(dirname(path), name));
    const ruled = withRuleFiles(read, reference, terminal);
    const whole = await withHolidayFiles(ruled, reference, terminal);
    return { ...whole, holidayFiles, standIns: standInsLeft(read.text) };
  }
  const lines = read.problems.slice(0, SHOWN).map((problem) => {
    const line = problem.line === null ? '' : `line ${problem.line}: `;
    const where = problem.path === '' ? '' : `${problem.path}: `;
    const fix = problem.fix === null ? '' : `\n    ${problem.fix}`;
    return `  ${line}${where}${problem.message}${fix}`;
  });
  const more = read.problems.length - lines.length;
  if (more > 0) lines.push(`  and ${more} more`);
  const message = [read.message, ...lines].join('\n');
  const isText = read.code === 'not_yaml' || read.code === 'invalid';
  const hint = isText
    ? `edit ${shown(path, terminal.cwd)} and try again`
    : 'name another file with --campaign';
  throw usage(message, hint);
}

/** Opens both files and finds out which column is what, before anything is written anywhere. */
export async function readInput(
  contacts: string,
  named: string | undefined,
  from: From,
): Promise<Input> {
  const source = await openContacts(resolve(from.terminal.cwd, contacts));
  const file = chosenCampaign(source.path, named, from.terminal);
  if (file === null) throw noCampaign(source.path, from.terminal);
  return await joined(source, await readCampaignFile(file, from.reference, from.terminal), from);
}

/** The least that a campaign says: what can be said of a list by itself is said by the defaults. */
const DEFAULTS = 'name: none yet\nassistant_id: none-yet\n';

/** The same; where there is no campaign file, with the defaults, and with the path that one would have. */
export async function readInputOrDefaults(
  contacts: string,
  named: string | undefined,
  from: From,
): Promise<Input & { readonly hasCampaign: boolean }> {
  const source = await openContacts(resolve(from.terminal.cwd, contacts));
  const file = chosenCampaign(source.path, named, from.terminal);
  const definition =
    file === null
      ? { ...readDefaults(from.reference), path: campaignBeside(source.path) }
      : await readCampaignFile(file, from.reference, from.terminal);
  return { ...(await joined(source, definition, from)), hasCampaign: file !== null };
}

function readDefaults({ rules }: Reference): CampaignText {
  const read = readCampaignText(DEFAULTS, (name) => rules.canonical(name));
  if (!read.ok) throw new Error(read.message);
  return { ...read, holidayFiles: [], standIns: [] };
}

interface From {
  readonly reference: Reference;
  readonly terminal: Terminal;
  /** Rows of the campaign's lists that nobody can read, as they were given; `all`: nobody is called by this command. */
  readonly ignoreLines?: readonly string[] | 'all' | undefined;
}

async function joined(source: ContactSource, definition: CampaignText, from: From): Promise<Input> {
  const { terminal } = from;
  const mapped = mapColumns(source.headers, definition.campaign);
  if (!mapped.ok) {
    const lines = mapped.problems.slice(0, SHOWN).map((p) => `  ${p.message}\n    ${p.fix}`);
    throw usage(
      [
        `the columns of ${shown(source.path, terminal.cwd)} do not match the campaign:`,
        ...lines,
      ].join('\n'),
      `correct one of the two files, ${shown(definition.path, terminal.cwd)} or the list, and try again`,
    );
  }
  for (const note of source.notes) terminal.say(note);
  const { columns } = mapped;
  return {
    ...definition,
    source,
    columns,
    suppress: await listsOf(source, { ...definition, columns }, from),
  };
}

/** The campaign's lists. National numbers in them may be of any country of the people who are to be called. */
async function listsOf(
  source: ContactSource,
  { path, campaign, columns }: Pick<Input, 'path' | 'campaign' | 'columns'>,
  { reference, terminal, ignoreLines }: From,
): Promise<readonly CheckedList[]> {
  const files = filesBeside(path, campaign);
  const context = { columns, campaign, reference, now: realClock().now() };
  const countries = files.length === 0 ? [] : await countriesOf(source, context);
  const ignored = ignoreLines === 'all' ? ignoreLines : ignoredRows(ignoreLines);
  return await suppressLists(files, { campaign, reference, terminal, countries, ignored });
}
