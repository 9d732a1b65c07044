import { expect, it } from 'vitest';
import { play } from './world/play.ts';
import { scriptOf } from './world/script.ts';

const SEEDS = Array.from({ length: 12 }, (_, i) => 1_001 + i);

it('I13 I15 twelve providers from a seed, two at a time: every promise is kept', async () => {
  const waiting = [...SEEDS];
  const convicted: string[] = [];
  let orders = 0;
  const job = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const { verdicts, log } = await play(scriptOf(seed));
      convicted.push(...verdicts.map(({ rule, text }) => `seed ${seed}: ${rule}: ${text}`));
      orders += log.filter(({ kind }) => kind === 'accepted').length;
    }
  };
  await Promise.all([job(), job()]);
  expect(convicted).toEqual([]);
  expect(orders).toBeGreaterThan(100);
});
