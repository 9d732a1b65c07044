import { linkSync, readFileSync } from 'node:fs';
import readXlsx from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { openContactFile } from '../../../src/adapters/files/contacts/contact-file.ts';
import { aFolder } from '../desk/folder.ts';

const CAMPAIGN = [
  'name: Calls',
  'assistant: { prompt: "You call {{name}}." }',
  'consent: { basis: customers, statement: They agreed to be called. }',
  'suppress: [left.csv]',
  'holidays: [days.csv]',
];
const PEOPLE = [
  'phone,name,call_note',
  '+12125550100,Ana,',
  '12,Ben,"=1+1, later"',
  '+12125550100,Cem,',
  '+12125550103,,',
];

const { path, write, read, campaign } = aFolder((folder) => {
  folder.write('people.csv', PEOPLE);
  folder.write('people.yaml', CAMPAIGN);
  folder.write('left.csv', ['phone', '+12125550199']);
  folder.write('days.csv', ['date', '2026-12-24']);
});

const check = (...args: string[]) => campaign('check', 'people.csv', ...args);

async function rowsOf(name: string): Promise<{ headers: string[]; rows: string[][] }> {
  const file = await openContactFile(path(name));
  const rows: string[][] = [];
  for await (const { cells } of file.rows()) rows.push(cells);
  return { headers: file.headers, rows };
}

describe('check --rejects', () => {
  test('writes the rows with problems and no others, each with its reason', async () => {
    const { code, err } = await check('--rejects', 'bad.csv');
    expect(code).toBe(2);
    expect(err).toContain('Wrote the 3 rows with problems to bad.csv.');
    const { headers, rows } = await rowsOf('bad.csv');
    expect(headers).toEqual([
      ...['phone', 'name', "'call_note"],
      ...['call_contact', 'call_state', 'call_reason_code', 'call_reason'],
    ]);
    expect(rows.map((cells) => [cells[0], cells[2], cells[4], cells[5]])).toEqual([
      ['12', "'=1+1, later", 'invalid', 'number_no_country'],
      ['+12125550100', '', 'duplicate', 'duplicate'],
      ['+12125550103', '', 'invalid', 'variable_missing'],
    ]);
    expect(rows[0]?.[6]).toContain('The number has no country code.');
  });

  test('what was corrected there and given back is called, and the reasons are dropped', async () => {
    await check('--rejects', 'bad.csv');
    const corrected = read('bad.csv').replace('12,Ben', '+12125550102,Ben');
    write('bad.csv', [corrected.replace('+12125550103,,', '+12125550103,Dia,')]);
    const again = await campaign('check', 'bad.csv', '-c', 'people.yaml', '--json');
    const summary = JSON.parse(again.out.trim().split('\n').at(-1) ?? '') as {
      can_be_called: number;
      mapping: { column: string; variable: string | null; not_used: string | null }[];
    };
    expect(summary.can_be_called).toBe(2);
    expect(summary.mapping.slice(2)).toMatchObject([
      { column: "'call_note", variable: 'call_note' },
      ...['call_contact', 'call_state', 'call_reason_code', 'call_reason'].map((column) => ({
        column,
        variable: null,
      })),
    ]);
    // The row that another one stands for stays out, whatever is corrected.
    expect(again.out).toContain('"duplicate"');
  });
});

describe('check --rejects', () => {
  test('writes a workbook and lines of JSON just the same', async () => {
    await check('--rejects', 'bad.xlsx');
    const [header, first] = (await readXlsx(path('bad.xlsx')))[0]?.data ?? [];
    expect(header?.at(-1)).toBe('call_reason');
    expect(first?.slice(0, 3)).toEqual(['12', 'Ben', '=1+1, later']);
    await check('--rejects', 'bad.jsonl');
    const objects = read('bad.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(objects).toHaveLength(3);
    expect(objects[0]).toMatchObject({
      line: 3,
      row: { phone: '12', name: 'Ben' },
      call_state: 'invalid',
      problems: [{ code: 'number_no_country', column: 'phone' }],
    });
  });

  test('writes nothing where no row has a problem', async () => {
    write('people.csv', PEOPLE.slice(0, 2));
    const { code, err } = await check('--rejects', 'bad.csv');
    expect(code).toBe(0);
    expect(err).not.toContain('Wrote');
    expect(() => readFileSync(path('bad.csv'))).toThrow('ENOENT');
  });
});

describe('check --rejects refuses', () => {
  test('a file that is there, unless --force is given', async () => {
    write('bad.csv', ['mine']);
    expect(await check('--rejects', 'bad.csv')).toMatchObject({ code: 2, out: '' });
    expect(read('bad.csv')).toBe('mine');
    await check('--rejects', 'bad.csv', '--force');
    expect(read('bad.csv')).toContain('call_reason');
  });

  test.each([
    ['people.csv', 'the list itself'],
    ['left.csv', 'a suppress list'],
    ['days.csv', 'a file of holidays'],
  ])('%s, which is read, even with --force', async (name, what) => {
    const before = read(name);
    const { code, err } = await check('--rejects', name, '--force');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(what) as unknown });
    expect(read(name)).toBe(before);
  });

  test('an input under another name', async () => {
    linkSync(path('people.csv'), path('alias.csv'));
    const { err } = await check('--rejects', 'alias.csv', '--force');
    expect(err).toContain('which is the list itself');
    expect(read('people.csv')).toBe(PEOPLE.join('\n'));
  });

  test('a ledger', async () => {
    write('ledger.csv', ['a ledger by its name']);
    const { err } = await campaign(...['check', 'people.csv', '--rejects', 'l.db.csv', '--force']);
    expect(err).not.toContain('which is a ledger');
    const named = await campaign('check', 'people.csv', '--rejects', 'l.db', '--force');
    expect(named.err).toContain('which is a ledger');
  });
});
