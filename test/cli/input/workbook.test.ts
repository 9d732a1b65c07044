import { copyFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { textRow, WorkbookFolder } from '../../adapters/files/xlsx/workbook-setup.ts';
import { aFolder } from '../desk/folder.ts';

const workbooks = new WorkbookFolder();
afterAll(() => workbooks.remove());

const { path, campaign } = aFolder((folder) => {
  folder.write('leads.yaml', [
    'name: Calls',
    'assistant: { prompt: "Say hello to {{name}}." }',
    'consent: { basis: customers, statement: They agreed to be called. }',
    'default_country: US',
    'suppress: ["lists.xlsx#Opt-outs"]',
    'holidays: days.xlsx',
  ]);
});

const phone = (row: number, digits: string): string =>
  `<row r="${row}"><c r="A${row}"><v>${digits}</v></c>`;
const name = (row: number, text: string): string =>
  `<c r="B${row}" t="inlineStr"><is><t>${text}</t></is></c></row>`;

/** Excel's day 46358 is 2026-12-02. */
const DAY = '<row r="2"><c r="A2" s="0"><v>46358</v></c></row>';

beforeEach(async () => {
  const may =
    textRow(1, 'phone', 'name') +
    phone(2, '2125550100') +
    name(2, 'Ada') +
    phone(4, '2125550101') +
    name(4, 'Bo\nB') +
    phone(5, '21255') +
    name(5, 'Cy');
  const june = textRow(1, 'phone', 'name') + textRow(2, '+12125550102', 'Di');
  const books = {
    'leads.xlsx': await workbooks.write({
      sheets: [
        { name: 'May', rows: may },
        { name: 'June', rows: june },
      ],
    }),
    'lists.xlsx': await workbooks.write({
      sheets: [
        { name: 'Opt-outs', rows: textRow(1, 'Phone') + phone(2, '2125550101') + '</row>' },
        { name: 'Old', rows: textRow(1, '+12125550100') },
      ],
    }),
    'days.xlsx': await workbooks.sheet(textRow(1, 'date') + DAY, { formats: ['d/m/yyyy'] }),
  };
  for (const [to, from] of Object.entries(books)) copyFileSync(from, path(to));
});

test('a workbook is read wherever a CSV file is, on the sheet that is named', async () => {
  const checked = await campaign('check', 'leads.xlsx', '--sheet', 'may', '--json');
  const lines = checked.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines[0]).toMatchObject({ kind: 'problem', line: 5, column: 'phone', value: '21255' });
  expect(lines.at(-1)).toMatchObject({ contacts: 2, can_be_called: 1, problem_rows: 1 });

  const at = ['--at', '2026-12-02T15:00:00Z'];
  const why = await campaign('why', 'leads.xlsx:2', '--sheet', 'May', ...at);
  expect(why.code).toBe(0);
  expect(why.out).toContain('holiday of the campaign');
  const blank = await campaign('why', 'leads.xlsx#May:3', ...at);
  expect(blank.err).toContain('row 3 of leads.xlsx#May is blank or not there');

  const barred = await campaign('dnc', 'import', 'lists.xlsx', '--sheet', '2');
  expect(barred.err).toContain('lists.xlsx#2: 1 added');
  const after = await campaign('check', 'leads.xlsx#May');
  expect(after.out).toMatch(/^0 people can be called/m);
});

test('the sheet is named beside the file', async () => {
  const now = ['--now', '2026-12-01T15:00:00Z'];
  const { code, err } = await campaign('run', 'leads.xlsx', '--sheet', 'June', ...now);
  expect([code, err]).toEqual([0, expect.stringContaining('1')]);
  const { out } = await campaign('show', 'leads.xlsx#June:2', '--rehearsal');
  expect(out).toMatch(/leads\.xlsx#June row 2$/m);
});

test('without a word of the sheet nothing is read', async () => {
  const { code, err } = await campaign('check', 'leads.xlsx');
  expect(code).toBe(2);
  expect(err).toMatch(/2 sheets.*"May", "June"/);
  expect(err).toContain('--sheet "May"');
});
