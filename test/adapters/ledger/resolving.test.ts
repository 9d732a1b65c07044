import { storeReason } from '../../../src/domain/run/reason.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carryOut } from '../../../src/app/dispatch/resolve.ts';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../src/ports/session.ts';
import type { ResolveKind } from '../../../src/ports/ledger/requests.ts';
import { aCampaign } from '../../app/world/world.ts';
import {
  aContact,
  claimAfterLook,
  aRun,
  HOUR,
  memoryLedger,
  MINUTE,
  NEW_YORK_CLAIM,
  START,
} from '../../app/world/setup.ts';

const GROUP = { group: 'America/New_York|', ringsUntil: START + HOUR, permit: '10:00-18:00' };
const LATER = START + 2 * HOUR;

let ledger: SqliteLedger;
let session: Session;
let key: string;
let contactId: string;
beforeEach(async () => {
  ledger = memoryLedger();
  session = await aRun(ledger, [aContact(1)]);
  const claim = await ledger.claim(session, NEW_YORK_CLAIM);
  key = claim?.key ?? '';
  contactId = claim?.contactId ?? '';
  await ledger.uncertain(session, key, { reason: 'the line went dead', now: START + MINUTE });
});
afterEach(() => {
  ledger.close();
});

const say = (kind: ResolveKind, reason: string | null = null): Promise<number> => {
  const by = { who: 'ana', at: START, reason };
  return ledger.ask({ ...by, runId: 'a-run', contactId, hangUp: false, kind });
};
const carry = (now: number, change: Record<string, unknown> = {}): Promise<number> =>
  carryOut({ ledger, session, campaign: aCampaign(change) }, now);
const person = async () => {
  const found = await ledger.person('a-run', contactId);
  if (found === null) throw new Error('no such person');
  return found;
};

describe('who needs a decision', () => {
  test('is listed with row, number, order, since when and until when it may ring', async () => {
    expect(await ledger.uncertainContacts('a-run')).toEqual([
      {
        contactId,
        e164: aContact(1).e164,
        key,
        since: START + MINUTE,
        ringsUntil: START + HOUR,
        reason: 'the line went dead',
        file: 'a.csv',
        line: 2,
      },
    ]);
  });

  test('I6 is not claimed while nobody has decided', async () => {
    expect(await ledger.claim(session, { ...NEW_YORK_CLAIM, now: LATER })).toBeNull();
    expect(await carry(LATER)).toBe(0);
  });
});

describe('it rang', () => {
  test('I11 it counts as an attempt, and the person is done with', async () => {
    await say('rang', 'she told us');
    expect(await carry(LATER)).toBe(1);
    const { contact, orders } = await person();
    expect(contact).toMatchObject({
      state: 'exhausted',
      outcome: 'answered_unknown',
      reason: storeReason({ code: 'resolved', who: 'ana', word: 'rang', said: 'she told us' }),
    });
    expect(orders).toMatchObject([{ key, state: 'settled', outcome: 'answered_unknown' }]);
    expect(orders[0]?.attempts).toHaveLength(1);
  });

  test('a campaign that calls again after such an outcome does so, up to the cap', async () => {
    await say('rang');
    await carry(LATER, { outcomes: { answered_unknown: 'again' } });
    expect((await person()).contact.state).toBe('pending');
    const again = await claimAfterLook(ledger, session, {
      ...NEW_YORK_CLAIM,
      now: LATER + 24 * HOUR,
    });
    expect(again?.nth).toBe(2);
    expect((await ledger.history(again?.key ?? '')).attempts).toBe(1);
  });
});

describe('it did not ring, or call again', () => {
  test('who was not rung waits again, but not before the order can no longer ring', async () => {
    await say('not_rung');
    await carry(START + 2 * MINUTE);
    const { contact, orders } = await person();
    expect(contact).toMatchObject({ state: 'pending', notBefore: GROUP.ringsUntil });
    expect(orders).toMatchObject([{ state: 'withdrawn', attempts: [] }]);
  });

  test('I2 calling again is another order with another key; the first one counts', async () => {
    await say('again', 'the owner insists');
    await carry(LATER);
    const again = await claimAfterLook(ledger, session, { ...NEW_YORK_CLAIM, now: LATER });
    expect(again).toMatchObject({ nth: 2, contactId });
    expect(again?.key).not.toBe(key);
    expect((await ledger.history(again?.key ?? '')).attempts).toBe(1);
    expect((await person()).changes.map((change) => change.reason)).toContain(
      storeReason({ code: 'resolved', who: 'ana', word: 'again', said: 'the owner insists' }),
    );
  });
});

describe('each decision', () => {
  test('is carried out once, and kept with who, why and what came of it', async () => {
    await say('not_rung');
    await say('rang');
    expect(await carry(LATER)).toBe(1);
    expect(await carry(LATER)).toBe(0);
    const { requests } = await person();
    expect(requests.map((one) => [one.kind, one.who, one.done?.what])).toEqual([
      ['not_rung', 'ana', `order ${key}: the contact is pending`],
      ['rang', 'ana', 'nothing: it was not uncertain any more'],
    ]);
  });

  test('I6 comes too late when evidence was faster', async () => {
    await say('again', 'x');
    await ledger.accepted(session, key, { source: 'search', providerId: 'p-1', now: LATER });
    expect(await carry(LATER)).toBe(0);
    expect((await person()).contact.state).toBe('calling');
  });

  test('I8 is made by the current session alone', async () => {
    await say('rang');
    await ledger.beginSession('a-run', LATER);
    await expect(carry(LATER)).rejects.toThrow('has been replaced');
  });
});
