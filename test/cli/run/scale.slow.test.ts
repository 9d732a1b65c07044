import { expect, it } from 'vitest';
import { aDesk } from '../desk/desk.ts';
import { CAMPAIGN, NOW, people } from '../desk/people.ts';
import { cell, lines, repeated, tally } from '../desk/reading-back.ts';
import { jsonLines } from '../desk/running.ts';
import { hoursOf, outside } from '../desk/wall-clock.ts';

const COUNT = 2_000;
const DAY_MS = 86_400_000;
/** Of a processor: the program has one thread, and a busy machine is no fault of it. */
const MOST_SECONDS = 30;
const MOST_KIB = 250 * 1024;

/** Runs in the program's own process and says at its end what it has used. */
const MEASURE = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => {
     const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
     const used = { event: 'used', maxRSS, cpu: userCPUTime + systemCPUTime, up: process.uptime() };
     process.stdout.write(JSON.stringify(used) + '\\n');
   });`,
)}`;

it('two thousand people over several days are rehearsed in 30 s and 250 MiB', async ({
  annotate,
}) => {
  const desk = aDesk();
  desk.write('leads.csv', people(COUNT));
  // One short window a day, so that the second and third attempts fall on the days after.
  const campaign = CAMPAIGN.replace("'12:00'", "'11:00'")
    .replace("'14:00'", "'11:00'")
    .replace("'18:30'", "'12:30'")
    .replace('retry_delay_seconds: 3600', 'retry_delay_seconds: 72000')
    .replace('retry_delay_seconds: 7200', 'retry_delay_seconds: 72000')
    .replace('max: 5', 'max: 30');
  desk.write('leads.yaml', campaign);
  const run = ['run', 'leads.csv', '--now', NOW, '--json'];
  const { code, out } = await desk.run(run, { node: ['--import', MEASURE] });
  expect(code).toBe(0);
  const events = jsonLines(out);
  const [summary, used] = events.slice(-2);
  expect(summary).toMatchObject({ event: 'summary', how: 'finished' });
  const seconds = Number(used?.['cpu']) / 1e6;
  const figures = `${seconds} s in ${String(used?.['up'])} s, ${String(used?.['maxRSS'])} KiB`;
  await annotate(figures);
  expect(seconds, figures).toBeLessThan(MOST_SECONDS);
  expect(used?.['maxRSS'], figures).toBeLessThan(MOST_KIB);
  expect(Date.parse(String(summary?.['at'])) - Date.parse(NOW)).toBeGreaterThan(2 * DAY_MS);

  const exported = await desk.run(['export', '--rehearsal', '-o', '-']);
  const phones = lines(exported.out).map((line) => cell(line, 'phone'));
  expect([phones.length, repeated(phones)]).toEqual([COUNT, []]);
  const attempts = lines((await desk.run(['export', '--rehearsal', '--attempts', '-o', '-'])).out);
  const hours = hoursOf(campaign);
  const wrong = attempts.filter((line) => {
    const zones = cell(line, 'call_time_zone').split('+');
    return outside(cell(line, 'call_started_at'), zones, hours) !== null;
  });
  expect([attempts.length, wrong]).toEqual([summary?.['attempts'], []]);
  const perPerson = tally(attempts.map((line) => cell(line, 'call_contact')));
  expect(Math.max(...Object.values(perPerson))).toBe(3);
});
