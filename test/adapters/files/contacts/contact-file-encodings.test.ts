import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { byteOrderMark, ByteCensus } from '../../../../src/adapters/files/text/text-encoding.ts';
import { bytes, readAll, TestFolder } from './contact-file-setup.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

const DELIMITERS = [',', ';', '\t', '|'] as const;
const ENCODINGS = [
  { name: 'utf-8', read: 'utf-8', mark: false },
  { name: 'utf-8', read: 'utf-8', mark: true },
  { name: 'utf-16le', read: 'utf-16le', mark: true },
  { name: 'utf-16be', read: 'utf-16be', mark: true },
  { name: 'windows-1252', read: 'windows-1252', mark: false },
] as const;

/** Letters of Windows-1252 that never form a UTF-8 sequence by accident. */
const western = fc.constantFrom(...'aZ 09_+-éüñßÅ"\'\n\r,;|\t');
const any = fc.oneof(western, fc.constantFrom('漢', '🙂', '\u2028', 'ﬁ', '€', '\r\n', '""'));
const cellsOf = (letter: fc.Arbitrary<string>): fc.Arbitrary<string[][]> =>
  fc.integer({ min: 1, max: 4 }).chain((width) => {
    const cell = fc.string({ unit: letter, maxLength: 8 });
    return fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 });
  });

/** An independent writer. */
const write = (records: readonly string[][], delimiter: string, end: string): string =>
  records
    .map((cells) =>
      cells
        .map((cell) =>
          cell.includes(delimiter) || /["\r\n]/.test(cell)
            ? `"${cell.replaceAll('"', '""')}"`
            : cell,
        )
        .join(delimiter),
    )
    .map((record) => record + end)
    .join('');

const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const file = fc
  .record({
    encoding: fc.constantFrom(...ENCODINGS),
    delimiter: fc.constantFrom(...DELIMITERS),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .chain((shape) =>
    cellsOf(shape.encoding.name === 'windows-1252' ? western : any).map((rows) => ({
      ...shape,
      rows,
    })),
  );

describe('encodings, delimiters and line ends', () => {
  it('every combination reads back as it was written, with the rows of a spreadsheet', async () => {
    await fc.assert(
      fc.asyncProperty(file, async ({ encoding, end, rows, ...shape }) => {
        const width = rows[0]?.length ?? 1;
        // What has one column reads as comma separated.
        const delimiter = width === 1 ? ',' : shape.delimiter;
        const last = Array.from({ length: width }, () => 'é');
        const header = Array.from({ length: width }, (_, at) => `column ${at}`);
        const records = [header, ...rows, last];
        const text = write(records, delimiter, end);
        const content = iconv.encode(text, encoding.name, { addBOM: encoding.mark });
        const read = await readAll(folder.write(Uint8Array.from(content)));
        const expected = records
          .map((cells, at) => ({ line: at + 1, cells }))
          .filter(({ cells }) => !isBlankRow(cells))
          .slice(1);
        expect(read.all).toEqual(expected);
        expect(read.headers).toEqual(header);
        expect(read.encoding).toBe(encoding.read);
        expect(read.delimiter).toBe(delimiter);
      }),
      { numRuns: 200 },
    );
  });

  it('a foreign byte after the first megabyte still decides', async () => {
    const filler = '+14155550100;Ann\r\n'.repeat(80_000);
    const path = folder.write(bytes(`phone;name\r\n${filler}+14155550101;Ren`, [0xe9], '\r\n'));
    const { encoding, all } = await readAll(path);
    expect([encoding, all.at(-1)]).toEqual([
      'windows-1252',
      { line: 80_002, cells: ['+14155550101', 'René'] },
    ]);
  });

  it('a character of Windows-1252 at the very end decides', async () => {
    const { encoding, all } = await readAll(folder.write(bytes('phone\nRen', [0xe9])));
    expect([encoding, all[0]?.cells]).toEqual(['windows-1252', ['René']]);
  });

  it('curly quotes and the euro of Windows-1252 are read as such', async () => {
    const { all } = await readAll(folder.write(bytes('phone\n', [0x80, 0x93, 0x61, 0x94], '\n')));
    expect(all[0]?.cells).toEqual(['€“a”']);
  });
});

describe('telling UTF-8 from other bytes', () => {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const isUtf8 = (content: Uint8Array): boolean => {
    try {
      utf8.decode(content);
      return true;
    } catch {
      return false;
    }
  };

  it('agrees with a strict decoder about any bytes, however they are cut into chunks', () => {
    const byte = fc.oneof(
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom(0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x99, 0x82, 0xed, 0xa0, 0xf4, 0x90),
    );
    fc.assert(
      fc.property(fc.array(fc.array(byte, { maxLength: 6 }), { maxLength: 6 }), (chunks) => {
        const content = Uint8Array.from(chunks.flat());
        fc.pre(byteOrderMark(content) === null);
        const census = new ByteCensus(null);
        for (const chunk of chunks) census.add(Uint8Array.from(chunk));
        const verdict = census.verdict();
        const asUtf8 = verdict.kind === 'text' && verdict.encoding === 'utf-8';
        expect(asUtf8).toBe(isUtf8(content));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a character of two halves', () => {
  // Chunks of the file end after 64 KiB: with one letter more before them, each of them ends inside a pair.
  it.each(['utf-16le', 'utf-16be'])('is not taken apart where a chunk of %s ends', async (name) => {
    for (const header of ['phone;note', 'phone;notes']) {
      const note = '🙂'.repeat(40_000);
      const text = `${header}\n+12025550143;${note}\n`;
      const path = folder.write(new Uint8Array(iconv.encode(text, name, { addBOM: true })));
      const { all } = await readAll(path);
      expect(all[0]?.cells[1] === note).toBe(true);
    }
  });
});
