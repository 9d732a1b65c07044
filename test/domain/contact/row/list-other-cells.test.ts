import { describe, expect, test } from 'vitest';
import { listColumns } from '../../../../src/domain/contact/columns/list-columns.ts';
import { readListRow } from '../../../../src/domain/contact/row/list-row.ts';
import { tables } from '../../phone/place/located.ts';

const on = { countries: ['US'], tables };

function read(header: string, cell: string, phone = '') {
  const columns = listColumns({ line: 1, cells: ['Phone', header] }, on);
  if (columns === null) throw new Error('no columns');
  const row = readListRow({ line: 2, cells: [phone, cell] }, columns, on);
  return {
    numbers: row?.numbers,
    tails: row?.tails.map(({ tail }) => tail),
    unreadable: row?.unreadable?.message,
  };
}

const ONE = { numbers: ['+12125567010'], tails: [], unreadable: undefined };

describe('a number in a column that is not known as a phone column', () => {
  test.each([
    ...['Direct line', 'Home', 'Office', 'Ligne directe', 'Primary contact', 'Contact', 'Fax'],
    ...['dialled', 'Notes', 'WhatsApp', ''],
  ])('bars it under the header "%s"', (header) => {
    expect(read(header, '(212) 556-7010')).toEqual(ONE);
    expect(read(header, '+1 212 556 7010')).toEqual(ONE);
    expect(read(header, '212-556-7010', '+1 212 556 7011').numbers).toContain('+12125567010');
  });

  test.each(['call +1 212 556 7010 never', '+12125567010 2026-03-01', 'Tom; 212.556.7010'])(
    'counts in "%s"',
    (cell) => {
      expect(read('Notes', cell)).toEqual(ONE);
    },
  );

  test('counts with the others that a program joined in one cell', () => {
    const both = '(212) 556-7010 ::: +1 212 556 7011';
    const numbers = ['+12125567010', '+12125567011'];
    expect(read('Notes', '', both)).toEqual({ numbers, tails: [], unreadable: undefined });
    expect(read('Notes', both).numbers).toEqual(numbers);
  });

  test('bars by its last digits when it is not whole', () => {
    expect(read('Home', '556-7010')).toMatchObject({ tails: ['5567010'], unreadable: undefined });
  });

  test.each([
    ['Record ID', '2125567010'],
    ['contactid', '51000001'],
    ['Zip', '100011234'],
    ['Order number', '7654321'],
    ['When', '2026-03-01'],
    ['When', '01/03/2026'],
    ['When', '20260301'],
    ['Worth', '1234567.50'],
    ['Place', '10001-1234'],
    ['Notes', 'asked 2026-03-01 and 12 times'],
    ['Card', '4111 1111 1111 1111'],
  ])('is not what stands under %s: %s', (header, cell) => {
    const whole = { numbers: ['+12125567011'], tails: [], unreadable: undefined };
    expect(read(header, cell, '+12125567011')).toEqual(whole);
    expect(read(header, cell).unreadable).toBe('There is no number in it.');
  });

  test('counts under the header of an id when it has its +', () => {
    expect(read('Contact ID', '+12125567010')).toEqual(ONE);
  });
});
