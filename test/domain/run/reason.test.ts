import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readReason,
  reasonCode,
  storeReason,
  type Reason,
} from '../../../src/domain/run/reason.ts';
import { FACTS } from '../../../src/domain/run/reason-facts.ts';
import { reasonJson, reasonText } from '../../../src/domain/run/text/reason-text.ts';
import { reasons } from './table/reasons.ts';

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
  test('is there for every code, and names each fact that is a text', () => {
    fc.assert(
      fc.property(reasons, (reason) => {
        const sentence = reasonText(storeReason(reason));
        expect(sentence).not.toMatch(/^\{|undefined/);
        const { code, ...facts } = reason;
        const types: Readonly<Record<string, string>> = FACTS[code];
        const texts = Object.entries(facts).filter(([name]) => types[name] === 'text');
        for (const [, fact] of texts) expect(sentence, code).toContain(String(fact));
      }),
    );
  });
});
