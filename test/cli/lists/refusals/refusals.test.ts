import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../src/adapters/sqlite/open.ts';
import { aFolder } from '../../desk/folder.ts';

const CAMPAIGN = [
  'name: Calls',
  'default_country: US',
  'consent: { basis: customers, statement: They agreed to be called. }',
  'assistant: { prompt: Say hello. }',
];
const NOW = '2026-12-01T15:00:00Z';
const { write, read, path, campaign } = aFolder((folder) => {
  folder.write('people.yaml', CAMPAIGN);
});

interface Row {
  readonly line: number;
  readonly call_state: string;
  readonly call_reason_code: string | null;
  readonly call_reason: string | null;
  readonly call_orders: number | null;
}

async function runs(...args: string[]): Promise<string> {
  const { code, err } = await campaign('run', 'people.csv', '--now', NOW, ...args);
  expect(code).toBe(0);
  return err;
}

async function results(): Promise<Row[]> {
  const { code } = await campaign('export', '--rehearsal', '-o', 'out.jsonl', '--force');
  expect(code).toBe(0);
  return read('out.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

const states = async (): Promise<string[]> =>
  (await results()).map((row) => `${row.line} ${row.call_state} ${row.call_reason_code ?? ''}`);

async function checked(): Promise<Record<string, unknown>> {
  const { out } = await campaign('check', 'people.csv', '--json');
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
}

describe('a person who refused in one row of several', () => {
  test('is called through none of them, and check, why and the run agree', async () => {
    write('people.csv', [
      'phone,DNC',
      '+12125550101,',
      '(212) 555-0101,Y',
      '+12125550102,Y',
      '+12125550102,',
      '+12125550103,N',
    ]);
    expect(await checked()).toMatchObject({ can_be_called: 1, contacts: 3 });
    const why = await campaign('why', 'people.csv:2', '--json');
    expect(JSON.parse(why.out)).toMatchObject({
      never: 'the row says that they do not want to be called: DNC is "Y"',
    });
    expect(await runs()).toContain('2 rows say not to call');
    expect(await states()).toEqual([
      '2 skipped row_refused',
      '3 duplicate duplicate',
      '4 skipped row_refused',
      '5 duplicate duplicate',
      expect.stringMatching(/^6 (reached|exhausted) $/),
    ]);
  });
});

describe('what the campaign says of a column', () => {
  test('is heard though the list is the same file', async () => {
    write('people.csv', ['phone,Status', '+12125550101,Stop list', '+12125550102,Active']);
    write('people.yaml', [...CAMPAIGN, 'columns: { do_not_call: Status }']);
    expect(await checked()).toMatchObject({ can_be_called: 0, problem_rows: 2 });
    write('people.yaml', [
      ...CAMPAIGN,
      'columns: { do_not_call: { column: Status, yes: [Stop list], no: [active] } }',
    ]);
    expect(await checked()).toMatchObject({ can_be_called: 1, problem_rows: 0 });
    await runs();
    expect((await states())[0]).toBe('2 skipped row_refused');
  });
});

describe('a column of another channel', () => {
  const list = ['phone,Email Opt Out,SMS Opt Out', '+12125550101,1,', '+12125550102,0,'];

  test('is said by check, with what to write, and only where a cell of it says anything', async () => {
    write('people.csv', list);
    expect(await checked()).toMatchObject({ can_be_called: 2, warnings: 1 });
    const { out } = await campaign('check', 'people.csv');
    expect(out).toContain('"Email Opt Out" speaks of another channel than calls');
    expect(out).not.toContain('"SMS Opt Out" speaks');
    expect(out.replace(/\s+/g, ' ')).toContain('columns: { ignore: ["Email Opt Out"] }');
  });

  test('does not stop a rehearsal, and is no question once it is answered', async () => {
    write('people.csv', list);
    await runs();
    write('people.yaml', [...CAMPAIGN, 'columns: { do_not_call: ["Email Opt Out"] }']);
    expect(await checked()).toMatchObject({ can_be_called: 1, warnings: 0 });
    write('people.yaml', [...CAMPAIGN, 'columns: { ignore: ["Email Opt Out"] }']);
    expect(await checked()).toMatchObject({ can_be_called: 2, warnings: 0 });
  });
});

describe('a run that an older version began', () => {
  /** As if its file had been read before refusals were heard. */
  function forget(): void {
    const db = openDatabase(path('l.rehearsal.db'), { synchronous: 'normal' });
    db.exec(`delete from refusal; update file set read_as = null;
      update contact set state = 'pending', reason = null; update run set finished_at = null`);
    db.close();
  }

  test('hears them before it goes on, from its ledger alone', async () => {
    write('people.csv', ['phone,DNC', '+12125550101,Y']);
    await runs();
    forget();
    const { code, err } = await campaign('resume', '--rehearsal');
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringContaining('1 row says not to call') as unknown,
    });
    expect(await states()).toEqual(['2 skipped row_refused']);
  });

  test('hears them when its file is given again, unchanged', async () => {
    write('people.csv', ['phone,DNC', '+12125550101,Y']);
    await runs();
    forget();
    await runs();
    expect(await states()).toEqual(['2 skipped row_refused']);
  });
});
