import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  aPreparedDesk,
  expectAllDone,
  finish,
  killAt,
  RESUME,
  RUN,
  type Instant,
} from '../desk/interrupted-run.ts';
import { NOW } from '../desk/people.ts';
import { jsonLines } from '../desk/running.ts';

/** kill -9 in the middle of a run. Many more instants are in killed.slow.test.ts. */

const PATIENT = 120_000;

it.each<[...Instant, string]>([
  ['run_started', 1, 'run'],
  ['order_ringing', 3, 'run'],
  ['order_placed', 40, 'run'],
  ['waiting', 4, 'resume'],
])(
  'I8 a run that is killed after %s no. %i goes on with %s, and nobody is ordered twice',
  async (event, nth, command) => {
    const desk = aPreparedDesk();
    await killAt(desk, RUN, [event, nth]);
    await finish(desk, command === 'run' ? RUN : RESUME);
    await expectAllDone(desk);
  },
  PATIENT,
);

it(
  'a run that is killed again and again ends like one that was left alone',
  async () => {
    const alone = aPreparedDesk();
    expect((await alone.run(RUN)).code).toBe(0);
    const desk = aPreparedDesk();
    await killAt(desk, RUN, ['order_placed', 5]);
    for (const [i, next] of [RUN, RESUME].entries()) {
      await killAt(desk, next, ['order_settled', 4 + 3 * i]);
    }
    await finish(desk, RESUME);
    expect(await expectAllDone(desk)).toEqual(await expectAllDone(alone));
  },
  PATIENT,
);

it(
  'a run goes on under another file name and from another folder',
  async () => {
    const desk = aPreparedDesk();
    await killAt(desk, RUN, ['order_placed', 12]);
    const folder = desk.path('elsewhere');
    mkdirSync(folder);
    renameSync(desk.path('leads.csv'), join(folder, 'people of today.csv'));
    renameSync(desk.path('leads.yaml'), join(folder, 'campaign.yaml'));
    const moved = ['run', 'people of today.csv', '--now', NOW, '--json'];
    const ended = await desk.run(moved, { cwd: folder });
    expect(jsonLines(ended.out).slice(0, 2)).toMatchObject([
      { event: 'run_started', resumed: true, contact_file: 'people of today.csv' },
      { event: 'file_read', file: 'people of today.csv', unchanged: true, joined: 0 },
    ]);
    expect(ended.code).toBe(0);
    await expectAllDone(desk);
  },
  PATIENT,
);

it(
  'a rehearsal that began at no given moment goes on where it stopped, not at the moment of today',
  async () => {
    const desk = aPreparedDesk();
    const run = ['run', 'leads.csv', '--json'];
    const first = desk.begin(run);
    expect(await first.seen('file_read')).toBe(true);
    first.signal('SIGKILL');
    const [began] = jsonLines((await first.ended).out);
    const second = desk.begin(run);
    expect(await second.seen('run_started')).toBe(true);
    second.signal('SIGKILL');
    const [wentOn] = jsonLines((await second.ended).out);
    expect(wentOn).toEqual({ ...began, resumed: true });
  },
  PATIENT,
);
