import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Claim } from '../../../../src/ports/ledger/queue.ts';
import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../../src/ports/session.ts';
import {
  aContact,
  aRun,
  HOUR,
  memoryLedger,
  NEW_YORK_CLAIM,
  START,
} from '../../../app/world/setup.ts';
import { anAttempt, anOrder } from '../../../domain/order/builders.ts';

const NOTHING = { success: null, refused: null, optOut: null, afterLate: null, lookAt: null };

let ledger: SqliteLedger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

/** An order that an attempt in the provider's list has confirmed: nobody knows its id. */
async function unnamed(session: Session): Promise<Claim> {
  const order = await ledger.claim(session, NEW_YORK_CLAIM);
  if (order === null) throw new Error('nobody waits');
  await ledger.settle(session, order.key, {
    now: START,
    view: anOrder({ id: '', attempts: [anAttempt({ id: `a-${order.key}` })] }),
    outcome: 'voicemail',
    success: null,
    lookAt: null,
    decision: { to: 'exhausted', reason: 'voicemail' },
  });
  return order;
}

const idsOf = async (): Promise<(string | null)[]> => {
  const ids: (string | null)[] = [];
  for await (const { contact } of ledger.rows('a-run'))
    ids.push(...(contact?.orders.map(({ providerId }) => providerId) ?? []));
  return ids;
};

test('an order that was confirmed without its id has it once a look shows it', async () => {
  const session = await aRun(ledger, [aContact(1), aContact(2)]);
  const [first, second] = [await unnamed(session), await unnamed(session)];
  const found = { ...NOTHING, now: START + HOUR, outcome: 'voicemail' as const };
  await ledger.fill(session, first.key, { ...found, view: anOrder({ id: 'p-1' }) });
  expect(await idsOf()).toEqual(['p-1', null]);
  // An id that is another order's is not taken over, and one that is known is not replaced.
  await ledger.fill(session, second.key, { ...found, view: anOrder({ id: 'p-1' }) });
  await ledger.fill(session, first.key, { ...found, view: anOrder({ id: 'p-2' }) });
  expect(await idsOf()).toEqual(['p-1', null]);
});
