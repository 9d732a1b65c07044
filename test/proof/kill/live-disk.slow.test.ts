import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDriver } from '../../../src/adapters/sqlite/load-driver.ts';
import { jsonLines } from '../../cli/desk/running.ts';
import { leftIn } from './kill.ts';
import { judge } from './oracle.ts';
import { RUN, Scene } from './scene.ts';
import { callsIn, listing, STRACE_IS_HERE, striking, type Strike } from './strace.ts';
import { finish } from './whole.ts';

/** A live run whose disk fails, or whose process dies, at the Nth commit: N swept over all in which somebody is called. */

/** Their numbers do not exist, so that every order is over at once. */
const NOBODY = `hours:
  - { from: 0, human: 1, voicemail: 0, no_answer: 0 }
phones: { person: 0, nobody: 1, menu: 0, screened: 0 }
scripted_numbers: false
`;
/** No search ever finds an order: what the provider said is known to the process that wrote it down, and to nobody else. */
const NO_SEARCH = 'search_lags:1,seconds=86400';
const CAST = { contacts: 2, lines: 1, seed: 1, people: NOBODY };
/** What is written to other files, and when, differs from run to run: only calls on the log of the ledger are counted. */
const logOf = (scene: Scene): string => `${scene.ledger}-wal`;

/** Turns of this call on the log, one for each commit since the first person was about to be called. */
async function turnsOf(call: Strike['call']): Promise<number[]> {
  const scene = await Scene.open({ ...CAST, faults: [] });
  const log = join(scene.folder, 'strace.log');
  const running = scene.begin(RUN, listing(log));
  const ended = await running.ended;
  expect(ended.code, ended.err).toBe(0);
  const calls = callsIn(log).filter(({ file }) => file === logOf(scene));
  await scene.close();
  const settled = jsonLines(ended.out).filter(({ event }) => event === 'order_settled').length;
  // A commit of SQLite ends with a sync of its log.
  const isSync = (one: { readonly call: string }): boolean => one.call === 'fsync';
  const commits = calls.flatMap((one, at) => (isSync(one) ? [at] : []));
  // Claimed, accepted, settled: three for each order; the last ends the session.
  const calling = commits.slice(-3 * settled - 1);
  return calling.map((at) => {
    const from = call === 'fsync' ? at : calls.slice(0, at).findLastIndex(isSync) + 1;
    return calls.slice(0, from + 1).filter((one) => one.call === call).length;
  });
}

function keysIn(scene: Scene): string[] {
  const path = scene.copyOfLedger();
  const db = new (loadDriver())(path);
  const keys = db.prepare<[], string>('select key from call_order').pluck().all();
  db.close();
  rmSync(dirname(path), { recursive: true });
  return keys;
}

interface Struck {
  readonly ended: string;
  /** The provider's word had to be kept beside the ledger. */
  readonly reserved: boolean;
}

async function struck(strike: Strike): Promise<Struck> {
  const faults = strike.how === 'signal=KILL' ? [] : [NO_SEARCH];
  const scene = await Scene.open({ ...CAST, faults });
  try {
    const log = join(scene.folder, 'strace.log');
    const ended = await scene.begin(RUN, striking({ ...strike, file: logOf(scene) }, log)).ended;
    const at = `${strike.how} at ${strike.call} no. ${strike.nth}: ${ended.err}`;
    if (strike.how === 'signal=KILL') expect(ended.signal, at).toBe('SIGKILL');
    else expect([0, 3, 5], at).toContain(ended.code);
    const keys = keysIn(scene);
    for (const order of scene.recorded())
      expect(keys, `I1 ${at}`).toContain(order.metadata['campaign_order_key']);
    expect(leftIn(scene).damage, at).toBe(null);
    const reserved = existsSync(scene.reserve) && readFileSync(scene.reserve, 'utf8').trim() !== '';
    await finish(scene, () => undefined);
    const verdict = await judge(scene);
    expect(verdict, at).toMatchObject({ duplicates: 0, lost: 0, unknown: 0, uncertainPlaced: 0 });
    if (strike.how === 'error=ENOSPC') expect(verdict.uncertain, at).toBe(0);
    expect(verdict.uncertain, at).toBeLessThanOrEqual(1);
    return { ended: String(ended.signal ?? ended.code), reserved };
  } finally {
    await scene.close();
  }
}

async function sweep(call: Strike['call'], how: Strike['how']): Promise<Struck[]> {
  const turns = await turnsOf(call);
  const all: Struck[] = [];
  for (const nth of turns) all.push(await struck({ call, how, nth }));
  const said = all.map(({ ended, reserved }) => (reserved ? `${ended} (reserve)` : ended));
  console.log(`${how} at ${call} no. ${turns.join(' ')} ended with ${said.join(', ')}`);
  return all;
}

if (!STRACE_IS_HERE) {
  it('does nothing here: there is no strace, by which system calls could be struck', () => {
    expect(STRACE_IS_HERE).toBe(false);
  });
}

describe.runIf(STRACE_IS_HERE)(
  'a live run whose disk fails goes on, and orders nobody twice',
  () => {
    it('I1 is killed at each sync in which somebody is called', async () => {
      const all = await sweep('fsync', 'signal=KILL');
      expect(all.length).toBe(7);
    });

    it.each([
      ['fsync', 'error=EIO'],
      ['pwrite64', 'error=ENOSPC'],
    ] as const)('finds through the reserve what it could not write: %s %s', async (call, how) => {
      const all = await sweep(call, how);
      expect(all.filter(({ ended }) => ended === '5').length).toBeGreaterThan(4);
      expect(all.filter(({ reserved }) => reserved).length).toBeGreaterThan(0);
    });
  },
);
