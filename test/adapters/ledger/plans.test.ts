import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as capping from '../../../src/adapters/ledger/order/capping.ts';
import * as claiming from '../../../src/adapters/ledger/order/claiming.ts';

import * as following from '../../../src/adapters/ledger/order/following.ts';
import * as outlook from '../../../src/adapters/ledger/view/outlook.ts';
import type { Method, Statement } from '../../../src/adapters/ledger/statement.ts';
import { openDatabase, type Db } from '../../../src/adapters/sqlite/open.ts';
import {
  type SqliteLedger,
  openLedger,
} from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { ClaimRequest } from '../../../src/ports/ledger/queue.ts';
import type { Session } from '../../../src/ports/session.ts';
import { aContact, aRun, HOUR, START } from '../../app/world/setup.ts';

/** Picking must cost the same however many wait: it is done off the indexes that were made for it. */

const GROUPS = Array.from({ length: 50 }, (_, i) => `zone-${String(i).padStart(2, '0')}|`);
const folder = mkdtempSync(join(tmpdir(), 'plans-'));

interface Filled {
  readonly ledger: SqliteLedger;
  readonly session: Session;
  readonly db: Db;
}

/** Contacts in fifty groups; one in ten waits for its delay, one in ten was ordered before. */
async function filled(count: number): Promise<Filled> {
  const path = join(folder, `${count}.sqlite`);
  const ledger = openLedger(path, 'rehearsal');
  const session = await aRun(ledger, [aContact(1, { group: GROUPS[0] ?? '' })]);
  const db = openDatabase(path, { synchronous: 'normal' });
  db.prepare(
    `insert into contact (id, run_id, e164, identity, number_type, evidence, zones, zone_source, grp, located_with,
       variables, metadata, priority, state, not_before, tries, changed_at)
     with recursive n(i) as (select 1 union all select i + 1 from n where i < @count)
     select 'c' || i, run_id, '+1555' || i, '+1555' || i, number_type, evidence, zones, zone_source,
       printf('zone-%02d|', i % 50), located_with, variables, metadata, i % 3, 'pending',
       case when i % 10 = 3 then @later + i end, i % 10 = 5, changed_at
     from n, contact where contact.e164 = @first`,
  ).run({ count, later: START + HOUR, first: aContact(1).e164 });
  return { ledger, session, db };
}

let small: Filled;
let large: Filled;
beforeAll(async () => {
  small = await filled(2_000);
  large = await filled(200_000);
});
afterAll(() => {
  for (const { ledger, db } of [small, large]) {
    db.close();
    ledger.close();
  }
  rmSync(folder, { recursive: true });
});

const request = (change: Partial<ClaimRequest> = {}): ClaimRequest => ({
  now: START,
  groups: GROUPS.map((group) => ({ group, ringsUntil: START + HOUR, permit: '10:00-18:00' })),
  prefer: 'first',
  freeKeys: ['red'],
  repeatAfterMs: 24 * HOUR,
  definition: 1,
  ...change,
});

/** How SQLite would run each statement that a method yields, in their order and without repetition. */
function plansOf(db: Db, method: Method<unknown>): Map<string, string> {
  const plans = new Map<string, string>();
  const drive = (): void => {
    let step = method.next([]);
    while (step.done !== true) {
      const { sql, params }: Statement = step.value;
      const rows = db.prepare(`explain query plan ${sql}`).all(params) as { detail: string }[];
      plans.set(sql.trim().replace(/\s+/g, ' '), rows.map((row) => row.detail).join('; '));
      const statement = db.prepare(sql);
      const found = statement.reader ? statement.all(params) : [statement.run(params)];
      step = method.next(found);
    }
    throw new Error('taken back');
  };
  expect(() => db.transaction(drive)()).toThrow('taken back');
  return plans;
}

const planOf = (plans: Map<string, string>, beginning: string): string =>
  [...plans].find(([sql]) => sql.startsWith(beginning))?.[1] ?? 'no such statement';

/** Over contacts and orders, that is: the few requests of a run may be sorted. */
function expectNoWalk(plans: Map<string, string>): void {
  for (const [sql, plan] of plans)
    if (/ (contact|call_order) /.test(sql))
      expect(plan, sql).not.toMatch(/SCAN (?!CONSTANT ROW)|TEMP B-TREE/);
}

test('a claim marks who is due, picks, and asks who holds the number, each off its index', () => {
  const plans = plansOf(large.db, claiming.claim(large.session, request()));
  expect(planOf(plans, 'select seq, id, e164')).toBe(
    'SEARCH contact USING INDEX contact_due (run_id=? AND grp=? AND <expr>=? AND concurrency_key=?)',
  );
  expect(planOf(plans, 'update contact set not_before = null')).toContain(
    'SEARCH contact USING INDEX contact_waiting (run_id=? AND not_before>? AND not_before<?)',
  );
  expect(planOf(plans, 'select run_id from call_order')).toContain('(identity=?');
  expect(planOf(plans, 'select id from contact')).toBe(
    'SEARCH contact USING INDEX contact_by_identity (run_id=? AND identity=?)',
  );
  expect(planOf(plans, 'select run_id, ordered_at')).toContain(
    'INDEX order_by_identity (identity=?',
  );
  expectNoWalk(plans);
});

test('what a person’s caps count is read off the index of numbers', () => {
  const limits = { caps: [{ max: 3, hours: 24, perSubject: true, by: 'US-FL' }], rests: [] };
  const order = { e164: aContact(1).e164, seq: 1, subject: '', except: '' };
  const plans = plansOf(large.db, capping.heldByCap(order, { limits, now: START }));
  expect(planOf(plans, 'select o.subject')).toMatch(
    /INDEX order_\w+ \(identity=\?.*INDEX \w+ \(order_key=\?/,
  );
  expectNoWalk(plans);
});

test('what the run waits for is read off the indexes', () => {
  const plans = plansOf(large.db, claiming.horizon('a-run', GROUPS));
  expect(planOf(plans, 'select 1 from contact')).toBe(
    'SEARCH contact USING INDEX contact_due (run_id=? AND grp=? AND <expr>=?)',
  );
  expect(planOf(plans, 'select min(not_before)')).toBe(
    'SEARCH contact USING INDEX contact_waiting (run_id=? AND not_before>?)',
  );
  expect(planOf(plans, 'select min(look_at)')).toContain('INDEX order_look (run_id=?');
  expectNoWalk(plans);
  const first = plansOf(large.db, outlook.firstDelayed('a-run', { few: 20, newcomers: true }));
  expect(planOf(first, 'select grp')).toBe(
    'SEARCH contact USING INDEX contact_waiting (run_id=? AND not_before>?)',
  );
});

test('looks and open orders are read off the indexes', () => {
  const looks = plansOf(large.db, following.lookable('a-run', START, 20));
  expect(planOf(looks, 'select o.key')).toContain(
    'INDEX order_look (run_id=? AND look_at>? AND look_at<?)',
  );
  const open = plansOf(large.db, following.unsettled('a-run'));
  expect(planOf(open, 'select o.key')).toContain('INDEX order_unsettled (run_id=?');
  const pace = plansOf(large.db, claiming.recentOrders('a-run', 10));
  expect(planOf(pace, 'select ordered_at')).toBe(
    'SEARCH call_order USING INDEX order_by_time (run_id=?)',
  );
});

/** Milliseconds of the middle one of many claims. */
async function claimCost(
  { ledger, session }: Filled,
  change: Partial<ClaimRequest>,
): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 150; i++) {
    const before = performance.now();
    const claim = await ledger.claim(session, request(change));
    times.push(performance.now() - before);
    expect(claim).not.toBeNull();
  }
  return times.sort((a, b) => a - b)[75] ?? Infinity;
}

test.each([
  ['first calls', { prefer: 'first' as const }],
  ['second calls', { prefer: 'again' as const }],
])('a claim among 200,000 costs about what it costs among 2,000: %s', async (_, change) => {
  const few = await claimCost(small, change);
  const many = await claimCost(large, change);
  expect(many / few).toBeLessThan(8);
});
