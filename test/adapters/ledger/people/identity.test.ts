import { storeReason } from '../../../../src/domain/run/reason.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClaimRequest } from '../../../../src/ports/ledger/queue.ts';
import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../../src/ports/session.ts';
import { aContact, aRun, feedAll, HOUR, memoryLedger, START } from '../../../app/world/setup.ts';
import { anAttempt, anOrder } from '../../../domain/order/builders.ts';

const GROUP = { group: 'America/New_York|', ringsUntil: START + HOUR, permit: '10:00-18:00' };
const REQUEST: ClaimRequest = {
  now: START,
  groups: [GROUP],
  prefer: 'first',
  freeKeys: [],
  repeatAfterMs: 24 * HOUR,
  definition: 1,
};
const BY = { who: 'ana', at: START, reason: null, source: 'a list' };

const MOBILE = '+5491123456789';
const SAME = '+541123456789';
const juan = (e164: string) => aContact(1, { e164 });

let ledger: SqliteLedger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

async function ended(session: Session, key: string): Promise<void> {
  const talk = { result: 'human', startedAt: START, answeredAt: START, endedAt: START + 1_000 };
  const attempt = anAttempt({ id: `a-${key}`, status: 'completed', ...talk });
  await ledger.settle(session, key, {
    now: START,
    view: anOrder({ id: `p-${key}`, attempts: [attempt] }),
    outcome: 'human',
    success: null,
    lookAt: null,
    decision: { to: 'reached', reason: 'human' },
  });
}

describe('two spellings of one phone', () => {
  test('are one contact of a run, in one file or in two, and what the row says is dialled', async () => {
    const session = await aRun(ledger, [juan(MOBILE)]);
    const file = {
      path: '/tmp/b.csv',
      name: 'b.csv',
      hash: 'b',
      delimiter: ',',
      headers: ['phone'],
    };
    const { fileId } = await ledger.beginFile(session, file, START);
    const row = { line: 2, cells: [SAME], onlyIfJoined: false, skip: null, problems: [] };
    const rows = [{ ...row, contact: juan(SAME) }];
    const fed = await ledger.feedRows(session, fileId, { rows, now: START });
    expect(fed).toMatchObject({ joined: 0, elsewhere: 1 });
    expect((await ledger.claim(session, REQUEST))?.e164).toBe(MOBILE);
    expect(await ledger.claim(session, REQUEST)).toBeNull();
  });

  test('have one id, whichever the run met first; a spelling that is corrected is dialled', async () => {
    const session = await aRun(ledger, [juan(SAME)]);
    const [before] = await ledger.lookUp('a-run', { by: 'number', e164: MOBILE });
    await feedAll(ledger, session, [juan(MOBILE)]);
    const claim = await ledger.claim(session, REQUEST);
    expect(claim?.e164).toBe(MOBILE);
    expect(claim?.contactId).toBe(before?.contactId);
    const other = memoryLedger();
    await aRun(other, [juan(MOBILE)]);
    const [found] = await other.lookUp('a-run', { by: 'number', e164: SAME });
    expect(found?.contactId).toBe(before?.contactId);
    other.close();
  });
});

describe('two spellings of one phone, in two runs,', () => {
  test('I3 have one open order in all runs, and rest together after one of another run', async () => {
    const first = await aRun(ledger, [juan(MOBILE)], 'first');
    const second = await aRun(ledger, [juan(SAME)], 'second');
    const claim = await ledger.claim(first, REQUEST);
    expect(await ledger.claim(second, REQUEST)).toBeNull();
    expect((await ledger.heldByOthers('second', Number.MAX_SAFE_INTEGER)).runs).toEqual(['first']);
    await ended(first, claim?.key ?? '');
    const later = { ...REQUEST, now: START + 2 * 60_000 };
    expect(await ledger.claim(second, later)).toBeNull();
    expect(await ledger.resting('second', START - 1)).toBe(1);
    const nextDay = { ...REQUEST, now: START + 25 * HOUR };
    expect((await ledger.claim(second, nextDay))?.e164).toBe(SAME);
  });

  test('I11 share their caps', async () => {
    const first = await aRun(ledger, [juan(MOBILE)], 'first');
    await ended(first, (await ledger.claim(first, REQUEST))?.key ?? '');
    const second = await aRun(ledger, [juan(SAME)], 'second');
    const limits = { caps: [{ max: 1, hours: 48, perSubject: false, by: 'test' }], rests: [] };
    const request = {
      ...REQUEST,
      now: START + HOUR,
      repeatAfterMs: 0,
      groups: [{ ...GROUP, ringsUntil: START + 2 * HOUR, limits }],
    };
    expect(await ledger.claim(second, request)).toBeNull();
    expect((await ledger.standing(SAME, { runId: null, at: START + HOUR })).past).toHaveLength(1);
  });
});

describe('a list of people not to be called', () => {
  test('has a phone once, and bars and lets go of every spelling of it', async () => {
    const session = await aRun(ledger, [juan(SAME), aContact(2)]);
    expect(await ledger.bar([MOBILE], BY)).toEqual({ added: 1, known: 0 });
    expect(await ledger.bar([SAME], BY)).toEqual({ added: 0, known: 1 });
    const [waiting] = await ledger.waiting('a-run', START);
    expect(waiting).toMatchObject({ people: 1, barred: 1 });
    expect((await ledger.claim(session, REQUEST))?.e164).toBe(aContact(2).e164);
    expect(await ledger.claim(session, REQUEST)).toBeNull();
    expect((await ledger.states('a-run')).skipped).toBe(1);
    expect((await ledger.barred()).map(({ e164 }) => e164)).toEqual([MOBILE]);
    expect(await ledger.unbar(SAME, BY)).toBe(true);
    expect(await ledger.barred()).toEqual([]);
  });

  test('stops an order at the gate that was claimed in another spelling before', async () => {
    const session = await aRun(ledger, [juan(SAME)]);
    const claim = await ledger.claim(session, REQUEST);
    await ledger.bar([MOBILE], BY);
    const look = { now: START, limits: { caps: [], rests: [] } };
    expect(await ledger.mayStart(session, claim?.key ?? '', look)).toBe(
      storeReason({ code: 'on_do_not_call' }),
    );
  });

  test('of a campaign marks every spelling', async () => {
    const session = await aRun(ledger, [juan(SAME)]);
    await ledger.beginSuppress(session, []);
    expect(await ledger.suppress(session, [MOBILE], { file: 'left.csv', now: START })).toBe(1);
    expect(await ledger.claim(session, REQUEST)).toBeNull();
  });
});
