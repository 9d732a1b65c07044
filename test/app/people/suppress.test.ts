import { onSuppressList } from '../../../src/domain/schedule/admission.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { suppress, type SuppressList } from '../../../src/app/people/suppress.ts';
import type { ClaimRequest } from '../../../src/ports/ledger/queue.ts';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aContact, aRun, HOUR, memoryLedger, START } from '../world/setup.ts';

let ledger: SqliteLedger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

const aList = (name: string, ...numbers: readonly string[]): SuppressList => ({
  name,
  path: `/lists/${name}`,
  async *entries() {
    for (const [i, number] of numbers.entries())
      yield await Promise.resolve({ row: i + 1, numbers: [number], tails: [] });
  },
});

const NEW_YORK = { group: 'America/New_York|', ringsUntil: START + HOUR, permit: '10:00-18:00' };
const REQUEST: ClaimRequest = {
  now: START,
  groups: [NEW_YORK],
  prefer: 'first',
  freeKeys: [],
  repeatAfterMs: 0,
  definition: 1,
};

describe('people on a list of the campaign', () => {
  test('are skipped before anything is ordered, with the name of the file', async () => {
    const session = await aRun(ledger, [aContact(1), aContact(2), aContact(3)]);
    const lists = [
      aList('left.csv', aContact(1).e164, '+12125550199'),
      aList('rivals.txt', aContact(1).e164, aContact(3).e164),
    ];
    expect(await suppress({ ledger, session }, lists, START)).toBe(2);
    expect((await ledger.counts(session.runId)).reasons).toEqual([
      { state: 'skipped', reason: onSuppressList('left.csv'), count: 1 },
      { state: 'skipped', reason: onSuppressList('rivals.txt'), count: 1 },
    ]);
    expect(await ledger.suppressFiles(session.runId)).toEqual(
      lists.map(({ name, path }) => ({ name, path, encoding: null })),
    );
  });

  test('are skipped at the next session when the list has grown', async () => {
    const session = await aRun(ledger, [aContact(1), aContact(2)]);
    await suppress({ ledger, session }, [aList('left.csv', aContact(1).e164)], START);
    const grown = aList('left.csv', aContact(1).e164, aContact(2).e164);
    await suppress({ ledger, session }, [grown], START);
    expect((await ledger.states(session.runId)).skipped).toBe(2);
  });

  test('are not tried again when their call is live: they are exhausted, not skipped', async () => {
    const session = await aRun(ledger, [aContact(1)]);
    const claim = await ledger.claim(session, REQUEST);
    const key = claim?.key ?? '';
    const now = START;
    await ledger.accepted(session, key, { source: 'post', providerId: 'p-1', now });
    await suppress({ ledger, session }, [aList('left.csv', aContact(1).e164)], START);
    expect((await ledger.states(session.runId)).calling).toBe(1);
    const view = {
      id: 'p-1',
      stage: 'over',
      status: 'completed',
      attempts: [],
      metadata: {},
    } as const;
    const decision = { to: 'pending', notBefore: now, reason: 'no_answer' } as const;
    const end = { now, view, outcome: 'no_answer', success: null, decision, lookAt: null } as const;
    await ledger.settle(session, key, end);
    expect(await ledger.claim(session, REQUEST)).toBeNull();
    expect((await ledger.counts(session.runId)).reasons).toEqual([
      {
        state: 'exhausted',
        reason: onSuppressList('left.csv'),
        count: 1,
      },
    ]);
  });
});

describe('the lists', () => {
  test('are those of the newest reading: who has left the list may be tried again', async () => {
    const session = await aRun(ledger, [aContact(1), aContact(2)]);
    await ledger.claim(session, REQUEST);
    await suppress({ ledger, session }, [aList('left.csv', aContact(1).e164)], START);
    expect(await suppress({ ledger, session }, [], START)).toBe(0);
    expect(await ledger.suppressFiles(session.runId)).toEqual([]);
    const back = { now: START, notBefore: START, reason: 'not sent' };
    const [open] = await ledger.unsettled(session.runId);
    await ledger.giveBack(session, open?.key ?? '', back);
    expect(await ledger.claim(session, { ...REQUEST, prefer: 'again' })).not.toBeNull();
  });

  test('leave nothing of many numbers that are in no run behind', async () => {
    const session = await aRun(ledger, [aContact(1)]);
    const strangers = Array.from({ length: 2_500 }, (_, i) => `+1305${String(5_550_000 + i)}`);
    const list = aList('left.csv', ...strangers, aContact(1).e164);
    expect(await suppress({ ledger, session }, [list], START)).toBe(1);
  });
});
