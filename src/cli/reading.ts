import { resolve } from 'node:path';
import { mapColumns, type ColumnMap } from '../domain/contact/columns.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { SuppressList } from '../app/suppress.ts';
import type { ContactSource } from '../ports/contact-source.ts';
import { findCampaignFile, loadCampaignFile, openContacts, type Reference } from './compose.ts';
import { usage } from './failure.ts';
import { withHolidayFiles } from './holiday-files.ts';
import { shown } from './paths.ts';
import { filesBeside, suppressLists } from './suppress-files.ts';
import type { Terminal } from './terminal.ts';

export interface CampaignText {
  readonly campaign: Campaign;
  readonly text: string;
  readonly path: string;
}

export interface Input extends CampaignText {
  readonly source: ContactSource;
  readonly columns: ColumnMap;
  /** The campaign's lists of people who are never called; each has been read once. */
  readonly suppress: readonly SuppressList[];
}

/** At most so many problems of one file are printed; the rest are counted. */
const SHOWN = 10;

function chooseCampaign(contacts: string, named: string | undefined, terminal: Terminal): string {
  if (named !== undefined) return resolve(terminal.cwd, named);
  const search = findCampaignFile(contacts, terminal.cwd);
  if ('found' in search) return search.found;
  const tried = search.lookedFor.map((path) => `  ${shown(path, terminal.cwd)}`).join('\n');
  throw usage(
    `no campaign file was found for ${shown(contacts, terminal.cwd)}. Looked for:\n${tried}`,
    'write one of these, or name a file with --campaign',
  );
}

/** A campaign file, with what is in its files of holidays in their place. */
export async function readCampaignFile(
  path: string,
  reference: Reference,
  terminal: Terminal,
): Promise<CampaignText> {
  const read = loadCampaignFile(path, (name) => reference.rules.canonical(name));
  if (read.ok) return await withHolidayFiles(read, reference, terminal);
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
  from: { reference: Reference; terminal: Terminal },
): Promise<Input> {
  const { reference, terminal } = from;
  const path = resolve(terminal.cwd, contacts);
  const source = await openContacts(path);
  const file = chooseCampaign(path, named, terminal);
  const definition = await readCampaignFile(file, reference, terminal);
  const mapped = mapColumns(source.headers, definition.campaign);
  if (!mapped.ok) {
    const lines = mapped.problems.slice(0, SHOWN).map((p) => `  ${p.message}\n    ${p.fix}`);
    const where = shown(path, terminal.cwd);
    throw usage(
      [`the columns of ${where} do not fit:`, ...lines].join('\n'),
      `see: campaign check ${where}`,
    );
  }
  // A quote that is never closed shows only at its end: read once before anything is written anywhere.
  for await (const row of source.rows()) void row;
  const { campaign } = definition;
  const files = filesBeside(definition.path, campaign);
  const suppress = await suppressLists(files, { campaign, reference, terminal });
  return { ...definition, source, columns: mapped.columns, suppress };
}
