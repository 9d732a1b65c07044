import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import { afterAll, describe, expect, it, test } from 'vitest';
import { plainNumber, showerOf } from '../../../../src/adapters/files/xlsx/shown-number.ts';
import { readAll } from '../contacts/contact-file-setup.ts';
import { lineOf, ResultsFolder, write } from '../results/results-setup.ts';
import { textRow, WorkbookFolder } from './workbook-setup.ts';

const folder = new WorkbookFolder();
const results = new ResultsFolder();
afterAll(() => {
  folder.remove();
  results.remove();
});

const HEADER = textRow(1, 'phone', 'note');

/** The cell B2 of a workbook whose second row holds this XML. */
async function cellOf(
  cell: string,
  more: Parameters<typeof folder.sheet>[1] = {},
): Promise<string> {
  const rows = `${HEADER}<row r="2"><c r="A2"><v>12025550101</v></c>${cell}</row>`;
  const { all } = await readAll(await folder.sheet(rows, more));
  return all[0]?.cells[1] ?? '';
}

describe('a workbook that LibreOffice wrote, against its own CSV of the same sheet', () => {
  const here = new URL('.', import.meta.url).pathname;
  const theirs: string[][] = parse(readFileSync(`${here}formats.csv`), {
    relax_column_count: true,
  });

  /** What we show otherwise on purpose: every digit, dates as YYYY-MM-DD, a fraction of a second rounded. */
  const OTHERWISE = new Map([
    ['scientific', '12025550123'],
    ['date', '2026-03-04'],
    ['datetime', '2026-03-04 15:05'],
    ['long date', '2026-03-04'],
    ['time', '9:30 AM'],
    ['time24', '09:30'],
    ['leap', '1900-02-29'],
  ]);

  it('every cell is the same, on the row of the same number', async () => {
    const { headers, all } = await readAll(`${here}formats.xlsx#Leads`);
    const ours = [{ line: 1, cells: headers }, ...all];
    expect(ours.length).toBeGreaterThan(50);
    for (const { line, cells } of ours) {
      const [what = '', value = '', format = ''] = theirs[line - 1] ?? [];
      const expected = OTHERWISE.get(what) ?? (what === 'space' ? value : value.trimStart());
      expect([line, ...cells]).toEqual([line, what, expected, format]);
    }
  });
});

describe('texts', () => {
  it('come from the strings of the workbook, without how they are pronounced', async () => {
    const strings =
      '<si><t>phone</t></si><si><r><rPr><b/></rPr><t>two </t></r><r><t>looks</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>';
    expect(await cellOf('<c r="B2" t="s"><v>1</v></c>', { strings })).toBe('two looks');
  });

  it('keep zeros, spaces, line breaks and characters that XML cannot hold', async () => {
    const kept =
      '<c r="B2" t="inlineStr"><is><t xml:space="preserve"> 007_x000D_\n_x005F_x0041_</t></is></c>';
    expect(await cellOf(kept)).toBe(' 007\r\n_x0041_');
  });
});

describe('values that are no text', () => {
  test.each([
    ['a truth', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
    ['a lie', '<c r="B2" t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c r="B2" t="e"><v>#N/A</v></c>', '#N/A'],
    ['a date of the newer kind', '<c r="B2" t="d"><v>2026-12-31T00:00:00</v></c>', '2026-12-31'],
    ['a moment of it', '<c r="B2" t="d"><v>2026-12-31T09:30</v></c>', '2026-12-31 09:30'],
    ['the result of a formula', '<c r="B2"><f>A2*2</f><v>24051100202</v></c>', '24051100202'],
    ['a text of a formula', '<c r="B2" t="str"><f>"a"</f><v>a_x0042_</v></c>', 'aB'],
    ['a formula that gives nothing', '<c r="B2" t="str"><f>""</f><v></v></c>', ''],
    ['a formula without a result', '<c r="B2"><f>A2*2</f></c>', '#CALC!'],
    ['a blank cell with a look', '<c r="B2" s="0"/>', ''],
    ['a cell without a place', '<c><v>5551234</v></c>', '5551234'],
    ['a number that is none', '<c r="B2"><v>x</v></c>', 'x'],
  ])('%s', async (_, cell, shown) => {
    expect(await cellOf(cell)).toBe(shown);
  });

  it('dates count from 1904 where the workbook says so', async () => {
    const more = { formats: ['yyyy-mm-dd'], date1904: true };
    expect(await cellOf('<c r="B2" s="0"><v>44925</v></c>', more)).toBe('2026-12-31');
  });
});

describe('numbers as their format shows them', () => {
  test.each([
    ['General', 5551234, '5551234'],
    ['General', 0.1 + 0.2, '0.3'],
    ['[Red]General', 12025550123, '12025550123'],
    ['00000', 2139, '02139'],
    ['0%', 0.25, '25%'],
    ['#,##0.00 [$€-407]', 1200.5, '1,200.50 €'],
    ['"Yes";"Yes";"No"', 0, 'No'],
    [';;;', 44, '44'],
    ['0.00E+00', 12025550123, '12025550123'],
    ['no "format', 7, '7'],
    ['m/d/yy', 46387, '2026-12-31'],
    ['dd.mm.yyyy', 46387.75, '2026-12-31'],
    ['m/d/yy h:mm', 46387.499_999_9, '2026-12-31 12:00'],
    ['yyyy-mm-dd hh:mm:ss', 46387, '2026-12-31 00:00:00'],
    ['yyyy-mm-dd hh:mm', 46387.999_999_99, '2027-01-01 00:00'],
    ['mmm yyyy', 46387, 'Dec 2026'],
    ['m/d/yyyy', 0, '1900-01-00'],
    ['m/d/yyyy', -3, '-3'],
    ['m/d/yyyy', 12025550123, '12025550123'],
  ])('%s of %d', (code, value, shown) => {
    expect(showerOf(code, false)(value)).toBe(shown);
  });

  it('all digits of a number are written out, whatever its size', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e20, max: 1e20 }), (value) => {
        const shown = plainNumber(value);
        expect(shown).not.toMatch(/[^\d.-]|^-0$/);
        if (Math.abs(value) > 1e-4) expect(Number(shown) / value).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('two readers of our own export', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('=1+1', '+12025550101', '007', '_x0041_', 'a\nb', ' x ', '#N/A'),
    fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
    fc.boolean(),
    fc.constant(null),
  );

  it('agree on every cell', async () => {
    let files = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          files += 1;
          const path = results.at(`${files}.xlsx`);
          const headers = ['phone', 'a', 'b', 'last'];
          const lines = rows.map((cells) => lineOf(...cells, 'end'));
          await write(path, lines, { format: 'xlsx', headers });
          const { all } = await readAll(path);
          const [other] = await readWorkbook(path, { trim: false });
          const asText = (value: unknown): string =>
            typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '');
          expect(all.map(({ cells }) => cells)).toEqual(
            other?.data.slice(1).map((line) => line.map(asText)),
          );
          expect(all.map(({ line }) => line)).toEqual(rows.map((_, at) => at + 2));
        },
      ),
      { numRuns: 40 },
    );
  });
});
