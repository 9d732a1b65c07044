import { describe, expect, it } from 'vitest';
import { aDesk } from '../../desk/desk.ts';
import { expectGolden } from '../../desk/golden-file.ts';
import { numbers } from '../../desk/people.ts';
import { atTerminal, OPEN_ALL_DAY, provide, steady } from './desk/live-desk.ts';
import { aProvider } from './desk/provider.ts';

const WITH_STORED = OPEN_ALL_DAY.replace(/assistant:\n( {2}.*\n)+/, 'assistant_id: stored-1\n');

describe('the question before phones ring', () => {
  it('shows the totals; the number of people agrees, and then they are called', async () => {
    const desk = aDesk();
    provide(desk, 3);
    const { url, posts } = await aProvider();
    const { code, out, err } = await atTerminal(desk, ['run', 'leads.csv', '--live'], {
      url,
      typed: ['3'],
    });
    expect(code).toBe(0);
    expect(posts()).toHaveLength(3);
    expectGolden('live-question.txt', steady(desk, err));
    expect(out).toContain('people    reached 3');
  });

  it.each([['yes'], ['4'], [''], [null]])('answered by %j nobody is called', async (answer) => {
    const desk = aDesk();
    provide(desk, 3);
    const { url, posts } = await aProvider();
    const typed = answer === null ? [] : [answer];
    const { code, err } = await atTerminal(desk, ['run', 'leads.csv', '--live'], { url, typed });
    expect({ code, posts: posts() }).toEqual({ code: 0, posts: [] });
    expect(err).toContain('Nobody was called.');
  });

  it('repeats what the campaign states about consent', async () => {
    const desk = aDesk();
    const stated =
      'consent: { basis: existing customers, statement: They asked us to remind them. }\n';
    provide(desk, 1, OPEN_ALL_DAY + stated);
    const { url } = await aProvider();
    const { err } = await atTerminal(desk, ['run', 'leads.csv', '--live'], { url, typed: ['no'] });
    expect(err).toContain(
      'NOTE        consent stated by you (existing customers): “They asked us to remind them.”',
    );
  });

  it('without a flag offers the rehearsal as well', async () => {
    const desk = aDesk();
    provide(desk, 2);
    const { url, posts } = await aProvider();
    const { code, err } = await atTerminal(desk, ['run', 'leads.csv'], { url, typed: ['r'] });
    expect({ code, posts: posts() }).toEqual({ code: 0, posts: [] });
    expect(err).toContain('r to rehearse');
    expect(err).toContain('REHEARSAL  no phone rang.');
  });

  it('fails when --yes names another number of people', async () => {
    const desk = aDesk();
    provide(desk, 3);
    const { url, posts } = await aProvider();
    const args = ['run', 'leads.csv', '--live', '--yes=212'];
    const { code, err } = await atTerminal(desk, args, { url, typed: [] });
    expect({ code, posts: posts() }).toEqual({ code: 2, posts: [] });
    expect(err).toContain('--yes says 212 people, and 3 would be called');
  });
});

describe('the people of the question', () => {
  it('are nobody of the do-not-call list, and how many are on it is said', async () => {
    const desk = aDesk();
    provide(desk, 3);
    const { url, posts } = await aProvider();
    const [listed = ''] = numbers(1);
    const on = { url, typed: [] };
    expect((await atTerminal(desk, ['dnc', 'add', listed], on)).code).toBe(0);
    const checked = await atTerminal(desk, ['check', 'leads.csv'], on);
    expect(checked.out).toContain('2 people can be called, 1 cannot');
    const { code, err } = await atTerminal(desk, ['run', 'leads.csv', '--live', '--yes=2'], on);
    expect({ code, called: posts().length }).toEqual({ code: 0, called: 2 });
    expect(err).toContain('people      2: US 2\nnot called  1 skipped: on the do-not-call list\n');
    expect(err).toContain('hours       2 may be called now\n');
  });

  it('are told apart by the law that a list of rules leaves out', async () => {
    const desk = aDesk();
    provide(desk, 3, OPEN_ALL_DAY.replace('rules: none', 'rules: [FR]'));
    const { url } = await aProvider();
    const typed = ['no'];
    const { err } = await atTerminal(desk, ['run', 'leads.csv', '--live'], { url, typed });
    expect(err).toContain('NOTE        rules: FR only; the law of US (3 people) is not kept\n');
  });
});

it('fails when --yes names people and nobody is left to call', async () => {
  const desk = aDesk();
  provide(desk, 1);
  const { url, posts } = await aProvider();
  const at = { url, typed: [] };
  expect((await atTerminal(desk, ['run', 'leads.csv', '--live', '--yes=1'], at)).code).toBe(0);
  const again = await atTerminal(desk, ['run', 'leads.csv', '--live', '--yes=1'], at);
  expect({ code: again.code, posts: posts().length }).toEqual({ code: 2, posts: 1 });
  expect(again.err).toContain('--yes says 1 person, and 0 would be called');
});

it('without a key names the file where one may lie', async () => {
  const desk = aDesk();
  provide(desk, 1);
  const { code, err } = await desk.run(['run', 'leads.csv', '--live', '--yes']);
  expect(code).toBe(2);
  expect(err).toContain('phone-campaign');
  expect(err).toContain('revox-key (mode 600)');
});

describe('the provider before the first order', () => {
  it.each([
    {
      name: 'refused-key',
      manner: { auth: { status: 401, body: { message: 'bad key' } } },
      code: 4,
    },
    {
      name: 'unknown-key',
      manner: { auth: { status: 200, body: { authenticated: false } } },
      code: 4,
    },
    { name: 'clock-ahead', manner: { dateOffMs: -3_600_000 }, code: 2 },
    { name: 'clock-behind', manner: { dateOffMs: 3_600_000 }, code: 2 },
    { name: 'provider-down', manner: { auth: { status: 503, body: {} } }, code: 3 },
  ])('$name: exit $code, nothing ordered, nothing written', async ({ name, manner, code }) => {
    const desk = aDesk();
    provide(desk, 2);
    const { url, posts } = await aProvider(manner);
    const before = desk.everything();
    const ended = await atTerminal(desk, ['run', 'leads.csv', '--live', '--yes'], {
      url,
      typed: [],
    });
    expect({ code: ended.code, posts: posts() }).toEqual({ code, posts: [] });
    expect(desk.everything()).toEqual(before);
    expectGolden(`live-${name}.txt`, steady(desk, ended.err));
  });

  it.each([
    {
      name: 'retrying-assistant',
      assistant: { call_retry_config: { max_retry_attempts: 3 } },
      code: 2,
    },
    {
      name: 'deaf-assistant',
      assistant: { call_retry_config: { max_retry_attempts: 1 } },
      code: 2,
    },
    { name: 'missing-assistant', assistant: undefined, code: 4 },
  ])('$name: exit $code, nothing ordered', async ({ name, assistant, code }) => {
    const desk = aDesk();
    provide(desk, 2, WITH_STORED);
    const { url, posts } = await aProvider(assistant === undefined ? {} : { assistant });
    const ended = await atTerminal(desk, ['run', 'leads.csv', '--live', '--yes'], {
      url,
      typed: [],
    });
    expect({ code: ended.code, posts: posts() }).toEqual({ code, posts: [] });
    expectGolden(`live-${name}.txt`, steady(desk, ended.err));
  });
});

it.each([
  { name: 'no date', manner: { dateOffMs: null }, said: true },
  { name: 'a date', manner: {}, said: false },
])('with $name in its answers: the clock could not be compared: $said', async (of) => {
  const desk = aDesk();
  provide(desk, 1);
  const { url } = await aProvider(of.manner);
  const live = ['run', 'leads.csv', '--live', '--yes'];
  const { code, err } = await atTerminal(desk, live, { url, typed: [] });
  expect(code).toBe(0);
  expect(err.includes('clock could not be compared: see that it is right')).toBe(of.said);
});
