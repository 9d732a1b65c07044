import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ContactFileError } from '../../../../src/adapters/files/contacts/contact-error.ts';
import { openContactFile } from '../../../../src/adapters/files/contacts/contact-file.ts';
import { readCsv } from '../../../proof/bad-input/trial/own-reader.ts';
import { bytes, readAll, TestFolder } from './contact-file-setup.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

/** Cells, lines without a word, and line ends as files have them. */
const cell = fc.oneof(fc.constantFrom('', 'a', '1', ' '), fc.stringMatching(/^[a,"\r\n]{0,6}$/));
const record = fc.oneof(fc.array(cell, { minLength: 1, maxLength: 3 }), fc.constant(['']));
const quoted = (text: string): string =>
  /[,"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

describe('rows and their numbers', () => {
  it('a row has the number that a spreadsheet shows, whatever ends lines and cells', async () => {
    const text = 'phone,name\r\n1,"a\r\nb"\r\n\r\n2,c\n3,"d\ne\rf"\r4,g';
    expect((await readAll(folder.write(text))).all).toEqual([
      { line: 2, cells: ['1', 'a\r\nb'] },
      { line: 4, cells: ['2', 'c'] },
      { line: 5, cells: ['3', 'd\ne\rf'] },
      { line: 6, cells: ['4', 'g'] },
    ]);
  });

  it('blank lines and rows of nothing but delimiters count, and are no rows', async () => {
    const file = await readAll(folder.write('\n\nphone;name\n\n;\n ; \n+1;x\n"";""\n'));
    expect(file.headers).toEqual(['phone', 'name']);
    expect(file.all).toEqual([{ line: 7, cells: ['+1', 'x'] }]);
  });

  it('the numbers are those of a reader that takes one character after the other', async () => {
    const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
    const file = fc.tuple(fc.array(record, { maxLength: 8 }), lineEnd);
    await fc.assert(
      fc.asyncProperty(file, async ([records, end]) => {
        const lines = [['phone', 'b', 'c'], ...records, ['last']];
        const text = lines.map((cells) => cells.map(quoted).join(',') + end).join('');
        const { all } = await readAll(folder.write(text));
        const expected = (readCsv(text, ',') ?? [])
          .map((cells, at) => ({ line: at + 1, cells }))
          .filter(({ line, cells }) => line > 1 && cells.some((one) => one.trim() !== ''));
        expect(all).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('rows', () => {
  it('with too few or too many cells are given as they are', async () => {
    const { all } = await readAll(folder.write('phone,name\n1\n2,a,b\n'));
    expect(all.map((row) => row.cells)).toEqual([['1'], ['2', 'a', 'b']]);
  });

  it('doubled quotes become one, and space around cells stays', async () => {
    const { all } = await readAll(folder.write('phone,name\n 1 ,"5"" pipe "\n'));
    expect(all[0]?.cells).toEqual([' 1 ', '5" pipe ']);
  });

  it('can be read again from the start, and left before the end', async () => {
    const file = await openContactFile(folder.write('phone\n1\n2\n3\n'));
    for await (const row of file.rows()) if (row.line === 2) break;
    const lines: number[] = [];
    for await (const row of file.rows()) lines.push(row.line);
    expect(lines).toEqual([2, 3, 4]);
  });

  it('the hash is that of the bytes', async () => {
    const path = folder.write(bytes([0xef, 0xbb, 0xbf], 'phone\r\n1\r\n'));
    const expected = createHash('sha256').update(readFileSync(path, 'latin1'), 'latin1');
    expect((await openContactFile(path)).hash).toBe(expected.digest('hex'));
  });

  it('a file that changes between two passes is refused', async () => {
    const path = folder.write('phone\n1\n');
    const file = await openContactFile(path);
    writeFileSync(path, 'phone\n1\n2\n');
    const read = async (): Promise<void> => {
      for await (const row of file.rows()) expect(row).toBeDefined();
    };
    await expect(read()).rejects.toThrow(ContactFileError);
    await expect(read()).rejects.toMatchObject({ code: 'changed' });
  });
});

describe('delimiters', () => {
  const cases: readonly [string, string, string][] = [
    ['a file of one column', 'phone\n+1 415 555 0100\n', ','],
    ['one column whose cells hold commas', 'phone\n"+1, 2"\n"3, 4"\n', ','],
    ['commas inside quoted headers', '"phone";"name, first";"c,d,e"\n1;"a,b";x\n', ';'],
    ['more commas than semicolons', 'phone;note\n1;"a,b,c"\n2;d,e,f\n', ';'],
    ['prose with a comma in both columns', 'phone;name, first\n1;Smith, John\n2;Roe, Ann\n', ';'],
    ['tabs', 'phone\tname\n1\ta,b;c|d\n', '\t'],
    ['pipes', 'phone|name\n1|a,b;c\n', '|'],
    ['ragged rows', 'phone,name,note\n1\n2,a\n3,b,c\n', ','],
    ['a quoted line break before the first row', 'phone;"a\nb,c"\n1;2\n', ';'],
    ['a quoted header that holds another, over a ragged row', 'phone,x,"a;b"\n1,"c;d"\n', ','],
    ['a line that names it', 'sep=|\r\nphone|name, first\r\n1|a\r\n', '|'],
  ];
  for (const [what, text, delimiter] of cases)
    it(`finds the delimiter of ${what}`, async () => {
      expect((await openContactFile(folder.write(text))).delimiter).toBe(delimiter);
    });

  it('does not count the line that names the delimiter, which no spreadsheet shows', async () => {
    const file = await readAll(folder.write('sep=;\nphone;name\n\n1;a\n'));
    expect(file.headers).toEqual(['phone', 'name']);
    expect(file.all).toEqual([{ line: 3, cells: ['1', 'a'] }]);
  });

  it('a byte order mark hides neither that line nor a quoted header', async () => {
    const mark = [0xef, 0xbb, 0xbf];
    const named = await readAll(folder.write(bytes(mark, 'sep=;\r\n"phone";name\r\n1;a\r\n')));
    expect([named.headers, named.delimiter]).toEqual([['phone', 'name'], ';']);
    const quoted = await readAll(folder.write(bytes(mark, '"phone|x"|name\n1|a\n')));
    expect(quoted.headers).toEqual(['phone|x', 'name']);
  });

  it('a header longer than the sample is still read', async () => {
    const headers = Array.from({ length: 9_999 }, (_, at) => `a column with a long name ${at}`);
    const text = `${headers.join(';')}\n1${';'.repeat(9_998)}\n`;
    expect((await openContactFile(folder.write(text))).headers).toEqual(headers);
  });
});
