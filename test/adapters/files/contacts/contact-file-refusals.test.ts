import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  columnLetters,
  MAX_COLUMNS,
} from '../../../../src/adapters/files/contacts/contact-refusal.ts';
import { fromSystem } from '../../../../src/adapters/files/contacts/contact-error.ts';
import { bytes, failureOf, TestFolder } from './contact-file-setup.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

const HEADER = 'phone,name\n';
const LONG = `${HEADER}1,b\n\n2,"ab\n${'x,y\n'.repeat(300_000)}`;
const WIDE = Array.from({ length: MAX_COLUMNS + 1 }, (_, at) => `c${at}`).join(',');

/** What is in the file, the code, and what the message and the hint must say. */
const CASES: readonly [string, string | Uint8Array, string, RegExp, RegExp][] = [
  ['nothing', '', 'empty', /is empty/, /header line/],
  ['blank lines only', '\n\r\n , \n', 'empty', /only blank lines/, /header line/],
  ['a byte order mark only', bytes([0xef, 0xbb, 0xbf]), 'empty', /only blank lines/, /header/],
  ['a header without rows', `${HEADER},\n\n`, 'no_rows', /a header and no rows/, /one line/],
  ['half a workbook', bytes([0x50, 0x4b, 3, 4], 'x'), 'damaged', /damaged or incomplete/, /again/],
  ['an old workbook', bytes([0xd0, 0xcf, 0x11, 0xe0]), 'binary', /old Excel/, /\.xlsx/],
  ['a PDF', '%PDF-1.7', 'binary', /PDF/, /CSV UTF-8/],
  ['a NUL', `${HEADER}1,a\r\n2,b\u0000\n`, 'binary', /NUL character on line 3/, /CSV UTF-8/],
  ['UTF-16 without mark', bytes([0x70, 0, 0x68, 0]), 'binary', /NUL character on line 1/, /CSV/],
  ['UTF-16 with a NUL', bytes([0xff, 0xfe, 0x70, 0, 0, 0]), 'binary', /NUL/, /CSV UTF-8/],
  [
    'half a UTF-16 unit',
    bytes([0xff, 0xfe, 0x70, 0, 0x0a]),
    'encoding',
    /ends in the mid/,
    /again/,
  ],
  ['a cut UTF-8 character', bytes(`${HEADER}1,é`, [0xc3]), 'encoding', /ends in the mid/, /again/],
  ['an unknown encoding', bytes(HEADER, '1,', [0x8f, 0x20]), 'encoding', /neither.*line 2/, /CSV/],
  [
    'a quote inside',
    `${HEADER}1,"a\r\nb"\r\n\r\n2,x"y\n`,
    'quoting',
    /line 5, cell 2: a q/,
    /double/,
  ],
  ['text after a quote', `${HEADER}1,"a"b\n`, 'quoting', /line 2, cell 2: text follows/, /Double/],
  ['an open quote', `${HEADER}1,b\n\n\n2,"ab\ncc\n`, 'quoting', /line 5.*never closed/, /Close it/],
  ['a record without end', LONG, 'record_too_long', /line 4.*1 MiB/, /Close the quote/],
  ['too many columns', `${WIDE}\n1\n`, 'too_many_columns', /10001 columns/, /Delete/],
  [
    'two equal headers',
    'phone,name,a,phone \n1,2,3,4\n',
    'duplicate_headers',
    /columns A and D are both called "phone"/,
    /Rename/,
  ],
];

describe('what cannot be a contact file is refused with a remedy', () => {
  for (const [what, content, code, message, hint] of CASES)
    it(`refuses ${what}`, async () => {
      const failure = await failureOf(folder.write(content));
      expect(failure.code).toBe(code);
      expect(failure.message).toMatch(message);
      expect(failure.hint).toMatch(hint);
    });

  it('refuses a file that is not there, a folder and a device', async () => {
    const missing = await failureOf(join(folder.path, 'missing.csv'));
    expect(missing).toMatchObject({ code: 'not_found', hint: expect.stringContaining('spelling') });
    expect((await failureOf(folder.path)).code).toBe('directory');
  });

  it.runIf(process.platform !== 'win32')('refuses a device', async () => {
    expect((await failureOf('/dev/null')).code).toBe('not_a_file');
  });

  it.runIf(process.getuid !== undefined && process.getuid() !== 0)(
    'refuses a file without permission',
    async () => {
      const path = folder.write('phone\n1\n');
      chmodSync(path, 0o000);
      expect(await failureOf(path)).toMatchObject({ code: 'unreadable' });
    },
  );

  it('says in words what the operating system refuses', () => {
    const denied = fromSystem('a.csv', Object.assign(new Error('x'), { code: 'EACCES' }));
    expect([denied.code, denied.message]).toEqual([
      'unreadable',
      '"a.csv" cannot be read (EACCES).',
    ]);
    expect(denied.hint).toContain('Allow your user');
    expect(fromSystem('a.csv', new Error('odd')).hint).toContain('Copy the file');
  });

  it('names columns as a spreadsheet does', () => {
    expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AB',
      'ZZ',
      'AAA',
    ]);
  });
});
