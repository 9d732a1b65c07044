import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewContact } from '../../../src/domain/contact/contact.ts';
import type { ClaimRequest, Ledger, Session } from '../../../src/ports/ledger.ts';
import { aContact, DAY, HOUR, memoryLedger, START } from '../../app/setup.ts';

const GROUP = { group: 'America/New_York|', ringsUntil: START + HOUR, permit: '10:00-18:00' };
const HUMAN = { to: 'reached', notBefore: null, reason: 'a human was reached' } as const;

let ledger: Ledger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

async function aRun(id: string, contacts: readonly NewContact[]): Promise<Session> {
  const made = { id, name: id, label: null, releases: 'r', fingerprint: null, seed: null };
  await ledger.createRun({ ...made, now: START });
  const session = await ledger.beginSession(id, START);
  await ledger.saveDefinition(session, 'name: x', START);
  const facts = { path: `/${id}.csv`, name: id, hash: id, delimiter: ',', headers: ['phone'] };
  const { fileId } = await ledger.beginFile(session, facts, START);
  const rows = contacts.map((contact, i) => ({
    line: i + 2,
    cells: [contact.e164],
    contact,
    onlyIfJoined: false,
    skip: null,
    problems: [],
  }));
  await ledger.feedRows(session, fileId, { rows, now: START });
  await ledger.endFile(session, fileId, START);
  return session;
}

const request = (more: Partial<ClaimRequest>): ClaimRequest => ({
  now: START,
  groups: [GROUP],
  prefer: 'first',
  freeKeys: [],
  repeatAfterMs: 0,
  definition: 1,
  ...more,
});

/** Everybody who waits in the run is called and reached at this moment. */
async function reachAll(session: Session, now: number): Promise<void> {
  for (;;) {
    const claim = await ledger.claim(session, request({ now }));
    if (claim === null) return;
    const view = { id: claim.key, status: 'completed', attempts: [], metadata: {} };
    const end = { now, view, outcome: 'human', success: true, lookAt: null } as const;
    await ledger.settle(session, claim.key, { ...end, decision: HUMAN });
  }
}

const claimed = async (session: Session, more: Partial<ClaimRequest>): Promise<string | null> =>
  (await ledger.claim(session, request(more)))?.e164 ?? null;

describe('people whom another run has reached', () => {
  test('are left out before anybody is called, and wait again once it is said', async () => {
    await reachAll(await aRun('first', [aContact(1)]), START);
    const second = await aRun('second', [aContact(1), aContact(2)]);
    const at = { since: START - DAY, now: START + HOUR };
    expect(await ledger.leaveReached(second, at)).toBe(1);
    expect((await ledger.counts('second')).reasons).toEqual([
      {
        state: 'skipped',
        reason: expect.stringContaining('"reached_by_other_run"') as string,
        count: 1,
      },
    ]);
    await ledger.callReachedAgain(second, START + HOUR);
    await ledger.freeReached(second, START + HOUR);
    expect(await ledger.leaveReached(second, at)).toBe(0);
    expect((await ledger.states('second')).pending).toBe(2);
  });

  test('are not claimed either where the other run reached them while this one ran', async () => {
    const first = await aRun('first', [aContact(1)]);
    const second = await aRun('second', [aContact(1)]);
    const at = { since: START - DAY, now: START };
    expect(await ledger.leaveReached(second, at)).toBe(0);
    await reachAll(first, START);
    expect(await claimed(second, { now: START + HOUR, reachedSince: START - DAY })).toBeNull();
    expect((await ledger.states('second')).skipped).toBe(1);
  });

  test('are left out by any number of their row', async () => {
    await reachAll(await aRun('first', [aContact(1)]), START);
    const otherPhone = { ...aContact(2), otherNumbers: [aContact(1).e164] };
    const second = await aRun('second', [otherPhone]);
    const at = { since: START - DAY, now: START };
    expect(await ledger.leaveReached(second, at)).toBe(1);
  });

  test('count from a moment on, and not at all where another word decides', async () => {
    await reachAll(await aRun('first', [aContact(1)]), START);
    const second = await aRun('second', [aContact(1)]);
    const now = START + 31 * DAY;
    expect(await ledger.leaveReached(second, { since: START, now })).toBe(0);
    expect(await ledger.leaveReached(second, { since: null, now })).toBe(0);
    expect(await claimed(second, { now, reachedSince: null })).toBe(aContact(1).e164);
  });
});
