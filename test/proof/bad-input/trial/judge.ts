import { openContactFile } from '../../../../src/adapters/files/contacts/contact-file.ts';
import { ContactFileError } from '../../../../src/adapters/files/contacts/contact-error.ts';
import { readRows } from '../../../../src/app/people/rows.ts';
import { Failure } from '../../../../src/cli/terminal/failure.ts';
import type { Input } from '../../../../src/cli/input/reading.ts';
import { unprotectCell } from '../../../../src/domain/contact/cells/cell-safety.ts';
import type { RowReading } from '../../../../src/domain/contact/row/row.ts';
import { unmarkHeader } from '../../../../src/domain/results/own-columns.ts';
import { runsIn } from './digits.ts';
import { says } from './oracle.ts';
import { readCsv } from './own-reader.ts';
import { defaultCountryOf, isBlank, type Sheet } from './sheet.ts';
import { now, reference, type Tried } from './trial.ts';

export type Broken = (promise: string) => void;

type Cells = readonly string[];

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Blank cells at the end of a row come and go, so that there is one under each header. */
const fits = (read: Cells | undefined, written: Cells): boolean =>
  read !== undefined && (same(read, written) || same(filledTo(read), filledTo(written)));

const filledTo = (cells: Cells): Cells =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);

/** A refusal is said with its fix, in no more than a page, and shows nobody's number (I9). */
export function judgeRefusal(error: unknown, broken: Broken): string {
  const known = error instanceof ContactFileError || error instanceof Failure;
  if (!known) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    broken(`threw ${said.split('\n').slice(0, 4).join(' | ')}`);
    return 'threw';
  }
  const { message, hint } = error;
  if (message === '' || hint === null || hint === '') broken(`no fix: ${message}`);
  if (runsIn(message + (hint ?? '')).some(({ digits }) => digits.length > 9))
    broken(`I9 a refusal shows a number: ${message}`);
  if (message.length > 20_000) broken(`a refusal of ${message.length} characters`);
  return error instanceof ContactFileError ? error.code : 'columns';
}

/** What the bytes say to a reader that is not ours. Null: it cannot read them. */
export async function readIndependently(path: string, bytes: Uint8Array): Promise<Cells[] | null> {
  const { encoding, delimiter } = await openContactFile(path);
  const text =
    encoding === 'windows-1252' ? western(bytes) : new TextDecoder(encoding).decode(bytes);
  const body = text.replace(/^"?sep=[,;\t|]"?(?:\r\n|\n|\r)/i, '');
  return readCsv(body, delimiter)?.filter((cells) => !isBlank(cells)) ?? null;
}

/** What Windows-1252 has between 0x80 and 0x9f. Node's own decoder takes it for Latin-1. */
const BETWEEN = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const western = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (one) => BETWEEN.charAt(one.charCodeAt(0) - 0x80));

/** Every record is one row of the ledger with its own cells, and every row is somebody or a reason. */
export function judgeRows(tried: Tried, records: readonly Cells[], broken: Broken): void {
  const { rows, counts, fed, input, end } = tried;
  const { fedBack } = input.columns;
  const wanted = records.slice(1).map((cells) => (fedBack ? cells.map(unprotectCell) : cells));
  if (rows.length !== wanted.length) broken(`${wanted.length} records, ${rows.length} rows`);
  for (const [nth, cells] of wanted.entries()) {
    if (fits(rows[nth]?.cells, cells)) continue;
    broken(`row ${nth} reads ${JSON.stringify(rows[nth]?.cells).slice(0, 300)}`);
    break;
  }
  const people = Object.values(counts.states).reduce((sum, n) => sum + n, 0);
  if (people + counts.invalid + counts.duplicates !== rows.length)
    broken(`${rows.length} rows, but ${people} + ${counts.invalid} + ${counts.duplicates}`);
  if (fed.joined !== people) broken(`${fed.joined} joined, ${people} people`);
  const { pending, placing, calling, uncertain } = counts.states;
  if (pending + placing + calling + uncertain > 0) broken('somebody is not done with');
  if (end.how !== 'finished') broken(`the run ended with ${end.how}: ${end.why}`);
  for (const { line, contact, problems } of rows)
    if (contact === null && problems.length === 0)
      broken(`row ${line} is nobody and has no reason`);
}

/** No call to a number that is not in the phone column of a row, and none twice. */
export function judgeCalls(
  { ordered, input, counts }: Tried,
  of: { sheet: Sheet; records: readonly Cells[] },
  broken: Broken,
): void {
  const { columns, campaign } = input;
  const rows = of.records.slice(1);
  for (const number of ordered) {
    const isSaid = rows.some((cells) =>
      says(cells[columns.phone] ?? '', number, {
        country: columns.country === null ? null : (cells[columns.country] ?? null),
        defaultCountry: defaultCountryOf(of.sheet.campaign),
        extract: campaign.extract,
      }),
    );
    if (!isSaid) broken(`called ${number}, which no cell says`);
  }
  if (new Set(ordered).size !== ordered.length) broken('called somebody twice');
  if (counts.orders !== ordered.length) broken(`${counts.orders} orders, ${ordered.length} sent`);
}

/** Of a file that was written as it was meant: each record is there, and each good number is somebody. */
export function judgeExact(tried: Tried, sheet: Sheet, broken: Broken): void {
  const { rows } = tried;
  const meant = sheet.records
    .map((cells, nth) => ({ cells, sure: sheet.sure.get(nth) }))
    .filter(({ cells }) => !isBlank(cells));
  if (meant.length !== rows.length) broken(`wrote ${meant.length} records, ${rows.length} rows`);
  for (const [nth, { cells, sure }] of meant.entries()) {
    const row = rows[nth];
    if (row === undefined) return;
    if (!tried.input.columns.fedBack && !fits(row.cells, cells))
      broken(`wrote ${JSON.stringify(cells).slice(0, 300)}, row ${nth} has other cells`);
    if (sure === undefined) continue;
    const isTwice = row.problems.some(({ code }) => code === 'duplicate');
    const number = row.contact?.e164;
    if (!isTwice && number !== sure)
      broken(`${sure} was written, ${number ?? row.problems[0]?.message ?? 'nobody'} was read`);
  }
}

/** The results have a line for each row, call no function of a spreadsheet, and hold the owner's cells. */
export function judgeResults(tried: Tried, headers: Cells, broken: Broken): void {
  const { csv, jsonl, rows, input } = tried;
  const { delimiter } = input.source;
  const lines = readCsv(csv.replace(/^\ufeff/, ''), delimiter) ?? [];
  if (lines.length !== rows.length + 1) broken(`${rows.length} rows, ${lines.length - 1} in CSV`);
  if (jsonl.split('\n').length !== rows.length + 1) broken('JSONL has another number of lines');
  for (const line of jsonl.split('\n').slice(0, -1)) JSON.parse(line);
  const risky = /^[=+\-@\t\r|＝＋－＠]/;
  const harmless = /^(?:\+[1-9]\d{6,14}|-?\d+(?:\.\d+)?)$/;
  for (const cell of lines.flat())
    if (risky.test(cell) && !harmless.test(cell)) broken(`a formula: ${cell.slice(0, 60)}`);
  if (input.columns.fedBack) return;
  const written = lines[0]?.slice(0, headers.length).map((h) => unmarkHeader(unprotectCell(h)));
  const wanted = headers.map((header) => header.replaceAll('\ufeff', '').trim());
  if (!same(written, wanted)) broken(`headers ${JSON.stringify(written).slice(0, 300)}`);
  for (const [nth, row] of rows.entries()) {
    if (row.cells.length !== headers.length) continue;
    const cells = lines[nth + 1]?.slice(0, headers.length).map(unprotectCell);
    if (!same(cells, row.cells))
      broken(`row ${nth} is written ${JSON.stringify(cells)?.slice(0, 300)}`);
  }
}

/** S15: the results, read back, are the same people with the same words. */
export async function judgeReadBack(tried: Tried, again: Input, broken: Broken): Promise<void> {
  const before = await facts(tried.input);
  const after = await facts(again);
  if (before.length !== after.length)
    broken(`S15 ${before.length} rows, ${after.length} read back`);
  for (const [nth, fact] of before.entries()) {
    const other = after[nth];
    // A row whose cells stood under no header has lost them: it stays a row with problems.
    if (fact.misfit ? other?.person === null : same(fact, other)) continue;
    broken(
      `S15 row ${nth}: ${JSON.stringify(fact).slice(0, 400)} became ${JSON.stringify(other)?.slice(0, 400)}`,
    );
    return;
  }
}

async function facts(input: Input) {
  const { columns, campaign, source } = input;
  const context = { columns, campaign, reference: reference(), now: now() };
  const all: ReturnType<typeof factsOf>[] = [];
  for await (const reading of readRows(source, context, null)) all.push(factsOf(reading));
  return all;
}

function factsOf(reading: RowReading) {
  if (reading.kind === 'contact') {
    return { misfit: false, person: { ...reading.contact, fedBack: null }, problems: [] };
  }
  // Not the column: a header of theirs that looks like one of ours comes back marked.
  const problems = reading.problems.map(({ value, code }) => ({ value, code }));
  const misfit = problems.some(({ code }) => /^too_(?:few|many)_cells$/.test(code));
  return { misfit, person: null, problems };
}
