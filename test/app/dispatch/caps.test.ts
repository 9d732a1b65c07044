import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aContact, aRun, DAY, memoryLedger } from '../world/setup.ts';
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

/** When the phone of each person rang, whatever run it was of, in order. */
async function ringsByPerson(runs: readonly string[]): Promise<number[][]> {
  const rings = new Map<string, number[]>();
  for (const run of runs) {
    for await (const { contact } of ledger.rows(run)) {
      for (const order of contact?.orders ?? []) {
        const of = rings.get(contact?.e164 ?? '') ?? [];
        rings.set(contact?.e164 ?? '', of);
        of.push(...order.attempts.map((attempt) => attempt.startedAt ?? 0));
      }
    }
  }
  return [...rings.values()].map((times) => times.sort((a, b) => a - b));
}

test('I11 in two campaigns one after the other nobody is rung more often than the caps allow', async () => {
  const people = Array.from({ length: 30 }, (_, i) => aContact(i));
  const campaign = aCampaign({ caps: { per_day: 1, per_week: 2 }, repeat_after: '0s' });
  for (const run of ['first-run', 'second-run']) {
    const session = await aRun(ledger, people, run);
    const end = await world.session(ledger, session, campaign).run();
    expect(end).toMatchObject({ how: 'finished', exit: 0 });
  }
  const rings = await ringsByPerson(['first-run', 'second-run']);
  for (const times of rings) {
    for (const [i, at] of times.entries()) {
      expect((times[i + 1] ?? Infinity) - at).toBeGreaterThanOrEqual(DAY);
      expect((times[i + 2] ?? Infinity) - at).toBeGreaterThanOrEqual(7 * DAY);
    }
  }
  // The caps had something to do: without them two attempts are two hours apart.
  expect(Math.max(...rings.map((times) => times.length))).toBeGreaterThan(3);
});
