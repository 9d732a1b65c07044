import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadDriver } from '../../../src/adapters/sqlite/load-driver.ts';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { numbers } from '../../cli/desk/people.ts';
import { Running } from '../../cli/desk/running.ts';
import { callsIn, listing, STRACE_IS_HERE, striking, type Strike } from './strace.ts';

/** The Nth sync or write of a ledger kills its process or fails, N swept over all that there are. */

const COUNT = 12;
const NUMBERS = numbers(COUNT + 1);
const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));
/** Of writes there are hundreds, most of them pages of one and the same commit. */
const EVERY_WRITE = 7;

class Disk {
  readonly folder = mkdtempSync(join(tmpdir(), 'campaign-syscalls-'));
  readonly path = join(this.folder, 'ledger.db');
  readonly log = join(this.folder, 'strace.log');

  async write(wrapper: readonly string[]): Promise<{ acked: string[]; whole: boolean }> {
    const [command = '', ...words] = wrapper;
    const node = [process.execPath, '--import', 'tsx', WRITER, this.path, String(COUNT)];
    const ended = await new Running([...words, ...node], {}, command).ended;
    const acked = ended.out.split('\n').slice(0, -1);
    if (ended.signal === null && ended.code !== 0 && !/LedgerError|SqliteError/.test(ended.err))
      throw new Error(ended.err);
    return { acked, whole: ended.code === 0 && ended.signal === null };
  }

  /** As the next session: it opens the ledger, reads it and writes on. */
  async next(): Promise<string[]> {
    const ledger = openLedger(this.path, 'live');
    const found = (await ledger.barred()).map(({ e164 }) => e164);
    const [another = ''] = NUMBERS.slice(-1);
    await ledger.bar([another], { who: 'the next', reason: '', source: 'next', at: COUNT });
    expect((await ledger.barred()).map(({ e164 }) => e164)).toEqual([...found, another]);
    ledger.close();
    const db = new (loadDriver())(this.path);
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
    return found;
  }

  clear(): void {
    rmSync(this.folder, { recursive: true });
  }
}

async function howMany(call: Strike['call']): Promise<number> {
  const disk = new Disk();
  const { acked } = await disk.write(listing(disk.log));
  expect(acked).toEqual(NUMBERS.slice(0, COUNT));
  const all = callsIn(disk.log).filter((one) => one.call === call).length;
  disk.clear();
  return all;
}

/** Returns how many were struck in the middle of the writing, neither before nor after it. */
async function sweep(call: Strike['call'], how: Strike['how'], step: number): Promise<number> {
  const all = await howMany(call);
  let inTheMiddle = 0;
  for (let nth = 1; nth <= all; nth += step) {
    const disk = new Disk();
    const { acked, whole } = await disk.write(striking({ call, how, nth }, disk.log));
    const found = await disk.next();
    const at = `${how} at ${call} no. ${nth} of ${all}`;
    expect(found.slice(0, acked.length), `${at}: what was acknowledged is there`).toEqual(acked);
    expect(found.length, `${at}: at most one more`).toBeLessThanOrEqual(acked.length + 1);
    expect(found, at).toEqual(NUMBERS.slice(0, found.length));
    if (whole) expect(acked.length, at).toBe(COUNT);
    if (acked.length > 0 && acked.length < COUNT) inTheMiddle += 1;
    disk.clear();
  }
  console.log(
    `${how} at one in ${step} of ${all} ${call}: ${inTheMiddle} in the middle of the writing`,
  );
  return inTheMiddle;
}

if (!STRACE_IS_HERE) {
  it('does nothing here: there is no strace, by which system calls could be struck', () => {
    expect(STRACE_IS_HERE).toBe(false);
  });
}

describe.runIf(STRACE_IS_HERE)('a ledger whose disk fails keeps what it has acknowledged', () => {
  it.each([
    ['fsync', 'signal=KILL', 1],
    ['fsync', 'error=EIO', 1],
    ['pwrite64', 'signal=KILL', EVERY_WRITE],
    ['pwrite64', 'error=ENOSPC', EVERY_WRITE],
  ] as const)('%s: %s', async (call, how, step) => {
    expect(await sweep(call, how, step)).toBeGreaterThan(3);
  });
});
