import type { SearchKind } from '../../../src/sandbox/search/kinds.ts';
import { Dice } from '../sim/draw/dice.ts';
import { killMany, type Killed } from './kill.ts';
import { judge, type Verdict } from './oracle.ts';
import { RUN, Scene, summaryOf } from './scene.ts';

/** Answers that are lost, late or wrong, each of its own share of the requests. */
const FAULTS = [
  'error_after:0.02,path=/api/call,method=POST',
  'drop_after:0.02,path=/api/call,method=POST',
  'drop_before:0.005,path=/api/call,method=POST',
  'garbled_after:0.01,path=/api/call,method=POST',
  'slow_after:0.04,path=/api/call,method=POST,seconds=1',
  'throttle:0.01,path=/api/call,method=POST,retry-after=1',
  'drop_after:0.01,method=GET',
  'error_before:0.02,path=/api/call/search',
  'hidden:0.03,seconds=2',
  'search_lags:0.1,seconds=4',
];

/**
 * Of a run that nobody kills any more: a stop of its own may come in between, a bug may not. Where nothing can be
 * looked up, every fifth unclear answer stops a session (I15).
 */
const SESSIONS_AT_MOST = 6;
const UNSEARCHED_AT_MOST = 40;

export interface Whole {
  readonly killed: Killed;
  readonly verdict: Verdict;
  /** Sessions that the run took to its end when nobody killed it any more. */
  readonly sessions: number;
  readonly seconds: number;
}

export interface Choice {
  readonly kills: number;
  readonly contacts: number;
  readonly lines: number;
  readonly seed: number;
  readonly search?: SearchKind;
  readonly say: (line: string) => void;
}

/** Runs on until the run says of itself that it has finished. */
export async function finish(
  scene: Scene,
  say: (line: string) => void,
  search?: SearchKind,
): Promise<number> {
  const most = search === 'none' ? UNSEARCHED_AT_MOST : SESSIONS_AT_MOST;
  for (let session = 1; session <= most; session++) {
    const ended = await scene.run(RUN);
    const summary = summaryOf(ended);
    say(`then on to ${String(summary?.['how'])}: ${String(summary?.['why'])}`);
    if (summary?.['how'] === 'finished') return session;
    if (ended.code !== 3) throw new Error(`a session ended with ${ended.code}: ${ended.err}`);
  }
  throw new Error(`the run had no end after ${most} sessions`);
}

/** Kills session after session of one run, lets it go on to its end, and looks at what happened. */
export async function killedRun({ kills, seed, say, ...size }: Choice): Promise<Whole> {
  const began = performance.now();
  const scene = await Scene.open({ ...size, seed, faults: FAULTS });
  try {
    const killed = await killMany(scene, { kills, dice: new Dice(seed), say });
    const sessions = await finish(scene, say, size.search);
    await scene.heal();
    const verdict = await judge(scene);
    return { killed, verdict, sessions, seconds: (performance.now() - began) / 1000 };
  } finally {
    await scene.close();
  }
}

/** The promises that were broken, in words; empty when each was kept. */
export function brokenBy(
  { killed, verdict }: Whole,
  { lines, search = 'number' }: { readonly lines: number; readonly search?: SearchKind },
): string[] {
  const { duplicates, lost, unknown, untold, uncertain, uncertainPlaced, mostRings, ambiguous } =
    verdict;
  const bound = killed.inFlight + ambiguous;
  const said = [...killed.wrong];
  if (duplicates > 0) said.push(`${duplicates} duplicates`);
  if (mostRings > 2) said.push(`somebody was rung ${mostRings} times; 2 were allowed`);
  if (lost > 0) said.push(`${lost} rows are lost`);
  if (untold > 0) said.push(`${untold} people were rung more often than the export says`);
  // What the list of attempts alone confirms has no id of its order.
  if (unknown > 0 && search !== 'none')
    said.push(`${unknown} orders of the provider are in no row`);
  if (uncertain > bound) said.push(`${uncertain} are uncertain; at most ${bound} may be`);
  if (killed.inFlight > killed.kills * lines) said.push('more in flight than there are lines');
  const findable = search === 'number' || search === 'metadata';
  if (uncertainPlaced > 0 && findable)
    said.push(`${uncertainPlaced} orders were placed, could be looked up, and stayed uncertain`);
  return said;
}

export const figures = ({ killed, verdict, sessions, seconds }: Whole): string[] => [
  `${killed.kills} kills (${killed.frozen} after SIGSTOP), ${killed.ended} sessions ended before theirs, ${sessions} to the end, ${seconds.toFixed(0)} s`,
  `${verdict.orders} orders, ${verdict.rings} phones rang, ${verdict.neverRang} did not; most live at once ${verdict.mostLive}`,
  `duplicates ${verdict.duplicates}, rows lost ${verdict.lost}, orders without an id ${verdict.unknown}, rings untold ${verdict.untold}, most rings of one number ${verdict.mostRings}`,
  `uncertain ${verdict.uncertain}, of them placed ${verdict.uncertainPlaced}; in flight at a kill ${killed.inFlight}, ambiguous answers ${verdict.ambiguous}, live at a kill ${killed.live}`,
  `states ${JSON.stringify(verdict.states)}`,
];
