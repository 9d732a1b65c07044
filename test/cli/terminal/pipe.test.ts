import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { aDesk } from '../desk/desk.ts';
import { CAMPAIGN, people } from '../desk/people.ts';

/** Nobody writes to it, so that a program that waited for it would wait for ever. */
it.runIf(process.platform !== 'win32').each([
  ['check', 'pipe.csv'],
  ['run', 'pipe.csv'],
  ['check', 'leads.csv'],
  ['dnc', 'import', 'pipe.csv'],
])('a named pipe in place of a file is refused at once: campaign %s %s', async (...args) => {
  const desk = aDesk();
  desk.write('leads.csv', people(2));
  desk.write('leads.yaml', `${CAMPAIGN}suppress: pipe.csv\n`);
  desk.write('pipe.yaml', CAMPAIGN);
  execFileSync('mkfifo', [desk.path('pipe.csv')]);
  const { code, err } = await desk.run(args);
  expect([code, err]).toEqual([2, expect.stringMatching(/pipe\.csv.* is not a file but a pipe/)]);
});
