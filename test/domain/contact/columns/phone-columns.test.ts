import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { refusalOf } from '../../../../src/domain/contact/row/row.ts';
import { contactOf, problemsOf, read } from '../row/row-setup.ts';

const BOTH = { wish: { phone: ['Mobile', 'Phone'] } };
const MOBILE = '+14155550123';
const PHONE = '+14155550145';

describe('several phone columns, in an order of choice', () => {
  it('the first that is filled is called, and the others are numbers of the same person', () => {
    const contact = contactOf({ Phone: PHONE, Mobile: MOBILE }, BOTH);
    expect(contact).toMatchObject({ e164: MOBILE, phoneColumn: 1, otherNumbers: [PHONE] });
  });

  test.each(['', ' ', 'n/a', '-', 'none', 'unknown', '#N/A'])('%j fills nothing', (cell) => {
    const contact = contactOf({ Phone: PHONE, Mobile: cell }, BOTH);
    expect(contact).toMatchObject({ e164: PHONE, phoneColumn: 0, otherNumbers: [] });
  });

  it('digits that cannot be read are a problem of their own column: no other number is guessed', () => {
    const { problems } = problemsOf({ Phone: PHONE, Mobile: '+1415' }, BOTH);
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ['Mobile', 'number_too_short'],
    ]);
  });

  it.each([
    `${MOBILE} ::: ${PHONE}`,
    `${MOBILE}:::${PHONE}`,
    ` ::: ${MOBILE} ::: ${PHONE} ::: n/a`,
  ])('of several in one cell, as an address book joins them, the first is called: %j', (cell) => {
    const contact = contactOf({ 'Phone 1 - Value': cell });
    expect(contact).toMatchObject({ e164: MOBILE, otherNumbers: [PHONE] });
  });

  it('another mark between two numbers stays a problem: nobody can say what it means', () => {
    const { problems } = problemsOf({ phone: `${MOBILE}; ${PHONE}` });
    expect(problems.map(({ code }) => code)).toEqual(['number_several']);
  });

  it('one number in two columns is one number', () => {
    const contact = contactOf({ Phone: '(415) 555-0123', Mobile: MOBILE, country: 'US' }, BOTH);
    expect(contact.otherNumbers).toEqual([]);
  });

  it('is no placeholder and no order of a person: the columns are not sent as variables', () => {
    expect(contactOf({ Phone: PHONE, Mobile: MOBILE }, BOTH).variables).toEqual({});
  });

  it('a refusal of the row is one of all its numbers, also where the first cannot be read', () => {
    const row = { Phone: PHONE, Mobile: MOBILE, 'Do Not Call': 'yes' };
    expect(refusalOf(read(row, BOTH))).toMatchObject({ e164: MOBILE, otherNumbers: [PHONE] });
    const odd = { ...row, Mobile: '+1415' };
    expect(refusalOf(read(odd, BOTH))).toMatchObject({ e164: PHONE, otherNumbers: [] });
  });

  it('a cell never takes the place of one that is chosen before it', () => {
    const cell = fc.constantFrom('', 'n/a', MOBILE, PHONE, '+14155550167');
    fc.assert(
      fc.property(fc.array(cell, { minLength: 3, maxLength: 3 }), ([a = '', b = '', c = '']) => {
        const reading = read({ a, b, c }, { wish: { phone: ['b', 'c', 'a'] } });
        const first = [b, c, a].find((one) => one.startsWith('+'));
        expect(reading.kind === 'contact' ? reading.contact.e164 : undefined).toBe(first);
      }),
    );
  });
});

describe('a row without a number, beside a column that has one', () => {
  it('says how that column is called', () => {
    const { problems } = problemsOf({ 'Phone Number': '', 'Mobile Phone Number': MOBILE });
    expect(problems).toMatchObject([
      {
        code: 'number_elsewhere',
        message: 'The cell is empty. The column "Mobile Phone Number" has one.',
        fix: 'To call that one where the first is empty: columns: { phone: ["Phone Number", "Mobile Phone Number"] }.',
      },
    ]);
  });

  test.each(['Assistant Phone', 'Emergency contact phone', 'Fax', 'Phone type'])(
    '%s is not proposed',
    (header) => {
      const { problems } = problemsOf({ Phone: '', [header]: MOBILE });
      expect(problems).toMatchObject([{ code: 'number_blank' }]);
    },
  );
});
