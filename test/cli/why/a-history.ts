import { storeReason } from '../../../src/domain/run/reason.ts';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../src/ports/session.ts';
import { aContact, aRun } from '../../app/world/setup.ts';
import { anAttempt, anOrder } from '../../domain/order/builders.ts';

const HOUR = 3_600_000;
const GROUP = 'America/New_York|';

/** One order of a person in a run of its own, and what became of it. */
export interface Call {
  readonly run: string;
  readonly e164: string;
  readonly at: number;
  readonly how: 'talked' | 'not answered' | 'not known' | 'open';
}

/** What runs before this one have done. */
export async function called(ledger: SqliteLedger, calls: readonly Call[]): Promise<void> {
  for (const call of calls) {
    const { run, e164, at, how } = call;
    const session = await aRun(ledger, [aContact(1, { e164, group: GROUP })], run);
    const order = await ledger.claim(session, {
      now: at,
      groups: [{ group: GROUP, ringsUntil: at + HOUR, permit: 'test' }],
      prefer: 'first',
      freeKeys: [],
      repeatAfterMs: 0,
      definition: 1,
    });
    if (order === null) throw new Error(`nobody was claimed for ${run}`);
    if (how === 'not known') {
      await ledger.uncertain(session, order.key, { reason: 'no answer came', now: at });
    } else {
      const by = { source: 'post', providerId: `p-${order.key}`, now: at } as const;
      await ledger.accepted(session, order.key, by);
      if (how !== 'open') await settled(ledger, session, { ...call, key: order.key });
    }
  }
}

async function settled(
  ledger: SqliteLedger,
  session: Session,
  { key, at, how }: Call & { key: string },
): Promise<void> {
  const talked = how === 'talked';
  const rang = { id: key, startedAt: at, endedAt: at + 60_000 };
  const said = talked ? { result: 'human' as const } : { dialError: 'no_answer' as const };
  await ledger.settle(session, key, {
    now: at + 60_000,
    view: anOrder({
      id: `p-${key}`,
      stage: 'over',
      attempts: [anAttempt({ ...rang, ...said })],
    }),
    outcome: talked ? 'human' : 'no_answer',
    success: null,
    refused: talked ? true : null,
    lookAt: null,
    decision: talked
      ? { to: 'reached', reason: storeReason({ code: 'human_reached' }) }
      : { to: 'exhausted', reason: 'no_answer' },
  });
}
