import { storeReason } from '../../../src/domain/run/reason.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Limits } from '../../../src/domain/law/limits.ts';
import type { AttemptView, OrderView, Stage } from '../../../src/domain/order/view.ts';
import type { Claim, ClaimRequest } from '../../../src/ports/ledger/queue.ts';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../src/ports/session.ts';
import {
  aContact,
  aRun,
  claimAfterLook,
  DAY,
  HOUR,
  memoryLedger,
  MINUTE,
  START,
} from '../../app/world/setup.ts';
import { anAttempt, anOrder } from '../../domain/order/builders.ts';

const REST = { hours: null, perSubject: true, by: 'AE' };
const TWICE: Limits = {
  caps: [{ max: 2, hours: 24, perSubject: false, by: 'US-FL' }],
  rests: [],
};
const FOR_EVER: Limits = { caps: [], rests: [{ ...REST, after: 'refusal' }] };

let ledger: SqliteLedger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

const claim = (
  session: Session,
  now: number,
  change: { limits?: Limits; subject?: string } = {},
): Promise<Claim | null> => {
  const group = { group: 'America/New_York|', ringsUntil: now + HOUR, permit: '10:00-18:00' };
  const request: ClaimRequest = {
    now,
    groups: [{ ...group, limits: change.limits ?? TWICE }],
    prefer: 'first',
    freeKeys: [],
    repeatAfterMs: 0,
    definition: 1,
    subject: change.subject,
  };
  return claimAfterLook(ledger, session, request);
};

/** The order rang at these moments, and nobody was reached; the person is to be tried again at once. */
const rang = (
  session: Session,
  order: Claim | null,
  attempts: readonly Partial<AttemptView>[],
): Promise<void> => ended(session, order, { stage: 'over', attempts });

async function ended(
  session: Session,
  order: Claim | null,
  how: { stage: Stage; attempts: readonly Partial<AttemptView>[] },
): Promise<void> {
  const { stage, attempts } = how;
  const key = order?.key ?? 'nobody was due';
  const views = attempts.map((attempt, i) =>
    anAttempt({ id: `${key}-${i}`, status: 'completed', dialError: 'no_answer', ...attempt }),
  );
  const view: OrderView = anOrder({ id: key, stage, attempts: views });
  const now = order?.orderedAt ?? 0;
  const outcome = views[0]?.result === 'human' ? 'human' : 'no_answer';
  const decision = { to: 'pending', notBefore: now, reason: 'no_answer' } as const;
  const end = { now, view, outcome, success: null, decision, lookAt: null } as const;
  await ledger.settle(session, key, { ...end, refused: outcome === 'human' ? true : null });
}

const contactOf = async (session: Session, nth = 1) => {
  const [found] = await ledger.lookUp(session.runId, { by: 'number', e164: aContact(nth).e164 });
  return (await ledger.person(session.runId, found?.contactId ?? ''))?.contact;
};

describe('I11 the cap of a person', () => {
  test('holds across the runs of a ledger, and becomes the moment before which nobody calls', async () => {
    const first = await aRun(ledger, [aContact(1)], 'first-run');
    await rang(first, await claim(first, START), [{ startedAt: START + MINUTE }]);
    const second = await aRun(ledger, [aContact(1)], 'second-run');
    await rang(second, await claim(second, START + HOUR), [{ startedAt: START + HOUR }]);
    expect(await claim(second, START + 2 * HOUR)).toBeNull();
    expect(await contactOf(second)).toMatchObject({
      state: 'pending',
      notBefore: START + MINUTE + DAY,
      reason: storeReason({ code: 'cap', by: 'US-FL', hours: 24, max: 2, per_subject: false }),
    });
    expect(await claim(second, START + MINUTE + DAY - 1)).toBeNull();
    expect(await claim(second, START + MINUTE + DAY)).not.toBeNull();
  });

  test('counts every attempt of an order: the provider’s own too', async () => {
    const session = await aRun(ledger, [aContact(1)]);
    const moments = [START, START + MINUTE].map((startedAt) => ({ startedAt }));
    await rang(session, await claim(session, START), moments);
    expect(await claim(session, START + HOUR)).toBeNull();
    expect((await contactOf(session))?.notBefore).toBe(START + DAY);
  });

  test('I6 counts an order that may have rung, until the last moment at which it could', async () => {
    const first = await aRun(ledger, [aContact(1)], 'first-run');
    await rang(first, await claim(first, START), [{ startedAt: START }]);
    const doubtful = await claim(first, START + 2 * HOUR);
    await ledger.uncertain(first, doubtful?.key ?? '', { reason: 'no answer', now: START });
    const second = await aRun(ledger, [aContact(1)], 'second-run');
    // Its fence ends at three hours; what else holds the number until then is no cap.
    expect(await claim(second, START + 4 * HOUR)).toBeNull();
    expect((await contactOf(second))?.notBefore).toBe(START + DAY);
    expect(await claim(second, START + DAY)).not.toBeNull();
  });
});

describe('the cap of a person', () => {
  test('does not count an order that never rang, or was certainly not placed', async () => {
    const session = await aRun(ledger, [aContact(1)]);
    for (const hour of [0, 1, 2, 3]) {
      const order = await claim(session, START + hour * HOUR);
      if (hour % 2 === 0) await ended(session, order, { stage: 'cancelled', attempts: [] });
      else {
        const now = START + hour * HOUR;
        await ledger.giveBack(session, order?.key ?? '', { now, notBefore: now, reason: 'x' });
      }
    }
    expect(await claim(session, START + 4 * HOUR)).not.toBeNull();
  });

  test('counts an order that is over and shows no attempt: it may have rung until then', async () => {
    const session = await aRun(ledger, [aContact(1)]);
    await ended(session, await claim(session, START), { stage: 'over', attempts: [] });
    await rang(session, await claim(session, START + HOUR), [{ startedAt: START + HOUR }]);
    expect(await claim(session, START + DAY - 1)).toBeNull();
    expect(await claim(session, START + DAY)).not.toBeNull();
  });

  test('counts it once when the attempt shows later', async () => {
    const session = await aRun(ledger, [aContact(1)]);
    const order = await claim(session, START);
    await rang(session, order, []);
    const key = order?.key ?? '';
    const attempts = [anAttempt({ id: 'late', status: 'completed', startedAt: START })];
    const nothing = { success: null, refused: null, optOut: null, afterLate: null, lookAt: null };
    const view = anOrder({ id: key, stage: 'over', attempts });
    await ledger.fill(session, key, { ...nothing, now: START, view, outcome: 'no_answer' });
    expect(await claim(session, START + HOUR)).not.toBeNull();
  });

  test('of one person holds nobody else', async () => {
    const session = await aRun(ledger, [aContact(1), aContact(2)]);
    const moments = [START, START].map((startedAt) => ({ startedAt }));
    await rang(session, await claim(session, START), moments);
    expect((await claim(session, START + HOUR))?.e164).toBe(aContact(2).e164);
    expect((await ledger.counts(session.runId)).reasons).toEqual([]);
    expect(await claim(session, START + HOUR)).toBeNull();
    expect((await ledger.counts(session.runId)).reasons).toEqual([
      {
        state: 'pending',
        reason: storeReason({ code: 'cap', by: 'US-FL', hours: 24, max: 2, per_subject: false }),
        count: 1,
      },
    ]);
  });
});

describe('I11 the gate', () => {
  test('asks again: an attempt that was recorded after the claim counts', async () => {
    const first = await aRun(ledger, [aContact(1)], 'first-run');
    await rang(first, await claim(first, START), [{ startedAt: START }]);
    const order = await claim(first, START + HOUR);
    const key = order?.key ?? '';
    const look = { now: START + HOUR, limits: TWICE };
    expect(await ledger.mayStart(first, key, look)).toBeNull();
    const strict = {
      ...look,
      limits: { ...TWICE, caps: [{ max: 1, hours: 24, perSubject: false, by: 'CO' }] },
    };
    expect(await ledger.mayStart(first, key, strict)).toBe(
      storeReason({ code: 'cap', by: 'CO', hours: 24, max: 1, per_subject: false }),
    );
  });
});

describe('who is never to be called again', () => {
  const human = { startedAt: START, answeredAt: START, endedAt: START + MINUTE, result: 'human' };

  test('is skipped by another campaign on the subject, and exhausted by the same', async () => {
    const cars = { limits: FOR_EVER, subject: 'cars' };
    const first = await aRun(ledger, [aContact(1)], 'first-run');
    const refused = { ...human, dialError: null };
    await rang(first, await claim(first, START, cars), [refused]);
    expect(await claim(first, START + DAY, cars)).toBeNull();
    expect((await contactOf(first))?.state).toBe('exhausted');
    const second = await aRun(ledger, [aContact(1)], 'second-run');
    expect(await claim(second, START + DAY, cars)).toBeNull();
    expect(await contactOf(second)).toMatchObject({
      state: 'skipped',
      reason: storeReason({ code: 'rest_for_ever', after: 'refusal', by: 'AE', per_subject: true }),
    });
    const third = await aRun(ledger, [aContact(1)], 'third-run');
    expect(await claim(third, START + DAY, { ...cars, subject: 'loans' })).not.toBeNull();
  });
});
