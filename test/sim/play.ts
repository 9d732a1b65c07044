import { LedgerError } from '../../src/adapters/sqlite/ledger-error.ts';
import { LostSession } from '../../src/ports/ledger.ts';
import { DAY, MINUTE } from '../app/setup.ts';
import { ledgerPromises } from './check-ledger.ts';
import { faultsOf, promisesOf } from './check.ts';
import type { Plan } from './plan.ts';
import { storyOf } from './story.ts';
import { World, type Lived, type Outcome } from './world.ts';

/** By then everybody is done with, however few hours a week the campaign allows (L1). */
const LONGEST_MS = 150 * DAY;
/** How long a session may take to end after a stop: the longest talk, and what cancels take (L5). */
const HEALING_SESSIONS = 8;

export interface Played {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly orders: number;
  readonly rings: number;
  readonly sessions: number;
  readonly uncertain: number;
  readonly points: number;
  /** Awaits of the first session alone. */
  readonly firstPoints: number;
  /** Damage by the fault of the provider that explains it. */
  readonly damage: ReadonlyMap<string, number>;
  /** Told only when a promise was broken. */
  readonly story: readonly string[];
}

/** One chapter: a session until it ends, dies or freezes; then the time until the next. */
async function chapter(world: World, nth: number): Promise<void> {
  const { strikes, gapMs, wakeMs } = world.plan.chapters[nth] ?? {
    strikes: [],
    gapMs: 0,
    wakeMs: 0,
  };
  const { core } = world;
  const lived = world.begin(strikes);
  const { life } = lived;
  const how = await Promise.race([
    lived.outcome.then(() => 'ended' as const),
    life.fell.then((strike) => strike.kind),
    core.sleep(core.now() + LONGEST_MS, { key: 'too long' }).then(() => 'too long' as const),
  ]);
  if (how === 'too long') world.broken.push(`L1 ${life.name} neither ends nor dies`);
  if (how === 'power cut') {
    for (const other of world.lives) other.life.die();
    world.disk.cutPower();
  }
  if (how === 'freeze') {
    void core.sleep(core.now() + wakeMs, { key: `wake ${life.name}` }).then(() => life.wake());
  }
  if (how === 'ended') judge(world, lived, await lived.outcome);
  await core.sleep(core.now() + gapMs, { key: 'gap' });
}

/** A process may end, lose its session, or meet the broken disk it was given; anything else is a bug. */
function judge(world: World, { life }: Lived, outcome: Outcome): void {
  if (outcome.kind === 'ended') return;
  const { error } = outcome;
  if (error instanceof LedgerError && error.code === 'storage') return;
  if (error instanceof LostSession && life.epoch < world.epoch) return;
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.broken.push(`${life.name} threw ${said.split('\n').slice(0, 4).join(' | ')}`);
}

/** No more faults: now everybody must be done with, in sessions that are left alone. */
async function heal(world: World): Promise<void> {
  const { core, faults } = world;
  faults.clear();
  world.refusals = 0;
  await world.others.resume();
  await world.others.answerAlarm();
  await thaw(world);
  for (let i = 0; i < HEALING_SESSIONS; i++) {
    const { outcome, life } = world.begin([]);
    const long = core.sleep(core.now() + LONGEST_MS, { key: 'too long' }).then(() => null);
    const over = await Promise.race([outcome, long]);
    if (over === null) {
      world.broken.push(`L1 ${life.name} does not come to an end after healing`);
      life.die();
      return;
    }
    judge(world, { outcome, life }, over);
    judge(world, { outcome, life }, over);
    if (over.kind === 'ended' && over.end.how === 'finished') return;
    // A ledger that was written by a clock ahead of time lets nobody call before that time has come.
    await core.sleep(core.now() + 2 * DAY, { key: 'later' });
  }
  world.broken.push(`L1 ${HEALING_SESSIONS} sessions after healing did not finish the run`);
}

/** Whoever was frozen wakes, and finds itself replaced or goes on to its end. */
async function thaw(world: World): Promise<void> {
  for (const { life, outcome } of world.lives) {
    if (life.dead) continue;
    life.wake();
    const over = await Promise.race([
      outcome,
      world.core.sleep(world.core.now() + MINUTE, { key: 'thaw' }).then(() => null),
    ]);
    if (over !== null) judge(world, { life, outcome }, over);
  }
}

export async function play(plan: Plan): Promise<Played> {
  const world = new World(plan);
  try {
    await world.prepare();
    for (let nth = 0; nth < plan.chapters.length; nth++) await chapter(world, nth);
    await heal(world);
    // Before anybody decides about those who are uncertain: afterwards none of them is left.
    const first = await ledgerPromises(world);
    const sends = world.record.sends.length;
    if ((await world.others.decide()) > 0) await heal(world);
    else if (world.broken.length === 0) {
      // I8: what is finished calls nobody when it is started again.
      await heal(world);
      if (world.record.sends.length > sends) world.broken.push('I8 a finished run called again');
    }
    const promises = await promisesOf(world);
    const broken = [...new Set([...world.broken, ...first.broken, ...promises.broken])];
    return {
      seed: plan.seed,
      broken,
      story: broken.length === 0 ? [] : storyOf(world),
      damage: faultsOf(promises),
      orders: world.record.orders.size,
      rings: promises.rings,
      sessions: world.lives.length,
      uncertain: first.uncertain,
      firstPoints: world.lives[0]?.life.points ?? 0,
      points: world.lives.reduce((sum, { life }) => sum + life.points, 0),
    };
  } finally {
    await world.close();
  }
}
