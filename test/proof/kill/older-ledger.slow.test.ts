import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { judge } from './oracle.ts';
import { summaryOf, RUN, Scene } from './scene.ts';

/** Somebody takes a file of the ledger away from a session, or puts an older one in its place; then it is killed. */

/** Everybody who is called is reached: a phone that rings twice rings once too often. */
const ALL_ANSWER = `hours:
  - { from: 0, human: 1, voicemail: 0, no_answer: 0, busy: 0, temporarily_unavailable: 0, unknown: 0 }
phones: { person: 1, nobody: 0, menu: 0, screened: 0 }
scripted_numbers: false
`;
const CONTACTS = 30;
const CAST = { contacts: CONTACTS, lines: 4, seed: 1, faults: [], people: ALL_ANSWER };

let scene: Scene;
afterEach(async () => {
  await scene.close();
});

const files = (): string[] =>
  ['', '-wal', '-shm'].map((end) => scene.ledger + end).filter((file) => existsSync(file));

function copyTo(name: string): string {
  const folder = join(dirname(scene.ledger), name);
  mkdirSync(folder);
  for (const file of files()) cpSync(file, join(folder, basename(file)));
  return folder;
}

function putBack(folder: string): void {
  for (const file of files()) rmSync(file);
  cpSync(folder, dirname(scene.ledger), { recursive: true });
}

const removeLog = (): void => {
  rmSync(`${scene.ledger}-wal`);
};

const replaceLog = (folder: string): void => {
  // By another file of that name, as a program that synchronises folders does it.
  const older = join(folder, `${basename(scene.ledger)}-wal`);
  renameSync(older, `${scene.ledger}-wal`);
};

/** A session that has called some, was copied then, and has called more. */
async function underWay(): Promise<{ running: ReturnType<Scene['begin']>; copy: string }> {
  scene = await Scene.open(CAST);
  const running = scene.begin(RUN);
  await running.seen('order_placed', 8);
  running.signal('SIGSTOP');
  const copy = copyTo('copy');
  running.signal('SIGCONT');
  await running.seen('order_placed', 8);
  return { running, copy };
}

async function everybodyOnce(): Promise<void> {
  const { code, err } = await scene.run(RUN);
  expect(code, err).toBe(0);
  // An order that was cancelled before it rang may be followed by another.
  expect(await judge(scene)).toMatchObject({ duplicates: 0, mostRings: 1, lost: 0, unknown: 0 });
}

it.each([
  { name: 'its log is removed', harm: removeLog },
  { name: 'its log is replaced by an older one', harm: replaceLog },
  { name: 'the copy is put back beside the lock', harm: putBack },
])('I2 nobody is ordered twice when a session is killed and $name', async ({ harm }) => {
  const { running, copy } = await underWay();
  running.signal('SIGSTOP');
  harm(copy);
  running.signal('SIGKILL');
  expect((await running.ended).signal).toBe('SIGKILL');
  await everybodyOnce();
});

it.each([
  { name: 'removed', harm: removeLog },
  { name: 'replaced by an older one', harm: replaceLog },
])('a session whose log is $name starts no further call, and says why', async ({ harm }) => {
  const { running, copy } = await underWay();
  harm(copy);
  const ended = await running.ended;
  expect(ended.code, ended.err).toBe(3);
  expect(summaryOf(ended)?.['why']).toContain('(the file that ends in -wal) was removed or');
  expect(scene.recorded().length).toBeLessThan(CONTACTS);
  await everybodyOnce();
});

it('I2 nobody is ordered twice when a session is killed while it ends because its log is gone', async () => {
  const { running } = await underWay();
  removeLog();
  await running.seen('order_settled');
  running.signal('SIGKILL');
  await running.ended;
  await everybodyOnce();
});
