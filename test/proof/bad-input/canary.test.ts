import { expect, it } from 'vitest';
import { aProvider } from '../../cli/run/live/desk/provider.ts';
import { CANARY, LIVE, listed, liveRun, MANNERS, NOTATIONS, provide, Watch } from './canary.ts';

const NOBODY = 'http://127.0.0.1:9/api';

it('I9 a provider that repeats the number of a call has it masked in everything that is said', async () => {
  const [, manner] = MANNERS[1] ?? [];
  await liveRun(new Watch(), manner ?? {});
});

it('I9 a list that bars by last digits has them masked in everything that is said', async () => {
  const watch = new Watch();
  const { url, posts } = await aProvider();
  provide(watch.desk, NOTATIONS);
  listed(watch.desk);
  for (const command of ['plan', 'run']) await watch.say(url, command, 'leads.csv');
  await watch.say(url, ...LIVE, '--json');
  await watch.say(url, ...LIVE);
  expect(posts()).toEqual([]);
  expect(watch.said.join('')).toContain('the same seven digits');
  expect(watch.leaks).toEqual([]);
});

it.each(NOTATIONS)(
  'I9 a file without a header line, that begins with %s, is refused without it',
  async (cell) => {
    const watch = new Watch();
    watch.desk.write('leads.yaml', 'name: A\nassistant: { prompt: Hello. }\n');
    for (const first of [`Ada,"${cell}"`, `"${cell}","${cell}"`, `"${cell}",Ada`]) {
      watch.desk.write('leads.csv', `${first}\n${CANARY},Bruno\n`);
      for (const command of ['run', 'check', 'plan'])
        expect(await watch.say(NOBODY, command, 'leads.csv')).toBe(2);
    }
    expect(watch.leaks).toEqual([]);
  },
);
