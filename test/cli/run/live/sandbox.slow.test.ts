import { expect, it } from 'vitest';
import { openExistingLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { serving } from '../../sandbox/serving.ts';
import { aDesk, type Desk } from '../../desk/desk.ts';
import { cell, lines, tally } from '../../desk/reading-back.ts';
import { jsonLines } from '../../desk/running.ts';
import { OPEN_ALL_DAY, provide } from './desk/live-desk.ts';

/** The built program against `campaign sandbox`, both in processes of their own, on the real clock. */
const LONG = 240_000;

const live = (url: string) => ({
  env: { REVOX_BASE_URL: url, REVOX_API_KEY: 'any-key-of-the-tests' },
});

const states = async (desk: Desk): Promise<Record<string, number>> => {
  const { out } = await desk.run(['export', '-o', '-']);
  return tally(lines(out).map((line) => cell(line, 'call_state')));
};

it(
  'ends with every row settled, and the limits hold by the sandbox’s own report',
  async () => {
    const desk = aDesk();
    const campaign = OPEN_ALL_DAY.replace('attempts: 2', 'attempts: 3');
    provide(desk, 24, `${campaign}concurrency: { max: 2, key: a-key }\n`);
    const { url } = await serving(desk, '--speed', '600');
    const { code, err } = await desk.run(['run', 'leads.csv', '--live', '--yes'], live(url));
    expect({ code, err }).toMatchObject({ code: 0 });
    const ended = await states(desk);
    expect(
      Object.keys(ended).every((state) => ['reached', 'exhausted', 'failed'].includes(state)),
    ).toBe(true);
    expect(Object.values(ended).reduce((sum, n) => sum + n, 0)).toBe(24);
    const asked = await fetch(url.replace('/api', '/sandbox/report'), {
      headers: { authorization: 'Bearer any' },
    });
    const report = (await asked.json()) as { keys: Record<string, { most: number }> };
    expect(report.keys['a-key']?.most, 'as many as there are lines, never more').toBe(2);
  },
  LONG,
);

it(
  'follows the scripted numbers over several orders',
  async () => {
    const desk = aDesk();
    const campaign = OPEN_ALL_DAY.replace('attempts: 2', 'attempts: 3');
    const scripted = ['00', '04', '11', '12', '30'].map((end) => `+120255501${end},Name\n`);
    provide(desk, 1, campaign);
    desk.write('leads.csv', `phone,first_name\n${scripted.join('')}`);
    const { url } = await serving(desk, '--speed', '600');
    const { code } = await desk.run(['run', 'leads.csv', '--live', '--yes'], live(url));
    expect(code).toBe(0);
    expect(await states(desk)).toEqual({ reached: 4, failed: 1 });
    const listed = await desk.run(['dnc', 'list']);
    expect(listed.out).toContain('+12025550104');
  },
  LONG,
);

it(
  'I10 is paused and cancelled from another terminal within a second',
  async () => {
    const desk = aDesk();
    provide(desk, 200, `${OPEN_ALL_DAY}concurrency: { max: 3 }\n`);
    const { url } = await serving(desk, '--speed', '100');
    const running = desk.begin(['run', 'leads.csv', '--live', '--yes', '--json'], live(url));
    await running.seen('order_placed', 3);
    expect((await desk.run(['pause'])).code).toBe(0);
    const ledger = openExistingLedger(desk.ledger, 'live');
    const before = (await ledger.counts('reminders')).orders;
    await running.seen('waiting');
    expect((await ledger.counts('reminders')).orders).toBe(before);
    const resumed = await desk.run(['resume']);
    expect(resumed.err).toContain('The session that is running goes on.');
    await running.seen('order_placed', 2);
    expect((await desk.run(['cancel', '--hang-up'])).code).toBe(0);
    const ended = await running.ended;
    expect(ended.code).toBe(3);
    const summary = jsonLines(ended.out).at(-1);
    expect(summary).toMatchObject({
      event: 'summary',
      states: { placing: 0, calling: 0, pending: 0 },
    });
    ledger.close();
  },
  LONG,
);
