import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maskCell,
  maskNumber,
  maskNumbersIn,
  plainText,
} from '../../../src/domain/text/privacy.ts';
import { secretHider } from '../../../src/domain/text/secret.ts';

describe('a key in a text from outside', () => {
  it('is hidden wherever it stands', () => {
    const hide = secretHider('sk_live.4b1f$0c5e');
    expect(hide('Bearer sk_live.4b1f$0c5e, or xsk_live.4b1f$0c5ex')).toBe('Bearer •••, or x•••x');
  });

  it('takes no letters out of other words where it is as short as one of them', () => {
    const hide = secretHider('any');
    expect(hide('{"dial_error":"too_many_calls","key":"any"}')).toBe(
      '{"dial_error":"too_many_calls","key":"•••"}',
    );
  });
});

describe('masked numbers', () => {
  it.each([
    ['+14155550123', '+1•••••0123'],
    ['+442079460123', '+4•••••0123'],
    ['(415) 555-0123', '+4•••••0123'],
    ['12345', '•••••'],
    ['', '•••••'],
  ])('%s is shown as %s', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });

  it('I9 at most five digits of any number are left', () => {
    const number = fc.stringMatching(/^\+[1-9]\d{6,14}$/);
    fc.assert(
      fc.property(number, (text) => {
        expect(maskNumber(text).replace(/\D/g, '').length).toBeLessThanOrEqual(5);
        expect(maskNumbersIn(`call ${text}, please`)).toBe(`call ${maskNumber(text)}, please`);
      }),
    );
  });

  it.each([
    ['to +1 415-555-0123 now', 'to +1•••••0123 now'],
    ['to +44 (20) 7946 0123', 'to +4•••••0123'],
    ['phone_number=14155550123', 'phone_number=+1•••••0123'],
    ['to (202) 555-0143.', 'to +2•••••0143.'],
    ['to 020 7946 0123', 'to +0•••••0123'],
    ['at 2026-12-01 09:00 of 192.168.100.200', 'at 2026-12-01 09:00 of 192.168.100.200'],
    ['HTTP 422 after 30000 ms', 'HTTP 422 after 30000 ms'],
    ['order 9b2f4c1e-1234567890ab', 'order 9b2f4c1e-1234567890ab'],
    ['since 2026-12-01T09:00:00.123456789Z', 'since 2026-12-01T09:00:00.123456789Z'],
    ['on 01.12.2026 09:00, or 12/01/2026', 'on 01.12.2026 09:00, or 12/01/2026'],
    ['id sandbox-e7ff34478ecf8bab022f3847', 'id sandbox-e7ff34478ecf8bab022f3847'],
    ['id 6fa459ea-ee8a-3ca4-894e-123456789012', 'id 6fa459ea-ee8a-3ca4-894e-123456789012'],
    [
      '33554432 bytes in 1234567 ms, 1 000 000 rows',
      '33554432 bytes in 1234567 ms, 1 000 000 rows',
    ],
    ['12345.67 of 0.14159265', '12345.67 of 0.14159265'],
  ])('in a text: %s', (text, masked) => {
    expect(maskNumbersIn(text)).toBe(masked);
  });
});

/** National notations, one for each way of grouping that a country's plan uses. */
const AT_HOME = [
  '01 23 45 67 89',
  '01.23.45.67.89',
  '06-12345678',
  '0171/1234567',
  '030 / 12 34 56 78',
  '(0)20 7946 0123',
  '07700 900123',
  '20 12 34 56',
  '912 34 567',
  '8 (912) 345-67-89',
  '91 123 45 67',
  '612 34 56 78',
  '11 4123-4567',
  '(11) 91234-5678',
  '55 1234 5678',
  '03-1234-5678',
  '010-1234-5678',
  '138 0013 8000',
  '98765 43210',
  '0412 345 678',
  '021 123 4567',
  '555 1234 567',
  '050 123 4567',
  '2-345-6789',
  '5550143',
  '20255501',
];
const SPELT = [
  (number: string) => number,
  (number: string) => `tel${number}`,
  (number: string) => `${number}x`,
  (number: string) => `phone=${encodeURIComponent(number)}&a=1`,
  (number: string) => `number:${number.replaceAll(' ', '\u00a0')}.`,
  (number: string) => `"${number.replaceAll('-', '\u2011')}"`,
];

describe('a number as people write it at home', () => {
  it.each(AT_HOME)('I9 %s is masked in every text', (number) => {
    const digits = number.replace(/\D/g, '');
    for (const spelt of SPELT) {
      const masked = maskNumbersIn(`no route to ${spelt(number)}, sorry`);
      expect(masked).toContain('•••••');
      expect(masked.replace(/%\d\d/g, '').replace(/\D/g, '')).not.toContain(digits.slice(-6));
    }
  });
});

describe('a header that could be a number', () => {
  it.each([
    ['+12025550143', '+1•••••0143'],
    ['(202) 555-0143', '(+2•••••0143'],
    ['2025550143', '+2•••••0143'],
    ['+1\u200b202\u2011555\u20110143', '+1•••••0143'],
    ['٢٠٢٥٥٥٠١٤٣', '•••••'],
    ['①②⓪②⑤⑤⑤⓪', '•••••'],
    ['Telefon 2 (privat)', 'Telefon 2 (privat)'],
    ['utm_campaign_2026', 'utm_campaign_2026'],
  ])('I9 %s is shown as %s', (header, masked) => {
    expect(maskCell(header)).toBe(masked);
  });
});

describe('plain text for a terminal', () => {
  it.each([
    ['a name', 'a name'],
    ['Zoë Đỗ 李 🎈', 'Zoë Đỗ 李 🎈'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u009b2Jgone', 'gone'],
    ['\u001b]0;title\u0007x', 'x'],
    ['\u001b]8;;https://a.invalid\u001b\\link\u001b]8;;\u001b\\', 'link'],
    ['\u001bcreset', 'reset'],
    ['\u001b(Bx', 'x'],
    ['two\r\nlines\tand tab', 'two lines and tab'],
    ['bell\u0007 nul\u0000 del\u007f', 'bell nul del'],
    ['abc\u202edcba\u2066\u2069', 'abcdcba'],
    ['\ufeffmark\u200b', 'mark'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
  ])('%j becomes %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('leaves no control or direction character of any text', () => {
    const nasty = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\u001b', '[', ']', '\u009b', '\u0007', '\u202e', '\u2028', '\n', ';', 'm'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(nasty, (text) => {
        expect(plainText(text)).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
