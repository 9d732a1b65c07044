import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { ResultsFileError } from '../../../../src/adapters/files/results/results-file.ts';
import { openTarget } from '../../../../src/adapters/files/results/results-out.ts';
import { SheetRows } from '../../../../src/adapters/files/results/results-sheet.ts';
import { XlsxWriter } from '../../../../src/adapters/files/results/results-xlsx.ts';
import type { Cell } from '../../../../src/domain/results/cell.ts';
import { lineOf, open, ResultsFolder, write, type Opening } from './results-setup.ts';

const folder = new ResultsFolder();
afterAll(() => {
  folder.remove();
});
let files = 0;
const aPath = (): string => {
  files += 1;
  return folder.at(`${files}.xlsx`);
};

/** The workbook as a public reader sees it. */
async function sheetsOf(path: string): Promise<{ sheet: string; data: unknown[][] }[]> {
  const sheets = await readWorkbook(path, { trim: false });
  return sheets.map(({ sheet, data }) => ({ sheet, data }));
}

async function rowsOf(lines: readonly Cell[][], o: Opening = {}): Promise<unknown[][]> {
  const path = aPath();
  await write(
    path,
    lines.map((cells) => lineOf(...cells)),
    { format: 'xlsx', ...o },
  );
  const [first] = await sheetsOf(path);
  return first?.data ?? [];
}

describe('a workbook', () => {
  test('has numbers of phones as text, and numbers and truths as what they are', async () => {
    const headers = ['phone', 'plain', 'zip', 'talk', 'ok', 'blank'];
    const rows = await rowsOf([['+12125550101', '12125550101', '007', 90, true, null]], {
      headers,
    });
    expect(rows).toEqual([headers, ['+12125550101', '12125550101', '007', 90, true, null]]);
  });

  test.each([
    [12345678901, 12345678901],
    [-0.0001, -0.0001],
    [155501001234, '155501001234'],
    [1e21, '1e+21'],
    [0.1234567890123456, '0.1234567890123456'],
  ])('has the number %s so that it is shown as it is', async (number, shown) => {
    expect(await rowsOf([[number, '']])).toEqual([
      ['phone', 'call_state'],
      [shown, null],
    ]);
  });

  test('has its sheet named as it is told, and the same bytes each time', async () => {
    const [one, two] = [aPath(), aPath()];
    for (const path of [one, two])
      await write(path, [lineOf('a', 'b')], { format: 'xlsx', sheetName: 'REHEARSAL' });
    expect((await sheetsOf(one)).map(({ sheet }) => sheet)).toEqual(['REHEARSAL']);
    expect(readFileSync(one, 'latin1') === readFileSync(two, 'latin1')).toBe(true);
  });

  test('says in its first bytes what it is', async () => {
    const path = aPath();
    await write(path, [], { format: 'xlsx' });
    expect(readFileSync(path, 'latin1').slice(0, 41)).toMatch(/^PK\x03\x04.*_rels\/\.rels/s);
  });
});

describe('a cell of a workbook', () => {
  test('calculates nothing: a formula is a text, without anything in front of it', async () => {
    const cells = ['=1+1', "'=1", '@x', '<b>&"\'</b>'];
    const rows = await rowsOf([cells], { headers: ['=h', 'b', 'c', 'd'] });
    expect(rows).toEqual([['=h', 'b', 'c', 'd'], cells]);
    expect(new SheetRows(1).row(2, ['=1+1'])).toBe(
      '<row r="2"><c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c></row>',
    );
  });

  test('writes what XML cannot hold the way Excel does', () => {
    const xml = new SheetRows(1).row(1, ['a\u0007b_x0041_c\r\nd\re\uFFFEf\uD800g']);
    expect(xml).toContain('>a_x0007_b_x005F_x0041_c\nd\ne_xFFFE_f\uFFFDg<');
  });

  test('cuts a cell that is too long for Excel, with a mark', async () => {
    const [, row] = await rowsOf([['x'.repeat(32_767), 'y'.repeat(32_768)]]);
    expect(row?.[0]).toBe('x'.repeat(32_767));
    const cut = String(row?.[1]);
    expect(cut).toHaveLength(32_767);
    expect(cut).toMatch(/^y+ … \[cut: the \.jsonl export has all of it\]$/);
  });
});

describe('the size of a workbook', () => {
  test('names its columns past Z and past ZZ', async () => {
    const headers = Array.from({ length: 800 }, (_, at) => `h${at}`);
    const [header, row] = await rowsOf([headers.map((_, at) => at)], { headers });
    expect(header).toEqual(headers);
    expect(row?.[799]).toBe(799);
  });

  test('goes on on the next sheet when one is full, under the same header', async () => {
    const path = aPath();
    const shape = { headers: ['n'], delimiter: ',', sheetName: 'results' };
    const writer = new XlsxWriter(await openTarget(path, false), shape, { rows: 3, bytes: 1e9 });
    for (let nth = 1; nth <= 4; nth += 1) await writer.write(lineOf(nth));
    await writer.close();
    expect(await sheetsOf(path)).toEqual([
      { sheet: 'results', data: [['n'], [1], [2]] },
      { sheet: 'results 2', data: [['n'], [3], [4]] },
    ]);
  });

  test('goes on on the next sheet before the archive needs ZIP64', async () => {
    const path = aPath();
    const shape = { headers: ['n'], delimiter: ',', sheetName: 'results' };
    const limits = { rows: 1e6, bytes: 100_000 };
    const writer = new XlsxWriter(await openTarget(path, false), shape, limits);
    for (let nth = 1; nth <= 5_000; nth += 1) await writer.write(lineOf(`Person ${nth}`));
    await writer.close();
    const sheets = await sheetsOf(path);
    expect(sheets.length).toBeGreaterThan(2);
    const people = sheets.flatMap(({ data }) => data.slice(1).map(([cell]) => cell));
    expect(people).toEqual(Array.from({ length: 5_000 }, (_, at) => `Person ${at + 1}`));
  });
});

describe('the text of a workbook', () => {
  test('is any text that a contact file can hold', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 30 }), {
      minLength: 1,
      maxLength: 20,
    });
    const isHeld = (text: string): boolean =>
      // The reader decodes no `_x0007_`, and takes a text of white space for a blank.
      !/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}|_x/u.test(text) && text.trim() !== '';
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const held = all.filter(isHeld);
        const rows = await rowsOf(
          held.map((text, nth) => [text, nth]),
          {},
        );
        expect(rows.slice(1)).toEqual(held.map((text, nth) => [text, nth]));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a sheet', () => {
  test('with more columns than a sheet has is refused, and nothing is created', async () => {
    const path = aPath();
    const headers = Array.from({ length: 16_385 }, (_, at) => `h${at}`);
    await expect(open(path, { format: 'xlsx', headers })).rejects.toThrow(ResultsFileError);
    expect(existsSync(path)).toBe(false);
  });
});

describe('a disk that fails', () => {
  const failing = (failAfter: number) => {
    let written = 0;
    return {
      write: () => {
        written += 1;
        return written > failAfter ? Promise.reject(new Error('no space')) : Promise.resolve();
      },
      commit: () => Promise.resolve(),
      abandon: () => Promise.resolve(),
    };
  };
  const shape = { headers: ['n'], delimiter: ',', sheetName: 'results' };

  test.each([0, 5, 40])('after %i writes ends the workbook with its error', async (failAfter) => {
    const writer = new XlsxWriter(failing(failAfter), shape);
    const all = async (): Promise<void> => {
      for (let nth = 0; nth < 200_000; nth += 1) await writer.write(lineOf(`${nth * 7919}`));
      await writer.close();
    };
    await expect(all()).rejects.toThrow('no space');
    await writer.abandon();
  });
});
