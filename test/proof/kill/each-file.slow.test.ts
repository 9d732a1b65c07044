import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leftIn } from './kill.ts';
import { judge } from './oracle.ts';
import { RUN, Scene, summaryOf } from './scene.ts';
import { callsIn, listing, STRACE_IS_HERE, striking, type Strike } from './strace.ts';
import { finish } from './whole.ts';

/** A disk that takes no further write, from any write on: of the lock, of the ledger's log, of the spill file, of all. */

/** Their numbers do not exist, so that every order is over at once. */
const NOBODY = `hours:
  - { from: 0, human: 1, voicemail: 0, no_answer: 0 }
phones: { person: 0, nobody: 1, menu: 0, screened: 0 }
scripted_numbers: false
`;
const CAST = { contacts: 2, lines: 1, seed: 1, faults: [], people: NOBODY };
const ENDS_WITHIN_MS = 240_000;

/** Ends of the names of the files beside the ledger; the last is every file. */
const FILES = { lock: '.reminders.lock', log: '-wal', 'spill file': '.reminders.reserve' } as const;
type FileName = keyof typeof FILES;

/** How often a session that is left alone makes this call, of each file. */
async function turnsOf(call: Strike['call']): Promise<(file: FileName | null) => number> {
  const scene = await Scene.open(CAST);
  try {
    const log = join(scene.folder, 'strace.log');
    const ended = await scene.begin(RUN, listing(log)).ended;
    expect(ended.code, ended.err).toBe(0);
    const calls = callsIn(log).filter((one) => one.call === call);
    return (file) =>
      calls.filter((one) => file === null || one.file === scene.ledger + FILES[file]).length;
  } finally {
    await scene.close();
  }
}

async function struck(strike: Strike, of: FileName | null): Promise<void> {
  const scene = await Scene.open(CAST);
  try {
    const file = of === null ? null : scene.ledger + FILES[of];
    const running = scene.begin(RUN, striking({ ...strike, file }, join(scene.folder, 'log')));
    const at = `${strike.how} from ${strike.call} no. ${strike.nth} of ${of ?? 'all files'}`;
    const late = new Promise<null>((resolve) => {
      setTimeout(resolve, ENDS_WITHIN_MS, null).unref();
    });
    const ended = await Promise.race([running.ended, late]);
    if (ended === null) throw new Error(`${at}: it does not end`);
    // What fails after the last commit is the copying of the log into the ledger, which the next opening does.
    const isOver = of === null && summaryOf(ended)?.['how'] === 'finished';
    expect(ended.code, `${at}: ${ended.err}`).toBe(isOver ? 0 : 5);
    if (!isOver) expect(ended.err, at).toMatch(/error: the ledger: .*\ntry: /);
    expect(leftIn(scene).damage, at).toBe(null);
    await finish(scene, () => undefined);
    expect(await judge(scene), at).toMatchObject({ duplicates: 0, lost: 0, unknown: 0 });
  } finally {
    await scene.close();
  }
}

/** Every turn of few, and of many every so many. */
const someOf = (turns: number, most: number): number[] => {
  const step = Math.max(1, Math.floor(turns / most));
  return Array.from({ length: Math.ceil(turns / step) }, (_, i) => 1 + i * step);
};

describe.runIf(STRACE_IS_HERE)('a disk that takes nothing more', () => {
  it.each([
    { call: 'pwrite64', how: 'error=ENOSPC', file: 'lock', most: 12 },
    { call: 'fsync', how: 'error=EIO', file: 'lock', most: 12 },
    { call: 'pwrite64', how: 'error=ENOSPC', file: 'log', most: 8 },
    { call: 'pwrite64', how: 'error=ENOSPC', file: 'spill file', most: 2 },
    { call: 'pwrite64', how: 'error=ENOSPC', file: null, most: 12 },
  ] as const)(
    'ends the session with 5, and orders nobody twice: $call $how, $file',
    async ({ call, how, file, most }) => {
      const turns = (await turnsOf(call))(file);
      expect(turns).toBeGreaterThan(0);
      for (const nth of someOf(turns, most)) await struck({ call, how, nth, onwards: true }, file);
    },
  );
});

it.skipIf(STRACE_IS_HERE)(
  'does nothing here: there is no strace, by which system calls could be struck',
  () => {
    expect(STRACE_IS_HERE).toBe(false);
  },
);
