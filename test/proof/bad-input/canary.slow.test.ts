import { describe, expect, it } from 'vitest';
import { NOW } from '../../cli/desk/people.ts';
import { aProvider } from '../../cli/run/live/desk/provider.ts';
import { CANARY, liveRun, MANNERS, NOTATIONS, provide, Watch } from './canary.ts';

const NOBODY = 'http://127.0.0.1:9/api';

describe('I9 a live run whose provider', () => {
  it.each(MANNERS)('%s shows nobody’s number in what it says', async (_, manner) => {
    await liveRun(new Watch(), manner);
  });

  it('is not there shows nobody’s number in what it says', async () => {
    const watch = new Watch();
    provide(watch.desk, NOTATIONS);
    await watch.say(NOBODY, 'run', 'leads.csv', '--live', '--yes');
    expect(watch.leaks).toEqual([]);
  });
});

it('I9 a rehearsal and the looks at it show nobody’s number', async () => {
  const watch = new Watch();
  provide(watch.desk, NOTATIONS);
  const rehearse = ['run', 'leads.csv', '--rehearse', '--now', NOW];
  await watch.say(NOBODY, ...rehearse);
  await watch.say(NOBODY, ...rehearse, '--json', '--seed', '2');
  for (const look of ['status', 'uncertain', 'doctor', 'pause', 'cancel'])
    await watch.say(NOBODY, look, ...(look === 'doctor' ? [] : ['--rehearsal']));
  expect(watch.leaks).toEqual([]);
  expect(watch.files().length).toBeGreaterThan(0);
  expect(watch.leaks).toEqual([]);
  expect(await watch.ask(NOBODY, 'show', '2', '--rehearsal')).toBe(true);
});

it('I9 numbers stand only where the do-not-call list, a row or a person was asked for', async () => {
  const watch = new Watch();
  const { url } = await aProvider();
  provide(watch.desk, NOTATIONS);
  watch.desk.write('never.csv', `name,contact\nAda,(202) 555-0143 x9\n`);
  await watch.say(url, 'dnc', 'add', CANARY);
  await watch.say(url, 'run', 'leads.csv', '--live', '--yes');
  await watch.say(url, 'why', '2', '--file', 'leads.csv');
  await watch.say(url, 'show', '+12025550144');
  await watch.say(url, 'dnc', 'import', 'never.csv');
  expect(await watch.ask(url, 'dnc', 'list')).toBe(true);
  expect(await watch.ask(url, 'check', 'leads.csv')).toBe(true);
  await watch.say(url, 'dnc', 'remove', CANARY);
  await watch.say(url, 'dnc', 'remove', CANARY);
  watch.desk.write('leads.csv', `phone,first_name\n${CANARY},Another\n`);
  await watch.say(url, 'run', 'leads.csv', '--live', '--yes', '--json');
  await watch.say(url, 'plan', 'leads.csv', '--json');
  expect(watch.leaks).toEqual([]);
});
