import { expect, it } from 'vitest';
import { aDesk } from '../../desk/desk.ts';
import { CAMPAIGN, people } from '../../desk/people.ts';
import { advised, followed } from './followed.ts';

/** The commands that are advised about lists of people not to be called, rejects and files that are there. */

const LEDGER = "o'neill; ledger.db";
const named = `--ledger "${LEDGER}"`;
const SLOW = 240_000;

it.runIf(process.platform !== 'win32')(
  'about numbers that are barred, in the ledger that was given',
  async () => {
    const desk = aDesk();
    desk.write('left.csv', 'phone\n555-0123\n');
    expect((await desk.paste(`campaign dnc import left.csv ${named}`)).code).toBe(0);
    expect((await desk.paste(`campaign dnc add +12125550123 ${named}`)).code).toBe(0);
    const removed = await followed(desk, `campaign dnc remove +12125550123 ${named}`);
    expect(removed.map(({ command, code }) => [command.split(' ')[2], code])).toEqual([
      ['remove', 0],
      ['remove', 0],
    ]);
    const absent = await followed(desk, `campaign dnc remove +12125550123 ${named}`);
    expect([absent[0]?.code, ...advised(absent)]).toEqual([2, 'campaign dnc']);
    expect(absent[1]?.command).toContain('dnc list');
  },
  SLOW,
);

it.runIf(process.platform !== 'win32')(
  'about rows with problems that were written to a file, and a campaign file that is there',
  async () => {
    const desk = aDesk();
    desk.write('my leads.csv', `${people(2)}x,Cy,3\n`);
    desk.write('my leads.yaml', CAMPAIGN);
    const check = await followed(
      desk,
      `campaign check 'my leads.csv' ${named} --rejects 'r 1.csv'`,
    );
    // The rows with problems have them still, which is what the second check says.
    const [first, again, ...others] = check;
    expect(first?.code).toBe(2);
    expect(again?.command).toMatch(
      /^campaign check 'r 1\.csv' --campaign 'my leads\.yaml' --ledger /,
    );
    expect(others.filter(({ code }) => code !== 0)).toEqual([]);
    const init = await followed(desk, `campaign init 'my leads.csv' --yes --company Byron`);
    expect(init[0]?.code).toBe(2);
    expect(init[1]?.command).toBe("campaign check 'my leads.csv' --campaign 'my leads.yaml'");
  },
  SLOW,
);
