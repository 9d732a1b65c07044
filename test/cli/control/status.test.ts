import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RunLock } from '../../../src/adapters/sqlite/ledger/lock.ts';
import { main } from '../../../src/cli/program.ts';
import type { Terminal } from '../../../src/cli/terminal/terminal.ts';
import { CAMPAIGN, NOW, people } from '../desk/people.ts';
import { aTerminal } from '../desk/terminal.ts';
import { stoppedWhileItWaits } from './stopped.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'status-'));
  const [header, first, second] = people(2).split('\n');
  const twice = [header, first, second, first, '12,Eve,'].join('\n');
  writeFileSync(join(folder, 'leads.csv'), `${twice}\n`);
  writeFileSync(join(folder, 'leads.yaml'), CAMPAIGN);
});
afterEach(() => rmSync(folder, { recursive: true }));

const LEDGER = ['--ledger', 'l.db'];
const REHEARSAL = ['--rehearsal', ...LEDGER];

async function campaign(
  args: readonly string[],
  change: (terminal: Terminal) => Terminal = (terminal) => terminal,
): Promise<{ code: number; out: string; err: string }> {
  const { terminal, said } = aTerminal(folder);
  const code = await main(args, change(terminal), '0');
  return { code, ...said };
}

const stopped = (): ReturnType<typeof campaign> =>
  campaign(['run', 'leads.csv', '--now', NOW, '--json', ...LEDGER], stoppedWhileItWaits);

describe('campaign status of a run that is not over', () => {
  test('says which opening it waits for, by whose clock and by which hours', async () => {
    expect((await stopped()).code).toBe(3);
    const before = readdirSync(folder);
    const { out, err } = await campaign(['status', ...REHEARSAL]);
    expect(out).toContain('invalid rows 1 · duplicate rows 1');
    expect(out).toMatch(
      /^ {2}now {7}2026-12-01 09:00Z  waiting for the calling hours: not before /m,
    );
    expect(out).toMatch(
      /US 08:00-21:00; US-FL 08:00-20:00; campaign 09:30-12:00 14:00-18:30; no session is working on it$/m,
    );
    expect(err).toMatch(/Next: campaign resume --rehearsal --ledger l\.db reminders$/m);
    expect(readdirSync(folder)).toEqual(before);
    const json = JSON.parse((await campaign(['status', '--json', ...REHEARSAL])).out) as object;
    expect(json).toMatchObject({
      invalid_rows: 1,
      duplicate_rows: 1,
      waits: { session: false, until: '2026-12-01T14:30:00.000Z' },
    });
  });

  test('and show says the same sentence of one of them', async () => {
    await stopped();
    const { out } = await campaign(['show', '3', ...REHEARSAL]);
    const sentence = /may ring {4}(.*) \(asked for/.exec(out)?.[1] ?? '';
    expect(sentence).toMatch(/^not before Tue 09:30 America\/New_York = 2026-12-01T14:30Z: /);
    expect((await campaign(['status', ...REHEARSAL])).out).toContain(sentence);
  });

  test('names who has paused it, and who has cancelled it', async () => {
    await stopped();
    await campaign(['pause', '--reason', 'lunch', ...REHEARSAL]);
    const paused = await campaign(['status', ...REHEARSAL]);
    expect(paused.out).toMatch(/  paused by \S+, .*: lunch; no session/);
    await campaign(['cancel', '--reason', 'over', ...REHEARSAL]);
    const cancelled = await campaign(['status', ...REHEARSAL]);
    expect(cancelled.out).toMatch(/cancelled 2/);
    expect(cancelled.out).not.toMatch(/^ {2}now/m);
  });

  test('tells whether a session is working on it', async () => {
    await stopped();
    const lock = RunLock.take(join(folder, 'l.rehearsal.db.rehearsal.lock'));
    const { out, err } = await campaign(['status', ...REHEARSAL]);
    lock?.release();
    expect(out).toMatch(/; a session is working on it$/m);
    // C3: what is refused while a session works is not advised.
    expect(err).toMatch(
      /^Running\. To pause it: campaign pause --rehearsal --ledger l\.db reminders$/m,
    );
    expect(err).not.toMatch(/resume/);
  });
});

test('the next command names the ledger again, in quotes where it needs them', async () => {
  const named = ['--ledger', 'my ledger.db'];
  expect((await campaign(['run', 'leads.csv', '--now', NOW, ...named])).code).toBe(0);
  const { out, err } = await campaign(['status', '--rehearsal', ...named]);
  expect(out).not.toMatch(/^ {2}now/m);
  expect(err).toMatch(/export --rehearsal --ledger 'my ledger\.db' reminders -o results\.csv$/m);
});
