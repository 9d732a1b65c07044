import { storeReason } from '../../../src/domain/run/reason.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import {
  heldByLimits,
  limitsOf,
  limitReasons,
  NO_LIMITS,
  type Cap,
  type Limits,
  type PastCall,
} from '../../../src/domain/law/limits.ts';

import { Rule } from '../../../src/domain/law/rule.ts';
import { ownRuleRecords, readOwnRules } from '../../../src/domain/law/own-rules.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 11, 1, 15);
const { law } = loadReference();

const aCall = (rangAt: number, change: Partial<PastCall> = {}): PastCall => ({
  rangAt,
  overAt: rangAt,
  subject: '',
  talked: false,
  refused: false,
  abandoned: false,
  ...change,
});
const aCap = (max: number, hours: number, change: Partial<Cap> = {}): Limits => ({
  caps: [{ max, hours, perSubject: false, by: 'US-FL', ...change }],
  rests: [],
});
const of = (id: string): Limits =>
  limitsOf(
    law.rules.filter((rule) => rule.record.id === id),
    NO_LIMITS,
  );
const at = (now: number, subject = ''): { now: number; subject: string } => ({ now, subject });

describe('I11 a cap', () => {
  const three = aCap(3, 24);

  test('holds nobody before it is full', () => {
    const two = [aCall(NOW - HOUR), aCall(NOW - 2 * HOUR)];
    expect(heldByLimits(three, two, at(NOW))).toBeNull();
  });

  test('that is full lets go when the oldest call that counts leaves the span, to the millisecond', () => {
    const calls = [3, 1, 2].map((hours) => aCall(NOW - hours * HOUR));
    const hold = heldByLimits(three, calls, at(NOW));
    expect(hold).toEqual({
      until: NOW + 21 * HOUR,
      reason: storeReason({ code: 'cap', by: 'US-FL', hours: 24, max: 3, per_subject: false }),
    });
    expect(heldByLimits(three, calls, at(NOW + 21 * HOUR - 1))).not.toBeNull();
    expect(heldByLimits(three, calls, at(NOW + 21 * HOUR))).toBeNull();
  });

  test('that is more than full waits until enough calls have left', () => {
    const calls = [1, 2, 3, 4, 5].map((hours) => aCall(NOW - hours * HOUR));
    expect(heldByLimits(three, calls, at(NOW))?.until).toBe(NOW + 21 * HOUR);
  });

  test('counts a call that may still ring from the moment at which it can ring no longer', () => {
    expect(heldByLimits(aCap(1, 24), [aCall(NOW + HOUR)], at(NOW))?.until).toBe(NOW + 25 * HOUR);
  });

  test('per subject counts what is about it, and what nobody named', () => {
    const cap = aCap(1, 24, { perSubject: true });
    const debt = [aCall(NOW - HOUR, { subject: 'debt' })];
    expect(heldByLimits(cap, debt, at(NOW, 'survey'))).toBeNull();
    expect(heldByLimits(cap, debt, at(NOW, 'debt'))).not.toBeNull();
    expect(heldByLimits(cap, debt, at(NOW))).not.toBeNull();
    expect(heldByLimits(cap, [aCall(NOW - HOUR)], at(NOW, 'debt'))).not.toBeNull();
  });
});

describe('I11 several caps', () => {
  test('name the one that holds longest', () => {
    const both: Limits = {
      caps: [...aCap(1, 24).caps, ...aCap(2, 168, { by: 'campaign' }).caps],
      rests: [],
    };
    const calls = [aCall(NOW - HOUR), aCall(NOW - DAY)];
    expect(heldByLimits(both, calls, at(NOW))).toEqual({
      until: NOW + 6 * DAY,
      reason: storeReason({ code: 'cap', by: 'campaign', hours: 168, max: 2, per_subject: false }),
    });
  });

  test('are never exceeded when everybody is called the moment they allow, and cost no moment too many', () => {
    const cap = fc.record({
      max: fc.integer({ min: 1, max: 4 }),
      hours: fc.constantFrom(1, 24, 168),
    });
    const gaps = fc.array(fc.integer({ min: 0, max: 30 * HOUR }), { minLength: 5, maxLength: 25 });
    fc.assert(
      fc.property(fc.array(cap, { minLength: 1, maxLength: 3 }), gaps, (caps, waits) => {
        const limits: Limits = {
          caps: caps.map((one) => ({ ...one, perSubject: false, by: 'x' })),
          rests: [],
        };
        const rang: number[] = [];
        // An oracle that counts anew: how many calls lie in the span before a moment.
        const full = (now: number): boolean =>
          caps.some(({ max, hours }) => rang.filter((t) => t > now - hours * HOUR).length >= max);
        let now = NOW;
        for (const wait of waits) {
          now += wait;
          const until =
            heldByLimits(
              limits,
              rang.map((t) => aCall(t)),
              at(now),
            )?.until ?? now;
          if (until > now) expect(full(until - 1)).toBe(true);
          expect(full(until)).toBe(false);
          now = until;
          rang.push(now);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a rest', () => {
  const refused = { talked: true, refused: true };

  test.each([
    [
      'FR',
      refused,
      60 * DAY,
      storeReason({ code: 'rest', after: 'refusal', by: 'FR', hours: 1440, per_subject: false }),
    ],
    [
      'GB',
      { abandoned: true },
      3 * DAY,
      storeReason({
        code: 'rest',
        after: 'abandoned call',
        by: 'GB',
        hours: 72,
        per_subject: false,
      }),
    ],
    [
      'US-collections',
      { talked: true },
      7 * DAY,
      storeReason({
        code: 'rest',
        after: 'conversation',
        by: 'US-collections',
        hours: 168,
        per_subject: true,
      }),
    ],
  ])('of %s', (...[id, call, length, reason]) => {
    const past = [aCall(NOW, call)];
    expect(heldByLimits(of(id), past, at(NOW))).toEqual({ until: NOW + length, reason });
    expect(heldByLimits(of(id), past, at(NOW + length))).toBeNull();
    expect(heldByLimits(of(id), [aCall(NOW)], at(NOW + DAY))).toBeNull();
  });

  test('begins when the talk is over', () => {
    const talk = aCall(NOW, { ...refused, overAt: NOW + HOUR });
    expect(heldByLimits(of('FR'), [talk], at(NOW))?.until).toBe(NOW + HOUR + 60 * DAY);
  });

  test('can be for ever, which is longer than any cap', () => {
    const emirates = of('AE');
    expect(heldByLimits(emirates, [aCall(NOW, refused)], at(NOW + 1000 * DAY))).toEqual({
      until: null,
      reason: storeReason({ code: 'rest_for_ever', after: 'refusal', by: 'AE', per_subject: true }),
    });
    const other = aCall(NOW, { ...refused, subject: 'loans' });
    expect(heldByLimits(emirates, [other], at(NOW + 30 * DAY, 'cars'))).toBeNull();
  });
});

describe('the limits of a group', () => {
  test('are those of all its rules, with the campaign’s own', () => {
    const rules = law.rules.filter((rule) => ['US-FL', 'CO'].includes(rule.record.id));
    const own = aCap(2, 168, { by: 'campaign' });
    expect(limitReasons(limitsOf(rules, own))).toEqual([
      storeReason({ code: 'cap', by: 'US-FL', hours: 24, max: 3, per_subject: true }),
      storeReason({ code: 'cap', by: 'CO', hours: 24, max: 1, per_subject: false }),
      storeReason({ code: 'cap', by: 'campaign', hours: 168, max: 2, per_subject: false }),
    ]);
  });

  test('count calls about one subject where the field of the record says so, whatever its words are', () => {
    const [florida] = law.rules.filter(({ record }) => record.id === 'US-FL');
    if (florida === undefined) throw new Error('no rule of Florida');
    const { record } = florida;
    const counting = (perSubject: boolean): boolean[] => {
      const caps = record.caps.map((cap) => ({ ...cap, per: 'debt, subject', perSubject }));
      return limitsOf([new Rule({ ...record, caps })], NO_LIMITS).caps.map((cap) => cap.perSubject);
    };
    expect(counting(true)).toEqual([true]);
    expect(counting(false)).toEqual([false]);
  });

  test('of a rule that a run has stored before there was the field count as its words said', () => {
    const rule = { id: 'mine', in: ['FR'], caps: [{ max: 1, hours: 24, per: 'person and debt' }] };
    const read = readOwnRules(
      [rule, { ...rule, id: 'other', caps: [{ ...rule.caps[0], per: 'person' }] }],
      [],
    );
    const records = read.ok ? ownRuleRecords(read.rules) : [];
    expect(records.map(({ caps }) => caps)).toMatchObject([
      [{ perSubject: true }],
      [{ perSubject: false }],
    ]);
  });
});
