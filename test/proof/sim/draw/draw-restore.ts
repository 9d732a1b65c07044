import { DAY, HOUR, MINUTE } from '../../../app/world/setup.ts';
import { Dice } from './dice.ts';
import type { Chapter, Plan, RunPlan } from './draw-run.ts';
import type { Strike } from '../world/life.ts';

/** The disk fails just as the provider's id of an order is to be written down. */
function unwritten(dice: Dice, run: RunPlan): RunPlan {
  const fail: Strike = { kind: 'throw', where: 'ledger.accepted', at: dice.spread(1, 8) };
  const chapter: Chapter = { strikes: [fail], gapMs: dice.spread(1, DAY), wakeMs: 0 };
  return { ...run, chapters: [chapter, ...run.chapters] };
}

/** A disk that fails at the worst moment for some; for others an older copy of the ledger comes back. */
export function withRestore(drawn: Plan): Plan {
  const dice = new Dice(`restore ${drawn.seed}`);
  const fails = dice.happens(0.1);
  // Where a search could find what was not written down, nobody would miss it.
  const missed = fails && drawn.settleMs === null;
  const plan = missed ? { ...drawn, search: 'none' as const } : drawn;
  const runs = plan.runs.map((run, i) => (fails && i === 0 ? unwritten(dice, run) : run));
  const [first] = runs;
  // What a second run has ordered since the copy nobody could look up for the first one.
  if (!dice.happens(0.15) || first === undefined || runs.length > 1) return { ...plan, runs };
  const calm: Chapter = {
    strikes: [{ kind: 'kill', at: dice.spread(100, 900) }],
    gapMs: 2 * MINUTE,
    wakeMs: 0,
  };
  const chapters = first.chapters.length === 0 ? [calm] : first.chapters;
  const copyAt = dice.whole(0, chapters.length - 1);
  const restored = {
    copyAt,
    copyAfterMs: dice.spread(1, HOUR),
    backAt: dice.whole(copyAt + 1, chapters.length),
    saysSo: dice.happens(0.6),
  };
  return { ...plan, runs: [{ ...first, chapters }], restored };
}
