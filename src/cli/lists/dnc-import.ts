import { basename, resolve } from 'node:path';
import type { ListRow } from '../../domain/contact/row/list-row.ts';
import type { By } from '../../ports/ledger/requests.ts';
import type { DoNotCallPort } from '../../ports/ledger/do-not-call.ts';
import { asker } from '../terminal/asking.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { shown } from '../input/paths.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { counted, number } from '../terminal/words.ts';
import { rulesOf, withLedger, type DncOptions } from './dnc-command.ts';
import { ignoredRows, rowsText } from './ignored-rows.ts';
import { readNumberList } from './number-list.ts';

/** Rows of one transaction: a session waits for its turn to write no longer than this takes. */
const BATCH = 1_000;
/** At most so many bad rows are printed; the rest are counted. */
const SHOWN = 10;

interface Sum {
  added: number;
  known: number;
  /** Last digits that were added, and the rows they come from. */
  tails: number;
  tailRows: number;
  readonly unread: number[];
}

/** Every row that can be read is taken: a bad one must not keep the others off the list. */
export async function importNumbers(
  file: string,
  options: DncOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = resolve(terminal.cwd, file);
  const { defaultCountry, tables } = rulesOf(options);
  const countries = defaultCountry === null ? [] : [defaultCountry];
  const ignored = new Set(ignoredRows(options.ignoreLines).flatMap(({ rows }) => [...rows]));
  const by = { ...asker(terminal, options.reason), source: basename(path) };
  const sum: Sum = { added: 0, known: 0, tails: 0, tailRows: 0, unread: [] };
  await withLedger(options, terminal, async (ledger) => {
    let batch: ListRow[] = [];
    const encoding = options.encoding ?? null;
    const say = (note: string): void => terminal.say(note);
    const rows = readNumberList(path, { countries, tables }, { encoding, say });
    for await (const row of rows) {
      if (row.unreadable !== null && !ignored.has(row.line)) sayUnread(row, sum, terminal);
      if (batch.push(row) < BATCH) continue;
      await take(batch, { ledger, by, sum });
      batch = [];
    }
    await take(batch, { ledger, by, sum });
  });
  const where = shown(path, terminal.cwd);
  terminal.say(`${where}: ${number(sum.added)} added, ${number(sum.known)} on the list already.`);
  sayTails(sum, terminal);
  if (sum.unread.length === 0) return EXIT.done;
  throw usage(
    `${where}: ${counted(sum.unread.length, 'row means somebody', 'rows mean somebody')} who cannot be read and is not on the list`,
    `correct them and import the file again: what is on the list already stays as it is; or, where nobody is meant, say --ignore-lines ${rowsText(sum.unread)}`,
  );
}

function sayUnread({ line, unreadable }: ListRow, { unread }: Sum, terminal: Terminal): void {
  unread.push(line);
  if (unreadable === null || unread.length > SHOWN) return;
  terminal.say(`row ${line} "${unreadable.value}": ${unreadable.message}`);
}

async function take(
  rows: readonly ListRow[],
  to: { ledger: DoNotCallPort; by: By & { source: string }; sum: Sum },
): Promise<void> {
  const { ledger, by, sum } = to;
  const numbers = new Set(rows.flatMap((row) => row.numbers));
  const tails = rows.flatMap(({ line, tails: all }) => all.map((one) => ({ ...one, row: line })));
  const { added, known } = await ledger.bar([...numbers], by);
  sum.added += added;
  sum.known += known;
  sum.tailRows += rows.filter((row) => row.tails.length > 0).length;
  if (tails.length > 0) sum.tails += (await ledger.barTails(tails, by)).added;
}

function sayTails({ tails, tailRows }: Sum, terminal: Terminal): void {
  if (tailRows === 0) return;
  terminal.say(
    `${counted(tailRows, 'row is', 'rows are')} not one whole number: everybody whose number ends with the same seven digits is not called (${number(tails)} added). With --country or the country code they would bar one number each.`,
  );
}
