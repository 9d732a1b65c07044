import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  openExistingLedger,
  openLedger,
} from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { main } from '../../../src/cli/program.ts';
import { aDesk } from '../desk/desk.ts';
import { CAMPAIGN, NOW, numbers, people } from '../desk/people.ts';
import { aLiveLedger } from '../plan/a-live-ledger.ts';
import { aTerminal } from '../desk/terminal.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

async function campaign(...args: string[]): Promise<{ code: number; err: string }> {
  const { terminal, said } = aTerminal(folder);
  const code = await main(args, terminal, '0');
  expect(said.out).toBe('');
  return { code, err: said.err };
}

const backup = (...args: string[]): Promise<{ code: number; err: string }> =>
  campaign('backup', '--ledger', 'l.db', ...args);

const PAST = { runId: 'older', at: Date.parse(NOW), reached: numbers(3), calling: [] };

describe('campaign backup', () => {
  test('copies what is still in the log, and the copy is a ledger of the same mode', async () => {
    // Open while it is copied, so that its newest commits are in no file but the log.
    const ledger = await aLiveLedger(at('l.db'), PAST);
    const { code, err } = await backup('-o', 'copy.db');
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('sound') as unknown });
    expect(err).toMatch(/copy\.db: \d+ KiB, 1 run, 3 people, 3 orders, read back and sound\./);
    const copy = openExistingLedger(at('copy.db'), 'live');
    expect(await copy.counts('older')).toEqual(await ledger.counts('older'));
    copy.close();
    ledger.close();
    expect(() => openExistingLedger(at('copy.db'), 'rehearsal')).toThrow(/live run/);
  });

  test.runIf(process.platform !== 'win32')('is readable by its owner alone', async () => {
    openLedger(at('l.db'), 'live').close();
    await backup('-o', 'copy.db');
    expect(statSync(at('copy.db')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['copy.db', 'l.db']);
  });

  test('overwrites nothing without --force, and with it only a file of its own', async () => {
    openLedger(at('l.db'), 'live').close();
    writeFileSync(at('copy.db'), 'mine');
    const refused = await backup('-o', 'copy.db');
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/exists already/)]);
    expect(readFileSync(at('copy.db'), 'utf8')).toBe('mine');
    expect((await backup('-o', 'copy.db', '--force')).code).toBe(0);
    openExistingLedger(at('copy.db'), 'live').close();
    for (const own of ['l.db', 'l.db-wal', '-']) {
      expect((await backup('-o', own, '--force')).code).toBe(2);
    }
    mkdirSync(at('sub'));
    expect((await backup('-o', 'sub', '--force')).code).toBe(2);
    expect((await backup('-o', 'no/such/copy.db')).code).toBe(2);
    openExistingLedger(at('l.db'), 'live').close();
  });

  test('what is no ledger, of another mode or not there is not copied', async () => {
    expect((await backup('-o', 'copy.db')).code).toBe(5);
    openLedger(at('l.db'), 'rehearsal').close();
    const other = await backup('-o', 'copy.db');
    expect([other.code, other.err]).toEqual([5, expect.stringMatching(/of a rehearsal run/)]);
    writeFileSync(at('l.db'), 'phone\n'.repeat(1_000));
    expect((await backup('-o', 'copy.db')).code).toBe(5);
    expect(readdirSync(folder)).toEqual(['l.db']);
  });

  test('of a damaged ledger there is no copy that looks sound', async () => {
    const many = { ...PAST, reached: numbers(60) };
    (await aLiveLedger(at('l.db'), many)).close();
    const file = openSync(at('l.db'), 'r+');
    writeSync(file, 'x'.repeat(3 * 4096), Math.floor(statSync(at('l.db')).size / 8192) * 4096);
    closeSync(file);
    expect((await backup('-o', 'copy.db')).code).toBe(5);
    expect(readdirSync(folder).filter((name) => name.includes('copy'))).toEqual([]);
  });
});

test('a copy made in the middle of a run by another process is whole, and the run is not disturbed', async () => {
  const desk = aDesk();
  desk.write('leads.csv', people(120));
  desk.write('leads.yaml', CAMPAIGN);
  const running = desk.begin(['run', 'leads.csv', '--now', NOW, '--json']);
  const copies: string[] = [];
  const goesOn = (): Promise<boolean> =>
    Promise.race([running.seen('order_settled', 5), running.ended.then(() => false)]);
  for (let nth = 1; nth <= 3 && (await goesOn()); nth += 1) {
    const name = `copy-${nth}.db`;
    const { code, err } = await desk.run(['backup', '--rehearsal', '-o', name]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('sound') as unknown });
    copies.push(name);
  }
  expect(copies.length).toBeGreaterThan(0);
  expect((await running.ended).code).toBe(0);
  for (const name of copies) {
    const copy = openExistingLedger(desk.path(name), 'rehearsal');
    const { states } = await copy.counts('reminders');
    copy.close();
    expect(Object.values(states).reduce((sum, n) => sum + n, 0)).toBe(120);
  }
}, 60_000);
