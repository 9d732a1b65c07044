import { expect, it } from 'vitest';
import { openDatabase } from '../../../../src/adapters/sqlite/open.ts';
import { advisedText } from '../../../../src/cli/terminal/next/advice-text.ts';
import type { Advice } from '../../../../src/ports/advice.ts';
import { OPEN_ALL_DAY, provide } from '../../run/live/desk/live-desk.ts';
import { aProvider, reached } from '../../run/live/desk/provider.ts';
import { aDesk } from '../../desk/desk.ts';
import { CAMPAIGN, NOW, people } from '../../desk/people.ts';
import { advised, advisedIn, followed } from './followed.ts';

/** What a run advises while it works and where it stops is for the ledger that it was given. */

const LEDGER = "o'neill; ledger.db";
const named = `--ledger "${LEDGER}"`;
const SLOW = 240_000;
const onShell = it.runIf(process.platform !== 'win32');
const calling = (url: string) => ({ env: { REVOX_API_KEY: 'any', REVOX_BASE_URL: url } });

onShell(
  'about an answer that is not as it should be, and about a run that is over',
  async () => {
    const desk = aDesk();
    provide(desk, 1);
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    const { url } = await aProvider({ order: () => reached({ started_at: hourAgo }) });
    const run = `campaign run leads.csv --live --yes ${named}`;
    const all = await followed(desk, run, calling(url));
    expect(advised(all)).toEqual(['campaign show', 'campaign export']);
    const show = all.find(({ command }) => command.startsWith('campaign show'))?.command ?? '';
    const [, contact = ''] = / (c\S*) reminders$/.exec(show) ?? [];
    // Whatever a run may advise, made for this ledger, is a command that works on it.
    const advice: readonly Advice[] = [
      { kind: 'ask_provider', contact },
      { kind: 'seen_with', contact },
      { kind: 'decide' },
      { kind: 'go_on_first', run: 'reminders' },
    ];
    const given = { mode: 'live', run: 'reminders', ledger: LEDGER, tzdata: undefined } as const;
    for (const one of advice) {
      const [command = '', ...more] = advisedIn(advisedText('It happened.', one, given));
      expect(more).toEqual([]);
      expect(await desk.paste(command, calling(url)), command).toMatchObject({ code: 0 });
    }
  },
  SLOW,
);

onShell(
  'about people of whom a live run does not know whether they were called',
  async () => {
    const desk = aDesk();
    provide(desk, 1, OPEN_ALL_DAY);
    const { url } = await aProvider({ post: { status: 502, body: 'bad gateway' } });
    const run = `campaign run leads.csv --live --yes ${named}`;
    const all = await followed(desk, run, calling(url));
    expect(advised(all)[0]).toBe('campaign uncertain');
    const list = await desk.paste(all[1]?.command ?? '', calling(url));
    const [id = ''] = list.out.split(' ');
    const decide = /^ {2}(campaign uncertain .*--rang <id>)/m.exec(list.err)?.[1] ?? '';
    const decided = await followed(desk, decide.replace('<id>', id), calling(url));
    expect(decided[0]?.code).toBe(0);
    expect(advised(decided)[0]).toBe('campaign status');
  },
  SLOW,
);

onShell(
  'where a file has to be read again before a run can go on',
  async () => {
    const desk = aDesk();
    desk.write('leads.csv', people(3));
    desk.write('leads.yaml', CAMPAIGN);
    await desk.paste(`campaign run leads.csv ${named} --now ${NOW} --limit 1`);
    // As a version that read columns by other names would have left it.
    const ledger = openDatabase(desk.path("o'neill; ledger.rehearsal.db"), {
      synchronous: 'normal',
    });
    ledger.exec(
      `update file set read_as = 'otherwise', headers = '["Nobody","first_name","external_id"]'`,
    );
    ledger.close();
    const resume = await followed(desk, `campaign resume --rehearsal ${named}`);
    expect(resume[0]?.code).toBe(2);
    expect(advised(resume)[0]).toBe('campaign run');
  },
  SLOW,
);
