import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../../src/adapters/reference/load.ts';
import { readListed } from '../../../../src/domain/phone/number/listed-number.ts';
import { tailsIn } from '../../../../src/domain/phone/number/number-tails.ts';

const { numbers: tables } = loadReference();
const read = (cell: string, ...countries: string[]) => readListed(cell, { countries, tables });

describe('a cell of a list that is one number', () => {
  test.each([
    ['+1 208 555 0123', [], '+12085550123'],
    ['208-555-0123', ['US'], '+12085550123'],
    ['020 7946 0123', ['US', 'GB'], '+442079460123'],
    ['+52 1 55 1234 5678', [], '+525512345678'],
    ['(208) 555-0123 ext. 5', ['US'], '+12085550123'],
    ['+1 208 555 0123 x123', [], '+12085550123'],
    ['+49 30 23125000 Durchwahl 5', [], '+493023125000'],
    ['12085550123.0', ['US'], '+12085550123'],
    ['tel:+1-208-555-0123', [], '+12085550123'],
  ])('%s, in %s, bars %s', (cell, countries, e164) => {
    expect(read(cell, ...countries)).toEqual({ kind: 'numbers', numbers: [e164], tails: [] });
  });

  test('bars it in every country of the list in which it is one', () => {
    const found = read('91234567', 'SG', 'NO', 'US');
    expect(found).toMatchObject({ kind: 'numbers', numbers: ['+6591234567', '+4791234567'] });
  });

  test.each([
    ['612345678', ['FR', 'ES'], ['+33612345678', '+34612345678']],
    ['7911123456', ['GB', 'IN'], ['+447911123456', '+917911123456']],
    ['612345678', ['ES', 'NL'], ['+34612345678', '+31612345678']],
    ['612345678', ['ES', 'IT'], ['+34612345678', '+390612345678']],
    ['2125550123', ['US', 'GB'], ['+12125550123']],
  ])('%s, of people in %s, may have lost its first 0: %j', (cell, countries, numbers) => {
    const found = read(cell, ...countries);
    expect(found.kind === 'numbers' ? [...found.numbers].sort() : found).toEqual(
      [...numbers].sort(),
    );
  });

  test.each([
    ['7123423', ['CI', 'IT'], '7123423'],
    ['91234567', ['SG', 'NO', 'BR'], '1234567'],
    ['91234567', ['SG', 'NO'], undefined],
    ['612 34 56 78', ['ES', 'US'], undefined],
  ])('%s, of people in %s, may lack its area code elsewhere: %s', (cell, countries, tail) => {
    expect(read(cell, ...countries)).toMatchObject({
      kind: 'numbers',
      tails: tail === undefined ? [] : [tail],
    });
  });

  test('bars it as a number abroad, too, that was written without its +', () => {
    const found = read('4722123456', 'US');
    expect(found).toEqual({
      kind: 'numbers',
      numbers: ['+14722123456', '+4722123456'],
      tails: [],
    });
  });
});

describe('a cell that is not one whole number', () => {
  test.each([
    ['208-555-0123', '5550123'],
    ['12085550123', '5550123'],
    ['0044 20 7946 0123', '9460123'],
    ['5511961234567', '1234567'],
    ['Ana Lopez, +1 208 555 0123', '5550123'],
    ['Ana 208 555 0123 (2)', '5550123'],
    ['208-555-0123 45', '5550123'],
    ['208 555 0123 ext. 5 (office)', '5550123'],
    ['+1 208 555 0123 (2026-03-01)', '5550123'],
    ['２０８ ５５５ ０１２３', '5550123'],
    ['+1 999 555 0123', '5550123'],
    ['x5550123', '5550123'],
    ['+44 20 7946 0123 / 0124', '9460123'],
    ['+44 20 7946 0123 / 0124', '9460124'],
    ['020 7946 0123/24', '9460124'],
    ['555-0123 555-0124', '5550123'],
    ['0171/1234567 oder 089/7654321', '1234567'],
    ['0171/1234567 oder 089/7654321', '7654321'],
  ])('%s bars whose number ends in %s', (cell, tail) => {
    const found = read(cell);
    expect(found.kind === 'tails' ? found.tails : [found.kind]).toContain(tail);
  });

  test('bars nobody by the digits of an extension', () => {
    expect(tailsIn('208 555 0123 x1234567')).toEqual(['5550123']);
  });
});

describe('a cell that names nobody', () => {
  test.each([
    ['4.41633E+11', 'The spreadsheet has rounded the number, and its last digits are lost.', true],
    [
      '4,4163312E11 (Tom)',
      'The spreadsheet has rounded the number, and its last digits are lost.',
      true,
    ],
    ['555 012', 'There are fewer than seven digits in it.', true],
    ['1-800-FLOWERS', 'There are fewer than seven digits in it.', true],
    ['nobody knows', 'There is no digit in it.', false],
  ])('%s is for a person to decide', (cell, message, digits) => {
    expect(read(cell)).toEqual({ kind: 'unreadable', message, digits });
  });

  test('is fine when it is blank', () => {
    for (const blank of ['', ' ', '\u00a0', '""']) expect(read(blank)).toEqual({ kind: 'blank' });
  });
});

describe('whatever is written between the digits of a number', () => {
  const digits = fc.stringMatching(/^\d{7,15}$/);
  const separator = fc.constantFrom('', '', ' ', '-', '.', ' (', ') ', '/', ' - ');
  const written = digits.chain((all) =>
    fc.array(separator, { minLength: all.length, maxLength: all.length }).map((between) => ({
      all,
      text: [...all].map((digit, i) => `${i === 0 ? '' : (between[i] ?? '')}${digit}`).join(''),
    })),
  );

  test('its last seven digits are among the tails', () => {
    fc.assert(
      fc.property(written, ({ all, text }) => {
        expect(tailsIn(text)).toContain(all.slice(-7));
      }),
      { numRuns: 3_000 },
    );
  });

  test('those of both are, where two stand in a cell', () => {
    const gap = fc.constantFrom(' ', ', ', '; ', ' / ', '/', ' or ', ' und ', ' +', '|');
    fc.assert(
      fc.property(written, written, gap, (...[one, two, between]) => {
        const tails = tailsIn(`${one.text}${between}${two.text}`);
        expect(tails).toContain(one.all.slice(-7));
        expect(tails).toContain(two.all.slice(-7));
      }),
      { numRuns: 3_000 },
    );
  });
});
