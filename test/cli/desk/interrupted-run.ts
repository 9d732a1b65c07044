import { expect } from 'vitest';
import { aDesk, type Desk } from './desk.ts';
import { CAMPAIGN, NOW, numbers, people } from './people.ts';
import { cell, lines, repeated, sandboxOrders, tally, type Line } from './reading-back.ts';
import { jsonLines, type Ended } from './running.ts';

/** A run that is ended in the middle and taken up again, and what must hold of it afterwards. */

export const COUNT = 25;
export const RUN = ['run', 'leads.csv', '--now', NOW, '--json'];
export const RESUME = ['resume', '--rehearsal', '--json'];

/** An event of the run, and the how manieth of its kind. */
export type Instant = readonly [event: string, nth: number];

export function aPreparedDesk(): Desk {
  const desk = aDesk();
  desk.write('leads.csv', people(COUNT));
  desk.write('leads.yaml', CAMPAIGN);
  return desk;
}

/** Runs until the instant, and gets the signal then. */
export async function endAt(
  desk: Desk,
  args: readonly string[],
  at: { instant: Instant; signal: NodeJS.Signals },
): Promise<Ended> {
  const running = desk.begin(args);
  const seen = await running.seen(...at.instant);
  running.signal(at.signal);
  const ended = await running.ended;
  expect(seen, `${at.instant.join(' ')} never came: ${ended.err}`).toBe(true);
  return ended;
}

export async function killAt(desk: Desk, args: readonly string[], instant: Instant): Promise<void> {
  const { signal } = await endAt(desk, args, { instant, signal: 'SIGKILL' });
  expect(signal).toBe('SIGKILL');
}

/** Goes on with the run, to its end. */
export async function finish(desk: Desk, args: readonly string[]): Promise<void> {
  const ended = await desk.run(args);
  const events = jsonLines(ended.out);
  expect(events[0]).toMatchObject({ event: 'run_started', resumed: true });
  expect(events.at(-1)).toMatchObject({ event: 'summary', how: 'finished', exit_code: 0 });
  expect(ended.code).toBe(0);
}

export async function exported(desk: Desk, ...more: string[]): Promise<Line[]> {
  const ended = await desk.run(['export', '--rehearsal', '-o', '-', ...more]);
  expect(ended.code).toBe(0);
  return lines(ended.out);
}

/** I2, I3, I11: looks into the sandbox's own books, where each order is a phone that would have rung. */
function expectNobodyTwice(desk: Desk, attempts: readonly Line[]): void {
  const orders = sandboxOrders(desk.sandbox);
  expect(repeated(orders.map((order) => order.key))).toEqual([]);
  expect(orders.filter((order) => order.isOver === 0)).toEqual([]);
  expect(repeated(attempts.map((line) => cell(line, 'call_order')))).toEqual([]);
  const rang = orders.filter((order) => order.rings > 0).map((order) => order.id);
  expect(attempts.map((line) => cell(line, 'call_provider_id')).sort()).toEqual(rang.sort());
  const made = tally(attempts.map((line) => cell(line, 'call_contact')));
  expect(Math.max(...Object.values(made))).toBeLessThanOrEqual(3);
  const reached = new Set<string>();
  for (const line of attempts) {
    expect(reached.has(cell(line, 'call_contact')), 'called after a human had answered').toBe(
      false,
    );
    if (cell(line, 'call_outcome') === 'human') reached.add(cell(line, 'call_contact'));
  }
}

/** Everybody of the file is done with, once, and the export agrees with the sandbox. Returns the states. */
export async function expectAllDone(desk: Desk): Promise<Record<string, number>> {
  expectNobodyTwice(desk, await exported(desk, '--attempts'));
  const results = await exported(desk);
  expect(results.map((line) => cell(line, 'phone'))).toEqual(numbers(COUNT));
  const states = tally(results.map((line) => cell(line, 'call_state')));
  const { reached = 0, exhausted = 0, failed = 0 } = states;
  expect(reached + exhausted + failed).toBe(COUNT);
  return states;
}
