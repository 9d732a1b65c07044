import { describe, expect, test } from 'vitest';
import { ORDER_KEY_METADATA } from '../../../src/domain/order/sending/labels.ts';
import { notOf } from '../../../src/domain/order/foreign.ts';
import { anOrder } from './builders.ts';

const ORDER = { key: 'c1-1', e164: '+12025550100' };
const answer = (key: unknown, number?: string) =>
  anOrder({ metadata: { [ORDER_KEY_METADATA]: key }, ...(number === undefined ? {} : { number }) });

describe('an answer about the order (I15)', () => {
  test.each([
    ['our key and number', answer('c1-1', '+12025550100')],
    ['nothing of either', anOrder()],
    ['no key that can be read', answer({}, '+12025550100')],
    ['the number as it is written at home', answer('c1-1', '(202) 555-0100')],
    ['the number without its plus', answer('c1-1', '12025550100')],
    ['a number that is hidden', answer('c1-1', '***')],
  ])('%s', (_name, view) => {
    expect(notOf(ORDER, view)).toBeNull();
  });

  test('a mobile of Argentina, with and without its 9', () => {
    const order = { key: 'c1-1', e164: '+5491155550100' };
    expect(notOf(order, answer('c1-1', '+541155550100'))).toBeNull();
  });
});

describe('an answer about another order', () => {
  test.each([
    ['another key', answer('c2-1', '+12025550100'), 'it carries the key of another order'],
    ['an earlier key of the same person', answer('c1-0'), 'it carries the key of another order'],
    ['another number', answer('c1-1', '+12025550101'), 'it is to another number'],
    ['another number and no key', anOrder({ number: '+12025550101' }), 'it is to another number'],
  ])('%s', (_name, view, why) => {
    expect(notOf(ORDER, view)).toBe(why);
  });
});
