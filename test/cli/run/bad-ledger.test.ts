import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDriver } from '../../../src/adapters/sqlite/load-driver.ts';
import { aDesk, type Desk } from '../desk/desk.ts';
import { aPreparedDesk as anExample, RUN } from '../desk/interrupted-run.ts';
import { CAMPAIGN, NOW, people } from '../desk/people.ts';
import { jsonLines } from '../desk/running.ts';

/** A ledger that cannot be used: exit code 5, and it stays as it is. */

const LEDGER = 5;
const ARGS = ['run', 'leads.csv', '--now', NOW];

function aPreparedDesk(): Desk {
  const desk = aDesk();
  desk.write('leads.csv', people(2));
  desk.write('leads.yaml', CAMPAIGN);
  return desk;
}

async function refused(desk: Desk, args: readonly string[]): Promise<string> {
  const ended = await desk.run(args);
  expect(ended).toMatchObject({ code: LEDGER, out: '' });
  expect(ended.err).toMatch(/(^|\n)error: \S.*\ntry: +\S/);
  return ended.err;
}

describe('a ledger that cannot be used', () => {
  it('was written by a newer version', async () => {
    const desk = aPreparedDesk();
    expect((await desk.run(ARGS)).code).toBe(0);
    const db = new (loadDriver())(desk.rehearsal);
    db.pragma('user_version = 99');
    db.close();
    for (const args of [ARGS, ['export', '--rehearsal', '-o', '-']]) {
      expect(await refused(desk, args)).toMatch(/version is 99; .*\ntry: +update this program/);
    }
  });

  it('is a text', async () => {
    const desk = aPreparedDesk();
    const text = 'Notes of today. '.repeat(100);
    writeFileSync(desk.rehearsal, text);
    for (const args of [ARGS, ['resume', '--rehearsal']]) {
      expect(await refused(desk, args)).toMatch(/is not a ledger\ntry: +name another file/);
    }
    expect(readFileSync(desk.rehearsal, 'utf8')).toBe(text);
  });

  it('is a database of something else', async () => {
    const desk = aPreparedDesk();
    const db = new (loadDriver())(desk.rehearsal);
    db.exec('create table recipes (name text)');
    db.close();
    expect(await refused(desk, ARGS)).toMatch(/a database, but not a ledger/);
  });

  it('holds a rehearsal where live runs are expected', async () => {
    const desk = aPreparedDesk();
    expect((await desk.run(ARGS)).code).toBe(0);
    const misled = ['status', '--ledger', desk.rehearsal];
    expect(await refused(desk, misled)).toMatch(/this ledger is of a rehearsal run/);
  });

  it.runIf(process.platform !== 'win32')(
    'is in use: the second process leaves, the first one never notices',
    async () => {
      const desk = anExample();
      const first = desk.begin(RUN);
      expect(await first.seen('order_placed', 3)).toBe(true);
      // Held still, it cannot end before the others have begun.
      first.signal('SIGSTOP');
      for (const args of [RUN, ['resume', '--rehearsal']]) {
        expect(await refused(desk, args)).toMatch(/another process is working on the rehearsal/);
      }
      const status = await desk.run(['status', '--rehearsal', '--json']);
      expect(jsonLines(status.out)).toMatchObject([{ finished_at: null }]);
      first.signal('SIGCONT');
      const { code, out } = await first.ended;
      expect(code).toBe(0);
      expect(jsonLines(out).at(-1)).toMatchObject({ event: 'summary', how: 'finished' });
    },
    60_000,
  );
});
