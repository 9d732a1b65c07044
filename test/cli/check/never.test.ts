import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aFolder } from '../desk/folder.ts';

const CAMPAIGN = [
  'name: Calls',
  'assistant: { prompt: Say hello. }',
  'suppress: [left.csv, rivals.txt]',
  'holidays: [{ on: 2026-12-24 }]',
];
const PEOPLE = [
  'phone,consent_date,timezone,call_contact,call_state',
  '+12125550100,2026-03-01,,,',
  '+12125550101,2026-03-01,,,',
  '+12125550102,2026-03-01,,,',
  '+12125550103,,,,',
  '+12125550104,yes,,,',
  '+442079460105,,,,',
  '+18005550106,2026-03-01,,,',
  '+12125550107,2026-03-01,,c1,reached',
  '+12125550108,2026-03-01,Asia/Tokyo,,',
  '+353209110109,2026-03-01,,,',
  'nobody,,,,',
  '+12125550100,2026-03-01,,,',
];

const { path, write, campaign } = aFolder((folder) => {
  folder.write('people.csv', PEOPLE);
  folder.write('people.yaml', CAMPAIGN);
  folder.write('left.csv', ['phone', '+12125550101', '+12125550103', '+12125550199']);
  folder.write('rivals.txt', ['+12125550101', '+442079460105']);
});

async function barInLiveLedger(numbers: readonly string[]): Promise<void> {
  const ledger = openLedger(path('l.db'), 'live');
  await ledger.bar(numbers, { who: 'ana', at: 0, reason: null, source: 'test' });
  ledger.close();
}

interface Fact {
  readonly kind: string;
  readonly why?: string;
  readonly never?: readonly object[];
}

const factsIn = (out: string): Fact[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Fact);

const COUNTS = [
  '3 people can be called, 7 cannot; 2 rows have problems.',
  '  US         2',
  '  IE         1',
  'never called',
  '     2  on the suppress list left.csv (rows 3, 5)',
  '     1  no consent on record (US) (row 6)',
  '     1  no time zone is known for this number, which is of no place: add a timezone column, or',
  '        non_geographic to the campaign (row 8)',
  '     1  on the do-not-call list (row 4)',
  '     1  on the suppress list rivals.txt (row 7)',
  "     1  reached according to the file's call_state (row 9)",
];

describe('campaign check', () => {
  test('counts whom plan counts as never called, by the same words and lines', async () => {
    // From New York by the clock of Tokyo no hour is open under the rules of both.
    write('people.yaml', [...CAMPAIGN, 'location: intersect']);
    await barInLiveLedger(['+12125550102', '+12125550103', '+12125550199']);
    const summary = factsIn((await campaign('check', 'people.csv', '--json')).out).at(-1);
    const planned = factsIn((await campaign('plan', 'people.csv', '--json')).out);
    const never = planned
      .filter(({ kind }) => kind === 'never')
      .map(({ kind: _, ...reason }) => reason);
    expect(summary?.never).toEqual(never);
    expect(never.map(({ why }) => why?.slice(0, 28)).sort()).toEqual([
      textOf({ code: 'consent_missing', rules: 'US' }),
      'no time zone is known for th',
      textOf({ code: 'on_do_not_call' }),
      textOf({ code: 'on_suppress_list', file: 'left.cs' }),
      textOf({ code: 'on_suppress_list', file: 'rivals.' }),
      'reached according to the fil',
      'the calling hours never open',
    ]);
    expect(planned.at(-1)).toMatchObject({ called: 2, never: 8, problem_rows: 2 });
    expect(summary).toMatchObject({ contacts: 10, can_be_called: 2, problem_rows: 2 });
  });

  test('says how many can be called, where they are, and who never is', async () => {
    await barInLiveLedger(['+12125550102']);
    const before = [readdirSync(path()), readFileSync(path('l.db'), 'latin1')];
    const { code, out } = await campaign('check', 'people.csv');
    expect(code).toBe(2);
    expect([readdirSync(path()), readFileSync(path('l.db'), 'latin1')]).toEqual(before);
    const lines = out.trimEnd().split('\n');
    const counts = lines.slice(lines.findIndex((line) => line.includes('can be called, ')));
    const remedies = counts.filter((line) => /^ {8}(?:fix|note) /.test(line));
    expect(remedies).toHaveLength(6);
    const isOfRemedy = (line: string): boolean => /^ {8}(?:fix|note) |^ {13}/.test(line);
    expect(counts.filter((line) => !isOfRemedy(line))).toEqual(COUNTS);
    expect(counts.join('\n')).toContain(
      [
        '             in people.yaml write:',
        '               consent:',
        '                 basis: existing customers',
        '                 statement: They agreed in the order form to be called about their order.',
      ].join('\n'),
    );
  });

  test('needs no ledger, and ends with 5 when there is one that it cannot read', async () => {
    expect((await campaign('check', 'people.csv')).out).toContain(
      '4 people can be called, 6 cannot',
    );
    expect(readdirSync(path())).not.toContain('l.db');
    await barInLiveLedger([]);
    const db = openDatabase(path('l.db'), { synchronous: 'normal' });
    db.pragma('user_version = 9999');
    db.close();
    const { code, err } = await campaign('check', 'people.csv');
    expect(code).toBe(5);
    expect(err).toContain('its version is 9999');
  });
});
