import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/program.ts';
import { aTerminal } from '../desk/terminal.ts';

const CAMPAIGN = `
name: Mornings
assistant: { prompt: Say hello. }
call_retry_config:
  calling_windows: [{ calling_window_start_time: "10:00", calling_window_end_time: "18:00" }]
consent: { basis: prior express written consent, statement: Signed in the shop. }
`;
const LEADS = `phone,postal_code,scheduled_at
+12085550123,32801,
12,,
+442079460001,,2027-01-04T12:00
+18005550123,,
+12085550124,,
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why-row-'));
  writeFileSync(join(folder, 'leads.csv'), LEADS);
  writeFileSync(join(folder, 'leads.yaml'), CAMPAIGN);
  writeFileSync(join(folder, 'strict.yaml'), CAMPAIGN.replace(/^consent:.*$/m, ''));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function why(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { terminal, said } = aTerminal(folder);
  const code = await main(['why', ...args, '--file', 'leads.csv'], terminal, '0');
  return { code, ...said };
}

async function asked(...args: string[]): Promise<Record<string, unknown>> {
  const { code, out } = await why(...args, '--json');
  expect(code).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
}

describe('campaign why of a row', () => {
  test('takes the row’s own columns and the campaign beside the file', async () => {
    const early = ['--at', '2026-12-01T14:00:00Z'];
    const said = await asked('2', ...early);
    expect(said).toMatchObject({
      open: false,
      zones: [{ zone: 'America/New_York', source: 'postal_code' }],
      rules: [{ id: 'US' }, { id: 'US-FL' }, { id: 'campaign', source: 'leads.yaml' }],
      next_open_at: '2026-12-01T15:00:00.000Z',
      never: null,
      not_before: null,
      sentence: 'not before Tue 10:00 America/New_York = 2026-12-01T15:00Z: campaign 10:00-18:00',
    });
    for (const who of ['row 2', 'line 2', 'leads.csv:2', '+1 208 555 0123']) {
      expect(await asked(who, ...early)).toEqual(said);
    }
  });

  test('an opening is said with its end, by every clock that may be the person’s', async () => {
    const { sentence } = await asked('6', '--at', '2026-12-01T18:30:00Z');
    expect(sentence).toBe(
      'until Tue 18:00 America/Boise, Tue 17:00 America/Los_Angeles = 2026-12-02T01:00Z',
    );
  });

  test('what forbids every hour, or the moment that the row asks for, is said too', async () => {
    const at = ['--at', '2026-12-01T12:00:00Z'];
    const scheduled = await asked('4', ...at);
    expect(scheduled).toMatchObject({ open: false, not_before: '2027-01-04T12:00:00.000Z' });
    expect(scheduled['sentence']).toBe(
      'not before Mon 12:00 Europe/London = 2027-01-04T12:00Z (waits until 2027-01-04T12:00:00.000Z: the row asks for it)',
    );
    expect(await asked('5', ...at)).toMatchObject({
      never: textOf({ code: 'no_time_zone' }),
      sentence: `never: ${textOf({ code: 'no_time_zone' })}`,
    });
    const strict = await asked('2', '-c', 'strict.yaml', ...at);
    expect(strict['sentence']).toMatch(/^never: no consent on record/);
  });

  test('in words the row is named, and its number is masked', async () => {
    const { out } = await why('2', '--at', '2026-12-01T16:00:00Z');
    expect(out).toMatch(/^leads\.csv:2 \+1•••••0123 may be called at 2026-12-01T16:00:00\.000Z$/m);
    expect(out).toMatch(/^ {2}in short {2}until Tue 18:00 America\/New_York = 2026-12-01T23:00Z$/m);
  });

  test.each([
    [['3'], /nobody on row 3 can be called:\n {2}phone: /],
    [['9'], /row 9 of leads\.csv is blank or not there/],
    [['+12125550199'], /nobody in leads\.csv has the number \+1•/],
    [['someone'], /"someone" is not a row or a number/],
    [['2', '--state', 'ID'], /go with a number/],
  ])('%j is refused with a way out', async (args, said) => {
    const { code, out, err } = await why(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    expect(err).toMatch(/^try: /m);
  });
});

test('takes file:line as show does, without --file', async () => {
  const { terminal, said } = aTerminal(folder);
  const at = ['--at', '2026-12-01T14:00:00Z', '--json'];
  expect(await main(['why', 'leads.csv:2', ...at], terminal, '0')).toBe(0);
  expect(JSON.parse(said.out)).toEqual(await asked('2', ...at.slice(0, 2)));
  said.err = '';
  expect(await main(['why', 'nothing.csv:2', ...at], terminal, '0')).toBe(2);
  expect(said.err).toMatch(/nothing\.csv/);
  expect(await main(['why', 'leads.csv:2', '--state', 'ID'], terminal, '0')).toBe(2);
  expect(said.err).toMatch(
    /go with a number, not with a row\ntry: {3}leave them out: the columns of the row count/,
  );
});
