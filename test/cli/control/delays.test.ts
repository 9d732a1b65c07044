import { storeReason } from '../../../src/domain/run/reason.ts';
import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/program.ts';
import { standingLine } from '../../../src/cli/terminal/words.ts';
import type { Terminal } from '../../../src/cli/terminal/terminal.ts';
import { aDesk } from '../desk/desk.ts';
import { aTerminal } from '../desk/terminal.ts';

const CAP = storeReason({ code: 'cap', by: 'campaign', max: 1, hours: 24, per_subject: false });

const CAMPAIGN = `
name: Daily
assistant: { prompt: Say hello. }
consent: { basis: customers, statement: They agreed to be called. }
call_retry_config:
  calling_windows: [{ calling_window_start_time: "09:30", calling_window_end_time: "18:00", retry_delay_seconds: 3600 }]
  max_retry_attempts: 3
caps: { per_day: 1 }
`;

/** Hears an interrupt, and keeps the line, when the run says that people are not to be tried yet. */
function stoppedAtDelay(terminal: Terminal): Terminal {
  let interrupt: (name: string) => void = () => undefined;
  return {
    ...terminal,
    out: (text) => {
      if (!/"why":"waiting before the next try|"reason_code":"held_by"/.test(text)) return;
      terminal.out(text);
      interrupt('SIGINT');
    },
    onSignal: (heard) => {
      interrupt = heard;
      return () => undefined;
    },
  };
}

interface Wait {
  readonly why: string;
  readonly until: string;
}

/** What a run says when it comes to its first delay, and status then; seed 1 invents a voicemail first. */
async function waits(campaign: string): Promise<Wait & { text: string; told: Wait }> {
  const desk = aDesk();
  desk.write('leads.csv', 'phone\n+12125550120\n');
  desk.write('leads.yaml', campaign);
  const { terminal, said } = aTerminal(desk.folder);
  // A Friday, eleven in the morning in New York.
  const run = ['run', 'leads.csv', '--now', '2026-12-04T16:00:00Z', '--json'];
  expect(await main(run, stoppedAtDelay(terminal), '0')).toBe(3);
  const told = JSON.parse(said.out) as Wait;
  said.out = '';
  expect(await main(['status', '--rehearsal', '--json'], terminal, '0')).toBe(0);
  const json = JSON.parse(said.out) as { waits: Wait };
  said.out = '';
  expect(await main(['status', '--rehearsal'], terminal, '0')).toBe(0);
  return { ...json.waits, text: said.out, told };
}

describe('campaign status of a run in which somebody is not to be tried yet', () => {
  test('says until when, and for what', async () => {
    const { why, until, text, told } = await waits(CAMPAIGN.replace(/^caps:.*$/m, ''));
    expect(why).toMatch(
      new RegExp(
        `^waiting until 2026-12-04T17:0.*Z before the next try \\(${textOf({ code: 'outcome_again', outcome: 'voicemail' })}\\)$`,
      ),
    );
    expect(why).toContain(until);
    expect(text).toContain(why);
    expect(told).toMatchObject({ why: 'waiting before the next try', until });
  });

  test('names the cap that ends after the delay, and the opening after it, as the run does', async () => {
    const { why, until, told } = await waits(CAMPAIGN);
    // The cap ends on a Saturday, a day without hours.
    expect(until).toBe('2026-12-07T14:30:00.000Z');
    expect(why).toMatch(
      /until 2026-12-05T16:0.*Z before the next try \(campaign: at most 1 call in 24 hours\), and then for the calling hours, 2026-12-07T14:30:00\.000Z$/,
    );
    expect(told).toMatchObject({ why: textOf({ code: 'held_by', because: CAP }), until });
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
      lines: change.calling ?? 0,
      now: startedAt + HOUR,
      startedAt,
      idle: change.idle ?? null,
    });

  test('foretells the end by what was done so far', () => {
    expect(line({})).toMatch(/60\/h · ends ≈ 2026-12-01 11:30Z$/);
    const paced = { why: 'held by the pace', until: startedAt + HOUR + 5_000 };
    expect(line({ idle: paced })).toContain('ends ≈ 2026-12-01 11:30Z');
  });

  test('never before the moment until which everybody waits, also while somebody talks', () => {
    const idle = { why: 'waiting before the next try', until: startedAt + 25 * HOUR };
    expect(line({ idle })).toMatch(
      /· ends after 2026-12-02 11:00Z · waiting before the next try until 2026-12-02 11:00Z$/,
    );
    expect(line({ idle, calling: 1 })).toMatch(/· ends after 2026-12-02 11:00Z$/);
  });

  test('and not at all while nobody knows when it goes on', () => {
    const idle = { why: 'paused by Ana', until: null };
    expect(line({ idle })).toMatch(/60\/h · paused by Ana$/);
    expect(line({ idle, calling: 1, pending: 0 })).toContain('ends ≈ 2026-12-01 11:01Z');
  });
});
