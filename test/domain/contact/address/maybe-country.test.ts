import { describe, expect, test } from 'vitest';
import { contactOf, problemsOf } from '../row/row-setup.ts';

const US = { campaign: { defaultCountry: 'US' } };

/** Columns that are more often about a sales team, a shop or a street. */
const MAYBE = ['Region', 'Sales Territory', 'Location', 'Market', 'Nationality', 'Mailing Address'];

describe('a country in a column that may name one wins over default_country', () => {
  test.each([...MAYBE, 'Nazione', 'Cntry', 'ISO2', 'ISO3', 'Nación', 'Wohnland', 'Code pays'])(
    'under %s',
    (header) => {
      const cell = header === 'ISO2' ? 'MX' : header === 'ISO3' ? 'MEX' : 'Mexico';
      expect(contactOf({ phone: '55 1234 5678', [header]: cell }, US).e164).toBe('+525512345678');
    },
  );

  test.each([
    ['Market', 'MX', '55 1234 5678', '+525512345678'],
    ['Market', '+52', '55 1234 5678', '+525512345678'],
    ['Location', 'Guadalajara, Jalisco, Mexico', '55 1234 5678', '+525512345678'],
    ['Address', '5 rue de la Paix, 75001 Paris, France', '01 99 00 16 84', '+33199001684'],
    ['Region', 'Bénin', '97 12 34 56', '+2290197123456'],
    ['Region', "Côte d'Ivoire", '07 12 34 56', '+2250707123456'],
  ])('%s = %s', (...[header, cell, phone, e164]) => {
    expect(contactOf({ phone, [header]: cell }, US).e164).toBe(e164);
  });

  test('of the neighbour in a German list', () => {
    const de = { campaign: { defaultCountry: 'DE' } };
    expect(contactOf({ phone: '0664 1234567', Markt: 'AT' }, de).e164).toBe('+436641234567');
  });
});

describe('a country in such a column', () => {
  test.each([
    'South',
    'EMEA',
    'North America',
    'CA',
    'IN',
    'DE',
    'NE',
    'SA',
    'NAM',
    'Georgia',
    'Atlanta, GA',
    'Portland, ME',
    '1',
    '7',
    'Store 12',
    'n/a',
    'Mid-Market',
    'Sales (CA)',
    'Springfield; Indiana',
    '12 Peru Street',
    '',
  ])('is none where the cell says something else: %s', (cell) => {
    for (const header of MAYBE)
      expect([header, contactOf({ phone: '212 555 0123', [header]: cell }, US).e164]).toEqual([
        header,
        '+12125550123',
      ]);
  });

  test('counts only where no column of a country names one', () => {
    const row = { phone: '212 555 0123', Country: 'United States', Region: 'Mexico' };
    expect(contactOf(row, US).e164).toBe('+12125550123');
  });

  test('is asked for where several differ', () => {
    const { problems } = problemsOf(
      { phone: '212 555 0123', Market: 'Mexico', Location: 'Spain' },
      US,
    );
    expect(problems).toMatchObject([{ code: 'country_conflict' }]);
  });
});
