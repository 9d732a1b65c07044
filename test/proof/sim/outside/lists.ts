import type { SuppressList } from '../../../../src/app/people/suppress.ts';
import { Dice } from '../draw/dice.ts';
import type { Plan, RunPlan } from '../draw/draw-run.ts';
import type { Listed, ListsVersion } from './versions.ts';

export const tailOf = (number: string): string => number.slice(-7);

export const everybodyOn = ({ numbers, tailsOf }: Listed): Set<string> =>
  new Set([...numbers, ...tailsOf]);

/** As the file is read at the beginning of each session. */
export const suppressFile = ({ numbers, tailsOf }: Listed): SuppressList => ({
  name: 'left.csv',
  path: '/tmp/left.csv',
  async *entries() {
    let row = 1;
    for (const number of numbers)
      yield await Promise.resolve({ row: ++row, numbers: [number], tails: [] });
    for (const number of tailsOf)
      yield await Promise.resolve({ row: ++row, numbers: [], tails: [tailOf(number)] });
  },
});

function someOf(dice: Dice, { contacts }: RunPlan): Listed {
  const numbers = contacts.map(({ e164 }) => e164);
  return { numbers: dice.some(numbers, 0.07), tailsOf: dice.some(numbers, 0.07) };
}

function drawLists(dice: Dice, run: RunPlan): RunPlan {
  const lists: ListsVersion[] = [];
  for (let from = 0; from <= run.chapters.length; from++) {
    if (from > 0 && !dice.happens(0.5)) continue;
    lists.push({ from, suppressed: someOf(dice, run), imported: someOf(dice, run) });
  }
  return { ...run, lists };
}

/** For some: lists of people not to be called, which change between the sessions. */
export function withLists(plan: Plan): Plan {
  const dice = new Dice(`lists ${plan.seed}`);
  if (!dice.happens(0.4)) return plan;
  return { ...plan, runs: plan.runs.map((run) => drawLists(dice, run)) };
}
