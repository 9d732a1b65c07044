import { storeReason } from '../../../src/domain/run/reason.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_LIMITS } from '../../../src/domain/law/limits.ts';
import type { Claim, ClaimRequest } from '../../../src/ports/ledger/queue.ts';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../src/ports/session.ts';
import type { NewRequest } from '../../../src/ports/ledger/requests.ts';
import { aContact, aRun, HOUR, memoryLedger, START } from '../../app/world/setup.ts';

const GROUP = { group: 'America/New_York|', ringsUntil: START + HOUR, permit: '10:00-18:00' };
const REQUEST: ClaimRequest = {
  now: START,
  groups: [GROUP],
  prefer: 'first',
  freeKeys: [],
  repeatAfterMs: 24 * HOUR,
  definition: 1,
};
const ANA = { who: 'ana', at: START, reason: 'lunch' };

let ledger: SqliteLedger;
let session: Session;
beforeEach(async () => {
  ledger = memoryLedger();
  session = await aRun(ledger, [aContact(1), aContact(2), aContact(3)]);
});
afterEach(() => {
  ledger.close();
});

const look = (now = START) => ({ now, limits: NO_LIMITS });

const ask = (kind: NewRequest['kind'], change: Partial<NewRequest> = {}): Promise<number> =>
  ledger.ask({ ...ANA, runId: 'a-run', contactId: null, hangUp: false, kind, ...change });

async function claimed(change: Partial<ClaimRequest> = {}): Promise<Claim> {
  const claim = await ledger.claim(session, { ...REQUEST, ...change });
  if (claim === null) throw new Error('nobody was due');
  return claim;
}

describe('pause and resume', () => {
  test('I10 from the pause on nobody is claimed, and from the resume on they are again', async () => {
    await ask('pause');
    expect(await ledger.claim(session, REQUEST)).toBeNull();
    expect((await ledger.control('a-run')).paused).toEqual(ANA);
    await ask('resume');
    expect((await ledger.control('a-run')).paused).toBeNull();
    expect(await ledger.claim(session, REQUEST)).not.toBeNull();
  });

  test('the newest word counts', async () => {
    await ask('resume');
    await ask('pause');
    await ask('pause', { who: 'bo' });
    expect((await ledger.control('a-run')).paused?.who).toBe('bo');
  });

  test('the pause of one run is none of another', async () => {
    await ask('pause');
    const other = await aRun(ledger, [aContact(9)], 'other-run');
    expect(await ledger.claim(other, REQUEST)).not.toBeNull();
  });
});

describe('the last look before an order leaves', () => {
  test('I10 a pause or a cancel after the claim is seen', async () => {
    const { key } = await claimed();
    expect(await ledger.mayStart(session, key, look())).toBeNull();
    await ask('pause');
    expect(await ledger.mayStart(session, key, look())).toBe(storeReason({ code: 'run_paused' }));
    await ask('resume');
    expect(await ledger.mayStart(session, key, look())).toBeNull();
    await ask('cancel');
    expect(await ledger.mayStart(session, key, look())).toBe(
      storeReason({ code: 'run_cancelled' }),
    );
  });

  test('I10 a number that was put on the do-not-call list after the claim is seen', async () => {
    const { key, e164 } = await claimed();
    await ledger.bar([e164], { ...ANA, source: 'x' });
    expect(await ledger.mayStart(session, key, look())).toBe(
      storeReason({ code: 'on_do_not_call' }),
    );
  });

  test('I4 so are the end of the fence, another session, and an order that waits no more', async () => {
    const { key } = await claimed();
    expect(await ledger.mayStart(session, key, look(GROUP.ringsUntil))).toBe(
      storeReason({ code: 'window_closed' }),
    );
    const now = START;
    await ledger.accepted(session, key, { source: 'post', providerId: 'p-1', now });
    expect(await ledger.mayStart(session, key, look())).toBe(
      storeReason({ code: 'order_in_state', state: 'calling' }),
    );
    const second = await claimed();
    await ledger.beginSession('a-run', START);
    expect(await ledger.mayStart(session, second.key, look())).toBe(
      storeReason({ code: 'another_session' }),
    );
    expect(await ledger.mayStart(session, 'nonsense', look())).toBe(
      storeReason({ code: 'order_not_in_ledger' }),
    );
  });
});

describe('cancel', () => {
  test('anyone who waits is cancelled with the reason; what is open stays to be ended', async () => {
    await claimed();
    await ask('cancel');
    expect(await ledger.claim(session, REQUEST)).toBeNull();
    const why = { reason: storeReason({ code: 'cancelled_by', said: '', who: 'ana' }), now: START };
    expect(await ledger.cancelWaiting(session, why)).toBe(2);
    const states = await ledger.states('a-run');
    expect(states).toMatchObject({ cancelled: 2, placing: 1, pending: 0 });
  });

  test('asked again with hang-up it says more, and it is never taken back', async () => {
    await ask('cancel');
    expect((await ledger.control('a-run')).cancelled?.hangUp).toBe(false);
    await ask('cancel', { hangUp: true });
    await ask('resume');
    expect((await ledger.control('a-run')).cancelled).toEqual({ ...ANA, hangUp: true });
  });

  test('only the current session cancels', async () => {
    await ledger.beginSession('a-run', START);
    const late = ledger.cancelWaiting(session, { reason: 'x', now: START });
    await expect(late).rejects.toThrow('has been replaced');
  });
});
