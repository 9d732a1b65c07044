import { describe, expect, test } from 'vitest';
import { aFolder } from '../desk/folder.ts';

const CAMPAIGN = ['name: Calls', 'assistant: { prompt: Say hello. }'];
const STATED = 'consent: { basis: customers, statement: They agreed to be called. }';
const refused = (value: string): string =>
  `the row says that they do not want to be called: consent_at is "${value}"`;
/** The last one lives in another country. */
const PEOPLE = [
  'phone,consent_at,consent_source',
  '+12125550100,withdrawn,',
  '+12125550101,No,phone call',
  '+12125550102,2037-01-01,',
  '+12125550103,2026-03-01,web form',
  '+12125550104,,',
  '+353209110109,opted-out,',
];

const { write, read, campaign } = aFolder((folder) => {
  folder.write('people.csv', PEOPLE);
  folder.write('people.yaml', [...CAMPAIGN, STATED]);
});

interface Fact {
  readonly [name: string]: unknown;
}
const factsIn = (text: string): Fact[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Fact);

async function exported(): Promise<Fact[]> {
  const { code } = await campaign('export', '--rehearsal', '-o', 'out.jsonl');
  expect(code).toBe(0);
  return factsIn(read('out.jsonl'));
}

describe('a row that says no, in a campaign that states a consent', () => {
  test('is said by check, plan and why, and never called', async () => {
    const never = [
      { why: refused('No'), count: 1, lines: [3] },
      { why: refused('opted-out'), count: 1, lines: [7] },
      { why: refused('withdrawn'), count: 1, lines: [2] },
    ];
    const checked = factsIn((await campaign('check', 'people.csv', '--json')).out);
    expect(checked.at(-1)).toMatchObject({ can_be_called: 3, never });
    expect(checked.map(({ line, code }) => [line, code]).slice(0, -1)).toEqual([
      [2, 'consent_refused'],
      [3, 'consent_refused'],
      [4, 'consent_future'],
      [7, 'consent_refused'],
    ]);
    const planned = factsIn((await campaign('plan', 'people.csv', '--json')).out);
    expect(planned.filter(({ kind }) => kind === 'never')).toMatchObject(never);
    const why = await campaign('why', '7', '--file', 'people.csv', '--json');
    expect(JSON.parse(why.out)).toMatchObject({ never: refused('opted-out') });
  });

  test('is not called, and of the others the export and show say what was relied on', async () => {
    const { code, err } = await campaign('run', 'people.csv', '--now', '2026-12-01T15:00:00Z');
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringContaining('3 rows say not to call') as unknown,
    });
    const rows = await exported();
    expect(rows.map((row) => [row['call_consent'], row['call_orders'] === 0])).toEqual([
      ['refused in the row: withdrawn', true],
      ['refused in the row: No, phone call', true],
      ['stated by the campaign: customers', false],
      ['2026-03-01, web form', false],
      ['stated by the campaign: customers', false],
      ['refused in the row: opted-out', true],
    ]);
    expect(rows.map((row) => row['call_reason_code']).filter((why) => why !== null)).toEqual([
      'row_refused',
      'row_refused',
      'row_refused',
    ]);
    expect(rows[1]?.['call_reason']).toBe(refused('No'));
    const shown = async (who: string) => (await campaign('show', who, '--rehearsal')).out;
    expect(await shown('+12125550100')).toContain('consent     refused in the row: withdrawn\n');
    expect(await shown('+12125550102')).toContain(
      'consent     stated by the campaign: customers: “They agreed to be called.” (the row says “2037-01-01”, which is no consent on record)\n',
    );
    expect(await shown('+12125550103')).toContain('on record in the row: 2026-03-01, web form\n');
    const json = await campaign('show', '+12125550102', '--rehearsal', '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      consent: { text: '2037-01-01', relied_on: 'campaign' },
    });
  });
});

describe('the last line of check', () => {
  const nobody = ['phone,consent_at', '+12125550100,no'];
  const lastLine = async (): Promise<string | undefined> =>
    (await campaign('check', 'people.csv')).err.trimEnd().split('\n').at(-1);

  test('names no command where nobody can be called and nothing can be done about it', async () => {
    write('people.csv', nobody);
    const { code, err } = await campaign('check', 'people.csv');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('names the check again, after what is to be done, where nobody can be called', async () => {
    write('people.csv', [...nobody, '12,']);
    const { err } = await campaign('check', 'people.csv');
    expect(err).toContain(
      'The step that frees most people (1 row): The number has no country code.',
    );
    expect(await lastLine()).toBe('Next: campaign check people.csv --ledger l.db');
  });

  test('names the rehearsal where somebody can be called, with the options that were given', async () => {
    expect(await lastLine()).toBe('Next: campaign run people.csv --ledger l.db --rehearse');
    const named = await campaign('check', 'people.csv', '-c', 'people.yaml');
    expect(named.err).toContain(
      'Next: campaign run people.csv --campaign people.yaml --ledger l.db --rehearse',
    );
  });
});
