import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openLedgerDatabase,
  toLedger,
  type SqliteLedger,
} from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Db } from '../../../src/adapters/sqlite/open.ts';
import {
  CONTACT_STATES,
  ORDER_STATES,
  type ContactState,
  type OrderState,
} from '../../../src/domain/run/states.ts';
import { CONTACT_TRANSITIONS, ORDER_TRANSITIONS } from '../../../src/domain/run/transitions.ts';
import type { Session } from '../../../src/ports/session.ts';
import { aContact, aRun, NEW_YORK_CLAIM, START } from '../../app/world/setup.ts';
import { CONTACT_WAYS } from './moving/contact-ways.ts';
import type { Desk, Way } from './moving/desk.ts';
import { ORDER_WAYS } from './moving/order-ways.ts';

/** Every method that changes a state, from every state: it does what the table allows and nothing else. */

let db: Db;
let ledger: SqliteLedger;
let session: Session;
let desk: Desk;
beforeAll(async () => {
  db = openLedgerDatabase(':memory:', 'rehearsal');
  ledger = toLedger(':memory:', 'rehearsal', db);
  session = await aRun(ledger, [aContact(1)]);
  const claim = await ledger.claim(session, NEW_YORK_CLAIM);
  if (claim === null) throw new Error('nobody was due');
  // The statements are on trial, not what the schema would still refuse.
  db.exec('drop trigger settled_is_final');
  const { key, contactId, e164 } = claim;
  desk = { db, ledger, session, key, contactId, e164, now: START + 1000 };
});
afterAll(() => {
  ledger.close();
});

const stateOf = (table: 'contact' | 'call_order'): string =>
  db.prepare<[], string>(`select state from ${table} order by rowid limit 1`).pluck().get() ?? '';

/** What becomes of the row, and by what error; nothing of it stays. */
async function tried(
  table: 'contact' | 'call_order',
  from: { readonly contact: ContactState; readonly order: OrderState },
  way: Way,
): Promise<{ became: string; error: string | null }> {
  db.exec('begin');
  try {
    db.prepare('update contact set state = ?, not_before = null').run(from.contact);
    const open = from.order === 'placing' || from.order === 'calling' ? 1 : 0;
    db.prepare('update call_order set state = ?, open = ?').run(from.order, open);
    await way.before?.(desk);
    let error: string | null = null;
    try {
      await way.act(desk);
    } catch (cause) {
      error = (cause as Error).name;
    }
    return { became: stateOf(table), error };
  } finally {
    db.exec('rollback');
  }
}

describe.each(CONTACT_WAYS)('a contact, $name', (way) => {
  const { from, to } = CONTACT_TRANSITIONS[way.event] as {
    readonly from: readonly ContactState[];
    readonly to: readonly ContactState[];
  };
  test.each(CONTACT_STATES)('from %s', async (state) => {
    const start = { contact: state, order: way.order };
    const { became, error } = await tried('contact', start, way);
    const allowed = from.includes(state) && to.includes(way.to as ContactState);
    if (allowed) expect({ became, error }).toEqual({ became: way.to, error: null });
    else expect(became).toBe(state);
    if (!allowed && way.throws(state)) expect(error).toBe('ForbiddenTransition');
  });
});

describe.each(ORDER_WAYS)('an order, $name', (way) => {
  const { from } = ORDER_TRANSITIONS[way.event] as { readonly from: readonly OrderState[] };
  test.each(ORDER_STATES)('from %s', async (state) => {
    const start = { contact: way.contact, order: state };
    const { became, error } = await tried('call_order', start, way);
    const allowed = from.includes(state);
    if (allowed) expect({ became, error }).toEqual({ became: way.to, error: null });
    else expect(became).toBe(state);
    if (!allowed && way.throws(state)) expect(error).toBe('ForbiddenTransition');
  });
});

test('every row of both tables is tried', () => {
  const missing = (
    table: Readonly<Record<string, { readonly to: readonly string[] }>>,
    ways: readonly { readonly event: string; readonly to: string }[],
  ): string[] =>
    Object.entries(table).flatMap(([event, { to }]) =>
      to
        .filter((state) => !ways.some((way) => way.event === event && way.to === state))
        .map((state) => `${event}: ${state}`),
    );
  expect(missing(CONTACT_TRANSITIONS, CONTACT_WAYS)).toEqual([]);
  expect(missing(ORDER_TRANSITIONS, ORDER_WAYS)).toEqual([]);
});
