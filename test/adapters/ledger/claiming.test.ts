import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Claim, ClaimRequest } from '../../../src/ports/ledger/queue.ts';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../src/ports/session.ts';
import { aContact, aRun, HOUR, memoryLedger, MINUTE, START } from '../../app/world/setup.ts';

const NEW_YORK = { group: 'America/New_York|', ringsUntil: START + HOUR, permit: '10:00-18:00' };
const DENVER = { group: 'America/Denver|', ringsUntil: START + 3 * HOUR, permit: '10:00-18:00' };
const inDenver = { zones: ['America/Denver'], group: DENVER.group };

let ledger: SqliteLedger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

const request = (change: Partial<ClaimRequest> = {}): ClaimRequest => ({
  now: START,
  groups: [NEW_YORK, DENVER],
  prefer: 'first',
  freeKeys: [],
  repeatAfterMs: 24 * HOUR,
  definition: 1,
  ...change,
});

async function claimAll(session: Session, change: Partial<ClaimRequest> = {}): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (;;) {
    const claim = await ledger.claim(session, request(change));
    if (claim === null) return claims;
    claims.push(claim);
  }
}

const numbers = (claims: readonly Claim[]): string[] => claims.map((claim) => claim.e164.slice(-3));

describe('claiming', () => {
  test('I1 a claim is an order in the ledger, open, with its key and its fence', async () => {
    const session = await aRun(ledger, [aContact(1)]);
    const claim = await ledger.claim(session, request());
    expect(claim).toMatchObject({ nth: 1, ringsUntil: NEW_YORK.ringsUntil, providerId: null });
    const [stored] = await ledger.unsettled(session.runId);
    expect(stored).toMatchObject({ key: claim?.key, state: 'placing' });
    expect((await ledger.states(session.runId)).placing).toBe(1);
  });

  test('I2 the same run, number and count make the same key in another ledger', async () => {
    const first = await ledger.claim(await aRun(ledger, [aContact(1)]), request());
    const other = memoryLedger();
    const second = await other.claim(await aRun(other, [aContact(7), aContact(1)]), request());
    const third = await other.claim({ runId: 'a-run', epoch: 1 }, request());
    expect([second?.key, third?.key]).toContain(first?.key);
    other.close();
  });

  test('the group that closes soonest comes first, then priority, then file order', async () => {
    const session = await aRun(ledger, [
      aContact(1, inDenver),
      aContact(2),
      aContact(3, { priority: 5 }),
      aContact(4),
    ]);
    expect(numbers(await claimAll(session))).toEqual(['103', '102', '104', '101']);
  });
});

describe('what is due', () => {
  test('only groups that were named as open are looked at', async () => {
    const session = await aRun(ledger, [aContact(1, inDenver), aContact(2)]);
    expect(numbers(await claimAll(session, { groups: [DENVER] }))).toEqual(['101']);
  });

  test('a contact is not due before its moment', async () => {
    const session = await aRun(ledger, [aContact(1, { notBefore: START + MINUTE })]);
    expect(await ledger.claim(session, request())).toBeNull();
    expect((await ledger.horizon(session.runId, [NEW_YORK.group])).nextNotBefore).toBe(
      START + MINUTE,
    );
    expect(await ledger.claim(session, request({ now: START + MINUTE }))).not.toBeNull();
  });

  test('a full key does not block the others', async () => {
    const session = await aRun(ledger, [
      aContact(1, { concurrencyKey: 'red' }),
      aContact(2, { concurrencyKey: 'blue' }),
      aContact(3),
    ]);
    expect(numbers(await claimAll(session, { freeKeys: ['blue'] }))).toEqual(['102', '103']);
  });
});

describe('claiming under limits', () => {
  test('I3 a number with an open order of another run waits, and the reason says so', async () => {
    const first = await aRun(ledger, [aContact(1)], 'first-run');
    await ledger.claim(first, request());
    const second = await aRun(ledger, [aContact(1), aContact(2)], 'second-run');
    expect(numbers(await claimAll(second))).toEqual(['102']);
    const { nextNotBefore } = await ledger.horizon(second.runId, [NEW_YORK.group]);
    expect(nextNotBefore).toBe(START + MINUTE);
  });

  test('a number that another run ordered lately waits until repeat_after is over', async () => {
    const first = await aRun(ledger, [aContact(1)], 'first-run');
    const claim = await ledger.claim(first, request());
    await ledger.fail(first, claim?.key ?? '', { reason: 'refused', now: START });
    const second = await aRun(ledger, [aContact(1)], 'second-run');
    // A withdrawn order never was with the provider: it holds nobody.
    expect(await ledger.claim(second, request())).not.toBeNull();
    const third = await aRun(ledger, [aContact(1)], 'third-run');
    expect(await ledger.claim(third, request({ now: START + HOUR }))).toBeNull();
  });

  test('contacts to be tried again get one line in four when both are due', async () => {
    const session = await aRun(ledger, [aContact(1), aContact(2)]);
    const claim = await ledger.claim(session, request());
    const back = { now: START, notBefore: START, reason: 'not sent' };
    await ledger.giveBack(session, claim?.key ?? '', back);
    const again = await ledger.claim(session, request({ prefer: 'again' }));
    expect(again).toMatchObject({ e164: claim?.e164, nth: 2 });
  });

  test('a session that has been replaced may not claim, give back or settle', async () => {
    const old = await aRun(ledger, [aContact(1), aContact(2)]);
    const claim = await ledger.claim(old, request());
    await ledger.beginSession(old.runId, START);
    const now = START;
    const key = claim?.key ?? '';
    await expect(ledger.claim(old, request())).rejects.toThrow('has been replaced');
    const back = ledger.giveBack(old, key, { now, notBefore: now, reason: 'x' });
    await expect(back).rejects.toThrow('has been replaced');
    // Evidence is appended no matter who brings it.
    await ledger.evidence(key, { source: 'post', providerId: 'p-1', raw: null, now });
  });
});
