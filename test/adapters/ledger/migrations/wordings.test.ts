import { describe, expect, test } from 'vitest';
import { codedReason } from '../../../../src/adapters/ledger/migrations/reason-codes/coded.ts';
import { reasonCode } from '../../../../src/domain/run/reason.ts';
import { reasonText } from '../../../../src/domain/run/text/reason-text.ts';
import { SAID_OTHERWISE, WORDINGS } from './wordings.ts';

/** Here alone sentences are compared: no fact of an old reason may be lost on its way to a code. */
describe('a reason that an earlier version has stored', () => {
  test.each(WORDINGS)('says what it said: %s', (wording) => {
    expect(reasonText(codedReason(wording, 'pending'))).toBe(wording);
  });

  test.each(SAID_OTHERWISE)(
    'has its code, and is said otherwise today: %s',
    (wording, code, today) => {
      const stored = codedReason(wording, 'skipped');
      expect(reasonCode(stored)).toBe(code);
      expect(reasonText(stored)).toBe(today);
    },
  );
});
