import { expect, test } from 'vitest';
import { abandonMany, type LeftAloneWith } from './abandon.ts';
import { seedsFrom } from '../draw/seeds.ts';

test.each<LeftAloneWith>(['nothing', 'held', 'cancel_missing'])(
  'I12 a run whose session dies for ever, each order with %s: nothing rings outside, nothing twice',
  async (fault) => {
    const { orders, outside, more } = await abandonMany(seedsFrom(1, 8), fault);
    expect(orders).toBeGreaterThan(5);
    expect({ outside, more }).toEqual({ outside: 0, more: 0 });
  },
);
