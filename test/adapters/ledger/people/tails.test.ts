import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { skipByTails, tailImpact } from '../../../../src/app/people/tails.ts';
import { reasonCode } from '../../../../src/domain/run/reason.ts';
import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aContact, aRun, memoryLedger, NEW_YORK_CLAIM, START } from '../../../app/world/setup.ts';

const BY = { who: 'ana', at: START, reason: null, source: 'left.csv' };
const LOOK = { now: START, limits: { caps: [], rests: [] } };
const tailOf = (nth: number): string => aContact(nth).e164.slice(-7);
const listed = (nth: number) => ({ tail: tailOf(nth), row: nth, value: `555-${nth}` });

let ledger: SqliteLedger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

async function stateOf(nth: number): Promise<(string | null)[]> {
  const [found] = await ledger.lookUp('a-run', { by: 'number', e164: aContact(nth).e164 });
  const person = await ledger.person('a-run', found?.contactId ?? '');
  return [person?.contact.state ?? null, reasonCode(person?.contact.reason ?? null)];
}

describe('last digits on the do-not-call list', () => {
  test('keep a person from a claim, and an order that is claimed from leaving', async () => {
    const session = await aRun(ledger, [aContact(1), aContact(2)]);
    await ledger.barTails([listed(1)], BY);
    const claim = await ledger.claim(session, NEW_YORK_CLAIM);
    expect(claim?.e164).toBe(aContact(2).e164);
    expect(await stateOf(1)).toEqual(['skipped', 'number_tail_barred']);
    await ledger.barTails([listed(2)], BY);
    const refused = await ledger.mayStart(session, claim?.key ?? '', LOOK);
    expect(reasonCode(refused)).toBe('number_tail_barred');
  });

  test('more of them than one claim looks past do not end a run early', async () => {
    const all = Array.from({ length: 99 }, (_, i) => aContact(i));
    const session = await aRun(ledger, all);
    await ledger.barTails(
      all.slice(0, 98).map((_, i) => listed(i)),
      BY,
    );
    await skipByTails({ ledger, session }, START);
    expect((await ledger.claim(session, NEW_YORK_CLAIM))?.e164).toBe(aContact(98).e164);
  });

  test('are listed with their row, once, and logged both ways', async () => {
    await aRun(ledger, [aContact(1)]);
    expect(await ledger.barTails([listed(1), listed(1)], BY)).toEqual({ added: 1, known: 1 });
    expect(await ledger.barredTails()).toEqual([{ ...listed(1), ...BY }]);
    expect(
      (await ledger.standing(aContact(1).e164, { runId: null, at: START })).barredTail,
    ).toEqual({
      ...listed(1),
      ...BY,
    });
    expect(await ledger.unbarTail(tailOf(1), BY)).toBe(true);
    expect(await ledger.unbarTail(tailOf(1), BY)).toBe(false);
    const [found] = await ledger.lookUp('a-run', { by: 'number', e164: aContact(1).e164 });
    const person = await ledger.person('a-run', found?.contactId ?? '');
    expect(person?.barLog.map(({ kind }) => kind)).toEqual(['add', 'add', 'remove']);
  });
});

describe('last digits on a list of the campaign', () => {
  test('bar in their run alone, for as long as the list has them', async () => {
    const session = await aRun(ledger, [aContact(1), aContact(2)]);
    const other = await aRun(ledger, [aContact(3, { e164: '+13055550101' })], 'other');
    await ledger.beginSuppress(session, []);
    await ledger.suppressTails(session, [{ tail: tailOf(1), row: 7 }], 'left.csv');
    expect(await skipByTails({ ledger, session }, START)).toEqual({ skipped: 1, freed: 0 });
    expect(await stateOf(1)).toEqual(['skipped', 'number_tail_barred']);
    expect(await skipByTails({ ledger, session: other }, START)).toEqual({ skipped: 0, freed: 0 });
    await ledger.beginSuppress(session, []);
    expect(await skipByTails({ ledger, session }, START)).toEqual({ skipped: 0, freed: 1 });
    expect(await stateOf(1)).toEqual(['pending', null]);
  });

  test('are a question from more than one in a hundred people on', async () => {
    const hundred = Array.from({ length: 100 }, (_, i) => aContact(i));
    const session = await aRun(ledger, hundred);
    expect(await tailImpact(ledger, 'a-run')).toBeNull();
    await ledger.suppressTails(session, [{ tail: tailOf(1), row: 7 }], 'left.csv');
    await skipByTails({ ledger, session }, START);
    expect(await tailImpact(ledger, 'a-run')).toEqual({
      people: 1,
      of: 100,
      lists: [{ file: 'left.csv', tails: 1 }],
      many: false,
    });
    await ledger.suppressTails(session, [{ tail: tailOf(2), row: 8 }], 'left.csv');
    await skipByTails({ ledger, session }, START);
    expect(await tailImpact(ledger, 'a-run')).toMatchObject({ people: 2, many: true });
  });
});

test('I14 nobody whose number ends so is claimed, in any order of events', async () => {
  const event = fc.record({ kind: fc.constantFrom('bar', 'unbar', 'claim'), nth: fc.nat(7) });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
      const own = memoryLedger();
      const people = Array.from({ length: 8 }, (_, i) => aContact(i));
      const session = await aRun(own, people);
      const barred = new Set<string>();
      for (const { kind, nth } of events) {
        if (kind === 'bar') barred.add(tailOf(nth));
        if (kind === 'bar') await own.barTails([listed(nth)], BY);
        if (kind === 'unbar') barred.delete(tailOf(nth));
        if (kind === 'unbar') await own.unbarTail(tailOf(nth), BY);
        if (kind !== 'claim') continue;
        const claim = await own.claim(session, NEW_YORK_CLAIM);
        expect(barred.has(claim?.e164.slice(-7) ?? '')).toBe(false);
      }
      own.close();
    }),
    { numRuns: 40 },
  );
});
