import { expect, it } from 'vitest';
import { clockSkew } from '../../../src/domain/time/skew.ts';

const NOON = Date.UTC(2026, 11, 1, 12);

it.each([
  { name: 'the same second', date: NOON, our: { sentAt: NOON, heardAt: NOON + 400 }, skew: 0 },
  {
    name: 'a provider 30 s ahead',
    date: NOON + 30_400,
    our: { sentAt: NOON, heardAt: NOON + 400 },
    skew: 0,
  },
  {
    name: 'a provider further ahead',
    date: NOON + 31_000,
    our: { sentAt: NOON, heardAt: NOON + 400 },
    skew: -30_600,
  },
  {
    name: 'a provider 31 s behind, cut to its second',
    date: NOON - 31_000,
    our: { sentAt: NOON, heardAt: NOON },
    skew: 0,
  },
  {
    name: 'a provider further behind',
    date: NOON - 32_000,
    our: { sentAt: NOON, heardAt: NOON + 400 },
    skew: 31_000,
  },
  {
    name: 'a slow answer, dated when it was asked',
    date: NOON,
    our: { sentAt: NOON, heardAt: NOON + 59_000 },
    skew: 0,
  },
  {
    name: 'a slow answer, dated when it left',
    date: NOON + 58_000,
    our: { sentAt: NOON, heardAt: NOON + 59_000 },
    skew: 0,
  },
])('$name', ({ date, our, skew }) => {
  expect(clockSkew(date, our)).toBe(skew);
});
