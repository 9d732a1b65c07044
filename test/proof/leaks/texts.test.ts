import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/adapters/revox/answers/decode.ts';
import { reason } from '../../../src/adapters/revox/answers/send-answer.ts';
import { secretHider } from '../../../src/domain/text/secret.ts';
import { showsKey, showsNumber } from './reader.ts';
import { KEYS, NUMBERS } from './spellings.ts';

const AROUND = (text: string): string => `no route to ${text}, sorry`;

describe('I9 the key', () => {
  const hide = secretHider(KEYS[0]?.[1] ?? '');

  it.each(KEYS)('is hidden %s', (_, spelt) => {
    const text = AROUND(spelt);
    expect(showsKey(text)).toBe(true);
    expect(hide(text)).toContain('•••');
    expect(showsKey(hide(text))).toBe(false);
    expect(showsKey(reason(hide(text)))).toBe(false);
  });

  it('is hidden in a JSON that a server has written in another encoding', () => {
    for (const [, spelt] of KEYS) {
      const text = Buffer.from(JSON.stringify({ message: spelt }), 'utf16le').toString('utf8');
      expect(showsKey(hide(text))).toBe(false);
    }
  });
});

describe('I9 a number', () => {
  it('is masked in every spelling', () => {
    const shown = NUMBERS.filter(([, spelt]) => showsNumber(reason(AROUND(spelt))));
    expect(shown).toEqual([]);
    expect(NUMBERS.length).toBeGreaterThan(400);
  });

  it('is masked in an answer in UTF-16', () => {
    const shown = NUMBERS.filter(([, spelt]) => {
      const bytes = Buffer.from(JSON.stringify({ message: spelt }), 'utf16le');
      const read = textOf(Uint8Array.from(bytes), null, 10_000);
      return showsNumber(reason(read));
    });
    expect(shown).toEqual([]);
  });

  it('is seen by the reader of this test in every spelling', () => {
    expect(NUMBERS.filter(([, spelt]) => !showsNumber(AROUND(spelt)))).toEqual([]);
  });
});
