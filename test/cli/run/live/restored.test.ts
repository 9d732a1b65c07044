import { copyFileSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aDesk } from '../../desk/desk.ts';
import { atTerminal, provide } from './desk/live-desk.ts';
import { aProvider } from './desk/provider.ts';

const LIVE = ['run', 'leads.csv', '--live', '--yes'];

/** This provider has no search, as the real one may not: nothing tells who was called since the copy. */
it.each([
  { name: 'a copy by campaign backup', byBackup: true, lockLost: true },
  {
    name: 'a copy by other means beside the lock that knows better',
    byBackup: false,
    lockLost: false,
  },
  { name: 'a copy by other means without its lock', byBackup: false, lockLost: true },
])('$name calls nobody before a person has taken it on', async ({ byBackup, lockLost }) => {
  const desk = aDesk();
  provide(desk, 4);
  const { url, posts } = await aProvider();
  const at = { url, typed: [] };
  await atTerminal(desk, [...LIVE, '--limit', '1'], at);
  const copy = desk.path('copy.db');
  if (byBackup) expect((await atTerminal(desk, ['backup', '-o', 'copy.db'], at)).code).toBe(0);
  else copyFileSync(desk.ledger, copy);
  await atTerminal(desk, [...LIVE, '--limit', '2'], at);
  expect(posts()).toHaveLength(2);

  for (const suffix of ['', '-wal', '-shm']) rmSync(desk.ledger + suffix, { force: true });
  copyFileSync(copy, desk.ledger);
  // On a new computer there is no lock that remembers.
  if (lockLost) rmSync(`${desk.ledger}.reminders.lock`);
  const stopped = await atTerminal(desk, LIVE, at);
  expect({ code: stopped.code, posts: posts().length }).toEqual({ code: 3, posts: 2 });
  expect(stopped.out).toContain(
    'this ledger is an older copy, and the provider has no search by contact',
  );
  expect((await atTerminal(desk, LIVE, at)).code, 'it stays so').toBe(3);

  const taken = await atTerminal(desk, [...LIVE, '--restored', 'compared by hand'], at);
  expect(taken.code).toBe(0);
  expect(posts()).toHaveLength(5);
});
