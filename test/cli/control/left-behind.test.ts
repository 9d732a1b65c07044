import { expect, test } from 'vitest';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { RunLock } from '../../../src/adapters/sqlite/ledger/lock.ts';
import { main } from '../../../src/cli/program.ts';
import { aContact, aRun, START } from '../../app/world/setup.ts';
import { aDesk, type Desk } from '../desk/desk.ts';
import { aTerminal } from '../desk/terminal.ts';

const GROUP = 'America/New_York|';
const HOUR = 3_600_000;
const CAMPAIGN = `
name: A run
assistant: { prompt: Say hello. }
rules: none
call_retry_config:
  calling_windows: [{ calling_window_start_time: "09:30", calling_window_end_time: "09:40" }]
`;

/** A run whose session was killed with two orders out, of so many people. */
async function leftBehind(desk: Desk, people: number): Promise<void> {
  const ledger = openLedger(desk.ledger, 'live');
  try {
    const contacts = Array.from({ length: people }, (_, i) => aContact(i));
    const session = await aRun(ledger, contacts, 'a-run');
    await ledger.saveDefinition(session, CAMPAIGN, START);
    for (const [i, ringsUntil] of [START + HOUR, START + 2 * HOUR].entries()) {
      const order = await ledger.claim(session, {
        now: START,
        groups: [{ group: GROUP, ringsUntil, permit: 'test' }],
        prefer: 'first',
        freeKeys: [],
        repeatAfterMs: 0,
        definition: 1,
      });
      if (order === null) throw new Error('nobody was claimed');
      const by = { source: 'post', providerId: `p-${i}`, now: START } as const;
      if (i === 0) await ledger.accepted(session, order.key, by);
    }
  } finally {
    ledger.close();
  }
}

async function waitsOf(desk: Desk): Promise<{ why: string; until: string | null }> {
  const { terminal, said } = aTerminal(desk.folder);
  const args = ['status', '--json', '--ledger', desk.ledger];
  expect(await main(args, terminal, '0')).toBe(0);
  return (JSON.parse(said.out) as { waits: { why: string; until: string | null } }).waits;
}

const OUT =
  /^2 calls left behind, which (may|could) ring until 2026-12-01T17:00:00\.000Z: the next session looks them up$/;

test('status of a run whose session was killed says which orders it left, and until when', async () => {
  const desk = aDesk();
  await leftBehind(desk, 2);
  const waits = await waitsOf(desk);
  expect(waits.why).toMatch(OUT);
  expect(waits.until).toBe('2026-12-01T17:00:00.000Z');
});

test('and says so beside the opening that the others wait for', async () => {
  const desk = aDesk();
  await leftBehind(desk, 3);
  const [first, others] = (await waitsOf(desk)).why.split('; ');
  expect(first).toMatch(
    /^(waiting for the calling hours: not before|people in 1 area with the same calling hours may be called now)/,
  );
  expect(others).toMatch(OUT);
});

test('while a session works on them they are under way', async () => {
  const desk = aDesk();
  await leftBehind(desk, 2);
  const lock = RunLock.take(`${desk.ledger}.a-run.lock`);
  try {
    expect(await waitsOf(desk)).toMatchObject({
      why: '2 calls under way; nobody else is left',
      until: null,
    });
  } finally {
    lock?.release();
  }
});
