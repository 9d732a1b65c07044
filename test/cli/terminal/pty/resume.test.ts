import { expect, it } from 'vitest';
import { aDesk, PROGRAM } from '../../desk/desk.ts';
import { people } from '../../desk/people.ts';
import { lines } from '../../desk/reading-back.ts';
import { advisedIn } from '../next/followed.ts';
import { OPEN_ALL_DAY } from '../../run/live/desk/live-desk.ts';
import { serving } from '../../sandbox/serving.ts';
import { AtPty, HAS_PTY } from './at-pty.ts';

const LEDGER = "o'neill; ledger.db";
const SLOW = 240_000;

it.runIf(HAS_PTY)(
  'a live run that was stopped goes on by the line that status prints, pasted at a terminal, and then exports',
  async () => {
    const desk = aDesk();
    const { url } = await serving(desk, '--speed', '600');
    desk.write('leads.csv', people(12));
    const slow = 'rules: none\npace: { starts: 1, per: second }';
    desk.write('leads.yaml', OPEN_ALL_DAY.replace('rules: none', slow));
    const env = { REVOX_API_KEY: 'any', REVOX_BASE_URL: url };
    const args = ['run', 'leads.csv', '--live', '--yes', '--ledger', LEDGER];
    const session = desk.begin(args, { env });
    // The page before the calls is the last thing that is said before they begin.
    expect(await session.said('Keep this computer awake')).toBe(true);
    session.signal('SIGINT');
    expect((await session.ended).code).toBe(3);

    // Nobody has set the key here, which the line says; the command in it is the one to paste.
    const status = await desk.paste(`campaign status --ledger "${LEDGER}"`);
    expect(status.err).toContain('Unfinished. Next, with REVOX_API_KEY set: campaign resume ');
    const [resume = ''] = advisedIn(status.err);

    const shell = `campaign() { "$NODE" "$PROGRAM" "$@"; }\n${resume}`;
    const sitting = { env: { ...env, NODE: process.execPath, PROGRAM } };
    const screen = new AtPty(desk, ['sh', '-c', shell], sitting);
    await screen.shows('Type ');
    const asked = /Type (\d+) to call/;
    await screen.shows('to leave: ');
    screen.type(`${asked.exec(screen.screen)?.[1] ?? ''}\r`);
    expect(await screen.ended).toBe(0);
    const [exporting = ''] = advisedIn(screen.screen);
    expect(exporting).toMatch(/^campaign export --ledger /);
    const exported = await desk.paste(exporting);
    expect(exported.code).toBe(0);
    expect(lines(desk.read('results.csv'))).toHaveLength(12);
  },
  SLOW,
);
