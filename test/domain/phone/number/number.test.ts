import { getCountries, Metadata } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../../src/adapters/reference/load.ts';
import { OPTIONAL_ZERO } from '../../../../src/domain/phone/number/number-reading.ts';
import { readNumber, type NumberReading } from '../../../../src/domain/phone/number/number.ts';

const { numbers: tables } = loadReference();

const read = (cell: string, defaultCountry: string | null = null, extract = false): NumberReading =>
  readNumber(cell, { defaultCountry, extract, tables });

const e164 = (reading: NumberReading): string =>
  reading.kind === 'ok' ? reading.e164 : `${reading.code}: ${reading.message}`;

const refused = (reading: NumberReading): { code: string; message: string; fix: string } => {
  if (reading.kind === 'ok') throw new Error(`accepted as ${reading.e164}`);
  return { code: reading.code, message: reading.message, fix: reading.fix ?? '' };
};

describe('a number is read as it was meant', () => {
  test.each([
    ['+1 415 555 0100', null, '+14155550100'],
    ['+1.415.555.0100', null, '+14155550100'],
    ['(+1) 415-555-0100', null, '+14155550100'],
    ['+1 (415) 555–0100', null, '+14155550100'],
    ['tel:+1-415-555-0100', null, '+14155550100'],
    ['(415) 555-0100', 'US', '+14155550100'],
    ['1 415 555 0100', 'US', '+14155550100'],
    ['415 555 0100', 'ca', '+14155550100'],
    ['07700 900123', 'GB', '+447700900123'],
    ['+44 (0)20 7946 0123', null, '+442079460123'],
    ['030/23125000', 'DE', '+493023125000'],
    ['+49 30 / 23125000', null, '+493023125000'],
    ['98765 43210', 'IN', '+919876543210'],
  ])('%s with default country %s is %s', (cell, country, expected) => {
    expect(e164(read(cell, country))).toBe(expected);
  });

  test.each([
    ["'+14155550100"],
    ['="+14155550100"'],
    ['"+14155550100"'],
    ['’+14155550100'],
    ['\t+1 415 555 0100 '],
    ['\ufeff+1\u00a0415\u00a0555\u00a00100'],
    ['\u202a+14155550100\u202c'],
    ['＋１４１５５５５０１００'],
    ['+١٤١٥٥٥٥٠١٠٠'],
    ['+१४१५५५५०१००'],
  ])('what spreadsheets and keyboards put around it is taken away: %j', (cell) => {
    expect(e164(read(cell))).toBe('+14155550100');
  });

  test('a completed number says so', () => {
    expect(read('(415) 555-0100', 'US')).toMatchObject({ completed: true, region: 'US' });
    expect(read('+1 415 555 0100', 'US')).toMatchObject({ completed: false });
  });

  test.each([
    ['+33 1 42 68 53 00', 'FR', 'fixed'],
    ['+44 7400 123456', 'GB', 'mobile'],
    ['+1 212 555 0123', 'US', 'fixed_or_mobile'],
    ['+1 800 555 0123', 'US', 'non_geographic'],
    ['+800 1234 5678', null, 'non_geographic'],
    ['+44 56 1234 5678', 'GB', 'unknown'],
  ])('%s is of %s and %s', (cell, region, type) => {
    expect(read(cell)).toMatchObject({ kind: 'ok', region, type, validity: 'valid' });
  });
});

describe('digits that are not those of ASCII', () => {
  test('of every script are the same number, though two scripts stand side by side in Unicode', () => {
    const codes = Array.from({ length: 0x110000 }, (_, code) => code);
    const digits = codes.filter((code) => /\p{Nd}/u.test(String.fromCodePoint(code)));
    // Each script has ten: one after the other in the list of all of them.
    for (let zero = 0; zero < digits.length; zero += 10) {
      const written = '+14155550100'.replace(/\d/g, (digit) =>
        String.fromCodePoint(digits[zero + Number(digit)] ?? 0),
      );
      expect(e164(read(written)), `U+${digits[zero]?.toString(16)}`).toBe('+14155550100');
    }
    expect(digits.length).toBeGreaterThan(600);
  });
});

describe('area codes in service that libphonenumber calls invalid', () => {
  test.each(['357', '436', '457', '621', '624', '679', '729', '837', '861', '924'])(
    'a number in %s is possible',
    (area) => {
      expect(read(`+1 ${area} 234 5678`)).toMatchObject({
        kind: 'ok',
        region: 'US',
        type: 'fixed_or_mobile',
        validity: 'possible',
        fictional: false,
      });
      expect(read(`(${area}) 234-5678`, 'US')).toMatchObject({ kind: 'ok', completed: true });
    },
  );

  test('but not one with a shape that no subscriber has, nor an area code that nobody knows', () => {
    expect(refused(read('+1 436 134 5678')).code).toBe('number_unassigned');
    expect(refused(read('+1 555 555 0123')).code).toBe('number_unassigned');
    expect(refused(read('+1 999 234 5678')).code).toBe('number_unassigned');
    expect(refused(read('+1 876 134 5678')).code).toBe('number_unassigned');
  });

  test.each([
    ['465', 'US-NY', '2026-06-18'],
    ['471', 'US-MS', '2026-01-30'],
    ['483', 'US-AL', '2026-02-23'],
    ['273', 'CA-QC', '2027-02-27'],
    ['565', 'US-GA', 'planned'],
    ['761', 'US-KY', 'planned'],
  ])('area code %s is of %s from the day of its plan: %s', (area, where, from) => {
    expect(read(`+1 ${area} 234 5678`)).toMatchObject({ kind: 'ok', region: where.slice(0, 2) });
    expect(tables.areaCodes[area]).toMatchObject({ in: [where], from });
  });

  test('an area code that no list has is perhaps a new one, and not a wrong digit', () => {
    for (const wrong of ['+1 738 134 5678', '+1 242 234 5678', '+1 294 234 5678'])
      expect(refused(read(wrong)).code).toBe('number_unassigned');
    const unknown = refused(read('+1 381 234 5678'));
    expect(unknown.code).toBe('number_new_area_code');
    expect(unknown.message).toContain('perhaps it is a new area code');
    expect(unknown.fix).not.toContain('digit');
  });

  test('+1 600 is of no place', () => {
    expect(read('+1 600 201 2345')).toMatchObject({ type: 'non_geographic', region: 'CA' });
  });
});

describe('numbers that regulators give to nobody are accepted as fictional', () => {
  test.each([
    ['+12125550100', 'US', 'fixed_or_mobile', 'valid'],
    ['+14365550199', 'US', 'fixed_or_mobile', 'possible'],
    ['+447700900123', 'GB', 'mobile', 'possible'],
    ['+442079460999', 'GB', 'fixed', 'valid'],
    ['+61491570156', 'AU', 'mobile', 'valid'],
    ['+61255501234', 'AU', 'fixed', 'valid'],
    ['+353209111234', 'IE', 'fixed', 'possible'],
    ['+33639981234', 'FR', 'mobile', 'possible'],
    ['+33199001234', 'FR', 'fixed', 'valid'],
    ['+493023125999', 'DE', 'fixed', 'valid'],
    ['+46701740605', 'SE', 'mobile', 'valid'],
  ])('%s', (...row) => {
    const [number, region, type, validity] = row;
    expect(read(number)).toMatchObject({ kind: 'ok', region, type, validity, fictional: true });
  });

  test.each(['+12125550099', '+12125550200', '+442079461000', '+46701740700', '+61491570111'])(
    'the number beside the range is not: %s',
    (number) => {
      expect(read(number)).toMatchObject({ kind: 'ok', fictional: false });
    },
  );

  test('every published range is read as fictional at both ends', () => {
    for (const { from, to, region } of tables.fictional) {
      for (const end of [from, to]) {
        const reading = read(end.replace('xxx', '212'));
        expect([end, e164(reading)]).toEqual([end, end.replace('xxx', '212')]);
        expect(reading).toMatchObject({ fictional: true, region: region ?? 'US' });
      }
    }
  });
});

describe('what is no single number is refused, with what is wrong and how to fix it', () => {
  test.each([
    ['', null, 'number_blank', 'country code'],
    ['   ', null, 'number_blank', 'country code'],
    ['n/a', 'US', 'number_none', 'country code'],
    ['---', 'US', 'number_none', 'country code'],
    ['(415) 555-0100', null, 'number_no_country', 'default_country'],
    ['14155550100', null, 'number_no_country', 'Write +14155550100 if that is the number'],
    ['415 555 0100', 'XX', 'number_no_country', 'default_country'],
    ['1.41555E+10', 'US', 'number_digits_lost', 'as text'],
    ['1,41555e10', 'US', 'number_digits_lost', 'as text'],
    ['4155550100.0', 'US', 'number_decimal', 'Write +14155550100'],
    ['14155550100.00', null, 'number_decimal', '+14155550100'],
    ['7700900123', 'GB', 'number_lost_zero', 'Write +447700900123 if 07700 900123'],
    ['639981234', 'FR', 'number_lost_zero', '+33639981234'],
    ['00 44 7700 900123', null, 'number_exit_code', 'Write +447700900123.'],
    ['00447700900123', 'GB', 'number_exit_code', 'Write +447700900123.'],
    ['00447700900123', 'US', 'number_exit_code', 'Write +447700900123.'],
    ['011 44 20 7946 0123', 'US', 'number_exit_code', 'Write +442079460123.'],
    ['0011 44 20 7946 0123', 'AU', 'number_exit_code', 'Write +442079460123.'],
    ['447700900123', 'US', 'number_too_long', 'Write +447700900123 if'],
    ['+1 415 555 0100 x12', null, 'number_extension', 'extract: true'],
    ['+1 415 555 0100 ext. 12', null, 'number_extension', 'extract: true'],
    ['+1 415 555 0100,12', null, 'number_extension', 'extract: true'],
    ['+1 415 555 0100;ext=12', null, 'number_extension', 'extract: true'],
    ['1-800-FLOWERS', 'US', 'number_letters', 'extract: true'],
    ['mobile: 415 555 0100', 'US', 'number_letters', 'extract: true'],
    ['+1 415 555 0100 / +1 415 555 0101', null, 'number_several', 'one number'],
    ['415 555 0100; 415 555 0101', 'US', 'number_several', 'one number'],
    ['020 7946 0123/0124', 'GB', 'number_several', 'one number'],
    ['+14155550100+14155550101', null, 'number_several', 'one number'],
    ['+1 900 555 0123', null, 'number_premium', 'own number'],
    ['+979 123 456 789', null, 'number_premium', 'own number'],
    ['+870 773 111 632', null, 'number_satellite', 'own number'],
    ['+8816 1234 5678', null, 'number_satellite', 'own number'],
    ['911', 'US', 'number_emergency', 'remove the row'],
    ['112', null, 'number_emergency', 'remove the row'],
    ['40404', 'US', 'number_short_code', 'remove the row'],
    ['+44 123', null, 'number_too_short', 'Compare'],
    ['555 0100', 'US', 'number_too_short', 'Compare'],
    ['+44 1234 5678 9012 34', null, 'number_too_long', 'Compare'],
    ['+999 123 4567', null, 'number_country_code', 'Compare'],
    ['+1 213 155 0123', null, 'number_unassigned', 'Compare'],
  ])('%j with default country %s: %s', (...row) => {
    const [cell, country, code, fix] = row;
    const problem = refused(read(cell, country));
    expect(problem.code).toBe(code);
    expect(problem.fix).toContain(fix);
    expect(problem.message).toMatch(/^[A-Z].*\.$/);
  });

  test('a number whose country begins with the digits of an exit code is not mistaken for one', () => {
    expect(e164(read('0113 496 0123', 'GB'))).toBe('+441134960123');
  });
});

describe('with extract, a single clear number is taken out of a text', () => {
  test.each([
    ['mobile: 415 555 0100', 'US'],
    ['call +1 415 555 0100 x12 please', null],
    ['+1 415 555 0100 ext. 12', null],
    ['+1 415 555 0100 (Anna)', null],
  ])('%s', (cell, country) => {
    expect(e164(read(cell, country, true))).toBe('+14155550100');
  });

  test('two are refused all the same', () => {
    expect(refused(read('home 020 7946 0123 mobile 07700 900123', 'GB', true)).code).toBe(
      'number_several',
    );
  });

  test('a text without one is refused for its letters', () => {
    expect(refused(read('call me on Tuesday 12', 'US', true)).code).toBe('number_letters');
  });
});

test('the countries that write numbers without their 0 are those of libphonenumber’s formats', () => {
  interface Formats {
    nationalPrefix(): string | undefined;
    formats(): { nationalPrefixIsOptionalWhenFormattingInNationalFormat(): boolean }[];
  }
  const metadata = new Metadata();
  const optional = getCountries().filter((country) => {
    metadata.selectNumberingPlan(country);
    // The types leave these two methods out.
    const plan = metadata.numberingPlan as unknown as Formats;
    if (plan.nationalPrefix() !== '0') return false;
    return plan
      .formats()
      .some((one) => one.nationalPrefixIsOptionalWhenFormattingInNationalFormat());
  });
  expect(optional).toEqual([...OPTIONAL_ZERO].sort());
});
