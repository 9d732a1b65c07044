import { describe, expect, it } from 'vitest';
import { aDesk } from '../../desk/desk.ts';
import { atTerminal, OPEN_ALL_DAY } from '../live/desk/live-desk.ts';
import { aProvider } from '../live/desk/provider.ts';

/** Every session of a live run is held against what has to be said, not the first one alone. */

const SAYS = 'Hello, this is an AI assistant calling for Byron Bakery.';
const words = (sentence: string): string =>
  `${OPEN_ALL_DAY.replace('rules: none', 'rules: [EU-AI]')}`.replace(
    'Hello {{first_name}}.',
    sentence,
  );
const EUROPE = 'first_name,phone\nLéa,+33199005512\nMax,+493023125001\n';
const LIVE = ['run', 'leads.csv', '--live', '--yes'];

/** Two people of the European Union have joined, and one of them was called. */
async function begun() {
  const desk = aDesk();
  desk.write('leads.csv', EUROPE);
  desk.write('leads.yaml', words(SAYS));
  const { url, posts } = await aProvider();
  const ask = (...args: string[]) => atTerminal(desk, args, { url, typed: [] });
  const first = await ask(...LIVE, '--limit', '1');
  expect({ code: first.code, posts: posts().length }).toEqual({ code: 0, posts: 1 });
  return { desk, ask, posts };
}

describe('a later session of a live run', { timeout: 60_000 }, () => {
  it('does not begin where the words were edited, neither run nor resume', async () => {
    const { desk, ask, posts } = await begun();
    desk.write('leads.yaml', words('Hello, this is Emma of Byron Bakery.'));
    const again = await ask(...LIVE);
    expect({ code: again.code, posts: posts().length }).toEqual({ code: 2, posts: 1 });
    expect(again.err).toContain('[ai_not_said]');
    // The ledger has the words of the session before.
    expect(await ask('resume', '--yes')).toMatchObject({ code: 0 });
    expect(posts().length).toBe(2);
  });

  it('does not begin where the edited words come with a list that asks for nothing', async () => {
    const { desk, ask, posts } = await begun();
    desk.write('leads.yaml', words('Hello, this is Emma of Byron Bakery.'));
    desk.write('others.csv', 'first_name,phone\nAda,+12125550101\n');
    const others = ['run', 'others.csv', '--campaign', 'leads.yaml', '--live', '--yes'];
    const again = await ask(...others);
    expect({ code: again.code, posts: posts().length }).toEqual({ code: 2, posts: 1 });
    expect(again.err).toContain('[ai_not_said]');
    expect(again.err).toMatch(/of 1 person \(row [23]\)/);
    const resumed = await ask('resume', '--yes');
    expect({ code: resumed.code, posts: posts().length }).toEqual({ code: 2, posts: 1 });
    expect(resumed.err).toContain('[ai_not_said]');
    expect(resumed.err).toContain('nobody was called');
    desk.write('leads.yaml', words(SAYS));
    expect(await ask(...others)).toMatchObject({ code: 0 });
    expect(posts().length).toBe(3);
  });

  it('does not begin where a list was edited to name people of such a place', async () => {
    const { desk, ask, posts } = await begun();
    const silent = words('Hello, this is Emma of Byron Bakery.').replace('Reminders', 'Others');
    desk.write('others.yaml', silent);
    desk.write('others.csv', 'first_name,phone\nAda,+12125550101\n');
    const others = ['run', 'others.csv', '--live', '--yes'];
    expect(await ask(...others)).toMatchObject({ code: 0 });
    desk.write('others.csv', `first_name,phone\nAda,+12125550101\nMax,+493023125002\n`);
    const again = await ask(...others);
    expect({ code: again.code, posts: posts().length }).toEqual({ code: 2, posts: 2 });
    expect(again.err).toContain('[ai_not_said]');
  });

  it('may be cancelled whatever its words are', async () => {
    const { desk, ask, posts } = await begun();
    desk.write('leads.yaml', words('Hello, this is Emma of Byron Bakery.'));
    desk.write('others.csv', 'first_name,phone\nAda,+12125550101\n');
    await ask('run', 'others.csv', '--campaign', 'leads.yaml', '--live', '--yes');
    expect(await ask('cancel')).toMatchObject({ code: 0 });
    expect(posts().length).toBe(1);
  });
});
