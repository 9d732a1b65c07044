import { basename, dirname, resolve } from 'node:path';
import type { ListEntry, SuppressList } from '../../app/people/suppress.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { ListRow } from '../../domain/contact/row/list-row.ts';
import { maskCell } from '../../domain/text/privacy.ts';
import type { SuppressFile } from '../../ports/ledger/admission.ts';
import type { Reference } from '../compose/compose.ts';
import { usage } from '../terminal/failure.ts';
import { shown } from '../input/paths.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { counted, number } from '../terminal/words.ts';
import { rowsText, type IgnoredRows } from './ignored-rows.ts';
import { readNumberList } from './number-list.ts';

/** At most so many rows of a list are printed; the rest are counted. */
const SHOWN = 10;

/** A list of the campaign that has been read once. */
export interface CheckedList extends SuppressList {
  /** Whole numbers in it. */
  readonly numbers: number;
  /** Rows that are not one whole number, and bar by their last digits. */
  readonly tailRows: number;
  /** Rows that nobody can read, and of which the operator has said that they mean nobody. */
  readonly ignored: readonly number[];
}

interface From {
  readonly campaign: Campaign;
  readonly reference: Reference;
  readonly terminal: Terminal;
  /** In which national numbers may be, beside the campaign's default country. */
  readonly countries: Iterable<string>;
  /** Of lists that are not Unicode, as it was given; otherwise that of the session before, or the campaign's. */
  readonly encoding?: string | undefined;
  /** `all`: of a command that only explains. */
  readonly ignored: readonly IgnoredRows[] | 'all';
}

/** The lists that a campaign file names, by their paths from that file. */
export const filesBeside = (campaignPath: string, campaign: Campaign): readonly SuppressFile[] =>
  campaign.suppress.map((name) => ({
    name: basename(name),
    path: resolve(dirname(campaignPath), name),
  }));

/**
 * Reads every list once before anything is written anywhere: a list, or a row of one, that cannot be read would let
 * people be called who must not be.
 */
export async function suppressLists(
  named: readonly SuppressFile[],
  from: From,
): Promise<readonly CheckedList[]> {
  const { encoding, campaign } = from;
  const files = named.map((file) => ({
    ...file,
    encoding: encoding ?? file.encoding ?? campaign.encoding,
  }));
  refuseUnknown(files, from);
  const lists: CheckedList[] = [];
  for (const file of files) lists.push(await checked(file, from, ignoredOf(file, from)));
  return lists;
}

/** Rows that are to be ignored in a list that is not there would be ignored in none. */
function refuseUnknown(files: readonly SuppressFile[], { ignored, terminal }: From): void {
  if (ignored === 'all') return;
  for (const { file } of ignored) {
    if (file === null ? files.length === 1 : files.some((one) => isNamed(one, file, terminal)))
      continue;
    const names = files.map(({ name }) => `${name}:7,9`).join(' or ');
    throw usage(
      files.length === 0
        ? '--ignore-lines is given, and the campaign has no suppress file'
        : `--ignore-lines names ${file === null ? 'no file, and the campaign has several lists' : `${file}, which is no list of the campaign`}`,
      files.length === 0 ? 'leave it out' : `write --ignore-lines ${names}`,
    );
  }
}

const isNamed = (list: SuppressFile, file: string, { cwd }: Terminal): boolean =>
  file === list.name || resolve(cwd, file) === list.path;

function ignoredOf(file: SuppressFile, { ignored, terminal }: From): ReadonlySet<number> | 'all' {
  if (ignored === 'all') return 'all';
  const named = ignored.filter((one) => one.file === null || isNamed(file, one.file, terminal));
  return new Set(named.flatMap(({ rows }) => [...rows]));
}

const rowsOf = (
  { path, encoding = null }: SuppressFile,
  { campaign, reference, countries }: From,
  how: { readonly more?: readonly string[]; readonly say?: (note: string) => void } = {},
): AsyncGenerator<ListRow> => {
  const { defaultCountry } = campaign;
  const all = new Set([
    ...(defaultCountry === null ? [] : [defaultCountry]),
    ...countries,
    ...(how.more ?? []),
  ]);
  const on = { countries: [...all], tables: reference.numbers };
  return readNumberList(path, on, { otherwise: encoding, ...how });
};

async function* entriesOf(
  file: SuppressFile,
  from: From,
  more: readonly string[],
): AsyncGenerator<ListEntry> {
  for await (const { line, numbers, tails } of rowsOf(file, from, { more }))
    yield { row: line, numbers, tails: tails.map(({ tail }) => tail) };
}

async function checked(
  file: SuppressFile,
  from: From,
  ignored: ReadonlySet<number> | 'all',
): Promise<CheckedList> {
  const { terminal } = from;
  const sum = { numbers: 0, tailRows: 0 };
  const unread: Unread[] = [];
  const passed: number[] = [];
  const say = (note: string): void => terminal.say(note);
  for await (const row of rowsOf(file, from, { say })) {
    sum.numbers += row.numbers.length;
    if (row.tails.length > 0) sum.tailRows += 1;
    const { unreadable } = row;
    if (unreadable === null) continue;
    if (ignored === 'all' || ignored.has(row.line)) passed.push(row.line);
    else unread.push({ line: row.line, ...unreadable });
  }
  if (unread.length > 0) throw refusal(`suppress file ${shown(file.path, terminal.cwd)}`, unread);
  if (ignored !== 'all')
    sayNotIgnored(
      file,
      from,
      [...ignored].filter((row) => !passed.includes(row)),
    );
  return {
    ...file,
    ...sum,
    ignored: passed,
    entries: (countries) => entriesOf(file, from, countries),
  };
}

type Unread = NonNullable<ListRow['unreadable']> & { readonly line: number };

/** I9: most of what cannot be read is a number all the same, and this is the talk of a run. */
function refusal(where: string, unread: readonly Unread[]): Error {
  const lines = unread
    .slice(0, SHOWN)
    .map(({ line, value, message }) => `  row ${line} "${maskCell(value)}": ${message}`);
  const more = unread.length - lines.length;
  if (more > 0) lines.push(`  and ${number(more)} more`);
  const rows = rowsText(unread.map(({ line }) => line));
  return usage(
    [
      `${where}: ${counted(unread.length, 'row means somebody', 'rows mean somebody')} who cannot be read, so nobody was called:`,
      ...lines,
    ].join('\n'),
    `correct or delete ${unread.length === 1 ? 'it' : 'them'}; or, where nobody is meant, say --ignore-lines ${rows}`,
  );
}

function sayNotIgnored(file: SuppressFile, { terminal }: From, rows: readonly number[]): void {
  if (rows.length === 0) return;
  terminal.say(
    `${shown(file.path, terminal.cwd)}: --ignore-lines names rows that can be read or are not there, and what can be read counts: ${rowsText(rows)}`,
  );
}
