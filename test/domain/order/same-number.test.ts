import { expect, test } from 'vitest';
import { mayBeSameNumber } from '../../../src/domain/order/same-number.ts';

test.each([
  ['+12025550100', '+12025550100', true],
  ['12025550100', '+12025550100', true],
  ['(202) 555-0100', '+12025550100', true],
  ['+5491155550100', '+541155550100', true],
  ['+12025550101', '+12025550100', false],
  ['0100', '+12025550100', false],
  ['', '+12025550100', false],
  ['anonymous', '+12025550100', false],
])('whether %j may be %j: %s', (said, told, may) => {
  expect(mayBeSameNumber(said, told)).toBe(may);
});
