import {
  chmodSync,
  mkdtempSync,
  openSync,
  closeSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RunLock } from '../../../src/adapters/sqlite/ledger/lock.ts';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { main } from '../../../src/cli/program.ts';
import { CAMPAIGN, NOW, numbers, people } from '../desk/people.ts';
import { aLiveLedger } from '../plan/a-live-ledger.ts';
import { aTerminal } from '../desk/terminal.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Check {
  readonly area: string;
  readonly level: string;
  readonly text: string;
  readonly fix: string | null;
  readonly mend: string | null;
}

async function campaign(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { terminal, said } = aTerminal(folder);
  const code = await main(args, terminal, '1.2.3');
  return { code, ...said };
}

/** The checks that are not in order, with the exit code. */
async function doctor(): Promise<{ code: number; bad: Check[]; all: Check[] }> {
  const { code, out } = await campaign('doctor', '--ledger', 'l.db', '--json');
  const { checks, exit_code: exit } = JSON.parse(out) as { checks: Check[]; exit_code: number };
  expect(exit).toBe(code);
  const bad = checks.filter(({ level }) => level === 'attention' || level === 'broken');
  return { code, bad, all: checks };
}

const live = (): string => join(folder, 'l.db');
const PAST = { runId: 'older', at: Date.parse(NOW) };

function change(sql: string): void {
  const db = openDatabase(live(), { synchronous: 'full' });
  db.exec(sql);
  db.close();
}

describe('campaign doctor', () => {
  test('finds nothing wrong where there is no ledger yet, and makes none', async () => {
    const { code, all } = await doctor();
    expect(code).toBe(0);
    expect(all.map(({ area }) => area)).toEqual(
      expect.arrayContaining(['time zones', 'numbers', 'rules', 'live ledger']),
    );
    expect(all.find(({ text }) => text.includes('Node’s own'))?.text).toContain(
      process.versions['tz'],
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('counts that add up after a rehearsal are all well, in words too', async () => {
    const twice = `${people(3)}${people(1).split('\n')[1] ?? ''}\n12,Eve,\n`;
    writeFileSync(join(folder, 'leads.csv'), twice);
    writeFileSync(join(folder, 'leads.yaml'), CAMPAIGN);
    await campaign('run', 'leads.csv', '--now', NOW, '--ledger', 'l.db');
    const { code, out, err } = await campaign('doctor', '--ledger', 'l.db');
    expect({ code, err }).toEqual({ code: 0, err: 'All is well.\n' });
    expect(out).toMatch(/run reminders: 5 rows = 3 people \+ 1 invalid \+ 1 duplicates; .* = 3$/m);
    expect(out).toMatch(/quick_check finds no damage/);
    expect(out).toMatch(/journal_mode=wal synchronous=1 foreign_keys=1/);
  });

  test('an order that nobody follows needs attention, one that a session follows does not', async () => {
    const [number = ''] = numbers(1);
    (await aLiveLedger(live(), { ...PAST, reached: [], calling: [number] })).close();
    const left = await doctor();
    expect([left.code, left.bad.map(({ text }) => text)]).toEqual([
      3,
      ['run older: 1 order not ended; session 1 ended without a word'],
    ]);
    const lock = RunLock.take(`${live()}.older.lock`);
    const followed = await doctor();
    expect([followed.code, followed.bad]).toEqual([0, []]);
    expect(followed.all.map(({ text }) => text)).toContain(
      'run older: a session is working on it now',
    );
    lock?.release();
  });

  test.runIf(process.platform !== 'win32')('a ledger that others may read', async () => {
    openLedger(live(), 'live').close();
    chmodSync(live(), 0o644);
    const { code, bad } = await doctor();
    expect([code, bad.map(({ fix, mend }) => [fix, mend])]).toEqual([
      3,
      [['chmod 600 l.db', 'chmod 600 l.db']],
    ]);
  });
});

describe('campaign doctor on a ledger that is not sound', () => {
  test.each([
    [
      'people under way without an order that is',
      `update call_order set state = 'settled', open = 0`,
    ],
    [
      'orders with the provider whose id was never kept',
      'update call_order set provider_id = null',
    ],
    [
      'people whose last recorded change is not the state they have',
      `drop trigger contact_changed; update contact set state = 'uncertain';
       update call_order set state = 'uncertain', open = 0`,
    ],
    [
      'rows that are neither a person nor have a problem',
      `update row set contact_seq = null; update contact set held = 'x'`,
    ],
    ['orders of a finished run that are still open', 'update run set finished_at = 1'],
    [
      'people who wait, are in no file and are not held',
      `drop trigger settled_is_final; delete from row; update contact set state = 'pending';
       update call_order set state = 'settled', open = 0, settled_at = 1`,
    ],
  ])('%s: it is said, and counted', async (what, sql) => {
    const [number = ''] = numbers(1);
    (await aLiveLedger(live(), { ...PAST, reached: [], calling: [number] })).close();
    change(sql);
    const { code, bad } = await doctor();
    expect(code).toBe(3);
    expect(bad.map(({ text }) => text)).toContain(`run older: 1 ${what}`);
  });
});

describe('campaign doctor on a file that cannot be used', () => {
  test('a damaged file is found, and nobody is to be called with it', async () => {
    const many = numbers(60);
    (await aLiveLedger(live(), { ...PAST, reached: many, calling: [] })).close();
    const middle = Math.floor(statSync(live()).size / 8192) * 4096;
    const file = openSync(live(), 'r+');
    writeSync(file, 'x'.repeat(3 * 4096), middle);
    closeSync(file);
    const { code, bad } = await doctor();
    expect(code).toBe(5);
    expect(bad[0]).toMatchObject({ level: 'broken', area: 'live ledger' });
  });

  test('a file that is no ledger, and one of a newer version, end with 5', async () => {
    writeFileSync(live(), 'phone,name\n'.repeat(500), { mode: 0o600 });
    expect(await doctor()).toMatchObject({ code: 5, bad: [{ level: 'broken' }] });
    rmSync(live());
    openLedger(live(), 'live').close();
    change('pragma user_version = 999');
    const newer = await doctor();
    expect(newer.code).toBe(5);
    expect(newer.bad[0]?.text).toMatch(/its version is 999/);
  });

  test('rows that name what is not there end with 5', async () => {
    const [number = ''] = numbers(1);
    (await aLiveLedger(live(), { ...PAST, reached: [number], calling: [] })).close();
    change(`pragma foreign_keys = off; update row set contact_seq = 77`);
    expect(await doctor()).toMatchObject({ code: 5 });
  });
});

test('campaign --version says how old its data is', async () => {
  const { code, out } = await campaign('--version');
  expect(code).toBe(0);
  const [version, ...data] = out.trim().split('\n');
  expect(version).toBe('1.2.3');
  expect(data.map((line) => line.split(' ')[0])).toEqual(['time', 'numbers', 'rules', 'Node’s']);
  expect(data[0]).toMatch(/^time zones 20\d\d[a-z], of 20\d\d-\d\d-\d\d, .* old/);
});
