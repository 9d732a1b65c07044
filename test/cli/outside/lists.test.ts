import { describe, expect, test } from 'vitest';
import { aFolder } from '../desk/folder.ts';
import { PAIRS } from './argentina-nine.ts';
import { NOT_AGREED } from './consent-no-column.ts';
import { REFUSED } from './do-not-call-column.ts';
import { CAMPAIGN, campaignOf, NOW } from './exported.ts';
import { LIVES_ELSEWHERE } from './mailing-address-columns.ts';
import { ANA, TWO_NUMBERS } from './suppress-two-phone-columns.ts';
import { UNCLEAR_LINES } from './suppress-unreadable-lines.ts';

/** Lists as other programs write them: nobody who said no there is called, and nobody outside their own hours. */

const { write, campaign } = aFolder((folder) => {
  folder.write('leads.yaml', CAMPAIGN);
});
const PLAN = ['plan', 'leads.csv', '--json', '--now', NOW];

async function summary(): Promise<Record<string, unknown>> {
  const { out, err } = await campaign('check', 'leads.csv', '--json');
  const last = out.trim().split('\n').at(-1) ?? '';
  if (last === '') throw new Error(err);
  return JSON.parse(last) as Record<string, unknown>;
}

const leads = (...numbers: string[]): void => {
  write('leads.csv', ['phone,first_name', ...numbers.map((number, i) => `${number},Person ${i}`)]);
};

const suppressed = (lines: readonly string[]): void => {
  write('leads.yaml', [...CAMPAIGN, 'suppress: optout.csv']);
  write('optout.csv', lines);
};

describe('anyone who refused in the list', () => {
  test.each(REFUSED)('of $by is not called, and "$column" is named', async (one) => {
    write('leads.yaml', campaignOf(one));
    write('leads.csv', one.lines);
    const { can_be_called: callable, contacts, never } = await summary();
    expect({ callable, contacts }).toEqual({ callable: 0, contacts: 1 });
    expect(JSON.stringify(never)).toContain(one.column);
    expect((await campaign(...PLAN)).out).toContain('"people":1,"called":0');
  });

  test.each(NOT_AGREED)('of $by, by a plain no to calls, is not called: $lines.1', async (one) => {
    write('leads.yaml', campaignOf(one));
    write('leads.csv', one.lines);
    expect(await summary()).toMatchObject({ can_be_called: 0, contacts: 1 });
    expect((await campaign(...PLAN)).out).toContain('"people":1,"called":0');
  });
});

test.each(LIVES_ELSEWHERE)('the address in a list of $by counts before the number', async (one) => {
  write('leads.yaml', campaignOf(one));
  write('leads.csv', one.lines);
  const at = async (moment: string): Promise<unknown> => {
    const { out } = await campaign('why', 'leads.csv:2', '--at', moment, '--json');
    return (JSON.parse(out) as { open: unknown }).open;
  };
  expect(await at('2026-12-01T15:30:00Z'), '10:30 in New York, 07:30 in Los Angeles').toBe(false);
  expect(await at('2026-12-01T19:30:00Z'), '11:30 in Los Angeles').toBe(true);
});

test.each(PAIRS)('$by keep one person, who is called and barred as one', async ({ rows }) => {
  leads(...rows);
  const { out } = await campaign('check', 'leads.csv', '--json');
  expect(await summary()).toMatchObject({ can_be_called: 1, problem_rows: 1 });
  expect(out).toContain('"code":"duplicate"');
  for (const said of rows) {
    expect((await campaign('dnc', 'add', said)).code).toBe(0);
    for (const row of rows) {
      leads(row);
      expect(await summary(), `${said} said no`).toMatchObject({ can_be_called: 0 });
    }
    expect((await campaign('dnc', 'remove', said)).code).toBe(0);
    expect(await summary()).toMatchObject({ can_be_called: 1, problem_rows: 0 });
  }
});

test.each(TWO_NUMBERS)(
  'both numbers of a person on a list of $by are barred',
  async ({ lines }) => {
    leads(...ANA, '+13175550163');
    suppressed(lines);
    expect(await summary()).toMatchObject({ can_be_called: 1, lists: { on_lists: 2 } });
    write('leads.yaml', CAMPAIGN);
    const imported = await campaign('dnc', 'import', 'optout.csv', '--country', 'US');
    expect({ code: imported.code, err: imported.err }).toMatchObject({
      code: 0,
      err: expect.stringContaining('2 added') as unknown,
    });
    expect(await summary()).toMatchObject({ can_be_called: 1 });
  },
);

describe('a list of refusals with lines that are no whole numbers', () => {
  test.each(UNCLEAR_LINES)('as $by has them: nobody on it is called', async (one) => {
    const { people, lines, refused } = one;
    leads(...people, '+17185550142');
    suppressed(lines);
    const run = await campaign('run', 'leads.csv', '--rehearse', '--now', NOW);
    expect(run.code).toBe(refused === undefined ? 0 : 2);
    if (refused !== undefined) expect(run.err).toContain(`row ${refused} `);
    else expect(await summary()).toMatchObject({ can_be_called: 1 });
    const status = await campaign('status', '--rehearsal', '--json');
    if (refused !== undefined) expect(status.code).not.toBe(0);
    else expect(status.out).toMatch(new RegExp(`"skipped": ?${people.length}\\b`));
  });
});
