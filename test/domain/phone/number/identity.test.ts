import fc from 'fast-check';
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../../src/adapters/reference/load.ts';
import { currentNumber, dialledIdentity } from '../../../../src/domain/phone/number/identity.ts';
import { readNumber } from '../../../../src/domain/phone/number/number.ts';
import { CODES } from './some-numbers.ts';

const { numbers: tables } = loadReference();
const read = (text: string, country: string | null = null) => {
  const reading = readNumber(text, { defaultCountry: country, extract: false, tables });
  return reading.kind === 'ok' ? reading.e164 : reading.code;
};

/** The spelling, the country that it is read in, the same line as it stands elsewhere, and what is dialled. */
const SPELLINGS: readonly (readonly [string, string | null, string, string])[] = [
  ['+54 11 2345 6789', null, '+54 9 11 2345 6789', '+541123456789'],
  ['011 15 2345-6789', 'AR', '+54 11 2345 6789', '+5491123456789'],
  ['+54 9 11 15 2345 6789', null, '+54 9 11 2345 6789', '+5491123456789'],
  ['+54 2966 15 412345', null, '+54 2966 412345', '+5492966412345'],
  ['+52 1 55 1234 5678', null, '+52 55 1234 5678', '+525512345678'],
  ['044 55 1234 5678', 'MX', '+52 55 1234 5678', '+525512345678'],
  ['+55 11 6123-4567', null, '+55 11 96123-4567', '+5511961234567'],
  ['(21) 8123-4567', 'BR', '+5521981234567', '+5521981234567'],
  ['+225 07 12 34 56', null, '+225 07 07 12 34 56', '+2250707123456'],
  ['45 12 34 56', 'CI', '+225 05 45 12 34 56', '+2250545123456'],
  ['+225 22 41 23 45', null, '+225 27 22 41 23 45', '+2252722412345'],
  ['+225 20 01 23 45', null, '+225 25 20 01 23 45', '+2252520012345'],
  ['+229 97 12 34 56', null, '+229 01 97 12 34 56', '+2290197123456'],
  ['21 31 23 45', 'BJ', '+229 01 21 31 23 45', '+2290121312345'],
  ['+241 06 03 12 34', null, '+241 66 03 12 34', '+24166031234'],
  ['+241 7 12 34 56', null, '+241 77 12 34 56', '+24177123456'],
  ['+57 1 234 5678', null, '+57 601 234 5678', '+576012345678'],
  ['0162 345 6789', 'VN', '+84 32 345 6789', '+84323456789'],
  ['+84 129 345 6789', null, '+84 82 345 6789', '+84823456789'],
  ['+237 77 12 34 56', null, '+237 6 77 12 34 56', '+237677123456'],
  ['+39 6 6981 2345', null, '+39 06 6981 2345', '+390669812345'],
  ['+44 0 1632 960123', null, '+44 1632 960123', '+441632960123'],
  ['+49 (0) 30 23125000', null, '030 23125000 (DE)', '+493023125000'],
  ['+39 0549 886377', null, '+378 0549 886377', '+390549886377'],
  ['+972 59 912 3456', null, '+970 59 912 3456', '+972599123456'],
  ['+377 44 123 456', null, '+383 44 123 456', '+37744123456'],
];

/** By libphonenumber alone: valid as it stands, with nothing taken off. */
function isWhole(e164: string): boolean {
  const number = parsePhoneNumberFromString(e164);
  return number?.isValid() === true && number.number === e164;
}

describe('one line', () => {
  test.each(SPELLINGS)('%s (%s) is %s, and %s is dialled', (...[text, country, same, dialled]) => {
    const other = same.endsWith('(DE)') ? read('030 23125000', 'DE') : read(same);
    expect(read(text, country)).toBe(dialled);
    expect(dialledIdentity(dialled)).toBe(dialledIdentity(other));
  });

  test.each([
    ['+39 0312345678', '+39 3123456789'],
    ['+55 11 7812-3456', '+55 11 97812-3456'],
    ['+55 11 3123-4567', '+55 11 93123-4567'],
    ['+52 55 1234 5678', '+52 56 1234 5678'],
    ['+57 46 123456', '+57 604 612 3456'],
    ['+54 9 11 1512 3456', '+54 9 11 1234 5615'],
  ])('%s and %s are two', (a, b) => {
    expect(dialledIdentity(read(a))).not.toBe(dialledIdentity(read(b)));
  });

  test('what is written down once is not changed by being written down again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CODES), fc.stringMatching(/^\d{5,12}$/), (code, digits) => {
        const identity = dialledIdentity(`+${code}${digits}`);
        expect(dialledIdentity(identity)).toBe(identity);
        const current = currentNumber(`+${code}${digits}`);
        expect(currentNumber(current)).toBe(current);
      }),
      { numRuns: 20_000 },
    );
  });
});

/** The spelling of a number under the plan before, by hand from the regulators' notices; null: it is of today only. */
const FORMER: Readonly<Record<string, (national: string) => readonly string[]>> = {
  MX: (n) => [`1${n}`, `01${n}`, `044${n}`, `045${n}`],
  BR: (n) => (/^..9(?:[689]|7[1-6])/.test(n) ? [n.slice(0, 2) + n.slice(3)] : []),
  CI: (n) => (operatorOf(n.slice(2)) === n.slice(0, 2) ? [n.slice(2)] : []),
  BJ: (n) => (/^01[2-9]/.test(n) ? [n.slice(2)] : []),
  CO: (n) => (/^60/.test(n) && !/^6046/.test(n) ? [n.slice(2)] : []),
  CM: (n) => (/^(?:6[79]|666|222|233)/.test(n) ? [n.slice(1)] : []),
  GA: (n) => (/^(?:6[256]|7[47])/.test(n) ? [`0${n.slice(1)}`, n.slice(1)] : []),
  AR: (n) => (n.startsWith('9') ? [n.slice(1)] : []),
};

/** Who had an eight-digit mobile number of the Ivory Coast, by its second digit. */
function operatorOf(old: string): string {
  if (/^0[1-3]|^[457][0-3]/.test(old)) return '01';
  return /^[1-3]/.test(old) || '0123'.includes(old[1] ?? '')
    ? 'none'
    : '456'.includes(old[1] ?? '')
      ? '05'
      : '07';
}

/** Numbers of a country that libphonenumber calls valid, drawn from its example by changing digits. */
function drawn(country: (typeof COUNTRIES)[number]): fc.Arbitrary<string> {
  const example: string = getExampleNumber(country, examples)?.nationalNumber ?? '';
  const changed = fc.tuple(fc.nat({ max: example.length - 1 }), fc.nat({ max: 9 }));
  return fc
    .tuple(
      fc.constantFrom(example, LANDLINES[country] ?? example),
      fc.array(changed, { maxLength: 12 }),
    )
    .map(([from, changes]) => {
      const digits = [...from];
      for (const [at, digit] of changes) digits[at] = String(digit);
      return digits.join('');
    });
}

const COUNTRIES = getCountries();

/** libphonenumber’s light examples are mobiles. */
const LANDLINES: Readonly<Record<string, string>> = {
  CO: '6012345678',
  CI: '2721212345',
  BJ: '0121312345',
  CM: '222123456',
};

/** Numbers of which libphonenumber still knows an older spelling, or that two countries' codes reach. */
const TWICE =
  /^\+(?:549|241[02-7]|55..7\d{7}$|9725[69]|3774[45]|390549|24101)|^\+(?:241[2-7]\d{6})$/;

describe('of libphonenumber’s numbers', () => {
  test('every former spelling of a number of today has its identity, and is dialled as it is today', () => {
    for (const [country, former] of Object.entries(FORMER)) {
      const at = COUNTRIES.find((one) => one === country);
      if (at === undefined) throw new Error(country);
      const code = getCountryCallingCode(at);
      let compared = 0;
      fc.assert(
        fc.property(drawn(at), (national) => {
          const today = `+${code}${national}`;
          if (!isWhole(today)) return;
          for (const old of former(national)) {
            compared += 1;
            expect(dialledIdentity(`+${code}${old}`)).toBe(dialledIdentity(today));
            if (country !== 'AR') expect(read(`+${code}${old}`)).toBe(read(today));
          }
        }),
        { numRuns: 1_000 },
      );
      expect(compared, country).toBeGreaterThan(5);
    }
  });

  test('those of today stay as they are, so that no two of them are one', () => {
    for (const country of COUNTRIES) {
      if (getExampleNumber(country, examples) === undefined) continue;
      const code = getCountryCallingCode(country);
      fc.assert(
        fc.property(drawn(country), (national) => {
          const today = `+${code}${national}`;
          if (!isWhole(today) || TWICE.test(today)) return;
          expect(dialledIdentity(today)).toBe(today);
        }),
        { numRuns: 150 },
      );
    }
  });

  test('a 0 that is kept behind the calling code makes no other number of any example', () => {
    for (const country of COUNTRIES) {
      const example = getExampleNumber(country, examples);
      if (example === undefined) continue;
      const { countryCallingCode: code, nationalNumber, number } = example;
      const kept = read(`+${code}0${nationalNumber}`);
      // Italy: 0 and a mobile’s digits may be a landline. Ascension gives numbers of both lengths.
      if (['IT', 'VA', 'AC'].includes(country)) continue;
      expect([number, 'number_too_long', 'number_impossible', 'number_unassigned']).toContain(kept);
    }
  });
});
