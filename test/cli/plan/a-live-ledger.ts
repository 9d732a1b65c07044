import { storeReason } from '../../../src/domain/run/reason.ts';
import {
  type SqliteLedger,
  openLedger,
} from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Claim } from '../../../src/ports/ledger/queue.ts';
import type { Session } from '../../../src/ports/session.ts';
import { aContact, feedAll } from '../../app/world/setup.ts';

const HOUR = 3_600_000;
const GROUP = 'America/New_York|';

/** A live ledger in which these numbers have been called by a run, the last of them so that the call goes on. */
export interface Past {
  readonly runId: string;
  readonly at: number;
  readonly reached: readonly string[];
  readonly calling: readonly string[];
}

export async function aLiveLedger(path: string, past: Past): Promise<SqliteLedger> {
  const ledger = openLedger(path, 'live');
  const { runId, at } = past;
  const about = { id: runId, name: runId, label: null, releases: 'old', fingerprint: null };
  await ledger.createRun({ ...about, seed: null, now: at });
  const session = await ledger.beginSession(runId, at);
  const numbers = [...past.reached, ...past.calling];
  await feedAll(
    ledger,
    session,
    numbers.map((e164, i) => aContact(i, { e164, group: GROUP })),
  );
  for (const e164 of numbers) {
    const order = await claim(ledger, session, at);
    if (order.e164 !== e164) throw new Error(`${order.e164} was claimed in the place of ${e164}`);
    const by = { source: 'post', providerId: `p-${order.key}`, now: at } as const;
    await ledger.accepted(session, order.key, by);
    if (past.reached.includes(e164)) await reach(ledger, session, order);
  }
  return ledger;
}

async function claim(ledger: SqliteLedger, session: Session, now: number): Promise<Claim> {
  const group = { group: GROUP, ringsUntil: now + HOUR, permit: 'test' };
  const about = { prefer: 'first', freeKeys: [], repeatAfterMs: 0, definition: 1 } as const;
  const claimed = await ledger.claim(session, { now, groups: [group], ...about });
  if (claimed === null) throw new Error('nobody was left to claim');
  return claimed;
}

async function reach(ledger: SqliteLedger, session: Session, order: Claim): Promise<void> {
  await ledger.settle(session, order.key, {
    now: order.orderedAt + 60_000,
    view: { id: `p-${order.key}`, stage: 'over', status: 'completed', attempts: [], metadata: {} },
    outcome: 'human',
    success: null,
    lookAt: null,
    decision: { to: 'reached', reason: storeReason({ code: 'human_reached' }) },
  });
}
