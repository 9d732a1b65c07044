import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../../src/domain/contact/row/row.ts';
import { read } from '../row/row-setup.ts';

/** I14: a row that refuses bars its person, also where its number must be corrected before it could be called. */
const CASES: readonly (readonly [string, string | null, readonly string[]])[] = [
  ['001 212 556 7000', 'US', ['+12125567000']],
  ['(212) 556-7100 x12', 'US', ['+12125567100']],
  ['00442079461235', null, ['+442079461235']],
  ['011 44 20 7946 1236', 'US', ['+442079461236']],
  ['0049 030 1234568', 'DE', ['+49301234568']],
  ['00 221 77 123 45 67', 'SN', ['+221771234567']],
  ['2125567002.0', 'US', ['+12125567002']],
  ['212-556-7007 / 212-556-7008', 'US', ['+12125567007', '+12125567008']],
  ['(212) 556-7009 (home)', 'US', ['+12125567009']],
  ['call +1 212 556 7010 never', null, ['+12125567010']],
  ['+39 0347 1234567', null, ['+393471234567']],
  ['+65 09123 4567', null, ['+6591234567']],
];

describe('a row that refuses', () => {
  test.each(CASES)('bars whom %j (%s) means', (phone, defaultCountry, numbers) => {
    const reading = read({ phone, 'Do Not Call': '1' }, { campaign: { defaultCountry } });
    const refusal = refusalOf(reading);
    expect([refusal?.e164, ...(refusal?.otherNumbers ?? [])]).toEqual(
      expect.arrayContaining([...numbers]),
    );
  });

  test('bars nobody when nobody can be meant', () => {
    expect(refusalOf(read({ phone: 'nobody', 'Do Not Call': '1' }))).toBeNull();
  });
});
