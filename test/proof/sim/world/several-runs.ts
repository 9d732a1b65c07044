import type { NewContact } from '../../../../src/domain/contact/contact.ts';
import { faultSchema } from '../../../../src/sandbox/faults/faults.ts';
import { aContact } from '../../../app/world/setup.ts';
import { Dice } from '../draw/dice.ts';
import { drawChapters, drawDefinition, type Plan, type RunPlan } from '../draw/draw-run.ts';

/** Numbers of people whom only the second run has. */
const OTHERS_FROM = 60;

/** Often too few for the attempts that a campaign asks for: the caps have to hold people back. */
function caps(dice: Dice): object {
  const found = {
    ...(dice.happens(0.5) ? { per_day: dice.whole(1, 2) } : {}),
    ...(dice.happens(0.5) ? { per_week: dice.whole(2, 4) } : {}),
  };
  return Object.keys(found).length === 0 ? { per_day: 1 } : found;
}

/** How often people may be called, and how long they are left alone. */
function limits(dice: Dice): Record<string, unknown> {
  return {
    ...(dice.happens(0.6) ? { caps: caps(dice) } : {}),
    ...(dice.happens(0.4) ? { cool_off: { after_talk: dice.pick(['2h', '30h', '9d']) } } : {}),
    ...(dice.happens(0.7) ? { repeat_after: dice.pick(['1m', '3h', '2d']) } : {}),
  };
}

/** Some people of the first run, as their own file has them, and some whom it does not have. */
function overlapping(dice: Dice, first: readonly NewContact[]): NewContact[] {
  const both = first
    .filter(() => dice.happens(0.7))
    .map((contact) => ({ ...contact, priority: dice.whole(0, 1), concurrencyKey: null }));
  const [someone] = first;
  const where = someone === undefined ? {} : { zones: someone.zones, group: someone.group };
  const own = Array.from({ length: dice.whole(both.length === 0 ? 1 : 0, 3) }, (_, i) =>
    aContact(OTHERS_FROM + i, where),
  );
  return [...own, ...both];
}

/** Limits for some, and for some of those a second run that calls the same people at the same time. */
export function severalRuns(seed: number, first: RunPlan): RunPlan[] {
  const dice = new Dice(`runs ${seed}`);
  const limited = dice.happens(0.5);
  const runs = [
    limited ? { ...first, definition: { ...first.definition, ...limits(dice) } } : first,
  ];
  if (!dice.happens(0.3)) return runs;
  const second = {
    id: 'another-run',
    definition: {
      ...drawDefinition(dice),
      ...(limited ? limits(dice) : {}),
      name: 'Another simulation',
    },
    contacts: overlapping(dice, first.contacts),
    chapters: drawChapters(dice).slice(0, 3),
  };
  return [...runs, second];
}

/** For some of two runs: nobody knows of many orders whether they rang, and the other run calls the same people. */
export function withDoubt(plan: Plan): Plan {
  const dice = new Dice(`doubt ${plan.seed}`);
  if (plan.runs.length < 2 || plan.settleMs !== null || !dice.happens(0.5)) return plan;
  const lost = { kind: 'drop_after', method: 'POST', path: '/api/call', times: null };
  const fault = faultSchema.parse({ ...lost, rate: dice.spread(20, 70) / 100 });
  return { ...plan, search: 'none', faults: [...plan.faults, fault] };
}
