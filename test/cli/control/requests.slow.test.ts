import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aRun, aContact, START } from '../../app/world/setup.ts';
import { aDesk, type Desk } from '../desk/desk.ts';
import { CAMPAIGN, NOW, people } from '../desk/people.ts';
import { cell, lines, sandboxOrders, tally } from '../desk/reading-back.ts';
import { jsonLines, type Running } from '../desk/running.ts';

/** Each of these runs a rehearsal and several commands, one after the other. */
const LONG = 120_000;

/** A rehearsal long enough for another terminal to reach it. */
function longRun(): { desk: Desk; running: Running } {
  const desk = aDesk();
  desk.write('leads.csv', people(600));
  desk.write('leads.yaml', CAMPAIGN);
  return { desk, running: desk.begin(['run', 'leads.csv', '--now', NOW, '--json']) };
}

const exported = async (desk: Desk): Promise<Record<string, number>> => {
  const { out } = await desk.run(['export', '--rehearsal', '-o', '-']);
  return tally(lines(out).map((line) => cell(line, 'call_state')));
};

describe('campaign pause', () => {
  it(
    'I10 from another terminal stops a rehearsal, which says how to go on, and resume goes on',
    async () => {
      const { desk, running } = longRun();
      await running.seen('order_placed', 20);
      const paused = await desk.run(['pause', '--rehearsal', '--reason', 'lunch']);
      expect(paused).toMatchObject({ code: 0, out: '' });
      expect(paused.err).toContain('Next: campaign resume --rehearsal reminders');
      const ended = await running.ended;
      expect(ended.code).toBe(3);
      expect(jsonLines(ended.out).at(-1)).toMatchObject({
        event: 'summary',
        how: 'stopped',
        why: expect.stringMatching(/^paused by /),
        states: { placing: 0, calling: 0 },
      });
      const again = await desk.run(['run', 'leads.csv', '--now', NOW, '--json']);
      expect(again.code).toBe(3);
      expect(jsonLines(again.out).filter(({ event }) => event === 'order_placed')).toEqual([]);
      const resumed = await desk.run(['resume', '--rehearsal']);
      expect(resumed.code).toBe(0);
      expect(resumed.err).toMatch(/The pause is over \(.+: lunch\)/);
      expect((await exported(desk))['pending']).toBeUndefined();
    },
    LONG,
  );
});

describe('campaign cancel', () => {
  it.each([
    ['live talks are followed', []],
    ['live talks are hung up', ['--hang-up']],
  ])(
    'I10 from another terminal ends a rehearsal for good; %s',
    async (_, flags) => {
      const { desk, running } = longRun();
      await running.seen('order_placed', 20);
      const cancelled = await desk.run(['cancel', '--rehearsal', '--reason', 'a typo', ...flags]);
      expect(cancelled.code).toBe(0);
      const ended = await running.ended;
      expect(ended.code).toBe(3);
      const states = await exported(desk);
      expect(states['cancelled']).toBeGreaterThan(0);
      for (const state of ['pending', 'placing', 'calling']) expect(states[state]).toBeUndefined();
      expect(sandboxOrders(desk.sandbox).filter((order) => order.isOver === 0)).toEqual([]);
      const late = await desk.run(['pause', '--rehearsal']);
      expect(late.code).toBe(2);
      expect(late.err).toContain('is cancelled');
    },
    LONG,
  );

  it(
    'does it itself where no session runs: after a kill, open orders are cancelled',
    async () => {
      const { desk, running } = longRun();
      await running.seen('order_placed', 30);
      running.signal('SIGKILL');
      await running.ended;
      const before = sandboxOrders(desk.sandbox).length;
      const { code, out } = await desk.run(['cancel', '--rehearsal', '--reason', 'a typo']);
      expect(code).toBe(0);
      expect(out).toContain('cancelled by');
      expect(sandboxOrders(desk.sandbox)).toHaveLength(before);
      expect(sandboxOrders(desk.sandbox).filter((order) => order.isOver === 0)).toEqual([]);
      const shown = await desk.run(['export', '--rehearsal', '-o', '-']);
      const waited = lines(shown.out).filter((line) => cell(line, 'call_state') === 'cancelled');
      expect(cell(waited[0], 'call_reason')).toMatch(/^cancelled by .+: a typo$/);
      const status = await desk.run(['status', '--rehearsal']);
      expect(status.err).toContain('Finished');
    },
    LONG,
  );

  it('of a live run without a key ends nothing at the provider, and no order starts any more', async () => {
    const desk = aDesk();
    const ledger = openLedger(desk.ledger, 'live');
    const session = await aRun(ledger, [aContact(1)], 'reminders');
    await ledger.saveDefinition(session, CAMPAIGN, START);
    const { code, err } = await desk.run(['cancel', 'reminders']);
    expect(code).toBe(2);
    expect(err).toContain('there is no key for the voice API');
    expect((await ledger.control('reminders')).cancelled).not.toBeNull();
    ledger.close();
  });
});
