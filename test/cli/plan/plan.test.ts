import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { main } from '../../../src/cli/program.ts';
import { CAMPAIGN, NOW, numbers, people } from '../desk/people.ts';
import { aTerminal } from '../desk/terminal.ts';
import { aLiveLedger } from './a-live-ledger.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
  writeFileSync(join(folder, 'leads.csv'), people(12));
  writeFileSync(join(folder, 'leads.yaml'), CAMPAIGN);
});
afterEach(() => rmSync(folder, { recursive: true }));

const AT = ['--now', NOW, '--ledger', 'l.db'];

async function campaign(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { terminal, said } = aTerminal(folder);
  const code = await main(args, terminal, '0');
  return { code, ...said };
}

interface Person {
  readonly kind: string;
  readonly line: number;
  readonly contact: string;
  readonly orders: readonly { at: string; local: Readonly<Record<string, string>> }[];
  readonly never: string | null;
}

async function facts(...args: string[]): Promise<{ people: Person[]; all: Person[] }> {
  const { code, out, err } = await campaign('plan', 'leads.csv', ...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('FORECAST') as unknown });
  const all = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Person);
  return { people: all.filter((fact) => fact.kind === 'person'), all };
}

const START = Date.parse(NOW);
const live = (): string => join(folder, 'l.db');
const of = (people: readonly Person[], line: number): Person | undefined =>
  people.find((person) => person.line === line);

describe('campaign plan', () => {
  test('foretells exactly the calls that a rehearsal of the same people and moment makes', async () => {
    const { people: forecast, all } = await facts(...AT);
    expect((await campaign('run', 'leads.csv', ...AT)).code).toBe(0);
    const exported = ['export', '--rehearsal', '--attempts', '-o', 'made.jsonl'];
    expect((await campaign(...exported, '--ledger', 'l.db')).code).toBe(0);
    const made = readFileSync(join(folder, 'made.jsonl'), 'utf8').trim().split('\n');
    const madeAt = made.map((line) => {
      const attempt = JSON.parse(line) as { call_contact: string; call_ordered_at: string };
      return `${attempt.call_contact} ${new Date(attempt.call_ordered_at).toISOString()}`;
    });
    const foretold = forecast.flatMap((one) => one.orders.map(({ at }) => `${one.contact} ${at}`));
    expect(foretold.length).toBeGreaterThan(12);
    expect(foretold.sort()).toEqual(madeAt.sort());
    expect(all.at(-1)).toMatchObject({
      kind: 'summary',
      schema_version: 1,
      forecast: true,
      how: 'finished',
      people: 12,
      called: 12,
      orders: foretold.length,
      ledger: null,
    });
  });

  test('every call it foretells lies inside the campaign’s hours by the person’s own clock', async () => {
    const { people: forecast } = await facts(...AT);
    const times = forecast.flatMap((one) =>
      one.orders.flatMap(({ local }) => Object.values(local)),
    );
    const outside = times.filter((time) => {
      const minutes = Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));
      const morning = minutes >= 570 && minutes < 720;
      return !morning && !(minutes >= 840 && minutes < 1110);
    });
    expect(times.length).toBeGreaterThan(12);
    expect(outside).toEqual([]);
  });

  test('writes nothing anywhere, and says that it is a forecast first and last', async () => {
    const before = readdirSync(folder);
    const { code, out, err } = await campaign('plan', 'leads.csv', ...AT);
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual(before);
    expect(err).toMatch(/^FORECAST {2}nobody is called and nothing is written/);
    expect(err.trim().split('\n').at(-1)).toMatch(/^FORECAST {2}.*Next: campaign run leads\.csv/);
    expect(out).toMatch(/^12 people would be called, 0 would not; 0 rows have problems\.$/m);
    expect(out).toMatch(/2026-12-01 14:00Z {3,}\d+ {2}Tue 09:00 {2}America\/New_York/);
  });
});

describe('the persons of a forecast', () => {
  test('leaves out anyone who is on a suppress list of the campaign, and anyone who has given no consent', async () => {
    const [first = ''] = numbers(1);
    writeFileSync(join(folder, 'opted-out.csv'), `${first}\n`);
    writeFileSync(join(folder, 'leads.yaml'), `${CAMPAIGN}suppress: opted-out.csv\n`);
    const { people: forecast } = await facts(...AT);
    expect(forecast[0]).toMatchObject({
      orders: [],
      never: textOf({ code: 'on_suppress_list', file: 'opted-out.csv' }),
    });
    expect(forecast[1]?.never).toBe(null);
    writeFileSync(join(folder, 'leads.yaml'), CAMPAIGN.replace(/^consent:\n( .*\n)+/m, ''));
    const strict = await facts(...AT);
    expect(strict.people.map((person) => person.never?.slice(0, 20))).toEqual(
      Array.from({ length: 12 }, () => 'no consent on record'),
    );
  });

  test('another seed invents other answers', async () => {
    const [one, other] = [await facts(...AT), await facts(...AT, '--seed', '2')];
    expect(one.people.map((p) => p.orders)).not.toEqual(other.people.map((p) => p.orders));
  });

  test('names anyone who is never called, by reason and line', async () => {
    writeFileSync(
      join(folder, 'leads.csv'),
      'phone,first_name,timezone,call_state\n+12125550100,Ada,,\n+12125550101,Ben,Asia/Tokyo,reached\n12,Cy,,\n',
    );
    writeFileSync(
      join(folder, 'leads.yaml'),
      `${CAMPAIGN.replace('external_id: external_id', '')}`,
    );
    const { out } = await campaign('plan', 'leads.csv', ...AT);
    expect(out).toMatch(/^1 person would be called, 1 would not; 1 row has problems\.$/m);
    expect(out).toMatch(/^ +1 {2}reached according to the file's call_state \(row 3\)$/m);
  });

  test('a mistaken option is refused before anything is read', async () => {
    expect((await campaign('plan', 'leads.csv', '--now', 'tomorrow')).code).toBe(2);
    expect((await campaign('plan', 'missing.csv')).code).toBe(2);
  });
});

describe('campaign plan beside a live ledger', () => {
  const digest = (): string =>
    createHash('sha256').update(readFileSync(live(), 'latin1')).digest('hex');
  test('knows the do-not-call list, whom other runs have called and who is on the phone', async () => {
    const [first = '', second = '', third = ''] = numbers(3);
    const past = { runId: 'older', at: START - 3_600_000, reached: [first], calling: [second] };
    const ledger = await aLiveLedger(live(), past);
    await ledger.bar([third], { who: 'ana', at: START, reason: null, source: 'test' });
    ledger.close();
    const before = [digest(), readdirSync(folder)];
    const { people: unsaid } = await facts(...AT);
    expect([digest(), readdirSync(folder)]).toEqual(before);
    expect(of(unsaid, 2)?.never).toMatch(/^run older reached them on 2026-12-01; --again-reached/);
    writeFileSync(join(folder, 'leads.yaml'), `${CAMPAIGN}repeat_after: 24h\n`);
    const { people: forecast, all } = await facts(...AT);
    // A day of rest after the call of another run.
    const again = Date.parse(of(forecast, 2)?.orders[0]?.at ?? '');
    expect(again).toBeGreaterThanOrEqual(past.at + 24 * 3_600_000);
    expect(of(forecast, 3)?.orders[0]?.at).toMatch(/^2026-12-02/);
    expect(of(forecast, 4)).toMatchObject({
      orders: [],
      never: textOf({ code: 'on_do_not_call' }),
    });
    expect(of(forecast, 5)?.orders[0]?.at).toMatch(/^2026-12-01/);
    expect(all.at(-1)).toMatchObject({ known: { runs: 1, orders: 2, barred: 1 }, never: 1 });
  });
});

describe('campaign plan beside a live run of the same campaign', () => {
  test('goes on where it stands, paused or not', async () => {
    const [first = '', second = ''] = numbers(2);
    const past = { runId: 'reminders', at: START - 3_600_000, reached: [first], calling: [second] };
    const ledger = await aLiveLedger(live(), past);
    const by = { who: 'ana', at: START, reason: null };
    await ledger.ask({ ...by, runId: 'reminders', contactId: null, kind: 'pause', hangUp: false });
    const before = await ledger.counts('reminders');
    const { people: forecast, all } = await facts(...AT);
    // Looked at while another connection has the ledger open, and still not changed.
    expect(await ledger.counts('reminders')).toEqual(before);
    ledger.close();
    expect(forecast.map((person) => person.orders.length > 0)).toEqual([
      false,
      false,
      ...Array.from({ length: 10 }, () => true),
    ]);
    expect(of(forecast, 2)?.never).toMatch(/^reached before/);
    expect(of(forecast, 3)?.never).toBe('a call was under way when the forecast was made');
    expect(all.at(-1)).toMatchObject({ people: 12, called: 10, never: 2 });
  });

  test('a ledger of a newer version is refused, and so is a rehearsal’s', async () => {
    expect((await campaign('run', 'leads.csv', ...AT)).code).toBe(0);
    const mistaken = await campaign('plan', 'leads.csv', '--ledger', 'l.rehearsal.db');
    expect(mistaken).toMatchObject({ code: 5 });
    expect(mistaken.err).toMatch(/no ledger of live runs/);
    openLedger(live(), 'live').close();
    const db = openDatabase(live(), { synchronous: 'full' });
    db.pragma('user_version = 999');
    db.close();
    const newer = await campaign('plan', 'leads.csv', ...AT);
    expect([newer.code, newer.err]).toEqual([5, expect.stringContaining('its version is 999')]);
  });
});
