import { dirname, join, parse, resolve } from 'node:path';
import { saysWhoSpeaks } from '../../domain/campaign/assistant.ts';
import { mapColumns, type ColumnMap } from '../../domain/contact/columns/columns.ts';
import type { FileProblem } from '../../domain/contact/problem.ts';
import type { ColumnNames } from '../../domain/draft/column-choices.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { countriesOf } from '../../app/people/countries.ts';
import type { ContactSource } from '../../ports/contact-source.ts';
import {
  findCampaignFile,
  loadCampaignFile,
  loadTree,
  openContacts,
  realClock,
  type Reference,
} from '../compose/compose.ts';
import { usage, type Failure } from '../terminal/failure.ts';
import { withHolidayFiles } from './holiday-files.ts';
import { trialOf } from '../init/trial.ts';
import { shown } from './paths.ts';
import { ignoredRows } from '../lists/ignored-rows.ts';
import { filesBeside, suppressLists, type CheckedList } from '../lists/suppress-files.ts';
import { standInsLeft, type StandInLeft } from '../check/stand-ins-left.ts';
import { commandLine } from '../terminal/next/command-line.ts';
import { withRuleFiles } from '../why/rules/rule-files.ts';
import { withoutSheet } from './sheet-choice.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface CampaignText {
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
function noCampaign(contacts: string, terminal: Pick<Terminal, 'cwd'>): Failure {
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
  const edit = `edit ${shown(path, terminal.cwd)} and try again`;
  const whole = isFragment(read, path)
    ? '; or have a whole one written in its place: campaign init, with the list and --force'
    : '';
  const hint = isText ? `${edit}${whole}` : 'name another file with --campaign';
  throw usage(message, hint);
}

/** Lines that were pasted before there was a campaign: they say neither what it is called nor who speaks. */
function isFragment({ code }: { readonly code: string }, path: string): boolean {
  const tree = code === 'invalid' ? loadTree(path) : null;
  if (tree === null || 'message' in tree) return false;
  const { value } = tree;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !Object.hasOwn(value, 'name') && !saysWhoSpeaks(value);
}

/** Opens both files and finds out which column is what, before anything is written anywhere. */
export async function readInput(
  contacts: string,
  named: string | undefined,
  from: From,
): Promise<Input> {
  const { source, file } = await opened(contacts, named, from);
  if (file === null) throw noCampaign(source.path, from.terminal);
  for (const { message, fix } of source.odd ?? [])
    from.terminal.say(`warning: ${message} ${fix ?? ''}`);
  return await joined(source, await readCampaignFile(file, from.reference, from.terminal), from);
}

/** The list, in the encoding that is named, and the campaign file that goes with it; null: there is none. */
async function opened(
  contacts: string,
  named: string | undefined,
  { terminal, encoding }: From,
): Promise<{ readonly source: ContactSource; readonly file: string | null }> {
  const path = resolve(terminal.cwd, contacts);
  const file = chosenCampaign(path, named, terminal);
  const known = encoding ?? (file === null ? null : encodingIn(file));
  return { source: await openContacts(path, known), file };
}

/** What the campaign file says of the list's encoding. Whether it is a good campaign is seen later. */
function encodingIn(file: string): string | null {
  const tree = loadTree(file);
  if ('message' in tree || typeof tree.value !== 'object' || tree.value === null) return null;
  const { encoding } = tree.value as { readonly encoding?: unknown };
  return typeof encoding === 'string' && encoding.trim() !== '' ? encoding.trim() : null;
}

/** What was read where a campaign file may be missing. */
export type InputOrDefaults = Input & {
  readonly hasCampaign: boolean;
  /** Columns that were chosen because the headers leave it open, and no campaign file says which. */
  readonly named: ColumnNames;
};

/** The same; where there is no campaign file, with the defaults, and with the path that one would have. */
export async function readInputOrDefaults(
  contacts: string,
  named: string | undefined,
  from: From,
): Promise<InputOrDefaults> {
  const { source, file } = await opened(contacts, named, from);
  if (file !== null) {
    const definition = await readCampaignFile(file, from.reference, from.terminal);
    const input = await joined(source, definition, from);
    return { ...input, hasCampaign: true, named: { columns: [], ignore: [] } };
  }
  const trial = await trialOf(source, from.reference);
  const mapped = mapColumns(source.headers, {
    ...trial.campaign,
    withNumbers: source.withNumbers,
  });
  if (!mapped.ok) throw openColumns(shown(source.path, from.terminal.cwd), mapped.problems);
  for (const note of source.notes) from.terminal.say(note);
  const { columns } = mapped;
  const nothing = { holidayFiles: [], standIns: [], suppress: [] };
  return {
    ...trial,
    ...nothing,
    path: campaignBeside(source.path),
    source,
    columns,
    hasCampaign: false,
  };
}

/** Where there is no campaign file that could say which column is what. */
export const openColumns = (list: string, problems: readonly FileProblem[]): Failure =>
  usage(
    [
      `which columns of ${list} are what is not clear:`,
      ...problems.slice(0, SHOWN).map(({ message, fix }) => `  ${message}\n    ${fix}`),
    ].join('\n'),
    'rename a column of the list, and try again',
  );

interface From {
  readonly reference: Reference;
  readonly terminal: Terminal;
  /** Rows of the campaign's lists that nobody can read, as they were given; `all`: nobody is called by this command. */
  readonly ignoreLines?: readonly string[] | 'all' | undefined;
  /** What the list is encoded in, as it was given. */
  readonly encoding?: string | undefined;
}

async function joined(source: ContactSource, definition: CampaignText, from: From): Promise<Input> {
  const { terminal } = from;
  const mapped = mapColumns(source.headers, {
    ...definition.campaign,
    withNumbers: source.withNumbers,
  });
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
  { reference, terminal, ignoreLines, encoding }: From,
): Promise<readonly CheckedList[]> {
  const files = filesBeside(path, campaign);
  const context = { columns, campaign, reference, now: realClock().now() };
  const countries = files.length === 0 ? [] : await countriesOf(source, context);
  const ignored = ignoreLines === 'all' ? ignoreLines : ignoredRows(ignoreLines);
  return await suppressLists(files, {
    ...{ campaign, reference, terminal, countries, ignored, encoding },
  });
}
