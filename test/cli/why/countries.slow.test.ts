import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../../src/cli/program.ts';
import { lawful } from '../../domain/law/table/lawful.ts';
import { aTerminal } from '../desk/terminal.ts';
import { aCrowd } from './thirty-countries.ts';

/** `CROWD=20000` takes an hour of one core. */
const COUNT = Number(process.env['CROWD'] ?? 5_000);
const HOUR = 3_600_000;
const WHOLE_DAY = { windows: [{ start: 0, end: 1440 }], days: [1, 2, 3, 4, 5, 6, 7] };

/** As the research has them, by record: at most so many in so many hours. */
const CAPS: Readonly<Record<string, readonly (readonly [max: number, hours: number])[]>> = {
  'US-FL': [[3, 24]],
  'US-MD': [[3, 24]],
  'US-OK': [[3, 24]],
  FR: [[4, 720]],
  CO: [[1, 24]],
  AE: [
    [1, 24],
    [2, 168],
  ],
};

/** The campaign itself allows every minute and five attempts, so that nothing but the law stands in the way. */
const CAMPAIGN = `
name: Everywhere
assistant: { prompt: Say hello. }
consent: { basis: customers, statement: They agreed to be called. }
call_retry_config: { max_retry_attempts: 5, calling_windows: [{ retry_delay_seconds: 1800 }] }
force_now: true
concurrency: { max: 200 }
`;

/** The clock of each town by the polygon around it, as the audit of the map has it. */
const TOWNS = JSON.parse(
  readFileSync(new URL('../../../data/audit/towns.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, { readonly town: string; readonly zone: string }>>;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'countries-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** When the phone of each person rang, in order. */
async function rings(path: string): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const attempt = JSON.parse(line) as { row: { phone: string }; call_started_at: string };
    const { phone } = attempt.row;
    found.set(phone, [...(found.get(phone) ?? []), Date.parse(attempt.call_started_at)]);
  }
  for (const times of found.values()) times.sort((a, b) => a - b);
  return found;
}

/** Whether some span of so many hours has more than `max` of these moments in it. */
const exceeds = (times: readonly number[], max: number, hours: number): boolean =>
  times.some((at, i) => (times[i + max] ?? Infinity) - at < hours * HOUR);

test('a crowd over thirty countries is rung within the law’s hours and caps, every single time', async () => {
  const crowd = aCrowd(COUNT);
  expect([crowd.where.size, crowd.countries]).toEqual([COUNT, 30]);
  writeFileSync(join(folder, 'people.csv'), crowd.csv);
  writeFileSync(join(folder, 'people.yaml'), CAMPAIGN);
  const { terminal, said } = aTerminal(folder);
  const campaign = async (...args: string[]): Promise<number> =>
    await main([...args, '--ledger', 'l.db'], terminal, '0');
  expect([await campaign('run', 'people.csv', '--now', '2026-12-18T00:00:00Z'), said.err]).toEqual([
    0,
    expect.stringContaining('people loaded'),
  ]);
  expect(await campaign('export', '--rehearsal', '--attempts', '-o', 'attempts.jsonl')).toBe(0);
  const called = await rings(join(folder, 'attempts.jsonl'));
  const outside: string[] = [];
  const outsideAtHome: string[] = [];
  let elsewhere = 0;
  const tooOften: string[] = [];
  const full: Record<string, number> = {};
  for (const [phone, times] of called) {
    const where = crowd.where.get(phone);
    if (where === undefined) throw new Error(`nobody knows ${phone}`);
    const kept = { ...where, weekly: WHOLE_DAY, blackout: [] };
    const wrong = times.filter((at) => !lawful(kept, at));
    outside.push(...wrong.map((at) => `${where.ids.join()} at ${new Date(at).toISOString()}`));
    const home = TOWNS[where.home];
    if (home === undefined) throw new Error(`nobody knows where ${where.home} is`);
    const atHome = { ...kept, zones: [home.zone] };
    const away = { ...kept, zones: ['Asia/Tokyo'] };
    outsideAtHome.push(
      ...times.filter((at) => !lawful(atHome, at)).map((at) => `${home.town}: ${String(at)}`),
    );
    elsewhere += times.filter((at) => !lawful(away, at)).length;
    for (const id of where.ids) {
      for (const [max, hours] of CAPS[id] ?? []) {
        if (exceeds(times, max, hours)) tooOften.push(`${id}: ${phone}`);
        if (times.length > max) full[id] = (full[id] ?? 0) + 1;
      }
    }
  }
  const judged = [...called.values()].reduce((sum, times) => sum + times.length, 0);
  console.log(
    [
      `${String(judged)} attempts to ${String(called.size)} people judged`,
      `${String(outside.length)} outside by the clocks a number may have`,
      `${String(outsideAtHome.length)} outside by the clock of the town`,
      `${String(tooOften.length)} above a cap`,
      `${String(elsewhere)} would be outside by Tokyo’s clock`,
    ].join(', '),
  );
  expect([outside, outsideAtHome, tooOften]).toEqual([[], [], []]);
  // The judge says no where the clock is another: not every minute is lawful everywhere.
  expect(elsewhere).toBeGreaterThan(1_000);
  // The law delays calls, it loses none; and its caps had something to do.
  expect(called.size).toBeGreaterThan(COUNT * 0.97);
  expect(Object.keys(full).sort()).toEqual(['AE', 'CO', 'FR', 'US-FL', 'US-MD', 'US-OK']);
  // About 20 minutes of one core; on a machine that others share, several times as long.
}, 14_400_000);
