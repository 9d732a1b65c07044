import { describe, expect, it } from 'vitest';
import { aDesk, type Desk } from '../../desk/desk.ts';
import { atTerminal, OPEN_ALL_DAY } from './desk/live-desk.ts';
import { aProvider } from './desk/provider.ts';

const LIVE = ['run', 'leads.csv', '--live'];
/** They differ in their last digits, which those of the other tests do not. */
const [FIRST, SECOND, THIRD] = ['+12125550110', '+12125550111', '+12125550112'] as const;

function provide(desk: Desk, list: readonly string[] | null): void {
  const rows = [FIRST, SECOND, THIRD].map((number, i) => `${number},Name${i}\n`);
  desk.write('leads.csv', `phone,first_name\n${rows.join('')}`);
  desk.write('leads.yaml', list === null ? OPEN_ALL_DAY : `${OPEN_ALL_DAY}suppress: left.csv\n`);
  if (list !== null) desk.write('left.csv', `${['Phone', ...list].join('\n')}\n`);
}

/** The number of one of them, and no whole number in any country: a digit too many stands before it. */
const UNCLEAR = [`0 ${FIRST.slice(1)}`];

describe('rows of a list that bar many people by their last digits', () => {
  it('are a question, whose answer is the number of the others', async () => {
    const desk = aDesk();
    provide(desk, UNCLEAR);
    const { url, posts } = await aProvider();
    const { code, err } = await atTerminal(desk, LIVE, { url, typed: ['2'] });
    expect({ code, called: posts().length }).toEqual({ code: 0, called: 2 });
    expect(err).toContain('NOTE        1 of 3 people are not called because rows of lists');
    expect(err).toContain('left.csv (1). Are these the lists you mean?');
  });

  it('end a run that nobody is asked about, unless it says how many are called', async () => {
    const desk = aDesk();
    provide(desk, UNCLEAR);
    const { url, posts } = await aProvider();
    const refused = await atTerminal(desk, [...LIVE, '--yes'], { url, typed: [] });
    expect({ code: refused.code, posts: posts() }).toEqual({ code: 2, posts: [] });
    expect(refused.err).toContain('say --yes=2');
    const agreed = await atTerminal(desk, [...LIVE, '--yes=2', '--json'], { url, typed: [] });
    expect({ code: agreed.code, called: posts().length }).toEqual({ code: 0, called: 2 });
    const events = agreed.out.split('\n');
    expect(events.find((line) => line.includes('"list_read"'))).toBe(
      '{"event":"list_read","file":"left.csv","numbers":0,"rows_not_one_number":1,"rows_ignored":[]}',
    );
    expect(events.find((line) => line.includes('"event":"lists"'))).toBe(
      '{"event":"lists","on_lists":0,"barred_by_last_digits":1,"files":[{"file":"left.csv","last_digits":1}]}',
    );
  });

  it('are no question when the list has the number itself', async () => {
    const desk = aDesk();
    provide(desk, [FIRST]);
    const { url, posts } = await aProvider();
    const { code } = await atTerminal(desk, [...LIVE, '--yes'], { url, typed: [] });
    expect({ code, called: posts().length }).toEqual({ code: 0, called: 2 });
  });
});

describe('a run that goes on', () => {
  it('holds who waits against its lists, and stops at a row that nobody can read', async () => {
    const desk = aDesk();
    provide(desk, []);
    const { url, posts } = await aProvider();
    const limited = [...LIVE, '--yes', '--limit', '1'];
    expect((await atTerminal(desk, limited, { url, typed: [] })).code).toBe(0);
    desk.write('left.csv', `Phone\n${SECOND}\n4.41633E+11\n`);
    const refused = await atTerminal(desk, ['resume', '--yes'], { url, typed: [] });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('row 3 ');
    const resumed = ['resume', '--yes', '--ignore-lines', '3'];
    expect((await atTerminal(desk, resumed, { url, typed: [] })).code).toBe(0);
    const called = posts().map(({ body }) => body?.['phone_number']);
    expect(called).toEqual([FIRST, THIRD]);
  });

  it('calls nobody any more whose last digits came onto the do-not-call list', async () => {
    const desk = aDesk();
    provide(desk, null);
    const { url, posts } = await aProvider();
    const limited = [...LIVE, '--yes', '--limit', '1'];
    await atTerminal(desk, limited, { url, typed: [] });
    desk.write('asked.csv', `${SECOND.slice(2)}\n`);
    await atTerminal(desk, ['dnc', 'import', 'asked.csv'], { url, typed: [] });
    await atTerminal(desk, ['resume', '--yes=1'], { url, typed: [] });
    expect(posts().map(({ body }) => body?.['phone_number'])).toEqual([FIRST, THIRD]);
  });
});
