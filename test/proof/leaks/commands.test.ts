import { expect, it } from 'vitest';
import { aHostile } from './hostile.ts';
import { repeating } from './repeating.ts';
import { Search } from './search.ts';

it('I9 a run whose provider repeats the key and numbers shows none of them, and no file does', async () => {
  const { url } = await aHostile(repeating);
  const search = new Search(url, 30);
  await search.say('run', 'leads.csv', '--live', '--yes', '--json');
  await search.sayAll([2, 3]);
  expect(search.leaks).toEqual([]);
  expect(search.said).toContain('•••');
}, 120_000);
