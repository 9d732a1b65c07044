import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import moment from 'moment-timezone';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../../src/cli/program.ts';
import { aTerminal } from '../desk/terminal.ts';

/** Two sessions of one run, with other time-zone rules in each. */

const ZONES = new URL('../../../data/reference/zones.json', import.meta.url);
const VANCOUVER = 'America/Vancouver';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'update-'));
  const people = Array.from(
    { length: 40 },
    (_, i) => `+1604555${String(100 + i).padStart(4, '0')}`,
  );
  writeFileSync(join(folder, 'people.csv'), ['phone', ...people].join('\n'));
  const campaign = [
    'name: Update',
    'assistant: { prompt: Say hello. }',
    'consent: { basis: customers, statement: They agreed to be called. }',
    'call_retry_config: { calling_windows: [{ calling_window_start_time: "10:00", calling_window_end_time: "11:00", retry_delay_seconds: 3600 }] }',
  ];
  writeFileSync(join(folder, 'people.yaml'), campaign.join('\n'));
  // As the rules were before British Columbia stopped changing its clocks: those of Los Angeles.
  const zones = JSON.parse(readFileSync(ZONES, 'utf8')) as {
    release: string;
    names: Record<string, number>;
  };
  const old = { ...zones, release: '2025c', names: { ...zones.names } };
  old.names[VANCOUVER] = zones.names['America/Los_Angeles'] ?? -1;
  writeFileSync(join(folder, 'old.json'), JSON.stringify(old));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function campaign(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { terminal, said } = aTerminal(folder);
  return { code: await main([...args, '--ledger', 'l.db'], terminal, '0'), ...said };
}

interface Line {
  readonly call_contact: string;
  readonly call_started_at: string;
}

async function attempts(): Promise<Line[]> {
  const { out } = await campaign('export', '--rehearsal', '--attempts', '--force', '-o', 'a.jsonl');
  expect(out).toBe('');
  const text = readFileSync(join(folder, 'a.jsonl'), 'utf8').trim();
  return text.split('\n').map((line) => JSON.parse(line) as Line);
}

test('a data update between two sessions moves anyone who is unfinished to the right hours', async () => {
  const run = ['run', 'people.csv', '--now', '2026-12-01T12:00:00Z'];
  const first = await campaign(...run, '--limit', '5', '--tzdata', 'old.json');
  expect([first.code, first.err]).toEqual([0, expect.stringContaining('40 people loaded')]);
  const before = await attempts();
  const second = await campaign(...run);
  expect(second.err).toMatch(/35 contacts were located again with time zones 2026/);
  const after = (await attempts()).slice(before.length);
  const wrong = after.filter(({ call_started_at: at }) => moment.tz(at, VANCOUVER).hours() !== 10);
  const stale = before.filter(({ call_started_at: at }) => moment.tz(at, VANCOUVER).hours() !== 10);
  expect([after.length > 30, wrong]).toEqual([true, []]);
  // The old rules had them called an hour late: that is what an update is for.
  expect(stale.length).toBeGreaterThan(0);
});
