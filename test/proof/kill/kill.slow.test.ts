import { expect, it } from 'vitest';
import { brokenBy, figures, killedRun } from './whole.ts';

/**
 * The built program against `campaign sandbox`, each in its own process, killed for real at instants that a seed
 * draws. `npm run kill` kills a hundred times among a thousand people.
 */
const LINES = 30;

it('I1 I5 I6 killed 25 times by SIGKILL, a run orders nobody twice and loses no row', async () => {
  const choice = { kills: 25, contacts: 400, lines: LINES, seed: 5 };
  const said: string[] = [];
  const whole = await killedRun({ ...choice, say: (line) => said.push(line) });
  console.log([`seed ${choice.seed}`, ...figures(whole)].join('\n'));
  expect(brokenBy(whole, { lines: LINES }), said.join('\n')).toEqual([]);
  expect(whole.killed.kills).toBeGreaterThanOrEqual(20);
  expect(whole.killed.frozen).toBeGreaterThan(0);
  expect(whole.killed.inFlight).toBeGreaterThan(0);
});
