import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { main } from '../../../src/cli/program.ts';
import { called, type Call } from './a-history.ts';
import { aTerminal } from '../desk/terminal.ts';

const FLORIDA = '+13055550123';
const FRENCH = '+33199001234';
const CAMPAIGN = `
name: Mornings
assistant: { prompt: Say hello. }
call_retry_config:
  calling_windows: [{ calling_window_start_time: "09:00", calling_window_end_time: "18:00" }]
consent: { basis: customers, statement: They agreed to be called. }
cool_off: { after_talk: 7d }
repeat_after: 24h
suppress: [left.csv]
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'why-known-'));
  writeFileSync(join(folder, 'leads.yaml'), CAMPAIGN);
  writeFileSync(join(folder, 'left.csv'), 'phone\n+13055550177\n');
  writeFileSync(join(folder, 'leads.csv'), `phone\n${FLORIDA}\n+13055550177\n`);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function campaign(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { terminal, said } = aTerminal(folder);
  const code = await main(args, terminal, '0');
  return { code, ...said };
}

async function why(...args: string[]): Promise<Record<string, unknown>> {
  const { code, out } = await campaign('why', ...args, '--json');
  expect(code).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
}

async function history(...calls: Call[]): Promise<void> {
  const ledger = openLedger(join(folder, 'ledger.db'), 'live');
  try {
    await called(ledger, calls);
  } finally {
    ledger.close();
  }
}

const at = (text: string): number => Date.parse(text);
/** A Tuesday, ten in the morning in Miami. */
const AT = ['--at', '2026-12-01T15:00:00Z'];
const OPEN = { open: true, never: null, waits: [], open_order: null, do_not_call: null };

describe('campaign why and the do-not-call list', () => {
  test('a number on the list is never called: since when, by whom, why', async () => {
    expect(await why(FLORIDA, ...AT)).toMatchObject({ ...OPEN, ledger: null });
    const barred = await campaign('dnc', 'add', FLORIDA, '--reason', 'wrote a letter');
    expect(barred.code).toBe(0);
    expect(await why(FLORIDA, ...AT)).toMatchObject({
      open: false,
      closes_at: null,
      next_open_at: null,
      never: expect.stringMatching(
        /^on the do-not-call list since \d{4}-.*Z, by .+: wrote a letter$/,
      ) as unknown,
      do_not_call: { reason: 'wrote a letter', source: 'campaign dnc add' },
      ledger: join(folder, 'ledger.db'),
    });
    const { out } = await campaign('why', FLORIDA, ...AT);
    expect(out).toMatch(/ may not be called at /);
    expect(out).toMatch(/^ {2}FORBIDS {3}on the do-not-call list since .*: wrote a letter$/m);
    expect(out).toMatch(/^ {2}opens {5}never$/m);
    expect(out).toMatch(/^ {2}in short {2}never: on the do-not-call list since /m);
    // The list of the rehearsal is another one.
    expect(await why(FLORIDA, ...AT, '--rehearsal')).toMatchObject({ open: true, ledger: null });
  });

  test('a ledger that is missing knows of nobody, is said, and is not made', async () => {
    const { err } = await campaign('why', FLORIDA, ...AT);
    expect(err).toContain(`there is no live ledger at ${join(folder, 'ledger.db')}`);
    expect(existsSync(join(folder, 'ledger.db'))).toBe(false);
  });

  test('a ledger that is asked stays as it is, and nothing is laid beside it', async () => {
    await history({ run: 'a', e164: FLORIDA, at: at('2026-11-30T15:00:00Z'), how: 'not answered' });
    const before = readFileSync(join(folder, 'ledger.db'), 'latin1');
    const files = readdirSync(folder);
    await why(FLORIDA, ...AT);
    expect(readFileSync(join(folder, 'ledger.db'), 'latin1') === before).toBe(true);
    expect(readdirSync(folder)).toEqual(files);
  });
});

describe('campaign why and a suppress file', () => {
  test('names the file, of a number with --campaign and of a row', async () => {
    const named = {
      open: false,
      next_open_at: null,
      suppressed_by: 'left.csv',
      never: textOf({ code: 'on_suppress_list', file: 'left.csv' }),
    };
    expect(await why('+13055550177', '-c', 'leads.yaml', ...AT)).toMatchObject(named);
    expect(await why('3', '--file', 'leads.csv', ...AT)).toMatchObject(named);
    const other = await why('2', '--file', 'leads.csv', ...AT);
    expect(other).toMatchObject({ ...OPEN, suppressed_by: null });
    expect(await why('+13055550177', ...AT)).toMatchObject(OPEN);
  });
});

describe('campaign why and orders of other runs', () => {
  test('I3 an order that is open holds the number, and its end is not foretold', async () => {
    await history({ run: 'other', e164: FLORIDA, at: at('2026-12-01T14:59:00Z'), how: 'open' });
    const said = await why(FLORIDA, ...AT);
    expect(said).toMatchObject({
      open: false,
      next_open_at: null,
      never: null,
      open_order: {
        run: 'other',
        state: 'calling',
        ordered_at: '2026-12-01T14:59:00.000Z',
        rings_until: '2026-12-01T15:59:00.000Z',
      },
      sentence: expect.stringMatching(/^not while order .* of run other is open$/) as unknown,
    });
    const { out } = await campaign('why', FLORIDA, ...AT);
    expect(out).toMatch(/^ {2}opens {5}when that order has ended, at the earliest$/m);
    // The order was not made yet.
    expect(await why(FLORIDA, '--at', '2026-12-01T14:00:00Z')).toMatchObject(OPEN);
  });

  test('I6 an order that may have rung holds it until its fence ends', async () => {
    await history({
      run: 'other',
      e164: FLORIDA,
      at: at('2026-12-01T14:30:00Z'),
      how: 'not known',
    });
    expect(await why(FLORIDA, ...AT)).toMatchObject({
      open: false,
      next_open_at: '2026-12-01T15:30:00.000Z',
      waits: [
        {
          until: '2026-12-01T15:30:00.000Z',
          reason: expect.stringMatching(/may still ring/) as unknown,
        },
      ],
    });
  });

  test('repeat_after is of a campaign: without one, the law knows of no such rest', async () => {
    await history({
      run: 'other',
      e164: FLORIDA,
      at: at('2026-11-30T20:00:00Z'),
      how: 'not answered',
    });
    expect(await why(FLORIDA, ...AT)).toMatchObject(OPEN);
    expect(await why('2', '--file', 'leads.csv', ...AT)).toMatchObject({
      open: false,
      next_open_at: '2026-12-01T20:00:00.000Z',
      waits: [{ until: '2026-12-01T20:00:00.000Z', reason_code: 'rest_after_run' }],
    });
  });
});

describe('campaign why and caps', () => {
  const thrice = [0, 1, 2].map((nth) => ({
    run: `run-${nth}`,
    e164: FLORIDA,
    at: at('2026-12-01T01:00:00Z') + nth * 600_000,
    how: 'not answered' as const,
  }));

  test('I11 a cap of the law over all runs, until the first opening after it', async () => {
    await history(...thrice);
    const cap = {
      until: '2026-12-02T01:00:00.000Z',
      reason: textOf({ code: 'cap', by: 'US-FL', hours: 24, max: 3, per_subject: true }),
    };
    // At 20:00 by the clock of Miami the law closes the day: the opening after the cap is next morning's.
    expect(await why(FLORIDA, ...AT)).toMatchObject({
      open: false,
      closes_at: null,
      waits: [cap],
      next_open_at: '2026-12-02T13:00:00.000Z',
      sentence: `not before Wed 08:00 America/New_York = 2026-12-02T13:00Z (waits until ${cap.until}: ${cap.reason})`,
    });
    // Before the third call it was open, and when the span is over it is again.
    expect(await why(FLORIDA, '--at', '2026-12-01T01:15:00Z')).toMatchObject({ waits: [] });
    expect(await why(FLORIDA, '--at', '2026-12-02T15:00:00Z')).toMatchObject(OPEN);
  });

  test('a rest after a talk, of the law and of the campaign: the one that ends last counts', async () => {
    await history({ run: 'other', e164: FRENCH, at: at('2026-11-27T10:00:00Z'), how: 'talked' });
    const french = await why(FRENCH, '-c', 'leads.yaml', '--at', '2026-12-01T10:00:00Z');
    const waits = french['waits'] as { until: string; reason: string }[];
    expect(waits.map(({ reason }) => reason)).toEqual([
      'FR: 60 days of rest after a refusal',
      textOf({
        code: 'rest',
        after: 'conversation',
        by: 'campaign',
        hours: 168,
        per_subject: false,
      }),
    ]);
    // Sixty days after the end of the talk: a Tuesday, within the hours of France and of the campaign.
    expect(waits[0]?.until).toBe('2027-01-26T10:01:00.000Z');
    expect(french).toMatchObject({ open: false, next_open_at: '2027-01-26T10:01:00.000Z' });
  });
});

describe('campaign why and the run of its campaign', () => {
  test('anyone who is done with is not called again', async () => {
    await history({
      run: 'mornings',
      e164: FLORIDA,
      at: at('2026-06-01T15:00:00Z'),
      how: 'talked',
    });
    expect(await why('2', '--file', 'leads.csv', ...AT)).toMatchObject({
      open: false,
      never: 'reached in run mornings: a human was reached',
      in_run: { run: 'mornings', state: 'reached' },
    });
  });

  test('of a rehearsal it asks at the moment where that stopped', async () => {
    const run = ['run', 'leads.csv', '--now', '2026-12-01T15:00:00Z'];
    expect((await campaign(...run)).code).toBe(0);
    const said = await why('2', '--file', 'leads.csv', '--rehearsal');
    expect(said).toMatchObject({ open: false, in_run: { run: 'mornings' } });
    expect(said['at']).toMatch(/^2026-12-0/);
    expect(said['never']).toMatch(/^(reached|exhausted) in run mornings/);
  });
});

describe('campaign why of every row', () => {
  /** A minute for the orders before it: the first one of a session goes alone. */
  const SOON = 60_000;
  const people: readonly [string, readonly Omit<Call, 'e164'>[]][] = [
    ['+13055550101', []],
    ['+13055550102', [{ run: 'a', at: at('2026-11-30T20:00:00Z'), how: 'not answered' }]],
    ['+13055550103', [{ run: 'b', at: at('2026-11-28T16:00:00Z'), how: 'talked' }]],
    ['+13055550104', [{ run: 'c', at: at('2026-12-01T14:30:00Z'), how: 'not known' }]],
    ['+13055550105', [{ run: 'mornings', at: at('2026-11-20T14:30:00Z'), how: 'talked' }]],
    ['+33199001234', [{ run: 'd', at: at('2026-11-10T20:00:00Z'), how: 'talked' }]],
    ['+13055550177', []],
    ['+13055550106', []],
    ['+442079460001', []],
  ];

  test('says of each when the forecast calls them first, or that nobody ever does', async () => {
    const calls = people.flatMap(([e164, past]) => past.map((call) => ({ ...call, e164 })));
    await history(...calls);
    expect((await campaign('dnc', 'add', '+13055550106')).code).toBe(0);
    writeFileSync(join(folder, 'leads.csv'), ['phone', ...people.map(([e164]) => e164)].join('\n'));
    const plan = await campaign('plan', 'leads.csv', '--now', '2026-12-01T15:00:00Z', '--json');
    const forecast = plan.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file?: string; line: number; orders: { at: string }[] })
      // Who was reached before stands in the file of that day.
      .filter(({ file }) => file === 'leads.csv');
    expect(forecast.map(({ line }) => line)).toEqual([2, 3, 4, 5, 7, 8, 9, 10]);
    expect((await why('6', '--file', 'leads.csv', ...AT))['never']).toMatch(/^reached in run/);
    let called = 0;
    for (const { line, orders } of forecast) {
      const said = await why(String(line), '--file', 'leads.csv', ...AT);
      const opens = said['open'] === true ? said['at'] : said['next_open_at'];
      if (orders[0] === undefined) {
        expect([line, said['never']]).toEqual([line, expect.any(String)]);
        continue;
      }
      called += 1;
      const late = Date.parse(orders[0].at) - Date.parse(String(opens));
      expect([line, late >= 0, late < SOON]).toEqual([line, true, true]);
    }
    expect(called).toBe(6);
  });
});
