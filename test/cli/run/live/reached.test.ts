import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../src/adapters/sqlite/open.ts';
import { aDesk, type Desk } from '../../desk/desk.ts';
import { atTerminal, OPEN_ALL_DAY, provide, type Spoken } from './desk/live-desk.ts';
import { aProvider } from './desk/provider.ts';

const DAY = 86_400_000;
const LIVE = ['run', 'leads.csv', '--live'];
const YES = [...LIVE, '--yes'];
/** A slip of the keyboard in the name: another run. */
const RENAMED = OPEN_ALL_DAY.replace('name: Reminders', 'name: Remidners');

interface Renamed {
  readonly desk: Desk;
  readonly posts: () => readonly unknown[];
  readonly at: (args: readonly string[], ...typed: string[]) => Promise<Spoken>;
}

/** Three people were reached by a run some days ago; since then the campaign has another name. */
async function renamed(days: number, campaign = RENAMED): Promise<Renamed> {
  const desk = aDesk();
  provide(desk, 3);
  const { url, posts } = await aProvider();
  await atTerminal(desk, YES, { url, typed: [] });
  const db = openDatabase(desk.ledger, { synchronous: 'full' });
  for (const column of ['ordered_at', 'rings_until', 'settled_at'])
    db.prepare(`update call_order set ${column} = ${column} - ?`).run(days * DAY);
  db.close();
  desk.write('leads.yaml', campaign);
  return { desk, posts, at: (args, ...typed) => atTerminal(desk, args, { url, typed }) };
}

describe('a campaign with another name, and people whom the first has reached', () => {
  it('calls nobody of them again without a word, and says so', async () => {
    const { desk, posts, at } = await renamed(2);
    const { code, err } = await at(YES);
    expect({ code, posts: posts().length }).toEqual({ code: 0, posts: 3 });
    expect(err).toContain('3 people are left out because another run has reached them within');
    expect(err).toContain('to call them again, add --again-reached');
    const { out } = await desk.run(['export', 'remidners', '-o', '-']);
    expect(out.match(/,skipped,.*run reminders reached them on \d{4}-\d\d-\d\d; /g)).toHaveLength(
      3,
    );
  });

  it('asks at a terminal; anything but "again" leaves them out', async () => {
    const { posts, at } = await renamed(2);
    const { code, err } = await at(LIVE, 'no');
    expect({ code, posts: posts().length }).toEqual({ code: 0, posts: 3 });
    expect(err).toMatch(
      /3 people of this list were reached by another run within 30 days: 3 by run reminders on \d{4}-/,
    );
    expect(err).toContain('Is this the same campaign under another name?');
    expect(err).toContain('Type again to call them again, anything else to leave them out: no');
  });

  it('calls those who are new to it, and counts the others', async () => {
    const { desk, posts, at } = await renamed(2);
    provide(desk, 5, RENAMED);
    const { err } = await at(LIVE, '', '2');
    expect(err).toContain('people      2: US 2');
    expect(err).toContain('not called  3 skipped: run reminders reached them on');
    expect(posts()).toHaveLength(5);
  });

  it('calls them again once that is said, and asks no more in this run', async () => {
    const { posts, at } = await renamed(2);
    const left = await at(LIVE, 'again', 'no');
    expect({ code: left.code, posts: posts().length }).toEqual({ code: 0, posts: 3 });
    expect(left.err).toContain('people      3: US 3');
    const { code, err } = await at(LIVE, '3');
    expect({ code, posts: posts().length }).toEqual({ code: 0, posts: 6 });
    expect(err).not.toContain('within 30 days');
  });

  it('calls them again by --again-reached, on a further session as well', async () => {
    const { posts, at } = await renamed(2);
    const { code, err } = await at([...YES, '--again-reached', '--limit', '1']);
    expect({ code, posts: posts().length }).toEqual({ code: 0, posts: 4 });
    expect(err).toContain('people      1 of 3, by --limit 1');
    await at(['resume', 'remidners', '--yes']);
    expect(posts()).toHaveLength(6);
  });
});

describe('people whom another run has reached', () => {
  it('are called where the campaign states a repeat_after that is over', async () => {
    const { posts, at } = await renamed(2, `${RENAMED}repeat_after: 24h\n`);
    expect((await at(YES)).code).toBe(0);
    expect(posts()).toHaveLength(6);
  });

  it('are called again after 30 days', async () => {
    const { posts, at } = await renamed(31);
    expect((await at(YES)).code).toBe(0);
    expect(posts()).toHaveLength(6);
  });

  it('are counted in check, with what can be done, and each is explained in why', async () => {
    const { desk, at } = await renamed(2);
    const { out } = await desk.run(['check', 'leads.csv']);
    expect(out).toMatch(/0 people can be called, 3 cannot/);
    expect(out).toMatch(/3 .*run reminders reached them on \d{4}-\d\d-\d\d; --again-reached/);
    expect(out).toMatch(/Is this the same campaign under a new\s+name\?/);
    const why = await desk.run(['why', 'leads.csv:2', '--campaign', 'leads.yaml']);
    expect(why.out).toContain('run reminders reached them on');
    await at(LIVE, 'again', 'no');
    expect((await desk.run(['check', 'leads.csv'])).out).toMatch(/3 people can be called/);
  });
});
