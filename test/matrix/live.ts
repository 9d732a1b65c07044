import { leftIn } from '../proof/kill/kill.ts';
import { judge } from '../proof/kill/oracle.ts';
import { RUN, Scene, type Runtime } from '../proof/kill/scene.ts';
import { brokenBy, finish } from '../proof/kill/whole.ts';
import { bad, good, shortly, type Cell } from './cell.ts';

/** About a minute of calls on a computer that does nothing else. */
const CONTACTS = 150;
const LINES = 10;
const KILL_AFTER = [40, 40];

/** A live run against `campaign sandbox`, killed twice in the middle and taken up again to its end. */
export async function liveMinute(runtime: Runtime): Promise<Cell> {
  const began = performance.now();
  const scene = await Scene.open({
    contacts: CONTACTS,
    lines: LINES,
    seed: 1,
    faults: [],
    runtime,
  });
  try {
    const inFlight = new Set<string>();
    for (const orders of KILL_AFTER) {
      const session = scene.begin(RUN);
      const placed = await session.seen('order_placed', orders);
      session.signal('SIGKILL');
      const ended = await session.ended;
      if (!placed) return bad(`a session ended with ${String(ended.code)}: ${shortly(ended.err)}`);
      for (const key of leftIn(scene).placing) inFlight.add(key);
    }
    await finish(scene, () => undefined);
    const verdict = await judge(scene);
    const killed = { kills: 2, ended: 0, frozen: 0, live: 0, wrong: [], inFlight: inFlight.size };
    const seconds = (performance.now() - began) / 1000;
    const broken = brokenBy({ killed, verdict, sessions: 3, seconds }, { lines: LINES });
    if (broken.length > 0) return bad(broken.join('; '));
    const uncertain = verdict.uncertain === 0 ? '' : `, ${verdict.uncertain} uncertain`;
    return good(
      `${verdict.orders} orders in ${seconds.toFixed(0)} s, none twice, no row lost${uncertain}`,
    );
  } catch (cause) {
    return bad(shortly(String(cause)));
  } finally {
    await scene.close();
  }
}
