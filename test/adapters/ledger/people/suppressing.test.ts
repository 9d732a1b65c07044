import { storeReason } from '../../../../src/domain/run/reason.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

const BY = { who: 'ana', at: START, reason: 'asked for it', source: 'a list' };
const e164 = (nth: number): string => aContact(nth).e164;

let ledger: SqliteLedger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

async function claimAll(session: Session): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (;;) {
    const claim = await ledger.claim(session, NEW_YORK_CLAIM);
    if (claim === null) return claims;
    claims.push(claim);
  }
}

async function stateOf(contactId: string | undefined): Promise<(string | null)[]> {
  const person = await ledger.person('a-run', contactId ?? '');
  return [person?.contact.state ?? null, person?.contact.reason ?? null];
}

const idOf = async (nth: number): Promise<string> => {
  const [found] = await ledger.lookUp('a-run', { by: 'number', e164: e164(nth) });
  return found?.contactId ?? '';
};

describe('the do-not-call list', () => {
  test('who was never called is skipped; who was called before is exhausted', async () => {
    const session = await aRun(ledger, [aContact(1), aContact(2)]);
    const first = await ledger.claim(session, NEW_YORK_CLAIM);
    const view = {
      id: 'p-1',
      stage: 'over',
      status: 'completed',
      attempts: [],
      metadata: {},
    } as const;
    await ledger.settle(session, first?.key ?? '', {
      now: START,
      view,
      outcome: null,
      success: null,
      lookAt: null,
      decision: { to: 'pending', notBefore: START, reason: 'again' },
    });
    await ledger.bar([e164(1), e164(2)], BY);
    expect(await claimAll(session)).toEqual([]);
    expect(await stateOf(first?.contactId)).toEqual([
      'exhausted',
      storeReason({ code: 'on_do_not_call' }),
    ]);
    expect(await stateOf(await idOf(2))).toEqual([
      'skipped',
      storeReason({ code: 'on_do_not_call' }),
    ]);
  });

  test('an order that was withdrawn at the gate was no call', async () => {
    const session = await aRun(ledger, [aContact(1)]);
    const claim = await ledger.claim(session, NEW_YORK_CLAIM);
    await ledger.bar([e164(1)], BY);
    const back = { now: START, notBefore: START, reason: storeReason({ code: 'on_do_not_call' }) };
    await ledger.giveBack(session, claim?.key ?? '', back);
    expect(await claimAll(session)).toEqual([]);
    expect(await stateOf(claim?.contactId)).toEqual([
      'skipped',
      storeReason({ code: 'on_do_not_call' }),
    ]);
  });

  test('who is not due yet is left out when due, and called when off the list again by then', async () => {
    const later = { notBefore: START + HOUR };
    const session = await aRun(ledger, [aContact(1, later), aContact(2)]);
    await ledger.bar([e164(1)], BY);
    await claimAll(session);
    expect(await stateOf(await idOf(1))).toEqual(['pending', null]);
    expect(await ledger.unbar(e164(1), { ...BY, reason: null })).toBe(true);
    const due = { ...NEW_YORK_CLAIM, now: START + HOUR };
    expect((await ledger.claim(session, due))?.e164).toBe(e164(1));
  });
});

describe('a list of any length', () => {
  test('more people on the list than one claim looks past do not end a run early', async () => {
    const all = Array.from({ length: 99 }, (_, i) => aContact(i));
    const session = await aRun(ledger, all);
    await ledger.bar(
      all.slice(0, 98).map((one) => one.e164),
      BY,
    );
    expect((await ledger.claim(session, NEW_YORK_CLAIM))?.e164).toBe(e164(98));
  });

  test('numbers that are on it already count as known; the log keeps every word', async () => {
    await aRun(ledger, [aContact(1)]);
    expect(await ledger.bar([e164(1), e164(2)], BY)).toEqual({ added: 2, known: 0 });
    expect(await ledger.bar([e164(2)], { ...BY, who: 'bo' })).toEqual({ added: 0, known: 1 });
    expect(await ledger.unbar(e164(1), BY)).toBe(true);
    expect(await ledger.unbar(e164(1), BY)).toBe(false);
    expect((await ledger.barred()).map((one) => [one.e164, one.who])).toEqual([[e164(2), 'ana']]);
    const person = await ledger.person('a-run', await idOf(1));
    expect(person?.barLog.map((entry) => entry.kind)).toEqual(['add', 'remove']);
  });

  test('I10 anyone who is on the list at the moment of a claim is not claimed, in any order of events', async () => {
    const event = fc.record({ kind: fc.constantFrom('bar', 'unbar', 'claim'), nth: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
        const own = memoryLedger();
        const session = await aRun(
          own,
          Array.from({ length: 8 }, (_, i) => aContact(i)),
        );
        const barred = new Set<string>();
        for (const { kind, nth } of events) {
          if (kind === 'bar') await own.bar([e164(nth)], BY);
          if (kind === 'unbar') await own.unbar(e164(nth), BY);
          if (kind === 'bar') barred.add(e164(nth));
          if (kind === 'unbar') barred.delete(e164(nth));
          if (kind !== 'claim') continue;
          const claim = await own.claim(session, NEW_YORK_CLAIM);
          expect(barred.has(claim?.e164 ?? '')).toBe(false);
        }
        own.close();
      }),
      { numRuns: 60 },
    );
  });
});
