import { copyFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { textRow, WorkbookFolder } from '../../adapters/files/xlsx/workbook-setup.ts';
import { aFolder } from '../desk/folder.ts';

/** A row that somebody hid or filtered out still counts where it spares people, and that it does is said. */

const workbooks = new WorkbookFolder();
afterAll(() => workbooks.remove());

const { path, campaign } = aFolder((folder) => {
  folder.write('leads.csv', ['phone', '+12125550100', '+12125550101']);
  folder.write('leads.yaml', [
    'name: Calls',
    'assistant: { prompt: Say hello. }',
    'consent: { basis: customers, statement: They agreed to be called. }',
    'suppress: [left.xlsx]',
    'holidays: days.xlsx',
  ]);
});

const hidden = (row: string): string => row.replace('<row', '<row hidden="1"');

beforeEach(async () => {
  const left = textRow(1, 'phone') + hidden(textRow(2, '+12125550101'));
  const books = {
    'left.xlsx': await workbooks.write({
      sheets: [
        { name: 'Left', rows: left },
        { name: 'Old', rows: textRow(1, '+12125550100'), state: 'hidden' },
      ],
    }),
    'days.xlsx': await workbooks.sheet(textRow(1, 'date') + hidden(textRow(2, '2026-12-02'))),
  };
  for (const [to, from] of Object.entries(books)) copyFileSync(from, path(to));
});

const said = (name: string): string =>
  `${name}": 1 hidden or filtered row is read like the others. Delete it to leave it out.\n`;

test('a hidden row of a list in the campaign bars, and a hidden sheet is named once', async () => {
  const { out, err } = await campaign('check', 'leads.csv');
  expect(out).toMatch(/^1 person can be called, 1 cannot/m);
  expect(err.split(said('left.xlsx'))).toHaveLength(2);
  expect(err).toMatch(
    /left\.xlsx": not read, because hidden: "Old"\. To read such a sheet, name it behind the file: ".*left\.xlsx#Old"\.\n/,
  );
});

test('a hidden row of holidays is a holiday', async () => {
  const why = await campaign('why', 'leads.csv:2', '--at', '2026-12-02T15:00:00Z');
  expect(why.out).toContain('holiday of the campaign');
  expect(why.err).toContain(said('days.xlsx'));
});

test('a hidden row of a file that is imported goes on the do-not-call list', async () => {
  const { code, err } = await campaign('dnc', 'import', 'left.xlsx');
  expect(code).toBe(0);
  expect(err).toContain(said('left.xlsx'));
  expect(err).toContain('left.xlsx: 1 added');
});
