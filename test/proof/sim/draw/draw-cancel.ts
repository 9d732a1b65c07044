import { faultSchema, TRANSPORT_FAULTS } from '../../../../src/sandbox/faults/faults.ts';
import { Dice } from './dice.ts';
import type { Plan, RunPlan } from './draw-run.ts';
import type { Strike } from '../world/life.ts';

/** Awaits at which orders are on their way, wait to ring, or are live. */
const AIMS = [
  'ledger.claim after',
  'ledger.mayStart after',
  'api.place after',
  'ledger.observe after',
  'api.get after',
  'clock.sleep follow',
] as const;

function cancelled(dice: Dice, run: RunPlan): RunPlan {
  const where = dice.happens(0.7) ? { where: dice.pick(AIMS) } : {};
  const at = dice.spread(1, 'where' in where ? 60 : 600);
  const cancel: Strike = { kind: 'cancel', hangUp: dice.happens(0.5), at, ...where };
  const calm = { strikes: [], gapMs: 60_000, wakeMs: 60_000 };
  const chapters = run.chapters.length === 0 ? [calm] : run.chapters;
  const nth = dice.whole(0, chapters.length - 1);
  // Half of the time nothing else befalls that session, so that what it does about the cancel is seen.
  const alone = dice.happens(0.5);
  return {
    ...run,
    chapters: chapters.map((chapter, i) =>
      i === nth
        ? { ...chapter, strikes: alone ? [cancel] : [cancel, ...chapter.strikes] }
        : chapter,
    ),
  };
}

/** Somebody cancels a run for good, with or without its talks; often while orders are held back before they ring. */
export function withCancel(plan: Plan): Plan {
  const dice = new Dice(`cancel ${plan.seed}`);
  if (!dice.happens(0.2)) return plan;
  const nth = dice.whole(0, plan.runs.length - 1);
  const runs = plan.runs.map((run, i) => (i === nth ? cancelled(dice, run) : run));
  const held = faultSchema.parse({
    kind: 'held',
    times: null,
    rate: 0.5,
    seconds: dice.spread(5, 200),
  });
  // What is lost on the way to the provider excuses much: often nothing is.
  const lossless = dice.happens(0.4);
  const faults = plan.faults.filter(
    ({ kind }) => !lossless || !(TRANSPORT_FAULTS as readonly string[]).includes(kind),
  );
  return { ...plan, runs, faults: dice.happens(0.6) ? [...faults, held] : faults };
}
