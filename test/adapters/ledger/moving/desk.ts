import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Db } from '../../../../src/adapters/sqlite/open.ts';
import type { Decision } from '../../../../src/domain/order/decide.ts';
import { type ContactState, type OrderState } from '../../../../src/domain/run/states.ts';
import type { ContactEvent, OrderEvent } from '../../../../src/domain/run/transitions.ts';
import type { Found } from '../../../../src/ports/ledger/following.ts';
import type { Session } from '../../../../src/ports/session.ts';
import { anOrder } from '../../../domain/order/builders.ts';
import { aContact, aFile, aRow, DAY } from '../../../app/world/setup.ts';

/** A run with one person, who has one order. */
export interface Desk {
  readonly db: Db;
  readonly ledger: SqliteLedger;
  readonly session: Session;
  readonly key: string;
  readonly contactId: string;
  readonly e164: string;
  readonly now: number;
}

export interface Way {
  readonly name: string;
  readonly to: string;
  /** What else has to be so. */
  readonly before?: (desk: Desk) => void | Promise<void>;
  readonly act: (desk: Desk) => Promise<unknown>;
  /** Refusing is an error. False: anyone who is not in a right state is left alone, and that is a right answer. */
  readonly throws: (from: string) => boolean;
}
export interface ContactWay extends Way {
  readonly event: ContactEvent;
  readonly order: OrderState;
}
export interface OrderWay extends Way {
  readonly event: OrderEvent;
  readonly contact: ContactState;
}

export const WHY = { reason: 'a test' };
export const always = (): boolean => true;
export const never = (): boolean => false;

export const noOrder = ({ db }: Desk): void => {
  db.exec('delete from call_order; update contact set tries = 0');
};
export const seqOf = ({ db }: Desk): number =>
  db.prepare<[], number>('select seq from contact').pluck().get() ?? 0;
export const skippedFor =
  (reason: string) =>
  ({ db }: Desk): void => {
    db.prepare('update contact set reason = ?').run(reason);
  };
export const decision = (to: ContactState, now: number): Decision =>
  (to === 'pending' ? { to, notBefore: now, ...WHY } : { to, ...WHY }) as Decision;

export const found = (now: number, change: Partial<Found>): Found => ({
  now,
  view: null,
  success: null,
  refused: null,
  optOut: null,
  afterLate: null,
  outcome: null,
  lookAt: null,
  ...change,
});

export async function feedAgain(
  { ledger, session, now }: Desk,
  skip: string | null,
): Promise<void> {
  const file = { ...aFile, path: `/tmp/${session.runId}.csv`, hash: 'another reading' };
  const { fileId } = await ledger.beginFile(session, file, now);
  await ledger.feedRows(session, fileId, { rows: [{ ...aRow(2, aContact(1)), skip }], now });
}

export const settle = ({ ledger, session, key, now }: Desk, to: ContactState): Promise<void> =>
  ledger.settle(session, key, {
    now,
    view: anOrder({ attempts: [] }),
    outcome: null,
    success: null,
    decision: decision(to, now),
    lookAt: null,
  });

export async function resolve(
  desk: Desk,
  to: ContactState,
  kind: 'rang' | 'not_rung',
): Promise<void> {
  const { ledger, session, contactId, now } = desk;
  const by = { who: 'ana', reason: null, at: now, runId: session.runId, contactId, kind };
  const id = await ledger.ask({ ...by, hangUp: false });
  await ledger.resolve(session, id, { decision: decision(to, now), now });
}

export const giveBack = ({ ledger, session, key, now }: Desk): Promise<void> =>
  ledger.giveBack(session, key, { ...WHY, now, notBefore: now });
export const fail = ({ ledger, session, key, now }: Desk): Promise<void> =>
  ledger.fail(session, key, { ...WHY, now });
export const accept = ({ ledger, session, key, now }: Desk): Promise<unknown> =>
  ledger.accepted(session, key, { source: 'post', providerId: 'provider-1', now });
export const doubt = ({ ledger, session, key, now }: Desk): Promise<void> =>
  ledger.uncertain(session, key, { ...WHY, now });
export const unlook = ({ ledger, session, key, now }: Desk): Promise<void> =>
  ledger.unlooked(session, key, { now, said: 'nothing' });

export const reachedEarlier = ({ db }: Desk): void => {
  db.exec(`insert into call_order (key, run_id, contact_seq, e164, identity, nth, state, open, definition,
      permit, ordered_at, rings_until, outcome)
    select 'earlier', run_id, contact_seq, e164, identity, 0, 'settled', 0, definition, permit, ordered_at,
      rings_until, 'human' from call_order`);
};
export const rangOnceMore = ({ db, key }: Desk): void => {
  db.prepare(
    `insert into attempt (order_key, id, nth, status, outcome, late) values (?, 'late', 2, 'completed', 'busy', 1)`,
  ).run(key);
};
export const unseenForLong = ({ db, now }: Desk): void => {
  db.prepare('update call_order set unlooked_since = ?').run(now - 2 * DAY);
};
