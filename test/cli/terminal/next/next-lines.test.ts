import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aDesk, PROJECT, type Desk } from '../../desk/desk.ts';
import { CAMPAIGN, NOW, people } from '../../desk/people.ts';
import { serving } from '../../sandbox/serving.ts';
import { OPEN_ALL_DAY } from '../../run/live/desk/live-desk.ts';
import { uncertainPeople } from '../../control/uncertain-people.ts';
import { advised, followed } from './followed.ts';

/**
 * Each command that the program advises is given to a shell as it is printed, in a folder whose names have all that a
 * shell makes something of. None may be refused. What it advises in turn is tried as well.
 */

const LIST = "-my $HOME list's (v2).csv";
const SPRING = 'spring & "q1".yaml';
const LEDGER = "o'neill; ledger.db";
const ZONES = 'zones `2026`.json';
const SLOW = 240_000;

const files = `"./${LIST.replace('$', '\\$')}" --campaign '${SPRING}'`;
const named = `--ledger "${LEDGER}" --tzdata '${ZONES}'`;

function oddDesk(): Desk {
  const desk = aDesk();
  desk.write(LIST, people(3));
  desk.write(SPRING, CAMPAIGN);
  cpSync(join(PROJECT, 'data', 'reference', 'zones.json'), desk.path(ZONES));
  return desk;
}

/** What is advised is for a shell like sh; none of it may be refused. */
const onShell = it.runIf(process.platform !== 'win32');

onShell(
  'after a check and a plan, whose options are kept',
  async () => {
    const desk = oddDesk();
    const check = await followed(desk, `campaign check ${files} ${named}`);
    expect(advised(check)).toEqual(['campaign run', 'campaign export']);
    const options = `--seed 3 --now ${NOW} --new-run second`;
    const plan = await followed(desk, `campaign plan ${files} ${named} ${options}`);
    expect(advised(plan)).toEqual(['campaign run', 'campaign export']);
    expect(plan[1]?.command).toContain(options);
  },
  SLOW,
);

onShell(
  'after a run that is over, also where the results are there already',
  async () => {
    const desk = oddDesk();
    const run = `campaign run ${files} ${named} --now ${NOW}`;
    expect(advised(await followed(desk, run))).toEqual(['campaign export']);
    const again = await followed(desk, run);
    expect(advised(again)).toEqual(['campaign export']);
    expect(again[1]?.command).toMatch(/ -o results-2\.csv$/);
    const status = await followed(desk, `campaign status --rehearsal ${named}`);
    expect(advised(status)).toEqual(['campaign export']);
  },
  SLOW,
);

onShell(
  'in the middle of a run: unfinished, paused, cancelled',
  async () => {
    const desk = oddDesk();
    const run = `campaign run ${files} ${named} --now ${NOW}`;
    const given = `--rehearsal --ledger "${LEDGER}"`;
    await desk.paste(`${run} --limit 1`);
    expect((await desk.paste(`campaign pause ${given}`)).code).toBe(0);
    expect(advised(await followed(desk, `${run} --limit 1`))).toEqual([
      'campaign resume',
      'campaign export',
    ]);
    await desk.paste(`${run} --limit 1`);
    expect(advised(await followed(desk, `campaign status ${given}`))).toContain('campaign resume');
    await desk.paste(`${run} --limit 1`);
    expect(advised(await followed(desk, `campaign cancel ${given}`))).toEqual(['campaign export']);
    expect(advised(await followed(desk, `campaign resume ${given}`))).toEqual(['campaign export']);
  },
  SLOW,
);

onShell(
  'where people need a decision, and where nobody is meant',
  async () => {
    const desk = aDesk();
    const [first = '', second = ''] = await uncertainPeople(desk, 2);
    expect(advised(await followed(desk, 'campaign doctor'))).toContain('campaign uncertain');
    const decide = await followed(desk, `campaign uncertain --rehearsal --not-rung ${first}`);
    expect(advised(decide)).toContain('campaign resume');
    const nobody = await followed(desk, 'campaign uncertain --rehearsal --rang c0');
    expect(advised(nobody)).toEqual(['campaign uncertain']);
    const rang = await followed(desk, `campaign uncertain --rehearsal --rang ${second}`);
    expect(advised(rang).length).toBeGreaterThan(0);
    const row = await followed(desk, 'campaign show 99 --rehearsal');
    expect(advised(row)).toEqual(['campaign export']);
    const copy = await followed(desk, `campaign backup --rehearsal -o "${LEDGER}"`);
    expect(advised(copy)).toEqual(['campaign doctor']);
  },
  SLOW,
);

onShell(
  'while a live session works, and after it',
  async () => {
    const desk = aDesk();
    const { url } = await serving(desk, '--speed', '600');
    desk.write('leads.csv', people(60));
    desk.write(
      'leads.yaml',
      OPEN_ALL_DAY.replace('rules: none', 'rules: none\npace: { starts: 1, per: second }'),
    );
    const calling = { env: { REVOX_API_KEY: 'any', REVOX_BASE_URL: url } };
    const session = desk.begin(['run', 'leads.csv', '--live', '--yes', '--json'], calling);
    expect(await session.seen('order_placed')).toBe(true);
    const status = await followed(desk, 'campaign status', calling);
    expect(advised(status)).toEqual(['campaign pause', 'campaign resume']);
    const twice = await followed(desk, 'campaign run leads.csv --live --yes', calling);
    expect(twice[0]?.code).toBe(5);
    expect(advised(twice)[0]).toBe('campaign status');
    expect(advised(await followed(desk, 'campaign cancel --hang-up', calling))[0]).toBe(
      'campaign status',
    );
    expect((await session.ended).code).toBe(3);
    const after = await followed(desk, 'campaign status', calling);
    expect(advised(after)).toEqual(['campaign export']);
  },
  SLOW,
);
