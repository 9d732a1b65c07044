import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { suppress } from '../../../../src/app/people/suppress.ts';
import { storeReason } from '../../../../src/domain/run/reason.ts';
import { reasonText, textOf } from '../../../../src/domain/run/text/reason-text.ts';
import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../../src/ports/session.ts';
import {
  aContact,
  aRun,
  feedAll,
  memoryLedger,
  NEW_YORK_CLAIM,
  START,
} from '../../../app/world/setup.ts';

const LIMITS = { caps: [{ max: 1, hours: 24, perSubject: false, by: 'US' }], rests: [] };
const BY = { who: 'ana', at: START, reason: null, source: 'by hand' };
const OFFICE = '+12125550190';
/** She is called on her own phone, and has another at work. */
const ANA = aContact(1, { otherNumbers: [OFFICE] });
const BARRED = textOf({
  code: 'other_number_barred',
  because: storeReason({ code: 'on_do_not_call' }),
});

let ledger: SqliteLedger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

async function standingOfAna(session: Session): Promise<readonly (string | null)[]> {
  const [found] = await ledger.lookUp(session.runId, { by: 'number', e164: ANA.e164 });
  const person = await ledger.person(session.runId, found?.contactId ?? '');
  const { state, reason } = person?.contact ?? { state: null, reason: null };
  return [state, reason === null ? null : reasonText(reason)];
}

describe('another number of the same person', () => {
  test('on the do-not-call list keeps her from a claim, and an order of hers from leaving', async () => {
    const session = await aRun(ledger, [ANA]);
    const claim = await ledger.claim(session, NEW_YORK_CLAIM);
    await ledger.bar([OFFICE], BY);
    const look = { now: START, limits: { caps: [], rests: [] } };
    const refused = await ledger.mayStart(session, claim?.key ?? '', look);
    expect(reasonText(refused ?? '')).toBe(BARRED);
    await ledger.giveBack(session, claim?.key ?? '', {
      now: START,
      notBefore: START,
      reason: 'not sent',
    });
    expect(await ledger.claim(session, { ...NEW_YORK_CLAIM, prefer: 'again' })).toBeNull();
    expect(await standingOfAna(session)).toEqual(['skipped', BARRED]);
  });

  test('is looked at when a session begins, and she waits again once nothing bars it', async () => {
    const session = await aRun(ledger, [ANA]);
    await ledger.bar([OFFICE], BY);
    await suppress({ ledger, session }, [], START);
    expect(await standingOfAna(session)).toEqual(['skipped', BARRED]);
    await ledger.unbar(OFFICE, BY);
    await suppress({ ledger, session }, [], START);
    expect(await standingOfAna(session)).toEqual(['pending', null]);
  });

  test('on a list of the campaign marks her', async () => {
    const session = await aRun(ledger, [ANA]);
    const list = {
      name: 'left.csv',
      path: '/left.csv',
      async *entries() {
        yield await Promise.resolve({ row: 1, numbers: [OFFICE], tails: [] });
      },
    };
    expect(await suppress({ ledger, session }, [list], START)).toBe(1);
    expect((await standingOfAna(session))[0]).toBe('skipped');
  });
});

describe('a call to a person with several numbers', () => {
  test('bars all of them when she asks not to be called again', async () => {
    const session = await aRun(ledger, [ANA]);
    const claim = await ledger.claim(session, NEW_YORK_CLAIM);
    await ledger.accepted(session, claim?.key ?? '', {
      source: 'post',
      providerId: 'p-1',
      now: START,
    });
    await ledger.settle(session, claim?.key ?? '', {
      now: START,
      view: { stage: 'over', status: 'completed', attempts: [] } as never,
      outcome: 'human',
      success: null,
      lookAt: null,
      decision: { to: 'reached', reason: 'human' },
      optOut: { who: 'the call', at: START, reason: null, source: 'opt_out' },
    });
    const barred = await ledger.barred();
    expect(barred.map(({ e164 }) => e164).sort()).toEqual([ANA.e164, OFFICE].sort());
  });

  test('to one of them counts in her caps, and while it may ring she waits', async () => {
    const office = aContact(2, { e164: OFFICE });
    const first = await aRun(ledger, [office]);
    const claim = await ledger.claim(first, NEW_YORK_CLAIM);
    expect(claim?.e164).toBe(OFFICE);
    await feedAll(ledger, first, [office, ANA]);
    const group = {
      ...NEW_YORK_CLAIM.groups[0],
      limits: LIMITS,
    } as (typeof NEW_YORK_CLAIM.groups)[number];
    expect(await ledger.claim(first, { ...NEW_YORK_CLAIM, groups: [group] })).toBeNull();
    const [state] = await standingOfAna(first);
    expect(state).toBe('pending');
  });
});
