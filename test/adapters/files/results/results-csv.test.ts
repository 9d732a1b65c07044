import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { ResultContext } from '../../../../src/domain/results/subject.ts';
import { readRow } from '../../../../src/domain/contact/row/row.ts';
import { DELIMITERS } from '../../../../src/adapters/files/text/text-delimiter.ts';
import { read, reference, NOW } from '../../../domain/contact/row/row-setup.ts';
import { columnsOf } from '../../../domain/contact/setup.ts';
import {
  aContact,
  aFile,
  anAttempt,
  anOrder,
  aRow,
  aTable,
  CONTEXT,
} from '../../../domain/results/builders.ts';
import { readAll } from '../contacts/contact-file-setup.ts';
import { lineOf, ResultsFolder, write } from './results-setup.ts';

const folder = new ResultsFolder();
afterAll(() => {
  folder.remove();
});
let files = 0;

async function csvOf(
  ...args: Parameters<typeof write> extends [string, ...infer Rest] ? Rest : never
): Promise<string> {
  files += 1;
  const path = folder.at(`${files}.csv`);
  await write(path, ...args);
  return path;
}

describe('CSV', () => {
  test('mirrors the delimiter, quotes what needs it, and types nothing', async () => {
    const headers = ['a', 'b;c', 'd', 'e', 'f'];
    const path = await csvOf(
      [lineOf('x,y', 'say "hi"', true, -1.5, null), lineOf('one\r\ntwo', ' ', false, 0, '')],
      { headers, delimiter: ';' },
    );
    expect(readFileSync(path, 'utf8')).toBe(
      '\uFEFFa;"b;c";d;e;f\r\n"x,y";"say ""hi""";true;-1.5;\r\n"one\r\ntwo"; ;false;0;\r\n',
    );
  });

  test.each(['x;=1+1;y', 'x,=1+1', 'x\t=1+1', 'x|=1+1'])(
    'a program that is set to another separator finds no formula at the beginning of a line: %j',
    async (text) => {
      const path = await csvOf([lineOf(text, 'b')], {});
      expect(readFileSync(path, 'utf8')).toContain(`\r\n"${text}",b\r\n`);
    },
  );

  test.each(['', 'x', ',,'])('a delimiter that is none ("%s") is a comma', async (delimiter) => {
    const path = await csvOf([lineOf('1', '2')], { delimiter });
    expect(readFileSync(path, 'utf8')).toContain('1,2\r\n');
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1 555 0100', "'+1 555 0100"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ["'=1", "''=1"],
    ['+12125550101', '+12125550101'],
    ['-12.5', '-12.5'],
  ])('%j is written so that no spreadsheet calculates it', async (cell, written) => {
    const path = await csvOf([lineOf(cell, '')], { delimiter: '|' });
    expect(readFileSync(path, 'utf8').split('\r\n')[1]).toBe(`${written}|`);
  });

  test('headers are protected as cells are', async () => {
    const path = await csvOf([], { headers: ['=x', 'call_state'] });
    expect(readFileSync(path, 'utf8')).toBe("\uFEFF'=x,call_state\r\n");
  });
});

const HOSTILE = fc.constantFrom(
  '=cmd|"/c calc"!A1',
  '+1 (555) 0100',
  "''@x",
  '-1+1',
  '\t\r\n',
  '"',
  '""',
  ';,|\t',
  'a\nb\rc\r\nd',
  '\u202Egnp.exe',
  '＝1',
  '|',
  '007',
  'Zoë 😀',
  '\u2028',
  'sep=;',
);
/** What a contact file can hold: all but NUL and halves of characters. */
const ownCell = fc
  .array(fc.oneof(HOSTILE, fc.string({ unit: 'binary' })), { maxLength: 3 })
  .map((parts) =>
    parts
      .join('')
      .replaceAll('\0', '')
      .replace(/\p{Surrogate}/gu, ''),
  );

const HEADERS = ['phone', 'call_notes', '=odd', 'note'];

/** Exports these rows as those of a contact file, and reads the export as a contact file. */
async function readBack(
  rows: readonly (readonly string[])[],
  given: { delimiter: string; foreign: string; headers?: readonly string[] },
) {
  const file = aFile({ headers: given.headers ?? HEADERS });
  const context: ResultContext = { ...CONTEXT, rate: 0.1 };
  const table = aTable({ files: [file], outputs: ['=answer'], context });
  const attempt = anAttempt({
    endReason: given.foreign,
    structuredOutput: { '=answer': given.foreign, [given.foreign]: 1 },
    transcript: [{ role: given.foreign, content: given.foreign }],
  });
  const contact = aContact({ orders: [anOrder({ attempts: [attempt] })] });
  const records = rows.map((cells, at) => aRow({ cells, line: at + 2, contact }));
  for (const record of records) table.see(record);
  const lines = records.flatMap((record) => table.lines(record, table.subject(record)));
  const path = await csvOf(lines, { headers: table.headers, delimiter: given.delimiter });
  const back = await readAll(path);
  const columns = columnsOf(back.headers);
  const campaign = { defaultCountry: null, extract: false, scheduledAt: null };
  const readings = back.all.map((row) => readRow(row, { columns, campaign, reference, now: NOW }));
  const width = HEADERS.length;
  return {
    raw: back.headers,
    headers: columns.headers.slice(0, width),
    delimiter: back.delimiter,
    cells: readings.map((reading) => reading.cells),
    own: readings.map((reading) => reading.cells.slice(0, width)),
    fedBack: readings.map((reading) =>
      reading.kind === 'contact' ? reading.contact.fedBack : reading.fedBack,
    ),
  };
}

describe('fed back to our own reader', () => {
  test('every own cell is what it was, whatever the provider has said', async () => {
    const cells = fc.tuple(ownCell, ownCell, ownCell);
    await fc.assert(
      fc.asyncProperty(
        fc.array(cells, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...DELIMITERS),
        ownCell,
        async (rows, delimiter, foreign) => {
          const own = rows.map((row) => ['+12125550101', ...row]);
          const read = await readBack(own, { delimiter, foreign });
          expect(read.headers).toEqual(['phone', "'call_notes", '=odd', 'note']);
          expect(read.delimiter).toBe(delimiter);
          expect(read.own).toEqual(own);
          expect(read.fedBack).toEqual(rows.map(() => ({ contact: 'c0001', state: 'reached' })));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a field that the provider has named with delimiters and quotes does not hide ours', async () => {
    const own = Array.from({ length: 7 }, () => ['+12125550101', '', '', '']);
    const read = await readBack(own, { delimiter: ',', foreign: '|""' });
    expect(read.delimiter).toBe(',');
    expect(read.own).toEqual(own);
  });

  test('and so it is once more, when the export of the export is fed back', async () => {
    const own = [['+12125550101', '=1', "'+x", '\tz']];
    const first = await readBack(own, { delimiter: ';', foreign: '=2' });
    const again = await readBack(first.cells, { delimiter: ';', foreign: '', headers: first.raw });
    expect(again.headers).toEqual(first.headers);
    expect(again.own).toEqual(own);
  });

  test('a person who was reached is recognised as reached', () => {
    const reading = read({ phone: '+12125550101', call_contact: 'c0001', call_state: 'reached' });
    expect(reading).toMatchObject({ contact: { fedBack: { contact: 'c0001', state: 'reached' } } });
  });
});
