import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsAgree } from '../../../../src/domain/contact/row/digits-agree.ts';

describe('whether a mangled phone cell may be this number', () => {
  const cases: readonly [string, string, boolean, string][] = [
    ['+14155550123', '+14155550123', true, 'the number itself'],
    ['14155550123', '+14155550123', true, 'the plus lost'],
    ["'+14155550123", '+14155550123', true, 'the apostrophe of a text cell'],
    ['="+14155550123"', '+14155550123', true, 'a text formula'],
    ['14155550123.0', '+14155550123', true, 'a decimal appended'],
    ['14155550123,00', '+14155550123', true, 'a decimal comma appended'],
    ['+1 (415) 555-0123', '+14155550123', true, 'only spelled otherwise'],
    ['4155550123', '+14155550123', true, 'the country code never there'],
    ['2079460018', '+442079460018', true, 'the trunk zero lost'],
    ['020 7946 0018', '+442079460018', true, 'the national spelling'],
    ['0044 20 7946 0018', '+442079460018', true, 'the international prefix'],
    ['1.41556E+10', '+14155550123', true, 'rounded up to six digits'],
    ['1.4155E+10', '+14155550123', true, 'cut off to five digits'],
    ['1,41556E+10', '+14155550123', true, 'with a decimal comma'],
    ['1.4156e10', '+14155550123', true, 'rounded to five digits, small e'],
    ['4.47701E+11', '+447700900123', true, 'rounded to six digits'],
    ['2.07946E+09', '+442079460018', true, 'a national number shortened'],
    ['1.41555E+11', '+14155550123', false, 'one digit more'],
    ['1.41655E+10', '+14155550123', false, 'another number'],
    ['1E+10', '+14155550123', false, 'too little left to compare'],
    ['14155550124', '+14155550123', false, 'another last digit'],
    ['5550123', '+14155550123', false, 'without the area code'],
    ['14155550123 ext 5', '+14155550123', false, 'with an extension'],
    ['', '+14155550123', false, 'nothing'],
    ['call me', '+14155550123', false, 'words'],
  ];
  for (const [cell, e164, agrees, what] of cases)
    it(`"${cell}" ${agrees ? 'agrees' : 'does not agree'} with ${e164}: ${what}`, () => {
      expect(digitsAgree(cell, e164)).toBe(agrees);
    });

  it('every way of showing a number in three or more digits agrees with it', () => {
    const number = fc.tuple(fc.integer({ min: 1_000_000, max: 999_999_999_999 }), fc.nat(12));
    fc.assert(
      fc.property(number, ([value, decimals]) => {
        fc.pre(decimals >= 2 && String(value).length > decimals);
        expect(digitsAgree(value.toExponential(decimals), `+${value}`)).toBe(true);
      }),
    );
  });
});
