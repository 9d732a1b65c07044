import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/program.ts';
import { aTerminal } from '../desk/terminal.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why-'));
  const windows = '[{ calling_window_start_time: "14:00", calling_window_end_time: "22:00" }]';
  const campaign = [
    'name: Evenings',
    'assistant: { prompt: Say hello. }',
    `call_retry_config: { calling_windows: ${windows} }`,
    'default_country: US',
    'blackout: [2026-12-03]',
  ];
  writeFileSync(join(folder, 'evenings.yaml'), campaign.join('\n'));
  const minute = campaign.join('\n').replace('14:00', '12:00').replace('22:00', '12:01');
  writeFileSync(join(folder, 'one.yaml'), minute);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function why(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { terminal, said } = aTerminal(folder);
  const code = await main(['why', ...args], terminal, '0');
  return { code, ...said };
}

async function asked(...args: string[]): Promise<Record<string, unknown>> {
  const { code, out } = await why(...args, '--json');
  expect(code).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
}

describe('campaign why', () => {
  test('says why hours that are too short for an order never open, in the words of check', async () => {
    const one = ['+12125551234', '--campaign', 'one.yaml', '--at', '2026-12-01T15:30:00Z'];
    const never = textOf({
      code: 'never_open',
      causes: [{ cause: 'too_short', minutes: 2 }],
      zones: 'America/New_York',
    });
    expect(await asked(...one)).toMatchObject({
      ...{ open: false, next_open_at: null },
      ...{ never, sentence: `never: ${never}` },
    });
    const { out } = await why(...one);
    expect(out).toContain(`  FORBIDS   ${never}\n`);
    expect(out).toMatch(/^ {2}opens {5}never$/m);
  });

  test('names every zone that a number may be in, with its local time', async () => {
    const said = await asked('+12085550123', '--at', '2026-12-01T15:30:00Z');
    expect(said).toMatchObject({
      schema_version: 1,
      open: false,
      jurisdictions: ['US-ID'],
      zones: [
        { zone: 'America/Boise', source: 'number', local_time: '2026-12-01T08:30:00-07:00' },
        { zone: 'America/Los_Angeles', source: 'number', local_time: '2026-12-01T07:30:00-08:00' },
      ],
      rules: [{ id: 'US', allows: false, window: '08:00-21:00', basis: 'statute' }],
      next_open_at: '2026-12-01T16:00:00.000Z',
      closes_at: null,
    });
  });

  test('takes the address before the number, and says so', async () => {
    const at = ['--at', '2026-12-01T15:30:00Z'];
    const byCode = await asked('+12085550123', '--postal-code', '32801', ...at);
    expect(byCode).toMatchObject({
      open: true,
      zones: [{ zone: 'America/New_York', source: 'postal_code' }],
      rules: [{ id: 'US' }, { id: 'US-FL', allows: true, confidence: 'high' }],
      closes_at: '2026-12-02T01:00:00.000Z',
      next_open_at: null,
    });
    const byState = await asked('+12085550123', '--state', 'Kentucky', ...at);
    expect(byState['rules']).toMatchObject([
      { id: 'US', allows: true },
      { id: 'US-KY', allows: false, window: '10:00-21:00' },
    ]);
    const byZone = await asked('+33199001234', '--timezone', 'Indian/Reunion', ...at);
    expect(byZone['zones']).toEqual([
      {
        zone: 'Indian/Reunion',
        source: 'timezone',
        sources: ['timezone'],
        local_time: '2026-12-01T19:30:00+04:00',
      },
    ]);
    expect(byZone).toMatchObject({ open: true, rules: [{ id: 'FR', allows: true }] });
  });
});

describe('campaign why with a campaign', () => {
  test('asks the windows and dates of a campaign too', async () => {
    const file = ['-c', 'evenings.yaml', '--country', 'us'];
    const evening = await asked('305 555 0123', ...file, '--at', '2026-12-02T20:30:00-05:00');
    expect(evening).toMatchObject({
      open: false,
      rules: [
        { id: 'US', allows: true },
        { id: 'US-FL', allows: false, window: '08:00-20:00' },
        { id: 'campaign', allows: true, window: '14:00-22:00', source: 'evenings.yaml' },
        { id: 'blackout', allows: true },
      ],
      // The day after is a date of its own blackout.
      next_open_at: '2026-12-04T19:00:00.000Z',
    });
    const blackout = await asked('305 555 0123', ...file, '--at', '2026-12-03T15:00:00-05:00');
    expect(blackout['rules']).toMatchObject([
      { allows: true },
      { allows: true },
      { id: 'campaign', allows: false, window: 'none' },
      { id: 'blackout', allows: false, window: 'none (blackout)' },
    ]);
  });
});

describe('campaign why in words', () => {
  test('names the holiday that closes a day', async () => {
    const { out } = await why('+15045550123', '--at', '2027-02-09T18:00:00Z');
    expect(out).toContain('may not be called at 2027-02-09T18:00:00.000Z');
    expect(out).toMatch(/FORBIDS {3}US-LA {2}closed all day \(Mardi Gras\)/);
    expect(out).toContain('opens     2027-02-10T14:00:00.000Z  2027-02-10T08:00:00-06:00');
    // The number is a person (I9).
    expect(out).not.toContain('5045550123');
  });

  test('says where no hours are laid down, and where no clock is known', async () => {
    const british = await why('+447700900123', '--at', '2026-12-01T03:00:00Z');
    expect(british.out).toContain('00:00-24:00 (no hours are laid down)');
    expect(british.out).toContain('closes    not within a year');
    const tollFree = await why('+18005550123', '--at', '2026-12-01T18:00:00Z');
    expect(tollFree.out).toContain('no time zone is known: give one with --timezone');
    expect(tollFree.out).toContain('FORBIDS   no time zone is known for this number');
    expect(tollFree.out).toMatch(/^ {2}opens {5}never$/m);
  });

  test.each([
    [['nonsense'], 'error:'],
    [['+12085550123', '--timezone', 'Boise'], 'did you mean America/Boise?'],
    [['+12085550123', '--at', 'soon'], 'error: --at: "soon" is not a date or a time'],
    [['+12085550123', '--country', 'Narnia'], 'error: --country is "Narnia"'],
    [['+12085550123', '-c', 'missing.yaml'], 'missing.yaml'],
  ])('%j is refused with a way out', async (args, message) => {
    const { code, out, err } = await why(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
