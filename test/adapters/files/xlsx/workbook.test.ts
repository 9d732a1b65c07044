import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  openContactFile,
  openRecords,
} from '../../../../src/adapters/files/contacts/contact-file.ts';
import { failureOf, readAll } from '../contacts/contact-file-setup.ts';
import { textCell, textRow, WorkbookFolder, type SheetText } from './workbook-setup.ts';

const folder = new WorkbookFolder();
afterAll(() => folder.remove());

const LEADS: SheetText = {
  name: 'Leads',
  rows: textRow(1, 'phone', 'name') + textRow(2, '+12025550101', 'Ada'),
};
const TOTALS: SheetText = { name: 'Totals & sums', rows: textRow(1, 'total', '3') };
const EMPTY: SheetText = { name: 'Sheet3', rows: '<row r="1"><c r="A1"/></row>' };

describe('rows', () => {
  it('have the numbers that the spreadsheet shows, past rows without anything', async () => {
    const rows =
      textRow(3, 'phone', 'name') +
      '<row r="4"/><row r="5"><c r="A5"/></row>' +
      textRow(6, '1', ' ') +
      '<row r="7">' +
      textCell('A7', ' ') +
      '</row>' +
      textRow(9, '', 'only a name');
    const { headers, all } = await readAll(await folder.sheet(rows));
    expect(headers).toEqual(['phone', 'name']);
    expect(all).toEqual([
      { line: 6, cells: ['1', ' '] },
      { line: 9, cells: ['', 'only a name'] },
    ]);
  });

  it('that do not say their number follow one another', async () => {
    const row = (text: string): string => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const { all } = await readAll(await folder.sheet(row('phone') + row('1') + row('2')));
    expect(all.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('have a cell for every column in which anything stands', async () => {
    const rows = textRow(1, 'phone', 'name') + textRow(2, '1') + textRow(3, '2', 'a', '', 'left');
    const { headers, all } = await readAll(await folder.sheet(rows));
    expect(headers).toEqual(['phone', 'name', '', '']);
    expect(all.map(({ cells }) => cells)).toEqual([
      ['1', '', '', ''],
      ['2', 'a', '', 'left'],
    ]);
  });

  it('that are hidden are read, which is said', async () => {
    const rows = textRow(1, 'phone') + textRow(2, '1').replace('<row', '<row hidden="1"');
    const { notes, all } = await readAll(await folder.sheet(rows));
    expect(all).toHaveLength(1);
    expect(notes.join()).toMatch(/1 hidden or filtered row is read/);
  });

  it('can be read again from the start, and left before the end', async () => {
    const file = await openContactFile(await folder.write({ sheets: [LEADS] }));
    for await (const row of file.rows()) if (row.line === 2) break;
    const again: number[] = [];
    for await (const row of file.rows()) again.push(row.line);
    expect(again).toEqual([2]);
  });

  it('of a file that has changed since are refused', async () => {
    const path = await folder.write({ sheets: [LEADS] });
    const file = await openContactFile(path);
    copyFileSync(await folder.write({ sheets: [LEADS, TOTALS] }), path);
    const first = file.rows()[Symbol.asyncIterator]().next();
    await expect(first).rejects.toMatchObject({ code: 'changed' });
  });
});

describe('cells that say NULL', () => {
  it('are counted by column when the sheet is opened, as in a CSV file', async () => {
    const sheet = await folder.sheet(
      textRow(1, 'phone', 'unknown') +
        textRow(2, '1', 'Ada') +
        textRow(4, '2', ' null ') +
        textRow(5, '3', '-'),
    );
    const csv = join(dirname(sheet), 'same.csv');
    writeFileSync(csv, 'phone,unknown\n1,Ada\n\n2, null \n3,-\n');
    for (const path of [sheet, csv])
      expect((await openContactFile(path)).emptyCells).toEqual(
        new Map([[1, { count: 2, line: 4, word: 'null' }]]),
      );
  });
});

describe('the sheet', () => {
  it('is the only one in which anything stands', async () => {
    const hidden = { ...TOTALS, state: 'hidden' as const };
    const path = await folder.write({ sheets: [EMPTY, hidden, LEADS] });
    const file = await readAll(path);
    expect([file.path, file.headers, file.notes]).toEqual([path, ['phone', 'name'], []]);
    expect(file.hash).toBe(
      createHash('sha256').update(readFileSync(path, 'latin1'), 'latin1').digest('hex'),
    );
  });

  it('of several is the only one with a phone column, which is said', async () => {
    const path = await folder.write({ sheets: [TOTALS, LEADS] });
    const file = await readAll(path);
    expect([file.path, file.all.length]).toEqual([path, 1]);
    expect(file.notes.join()).toMatch(/"Leads" is read.*Not read: "Totals & sums"/);
  });

  it('of several that could be meant has to be named', async () => {
    const path = await folder.write({ sheets: [LEADS, { ...LEADS, name: 'May' }] });
    const failure = await failureOf(path);
    expect(failure.message).toMatch(/2 sheets.*"Leads", "May"/);
    expect(failure.hint).toContain('--sheet "Leads"');
    const [may, second] = [await readAll(`${path}#may`), await readAll(`${path}#2`)];
    expect([may.path, second.path]).toEqual([`${path}#May`, `${path}#May`]);
    const leads = await readAll(`${path}#Leads`);
    expect(leads.hash).not.toBe(may.hash);
  });

  it('of a list of numbers has to be named, so that nobody on another one is forgotten', async () => {
    const path = await folder.write({ sheets: [LEADS, TOTALS] });
    await expect(openRecords(path)).rejects.toMatchObject({ code: 'sheet' });
    const rows: number[] = [];
    const { records } = await openRecords(`${path}#Leads`);
    for await (const { line } of records()) rows.push(line);
    expect(rows).toEqual([1, 2]);
  });

  it('that is named though it is the obvious one makes no other file', async () => {
    const path = await folder.write({ sheets: [TOTALS, LEADS] });
    const [named, found] = [await readAll(`${path}#Leads`), await readAll(path)];
    expect([named.path, named.hash]).toEqual([found.path, found.hash]);
  });
});

describe('the sheet that is named', () => {
  it('must be there', async () => {
    const path = await folder.write({ sheets: [LEADS, TOTALS] });
    const failure = await failureOf(`${path}#June`);
    expect(failure.message).toMatch(/no sheet "June". It has: "Leads", "Totals & sums"/);
    const csv = join(folder.path, 'plain.csv');
    writeFileSync(csv, 'phone\n1\n');
    expect((await failureOf(`${csv}#June`)).message).toMatch(/CSV file and has no sheets/);
    const hash = join(folder.path, 'a#b.csv');
    writeFileSync(hash, 'phone\n1\n');
    expect((await readAll(hash)).all).toHaveLength(1);
  });

  it('or not may be empty, which is said of the list', async () => {
    expect((await failureOf(await folder.write({ sheets: [EMPTY] }))).code).toBe('empty');
    const header = await folder.sheet(textRow(1, 'phone'));
    expect((await failureOf(header)).code).toBe('no_rows');
  });
});
