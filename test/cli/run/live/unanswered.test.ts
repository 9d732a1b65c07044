import { describe, expect, it } from 'vitest';
import { aDesk } from '../../desk/desk.ts';
import { numbers } from '../../desk/people.ts';
import { atTerminal, OPEN_ALL_DAY, provide } from './desk/live-desk.ts';
import { aProvider } from './desk/provider.ts';

describe('a live run whose list has a column that may refuse calls', () => {
  it.each([
    ['at a terminal', ['1']],
    ['with --yes', []],
  ])('calls nobody before the campaign says whether it does: %s', async (_, typed) => {
    const desk = aDesk();
    provide(desk, 1);
    const [phone = ''] = numbers(1);
    desk.write('leads.csv', `phone,first_name,HasOptedOutOfEmail\n${phone},Ada,true\n`);
    const { url, posts } = await aProvider();
    const args = ['run', 'leads.csv', '--live', ...(typed.length === 0 ? ['--yes'] : [])];
    const refused = await atTerminal(desk, args, { url, typed });
    expect({ code: refused.code, posts: posts() }).toEqual({ code: 2, posts: [] });
    expect(refused.err).toContain('"HasOptedOutOfEmail" speaks of another channel than calls');
    expect(refused.err).toContain('columns: { ignore: ["HasOptedOutOfEmail"] }');
    desk.write('leads.yaml', `${OPEN_ALL_DAY}columns: { ignore: [HasOptedOutOfEmail] }\n`);
    const { code } = await atTerminal(desk, args, { url, typed });
    expect({ code, posts: posts().length }).toEqual({ code: 0, posts: 1 });
  });
});
