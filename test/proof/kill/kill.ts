import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadDriver } from '../../../src/adapters/sqlite/load-driver.ts';
import type { Dice } from '../sim/draw/dice.ts';
import { jsonLines, type Running } from '../../cli/desk/running.ts';
import { RUN, summaryOf, type Scene } from './scene.ts';

/** When a session is killed. Its own events pace it, so that a slow computer gets no further between two kills. */
interface Instant {
  /** So many orders were placed before; 0: by time alone, so that starting up is hit as well. */
  readonly orders: number;
  readonly thenMs: number;
  /** It is stopped for so long before; 0: not at all. */
  readonly frozenMs: number;
  /** It goes on for so long after it was stopped; 0: it is killed while it is stopped. */
  readonly wokenMs: number;
}

const STARTING_MS = 2_500;
/** A thousand people and their second attempts then last for a hundred kills. */
const ORDERS_AT_MOST = 6;
/** A session that places nothing is one that looks up what the killed ones left: it is killed too. */
const PATIENT_MS = 20_000;

export function instantOf(dice: Dice): Instant {
  const starting = dice.happens(0.15);
  const frozen = !starting && dice.happens(0.08);
  return {
    orders: starting ? 0 : dice.whole(1, ORDERS_AT_MOST),
    thenMs: starting ? dice.whole(0, STARTING_MS) : dice.whole(0, 150),
    frozenMs: frozen ? dice.whole(1_500, 7_000) : 0,
    wokenMs: frozen && dice.happens(0.7) ? dice.whole(20, 1_500) : 0,
  };
}

export interface Killed {
  readonly kills: number;
  /** Sessions that came to an end before their kill. */
  readonly ended: number;
  readonly frozen: number;
  /** Orders of which nobody knew, at a kill, whether they had left. */
  readonly inFlight: number;
  readonly live: number;
  /** What was not as it must be. */
  readonly wrong: readonly string[];
}

const passing = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a kill leaves, as the next session will find it. */
interface Left {
  readonly placing: readonly string[];
  readonly calling: number;
  readonly damage: string | null;
}

/** Reads a copy of the ledger just as the kill left it, log and all. */
export function leftIn(scene: Scene): Left {
  const path = scene.copyOfLedger();
  const db = new (loadDriver())(path);
  try {
    const keys = db.prepare<[string], string>('select key from call_order where state = ?').pluck();
    const check = db.pragma('quick_check', { simple: true });
    return {
      placing: keys.all('placing'),
      calling: keys.all('calling').length,
      damage: check === 'ok' ? null : String(check),
    };
  } catch (cause) {
    // Killed before the first table was committed: there is nothing in it yet.
    if (String(cause).includes('no such table')) return { placing: [], calling: 0, damage: null };
    throw cause;
  } finally {
    db.close();
    rmSync(dirname(path), { recursive: true });
  }
}

/** The lock belongs to the process as long as it lives, stopped or not: nobody may take its run. */
async function secondSession(scene: Scene): Promise<string | null> {
  const { code, err } = await scene.run(RUN);
  if (code === 5 && err.includes('another process is working on')) return null;
  return `a second session began beside one that was stopped, and ended with ${code}: ${err}`;
}

async function freeze(scene: Scene, running: Running, at: Instant): Promise<string | null> {
  running.signal('SIGSTOP');
  const [wrong] = await Promise.all([secondSession(scene), passing(at.frozenMs)]);
  if (at.wokenMs > 0) {
    running.signal('SIGCONT');
    await passing(at.wokenMs);
  }
  return wrong;
}

/** Begins session after session, and kills each; stops early when there is nothing left to call. */
export async function killMany(
  scene: Scene,
  { kills, dice, say }: { kills: number; dice: Dice; say: (line: string) => void },
): Promise<Killed> {
  const sum = { kills: 0, ended: 0, frozen: 0, live: 0, wrong: [] as string[] };
  const inFlight = new Set<string>();
  while (sum.kills < kills && sum.ended < kills) {
    const at = instantOf(dice);
    const running = scene.begin(RUN);
    const placed = at.orders === 0 ? passing(0) : running.seen('order_placed', at.orders);
    await Promise.race([placed, passing(PATIENT_MS), running.ended]);
    await Promise.race([passing(at.thenMs), running.ended]);
    const over = await Promise.race([running.ended.then(() => true), passing(0)]);
    if (at.frozenMs > 0 && over !== true) {
      sum.frozen += 1;
      const wrong = await freeze(scene, running, at);
      if (wrong !== null) sum.wrong.push(wrong);
    }
    running.signal('SIGKILL');
    const ended = await running.ended;
    if (ended.signal === 'SIGKILL') sum.kills += 1;
    else sum.ended += 1;
    if (ended.code !== null && ended.code !== 0 && ended.code !== 3)
      sum.wrong.push(`a session ended with ${ended.code}: ${ended.err}`);
    const left = leftIn(scene);
    for (const key of left.placing) inFlight.add(key);
    sum.live += left.calling;
    if (left.damage !== null) sum.wrong.push(`after kill ${sum.kills}: ${left.damage}`);
    say(
      `kill ${sum.kills} after ${placedIn(ended.out)} orders${at.frozenMs > 0 ? `, stopped for ${at.frozenMs} ms` : ''}: ${left.placing.length} in flight, ${left.calling} live`,
    );
    if (summaryOf(ended)?.['how'] === 'finished') break;
  }
  return { ...sum, inFlight: inFlight.size };
}

const placedIn = (out: string): number =>
  jsonLines(out).filter(({ event }) => event === 'order_placed').length;
