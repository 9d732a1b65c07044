import { describe, expect, it } from 'vitest';
import { loadDriver } from '../../../src/adapters/sqlite/load-driver.ts';
import {
  type SqliteLedger,
  openLedger,
} from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aDesk, type Desk } from '../desk/desk.ts';
import { CAMPAIGN, NOW, numbers, people } from '../desk/people.ts';
import { sandboxOrders } from '../desk/reading-back.ts';

/** How many people, and so how many orders a rehearsal is in the middle of. */
const PEOPLE = 300;

interface Order {
  readonly key: string;
  readonly e164: string;
  readonly state: string;
}

/** The orders of the ledger in the sequence of their commits: none is ever deleted. */
function ledgerOrders(desk: Desk): Order[] {
  const db = new (loadDriver())(desk.rehearsal, { readonly: true });
  try {
    return db.prepare<[], Order>('select key, e164, state from call_order order by rowid').all();
  } finally {
    db.close();
  }
}

interface Mark {
  readonly orders: readonly Order[];
  /** What the sandbox had when the request was committed. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Lets a rehearsal run in another process, writes at the moment of its nth order, and notes what was ordered by
 * then. The child never waits for this process, so the moment falls anywhere between claim, send and answer.
 */
async function writeAt(
  desk: Desk,
  nth: number,
  write: (ledger: SqliteLedger) => Promise<unknown>,
): Promise<Mark> {
  desk.write('leads.csv', people(PEOPLE));
  desk.write('leads.yaml', CAMPAIGN);
  const running = desk.begin(['run', 'leads.csv', '--now', NOW, '--json']);
  expect(await running.seen('order_placed', nth)).toBe(true);
  const ledger = openLedger(desk.rehearsal, 'rehearsal');
  await write(ledger);
  ledger.close();
  const orders = ledgerOrders(desk);
  const taken = new Set(sandboxOrders(desk.sandbox).map((order) => order.key));
  await running.ended;
  return { orders, taken };
}

/** Orders that the provider took after the commit: each was under way already, between its gate and its answer. */
function takenLate(desk: Desk, { orders, taken }: Mark): Order[] {
  const known = new Map(orders.map((order) => [order.key, order]));
  return sandboxOrders(desk.sandbox)
    .filter((order) => !taken.has(order.key))
    .map((order) => known.get(order.key) ?? { key: order.key, e164: order.number, state: 'new' });
}

const BY = { who: 'a test', at: 0, reason: null };
// Moments without any pattern, the same in each run of the tests.
const MOMENTS = [1, 23, 101];
const LONG = 120_000;

describe('another process writes at any moment', () => {
  it.each(MOMENTS.flatMap((nth) => [['pause', nth] as const, ['cancel', nth] as const]))(
    'I10 %s at order %i: none after the commit',
    async (kind, nth) => {
      const desk = aDesk();
      const mark = await writeAt(desk, nth, (ledger) =>
        ledger.ask({ ...BY, runId: 'reminders', kind, contactId: null, hangUp: false }),
      );
      expect(mark.orders.length).toBeLessThan(PEOPLE);
      expect(ledgerOrders(desk).map((order) => order.key)).toEqual(mark.orders.map((o) => o.key));
      for (const order of takenLate(desk, mark)) expect(order.state).toBe('placing');
    },
    LONG,
  );

  it.each(MOMENTS)(
    'I10 numbers that nobody may call, at order %i: none after the commit',
    async (nth) => {
      const desk = aDesk();
      const barred = numbers(PEOPLE).filter((_, i) => i % 3 === nth % 3);
      const mark = await writeAt(desk, nth, (ledger) => ledger.bar(barred, { ...BY, source: 'x' }));
      const nobody = new Set(barred);
      const ofBarred = (orders: readonly Order[]): string[] =>
        orders.filter((order) => nobody.has(order.e164)).map((order) => order.key);
      expect(ofBarred(ledgerOrders(desk))).toEqual(ofBarred(mark.orders));
      const late = takenLate(desk, mark).filter((order) => nobody.has(order.e164));
      for (const order of late) expect(order.state).toBe('placing');
      expect(ledgerOrders(desk).length, 'the others are called').toBeGreaterThan(
        mark.orders.length,
      );
    },
    LONG,
  );
});
