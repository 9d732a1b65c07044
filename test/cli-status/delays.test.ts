import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/program.ts';
import { standingLine } from '../../src/cli/words.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { aDesk } from '../cli/desk.ts';
import { aTerminal } from '../cli-why/a-terminal.ts';

const CAMPAIGN = `
name: Daily
assistant: { prompt: Say hello. }
consent: { basis: customers, statement: They agreed to be called. }
call_retry_config:
  calling_windows: [{ calling_window_start_time: "09:30", calling_window_end_time: "18:00", retry_delay_seconds: 3600 }]
  max_retry_attempts: 3
caps: { per_day: 1 }
`;

/** Hears an interrupt when the run says for the nth time that people are not to be tried yet. */
function stoppedAtDelay(terminal: Terminal, nth: number): Terminal {
  let left = nth;
  let interrupt: (name: string) => void = () => undefined;
  return {
    ...terminal,
    out: (text) => {
      if (text.includes('"not to be tried before"') && --left === 0) interrupt('SIGINT');
    },
    onSignal: (heard) => {
      interrupt = heard;
      return () => undefined;
    },
  };
}

/** What status says of a run that was stopped at its nth delay; seed 1 invents a voicemail first. */
async function waitsAt(nth: number): Promise<{ why: string; until: string; text: string }> {
  const desk = aDesk();
  desk.write('leads.csv', 'phone\n+12125550120\n');
  desk.write('leads.yaml', CAMPAIGN);
  const { terminal, said } = aTerminal(desk.folder);
  // A Friday, eleven in the morning in New York.
  const run = ['run', 'leads.csv', '--now', '2026-12-04T16:00:00Z', '--json'];
  expect(await main(run, stoppedAtDelay(terminal, nth), '0')).toBe(3);
  expect(await main(['status', '--rehearsal', '--json'], terminal, '0')).toBe(0);
  const { waits } = JSON.parse(said.out) as { waits: { why: string; until: string } };
  said.out = '';
  expect(await main(['status', '--rehearsal'], terminal, '0')).toBe(0);
  return { ...waits, text: said.out };
}

describe('campaign status of a run in which somebody is not to be tried yet', () => {
  test('says until when, and for what', async () => {
    const { why, until, text } = await waitsAt(1);
    expect(why).toMatch(
      /^people who are not to be tried before 2026-12-04T17:0.*Z \(voicemail, to be tried again\)$/,
    );
    expect(why).toContain(until);
    expect(text).toContain(why);
  });

  test('names the cap, and the opening after it when it ends on a day without hours', async () => {
    const { why, until } = await waitsAt(2);
    expect(until).toBe('2026-12-07T14:30:00.000Z');
    expect(why).toMatch(
      /before 2026-12-05T16:0.*Z \(campaign: at most 1 call in 24 hours\), and then for the next opening, 2026-12-07T14:30:00\.000Z$/,
    );
  });
});

describe('the line of a run under way', () => {
  const HOUR = 3_600_000;
  const NONE = { placing: 0, uncertain: 0, exhausted: 0, failed: 0, skipped: 0, cancelled: 0 };
  const startedAt = Date.parse('2026-12-01T10:00:00Z');
  const line = (change: {
    calling?: number;
    idle?: { why: string; until: number | null } | null;
    pending?: number;
  }): string =>
    standingLine({
      states: { ...NONE, reached: 60, calling: change.calling ?? 0, pending: change.pending ?? 30 },
      now: startedAt + HOUR,
      startedAt,
      idle: change.idle ?? null,
    });

  test('foretells the end by what was done so far', () => {
    expect(line({})).toMatch(/60\/h · ends ≈ 2026-12-01 11:30Z$/);
    const paced = { why: 'the pace of the campaign', until: startedAt + HOUR + 5_000 };
    expect(line({ idle: paced })).toContain('ends ≈ 2026-12-01 11:30Z');
  });

  test('never before the moment until which everybody waits, also while somebody talks', () => {
    const idle = { why: 'not to be tried before', until: startedAt + 25 * HOUR };
    expect(line({ idle })).toMatch(
      /· ends after 2026-12-02 11:00Z · not to be tried before until 2026-12-02 11:00Z$/,
    );
    expect(line({ idle, calling: 1 })).toMatch(/· ends after 2026-12-02 11:00Z$/);
  });

  test('and not at all while nobody knows when it goes on', () => {
    const idle = { why: 'paused by Ana', until: null };
    expect(line({ idle })).toMatch(/60\/h · paused by Ana$/);
    expect(line({ idle, calling: 1, pending: 0 })).toContain('ends ≈ 2026-12-01 11:01Z');
  });
});
