import { describe, expect, test } from 'vitest';
import {
  breachOf,
  breachText,
  unexpectedAttempts,
  type Breach,
} from '../../../src/domain/order/breach.ts';
import { RULES, START } from '../../app/world/setup.ts';
import { anAttempt, anOrder } from './builders.ts';

const HOUR = 3_600_000;
const ORDER = {
  e164: '+12125550123',
  contactId: 'c1',
  group: 'America/New_York|US-NY',
  orderedAt: START,
  ringsUntil: START + HOUR,
};
const always = (): boolean => true;
const rang = (...at: (number | null)[]) =>
  anOrder({ attempts: at.map((startedAt) => anAttempt({ startedAt })) });

describe('a ring that an order permitted', () => {
  test.each([
    ['at the moment of the order', START, null],
    ['a clock that is 30 s slow', START - 30_000, null],
    ['when the fence ends', START + HOUR, null],
    ['a clock that is 30 s fast', START + HOUR + 30_000, null],
    ['a clock that is faster', START + HOUR + 30_001, 'after'],
  ])('%s', (...[, at, what]) => {
    expect(breachOf(rang(at), ORDER, always)?.what ?? null).toBe(what);
  });

  test('is inside the hours of the person, whatever the fence says', () => {
    const at = START + 1_000;
    expect(breachOf(rang(at), ORDER, () => false)).toEqual({ at, what: 'closed' });
  });

  test('every attempt counts, and one that never rang does not', () => {
    expect(breachOf(rang(null, START, START + 2 * HOUR), ORDER, always)?.at).toBe(START + 2 * HOUR);
    expect(breachOf(rang(null), ORDER, () => false)).toBeNull();
    expect(breachOf(rang(), ORDER, () => false)).toBeNull();
  });
});

describe('what is said of it', () => {
  const late: Breach = { at: Date.UTC(2026, 11, 2, 2, 4), what: 'after' };

  test('the number is masked and the time is the person’s own (I9)', () => {
    expect(breachText(late, ORDER, RULES)).toBe(
      'the provider rang +1•••••0123 at 21:04 their time (America/New_York), when its order no longer permitted it',
    );
  });

  test('where the person may be in two zones, both clocks are told', () => {
    const order = { ...ORDER, group: 'America/Boise+America/New_York|US-ID' };
    expect(breachText({ ...late, what: 'closed' }, order, RULES)).toContain(
      'at 19:04 (America/Boise) or 21:04 (America/New_York) their time, outside their calling hours',
    );
  });
});

describe('attempts that nobody expected', () => {
  const attempt = (id: string, result: string | null) =>
    anAttempt({ id, result, startedAt: START });
  const ids = (results: (string | null)[], oneAsked: boolean): string[] =>
    unexpectedAttempts(
      anOrder({ attempts: results.map((result, i) => attempt(`a${i}`, result)) }),
      oneAsked,
    ).map((one) => one.id);

  test.each([
    [['human'], true, []],
    [['voicemail', 'human'], true, ['a1']],
    [['voicemail', 'human'], false, []],
    [['human', 'voicemail', null], false, ['a1', 'a2']],
    [['voicemail', 'human', 'human'], false, ['a2']],
    [[], true, []],
  ])('%j, one asked for: %s', (...[results, oneAsked, late]) => {
    expect(ids(results, oneAsked)).toEqual(late);
  });

  test('one that waits in the provider’s queue has not rung', () => {
    const queued = anAttempt({ id: 'q', status: 'queued' });
    const order = anOrder({ attempts: [attempt('a', 'human'), queued] });
    expect(unexpectedAttempts(order, true)).toEqual([]);
  });
});
