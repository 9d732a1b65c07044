import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { ContactRecord } from '../../../src/domain/run/records.ts';
import { aContact, aRun, memoryLedger } from '../world/setup.ts';
import { aCampaign, aWorld, type World } from '../world/world.ts';

let world: World;
let ledger: SqliteLedger;
beforeEach(async () => {
  world = await aWorld();
  ledger = memoryLedger();
});
afterEach(async () => {
  await world.close();
  ledger.close();
});

async function contacts(runId: string): Promise<ContactRecord[]> {
  const found: ContactRecord[] = [];
  for await (const row of ledger.rows(runId)) if (row.contact !== null) found.push(row.contact);
  return found;
}

const manyContacts = (count: number): ReturnType<typeof aContact>[] =>
  Array.from({ length: count }, (_, i) => aContact(i));

describe('a run', () => {
  test('everybody ends reached, exhausted or failed, and nobody is left', async () => {
    const session = await aRun(ledger, manyContacts(100));
    const end = await world.session(ledger, session, aCampaign()).run();
    expect(end).toMatchObject({ how: 'finished', exit: 0 });
    const { reached, exhausted, failed, pending, uncertain } = await ledger.states(session.runId);
    expect(reached + exhausted + failed).toBe(100);
    expect(reached).toBeGreaterThan(20);
    expect([pending, uncertain]).toEqual([0, 0]);
  });

  test('I11 nobody gets more attempts than the campaign allows', async () => {
    const session = await aRun(ledger, manyContacts(60));
    const retry = {
      calling_windows: [
        {
          calling_window_start_time: '10:00',
          calling_window_end_time: '18:00',
          retry_delay_seconds: 600,
        },
      ],
      max_retry_attempts: 2,
    };
    await world.session(ledger, session, aCampaign({ call_retry_config: retry })).run();
    const attempts = (await contacts(session.runId)).map((contact) =>
      contact.orders.reduce((sum, order) => sum + order.attempts.length, 0),
    );
    expect(Math.max(...attempts)).toBe(2);
    expect(Math.min(...attempts)).toBe(1);
  });
});

describe('the limits of a run', () => {
  test('no more calls are live at once than there are lines', async () => {
    const session = await aRun(ledger, manyContacts(40));
    await world.session(ledger, session, aCampaign({ concurrency: { max: 3 } })).run();
    const changes: [number, number][] = [];
    for (const contact of await contacts(session.runId)) {
      for (const order of contact.orders) {
        const last = order.attempts.at(-1);
        changes.push([order.orderedAt, 1], [last?.endedAt ?? order.orderedAt, -1]);
      }
    }
    changes.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    let live = 0;
    let most = 0;
    for (const [, by] of changes) most = Math.max(most, (live += by));
    expect(most).toBe(3);
  });

  test('the pace holds: never more starts in a minute than the campaign says', async () => {
    const session = await aRun(ledger, manyContacts(30));
    const pace = { starts: 5, per: 'minute' };
    await world.session(ledger, session, aCampaign({ pace })).run();
    const times = (await contacts(session.runId))
      .flatMap((contact) => contact.orders.map((order) => order.orderedAt))
      .sort((a, b) => a - b);
    for (const [i, at] of times.entries()) {
      const sixth = times[i + 5];
      if (sixth !== undefined) expect(sixth - at).toBeGreaterThanOrEqual(60_000);
    }
  });
});
