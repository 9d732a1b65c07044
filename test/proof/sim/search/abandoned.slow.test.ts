import { expect, test } from 'vitest';
import { abandonMany, LEFT_ALONE_WITH, tableOf, type LeftAloneWith } from './abandon.ts';
import { seedsFrom } from '../draw/seeds.ts';

/** A provider that ignores these fields of an order does what no fence can forbid: it is counted and named. */
const RINGS_AGAIN: readonly LeftAloneWith[] = ['extra_attempt', 'after_human'];
const RINGS_ON_OTHER_DAYS: readonly LeftAloneWith[] = ['held+days_ignored'];

test('I12 sixty days after its session died for ever nothing of a run has rung outside, or twice', async () => {
  const rows = new Map<LeftAloneWith, Awaited<ReturnType<typeof abandonMany>>>();
  for (const fault of LEFT_ALONE_WITH) rows.set(fault, await abandonMany(seedsFrom(1, 60), fault));
  console.log(tableOf(rows).join('\n'));
  for (const [fault, { orders, outside, more }] of rows) {
    expect(orders, fault).toBeGreaterThan(60);
    if (!RINGS_AGAIN.includes(fault)) expect(more, `rings of one order, with ${fault}`).toBe(0);
    if (!RINGS_ON_OTHER_DAYS.includes(fault) && !RINGS_AGAIN.includes(fault))
      expect(outside, `rings outside the hours, with ${fault}`).toBe(0);
  }
});
