import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import type { ContactFileProblem } from '../../../../src/adapters/files/contacts/contact-error.ts';
import { failureOf } from '../contacts/contact-file-setup.ts';
import { partsOf, textRow, WorkbookFolder } from './workbook-setup.ts';

const folder = new WorkbookFolder();
afterAll(() => folder.remove());

const SHEET = 'xl/worksheets/sheet1.xml';
const good = partsOf({ sheets: [{ name: 'Leads', rows: textRow(1, 'phone') + textRow(2, '1') }] });
const rows = (text: string): Record<string, string> =>
  partsOf({ sheets: [{ name: 'a', rows: text }] });
/** The workbook with another main part. */
const main = (part: string): Record<string, string> => ({
  '_rels/.rels': (good['_rels/.rels'] ?? '').replace('xl/workbook.xml', part),
});
const sheet = (text: string): Record<string, string> => ({ ...good, [SHEET]: text });

interface Refused {
  readonly what: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly code: ContactFileProblem;
  readonly message: RegExp;
}

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';
const OTHERS: readonly Refused[] = [
  { what: 'an archive', parts: { 'a.csv': 'phone' }, code: 'binary', message: /is a ZIP archive/ },
  { what: '.ods', parts: { mimetype: ODS }, code: 'binary', message: /\(\.ods\)/ },
  { what: '.xlsb', parts: main('xl/workbook.bin'), code: 'binary', message: /\(\.xlsb\)/ },
  { what: '.docx', parts: main('word/document.xml'), code: 'binary', message: /a Word document/ },
  { what: 'Numbers', parts: { 'Index/Document.iwa': '' }, code: 'binary', message: /a Numbers/ },
];
const DAMAGED: readonly Omit<Refused, 'code'>[] = [
  { what: 'no sheet', parts: sheet('<worksheet>'), message: /damaged/ },
  { what: 'half a sheet', parts: sheet((good[SHEET] ?? '').slice(0, -30)), message: /damaged/ },
  {
    what: 'a lost text',
    parts: rows('<row><c t="s"><v>7</v></c></row>'),
    message: /in row 1 is mi/,
  },
  { what: 'disorder', parts: rows(textRow(2, 'a') + textRow(2, 'b')), message: /row 2 is out of/ },
  { what: 'a cell outside', parts: rows('<row><c r="ZZZZ1"/></row>'), message: /ZZZZ1 is out of/ },
  { what: 'a deep hole', parts: sheet('<a>'.repeat(200)), message: /nested too deeply/ },
  {
    what: 'entities of its own',
    parts: sheet('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    message: /damaged/,
  },
];

describe('what is no workbook that can be read', () => {
  test.each([...OTHERS, ...DAMAGED.map((one) => ({ ...one, code: 'damaged' as const }))])(
    '$what',
    async ({ parts, code, message }) => {
      const failure = await failureOf(await folder.zip(parts));
      expect([failure.code, failure.message]).toEqual([code, expect.stringMatching(message)]);
      expect(failure.hint).toMatch(/save it/i);
    },
  );

  it('a file that ends too early', async () => {
    const path = await folder.zip(good);
    truncateSync(path, readFileSync(path).length - 30);
    expect(await failureOf(path)).toMatchObject({ code: 'damaged' });
  });

  test.each([
    ['EncryptedPackage', /protected with a password/, /without a password/],
    ['Workbook', /old Excel workbook/, /\.xlsx/],
  ])('a container of the old kind with %s', async (name, message, hint) => {
    const bytes = Buffer.alloc(1536);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt32LE(1, 48);
    bytes.write('Root Entry', 1024, 'utf16le');
    bytes.write(name, 1152, 'utf16le');
    const path = join(folder.path, `${name}.xls`);
    writeFileSync(path, bytes.toString('latin1'), 'latin1');
    const failure = await failureOf(path);
    expect(failure.message).toMatch(message);
    expect(failure.hint).toMatch(hint);
  });

  it('a row that is longer than a row of CSV may be', async () => {
    const long = `<row><c t="inlineStr"><is><t>${'x'.repeat(1_100_000)}</t></is></c></row>`;
    expect((await failureOf(await folder.sheet(long))).message).toMatch(
      /row 1 is longer than 1 MiB/,
    );
  });

  it('a small archive that unpacks to far more than any list', async () => {
    const bomb = { ...good, 'xl/sharedStrings.xml': ' '.repeat(257 * 1024 * 1024) };
    const failure = await failureOf(await folder.zip(bomb));
    expect([failure.code, failure.message]).toEqual([
      'too_large',
      expect.stringMatching(/unpacks to 257 MiB in one of its parts; at most 256 MiB/),
    ]);
  });
});
