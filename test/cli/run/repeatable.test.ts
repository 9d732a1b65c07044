import { expect, it } from 'vitest';
import { aDesk, type Desk } from '../desk/desk.ts';
import { CAMPAIGN, NOW, people } from '../desk/people.ts';

const PATIENT = 120_000;

async function rehearse(desk: Desk, seed: string): Promise<void> {
  desk.write('leads.csv', people(25));
  desk.write('leads.yaml', CAMPAIGN);
  const run = await desk.run(['run', 'leads.csv', '--seed', seed, '--now', NOW]);
  expect(run.code).toBe(0);
}

async function exported(desk: Desk, args: readonly string[]): Promise<string> {
  expect((await desk.run(['export', '--rehearsal', '--force', ...args])).code).toBe(0);
  return desk.read(args.at(-1) ?? '');
}

it(
  'the same seed and the same moment give the same results, byte for byte; another seed does not',
  async () => {
    const [one, other] = [aDesk(), aDesk()];
    await rehearse(one, '7');
    await rehearse(other, '7');
    for (const args of [
      ['-o', 'results.csv'],
      ['-o', 'results.jsonl'],
      ['-o', 'results.xlsx'],
      ['--attempts', '-o', 'attempts.csv'],
    ]) {
      expect((await exported(one, args)) === (await exported(other, args)), args.at(-1)).toBe(true);
    }
    const before = one.read('results.csv');
    // A finished rehearsal makes room for the next one in the same ledger, whether it is the same or not.
    await rehearse(one, '7');
    expect(await exported(one, ['-o', 'results.csv'])).toBe(before);
    await rehearse(one, '8');
    expect(await exported(one, ['-o', 'results.csv'])).not.toBe(before);
  },
  PATIENT,
);
