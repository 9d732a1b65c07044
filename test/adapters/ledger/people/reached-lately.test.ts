import { storeReason } from '../../../../src/domain/run/reason.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClaimRequest } from '../../../../src/ports/ledger/queue.ts';
import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../../src/ports/session.ts';
import {
  aContact,
  aRun,
  DAY,
  HOUR,
  memoryLedger,
  NEW_YORK_CLAIM,
  START,
} from '../../../app/world/setup.ts';

const HUMAN = {
  to: 'reached',
  notBefore: null,
  reason: storeReason({ code: 'human_reached' }),
} as const;

let ledger: SqliteLedger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

/** Everybody who waits in the run is called and reached at this moment. */
async function reachAll(session: Session, now: number): Promise<void> {
  for (;;) {
    const claim = await ledger.claim(session, { ...NEW_YORK_CLAIM, now });
    if (claim === null) return;
    const view = {
      id: claim.key,
      stage: 'over',
      status: 'completed',
      attempts: [],
      metadata: {},
    } as const;
    const end = { now, view, outcome: 'human', success: true, lookAt: null } as const;
    await ledger.settle(session, claim.key, { ...end, decision: HUMAN });
  }
}

const claimed = async (session: Session, more: Partial<ClaimRequest>): Promise<string | null> =>
  (await ledger.claim(session, { ...NEW_YORK_CLAIM, ...more }))?.e164 ?? null;

describe('people whom another run has reached', () => {
  test('are left out before anybody is called, and wait again once it is said', async () => {
    await reachAll(await aRun(ledger, [aContact(1)], 'first'), START);
    const second = await aRun(ledger, [aContact(1), aContact(2)], 'second');
    const at = { since: START - DAY, now: START + HOUR };
    expect(await ledger.leaveReached(second, at)).toBe(1);
    await ledger.freeReached(second, at);
    expect((await ledger.counts('second')).reasons).toEqual([
      {
        state: 'skipped',
        reason: expect.stringContaining('"reached_by_other_run"') as string,
        count: 1,
      },
    ]);
    await ledger.callReachedAgain(second, START + HOUR);
    await ledger.freeReached(second, at);
    expect(await ledger.leaveReached(second, at)).toBe(0);
    expect((await ledger.states('second')).pending).toBe(2);
  });

  test('are not claimed either where the other run reached them while this one ran', async () => {
    const first = await aRun(ledger, [aContact(1)], 'first');
    const second = await aRun(ledger, [aContact(1)], 'second');
    const at = { since: START - DAY, now: START };
    expect(await ledger.leaveReached(second, at)).toBe(0);
    await reachAll(first, START);
    expect(await claimed(second, { now: START + HOUR, reachedSince: START - DAY })).toBeNull();
    expect((await ledger.states('second')).skipped).toBe(1);
  });

  test('are left out by any number of their row', async () => {
    await reachAll(await aRun(ledger, [aContact(1)], 'first'), START);
    const otherPhone = { ...aContact(2), otherNumbers: [aContact(1).e164] };
    const second = await aRun(ledger, [otherPhone], 'second');
    const at = { since: START - DAY, now: START };
    expect(await ledger.leaveReached(second, at)).toBe(1);
  });

  test('count from a moment on, and not at all where another word decides', async () => {
    await reachAll(await aRun(ledger, [aContact(1)], 'first'), START);
    const second = await aRun(ledger, [aContact(1)], 'second');
    const now = START + 31 * DAY;
    expect(await ledger.leaveReached(second, { since: START, now })).toBe(0);
    expect(await ledger.leaveReached(second, { since: null, now })).toBe(0);
    expect(await claimed(second, { now, reachedSince: null })).toBe(aContact(1).e164);
  });
});
