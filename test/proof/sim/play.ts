import { LedgerError } from '../../../src/adapters/sqlite/ledger-error.ts';
import { LostSession } from '../../../src/ports/ledger/runs.ts';
import { DAY, MINUTE } from '../../app/world/setup.ts';
import { ledgerPromises } from './judge/check-ledger.ts';
import { faultsOf, promisesOf } from './judge/check.ts';
import type { Chapter } from './draw/draw-run.ts';
import type { Plan } from './draw/plan.ts';
import type { RunOnStage } from './world/stage.ts';
import { storyOf } from './story.ts';
import { World, type Lived, type Outcome } from './world/world.ts';

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
async function playChapter(world: World, run: RunOnStage, chapter: Chapter): Promise<void> {
  const { strikes, gapMs, wakeMs } = chapter;
  const { core } = world;
  await world.others.importLists(run);
  const lived = world.begin(run, strikes);
  const { life } = lived;
  const how = await Promise.race([
    lived.outcome.then(() => 'ended' as const),
    life.fell.then((strike) => strike.kind),
    core.sleep(core.now() + LONGEST_MS, { key: 'too long' }).then(() => 'too long' as const),
  ]);
  if (how === 'too long') world.broken.push(`L1 ${life.name} neither ends nor dies`);
  if (how === 'power cut') {
    for (const other of world.lives) other.life.losePower();
    world.disk.cutPower();
  }
  if (how === 'freeze') {
    void core.sleep(core.now() + wakeMs, { key: `wake ${life.name}` }).then(() => life.wake());
  }
  if (how === 'ended') judge(world, lived, await lived.outcome);
  await core.sleep(core.now() + gapMs, { key: `gap ${run.id}` });
}

/** A process may end, lose its session, or meet the broken disk it was given; anything else is a bug. */
function judge(world: World, { run, life }: Lived, outcome: Outcome): void {
  if (outcome.kind === 'ended') return;
  const { error } = outcome;
  if (error instanceof LedgerError && error.code === 'storage') return;
  if (error instanceof LostSession && life.epoch < run.epoch) return;
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.broken.push(`${life.name} threw ${said.split('\n').slice(0, 4).join(' | ')}`);
}

/** No more faults: now everybody must be done with, in sessions that are left alone. */
async function heal(world: World): Promise<void> {
  world.faults.clear();
  world.refusals = 0;
  for (const { id } of world.runs) await world.others.resume(id);
  await world.others.answerAlarm();
  await thaw(world);
  await Promise.all(world.runs.map((run) => toItsEnd(world, run)));
}

async function toItsEnd(world: World, run: RunOnStage): Promise<void> {
  const { core } = world;
  for (let i = 0; i < HEALING_SESSIONS; i++) {
    const lived = world.begin(run, []);
    const { outcome, life } = lived;
    const long = core.sleep(core.now() + LONGEST_MS, { key: 'too long' }).then(() => null);
    const over = await Promise.race([outcome, long]);
    if (over === null) {
      world.broken.push(`L1 ${life.name} does not come to an end after healing`);
      life.die();
      return;
    }
    judge(world, lived, over);
    if (over.kind === 'ended' && over.end.how === 'finished') return;
    if (over.kind === 'ended' && over.end.why.includes('older copy') && world.restore.needsPerson())
      await world.restore.acceptFor(run);
    // A ledger that was written by a clock ahead of time lets nobody call before that time has come.
    await core.sleep(core.now() + 2 * DAY, { key: 'later' });
  }
  world.broken.push(`L1 ${HEALING_SESSIONS} sessions after healing did not finish the run`);
}

/** The frozen process wakes, and finds itself replaced or goes on to its end. */
async function thaw(world: World): Promise<void> {
  for (const lived of world.lives) {
    const { life, outcome } = lived;
    if (life.dead) continue;
    life.wake();
    const over = await Promise.race([
      outcome,
      world.core.sleep(world.core.now() + MINUTE, { key: 'thaw' }).then(() => null),
    ]);
    if (over !== null) judge(world, lived, over);
  }
}

async function playAll(world: World): Promise<void> {
  let left = world.runs.length;
  const eventful = world.runs.map(async (run) => {
    for (const [nth, chapter] of run.plan.chapters.entries()) {
      run.chapter = nth;
      world.restore.atChapter(run, nth);
      await playChapter(world, run, chapter);
    }
    run.chapter = run.plan.chapters.length;
    world.restore.atChapter(run, run.chapter);
    await world.others.importLists(run);
    left -= 1;
  });
  const all = Promise.all(eventful);
  await Promise.all(
    world.runs.map(async (run, i) => {
      await eventful[i];
      while (left > 0 && (await goOnCalmly(world, run, all)));
    }),
  );
}

/** Another run may wait for the end of a call of this one: somebody goes on with it. False: it is over. */
async function goOnCalmly(world: World, run: RunOnStage, all: Promise<unknown>): Promise<boolean> {
  const { core } = world;
  const lived = world.begin(run, []);
  const how = await Promise.race([lived.outcome, all.then(() => null)]);
  if (how === null) {
    lived.life.die();
    return false;
  }
  judge(world, lived, how);
  if (how.kind === 'ended' && how.end.how === 'finished') return false;
  await Promise.race([all, core.sleep(core.now() + DAY / 4, { key: `calm ${run.id}` })]);
  return true;
}

export async function play(plan: Plan): Promise<Played> {
  const world = new World(plan);
  try {
    await world.prepare();
    await playAll(world);
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
