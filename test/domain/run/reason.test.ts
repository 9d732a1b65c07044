import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readReason,
  reasonCode,
  storeReason,
  type Reason,
} from '../../../src/domain/run/reason.ts';
import { reasonJson, reasonText } from '../../../src/domain/run/reason-text.ts';

const text = fc.string({ unit: 'grapheme' });
const number = fc.integer();

/** Every reason there is: the compiler asks for each new code here. */
const BY_CODE: { readonly [C in Reason['code']]: fc.Arbitrary<Extract<Reason, { code: C }>> } = {
  row_refused: fc.record({ code: fc.constant('row_refused'), column: text, value: text }),
  consent_too_old: fc.record({ code: fc.constant('consent_too_old'), days: number, rules: text }),
  number_tail_barred: fc.record({
    code: fc.constant('number_tail_barred'),
    file: text,
    row: number,
  }),
  other_number_barred: fc.record({ code: fc.constant('other_number_barred'), because: text }),
  reached_by_other_run: fc.record({
    code: fc.constant('reached_by_other_run'),
    run: text,
    on: text,
  }),
  same_phone: fc.record({ code: fc.constant('same_phone'), contact: text }),
  answers_unreadable: fc.record({
    code: fc.constant('answers_unreadable'),
    said: text,
    rings_until: text,
  }),
  status_unknown: fc.record({
    code: fc.constant('status_unknown'),
    status: text,
    rings_until: text,
  }),
  attempts_unseen: fc.record({
    code: fc.constant('attempts_unseen'),
    counted: number,
    shown: number,
  }),
  last_order_not_seen: fc.record({ code: fc.constant('last_order_not_seen'), said: text }),
  last_order_unseen_for_a_day: fc.record({
    code: fc.constant('last_order_unseen_for_a_day'),
    said: text,
  }),
  look_too_old: fc.record({ code: fc.constant('look_too_old') }),
  answers_unclear: fc.record({ code: fc.constant('answers_unclear') }),
  ended_without_attempt: fc.record({ code: fc.constant('ended_without_attempt') }),
  attempts_may_be_used: fc.record({
    code: fc.constant('attempts_may_be_used'),
    made: number,
    max: number,
  }),
  outcome_corrected: fc.record({
    code: fc.constant('outcome_corrected'),
    order: text,
    was: text,
    became: text,
  }),
};
const reasons = fc.oneof(...Object.values(BY_CODE));

describe('a stored reason', () => {
  test('is read as it was stored, whatever its facts hold', () => {
    fc.assert(
      fc.property(reasons, (reason) => {
        const stored = storeReason(reason);
        expect(readReason(stored)).toEqual(reason);
        expect(reasonCode(stored)).toBe(reason.code);
        expect(stored.startsWith(`{"code":"${reason.code}"`)).toBe(true);
      }),
    );
  });

  test('is the same text for the same facts, in whatever order they were given', () => {
    fc.assert(
      fc.property(reasons, (reason) => {
        const turned = Object.fromEntries(Object.entries(reason).reverse()) as unknown as Reason;
        expect(storeReason(turned)).toBe(storeReason(reason));
      }),
    );
  });

  test('that is a sentence stays that sentence, and has no code', () => {
    for (const sentence of ['on the do-not-call list', 'skipped: {"code":"x"}', '', '{}']) {
      expect(readReason(sentence)).toEqual({ code: 'legacy', text: sentence });
      expect(reasonJson(sentence)).toEqual({ reason: sentence, reason_code: null });
    }
  });

  test('of another version is never shown as it is stored', () => {
    const odd = ['{"code":"of_2031","fact":1}', '{"code":"row_refused"}', '{"code":', '{"code":7}'];
    for (const stored of odd) {
      expect(reasonText(stored)).toMatch(
        /^a reason that this version does not know \([a-z_0-9]+\)$/,
      );
      expect(reasonCode(stored)).toBeNull();
    }
  });
});

describe('the sentence of a reason', () => {
  test('is there for every code, and names each fact', () => {
    fc.assert(
      fc.property(reasons, (reason) => {
        const sentence = reasonText(storeReason(reason));
        expect(sentence).not.toMatch(/^\{|undefined/);
        const { code, ...facts } = reason;
        for (const fact of Object.values(facts)) expect(sentence, code).toContain(String(fact));
      }),
    );
  });
});
