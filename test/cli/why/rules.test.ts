import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/program.ts';
import { aFolder, type Said } from '../desk/folder.ts';
import { aTerminal } from '../desk/terminal.ts';

const OURS = [
  '- id: lunch',
  '  name: Nobody is called at lunch',
  '  in: [FR]',
  '  hours: [["09:00-12:00"], ["09:00-12:00"], ["09:00-12:00"], ["09:00-12:00"], ["09:00-12:00"], [], []]',
];
const CAMPAIGN = [
  'name: Own rules',
  'assistant: { prompt: Say hello. }',
  'rules: [auto, ./ours.yaml]',
  'columns: { audience: Type }',
  'call_retry_config: { calling_windows: [{ calling_window_start_time: "08:00", calling_window_end_time: "21:00" }] }',
];

const { path, write, campaign } = aFolder((folder) => {
  folder.write('people.csv', [
    'phone,consent_at,Type',
    '+33199001200,2026-03-01,',
    '+33199001201,,',
    '+33199001202,2026-03-01,company',
    '+33199001203,2026-03-01,VIP',
  ]);
  folder.write('people.yaml', CAMPAIGN);
  folder.write('ours.yaml', OURS);
});

interface Rules {
  readonly rules: readonly Readonly<Record<string, unknown>>[];
}

/** No ledger is asked. */
async function rules(...args: string[]): Promise<Said> {
  const { terminal, said } = aTerminal(path());
  return { code: await main(['rules', ...args], terminal, '0'), ...said };
}

const rulesOf = async (...args: string[]): Promise<Rules['rules']> => {
  const { code, out } = await rules(...args, '--json');
  expect(code).toBe(0);
  return (JSON.parse(out) as Rules).rules;
};

describe('campaign rules', () => {
  test('lists every record with all of its fields, its sources and its age', async () => {
    const all = await rulesOf();
    expect(all.length).toBeGreaterThan(60);
    for (const rule of all) {
      expect(rule).toMatchObject({ sources: expect.any(Array), age_days: expect.any(Number) });
      for (const key of ['ai_disclosure', 'recording_notice', 'caller_named', 'opt_out_offered'])
        expect(rule).toHaveProperty(key);
      for (const key of ['consent', 'purposes', 'audience']) expect(rule).toHaveProperty(key);
      for (const key of ['effective_from', 'until', 'quote', 'verified_on', 'review_by'])
        expect(rule).toHaveProperty(key);
    }
  });

  test.each([
    [
      ['--country', 'US-FL'],
      ['US', 'US-business', 'US-voice', 'US-collections', 'US-FL'],
    ],
    [
      ['--country', 'France'],
      ['FR', 'EU-AI'],
    ],
    [
      ['US-UT', 'FR'],
      ['US-UT', 'FR'],
    ],
    [['--country', 'UY'], []],
  ])('of %j', async (args, ids) => {
    const found = (await rulesOf(...args)).map(({ id }) => id);
    expect(found.filter((id) => id !== 'US-recording')).toEqual(ids);
  });

  test('shows a record to people, with what it asks for', async () => {
    const { out } = await rules('FR', 'EU-AI');
    expect(out).toContain('  hours     Mon-Fri 10:00-13:00 14:00-20:00, Sat none, Sun none\n');
    expect(out).toContain('  limit     at most 4 calls in 30 days\n');
    expect(out).toContain('on record with its day it lifts the hours');
    expect(out).toContain('  must say  that an AI speaks, at the start\n');
  });

  test('has those of a campaign, and refuses what is none', async () => {
    expect((await rulesOf('lunch', '--campaign', 'people.yaml')).map(({ id }) => id)).toEqual([
      'lunch',
    ]);
    const wrong = await rules('US-FLA');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('no rule "US-FLA"')]);
    expect((await rules('--country', 'Atlantis')).code).toBe(2);
  });
});

describe('a campaign with rules of its own', () => {
  interface Why {
    readonly open: boolean;
    readonly rules: readonly { readonly id: string; readonly window: string }[];
    readonly must_say: readonly { readonly rule: string }[];
  }
  const why = async (row: number, at: string): Promise<Why> => {
    const { out } = await campaign('why', `people.csv:${row}`, '--at', at, '--json');
    return JSON.parse(out) as Why;
  };

  test('keeps to them and to the law; consent on record lifts the hours of the law alone', async () => {
    const evening = await why(2, '2026-12-01T19:30:00Z');
    const windows = Object.fromEntries(evening.rules.map(({ id, window }) => [id, window]));
    expect(evening.open).toBe(false);
    expect(windows).toMatchObject({
      FR: '00:00-24:00 (lifted by the consent on record)',
      lunch: '09:00-12:00',
    });
    expect(evening.must_say.map(({ rule }) => rule)).toEqual(['EU-AI']);
    expect((await why(2, '2026-12-01T08:30:00Z')).open).toBe(true);
    const strict = await why(3, '2026-12-01T08:30:00Z');
    expect(strict.rules).toContainEqual(expect.objectContaining({ id: 'FR', allows: false }));
  });

  test('takes the audience from the column that it names, and the stricter where it cannot be read', async () => {
    const ids = async (row: number): Promise<string[]> =>
      (await why(row, '2026-12-01T08:30:00Z')).rules.map(({ id }) => id);
    expect(await ids(4)).toEqual(['lunch', 'campaign']);
    expect(await ids(5)).toEqual(['FR', 'lunch', 'campaign']);
    const { out } = await campaign('check', 'people.csv');
    expect(out).toContain('neither a consumer nor a business, and counts as a consumer');
  });

  test('goes on from the ledger alone, without the file', async () => {
    const args = ['--ledger', 'l.db', '--now', '2026-12-01T07:00:00Z'];
    const first = await campaign('run', 'people.csv', '--limit', '1', ...args);
    expect(first.code).toBe(0);
    expect(first.err).toContain('the hours of FR do not bind people whose consent is on record');
    write('ours.yaml', ['not a rule']);
    const on = await campaign('resume', '--rehearsal', '--ledger', 'l.db');
    expect([on.code, on.err]).not.toContain(2);
  });
});

describe('a file of rules that does not fit, before anybody is called', () => {
  test('is refused where a rule has the id of one that ships', async () => {
    write('ours.yaml', ['- id: FR', '  hours: null']);
    const refused = await campaign('check', 'people.csv');
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringContaining('rule FR: a rule that ships has this id'),
    ]);
  });

  test.each([
    ['a place that is none', ['- id: lunch', '  in: [France]'], /"France" is no place .* write FR/],
    [
      'a YAML mistake',
      ['- id: lunch', '  in: [FR'],
      /nobody was called: .*line \d+.*\n.*fix ours.yaml/,
    ],
    ['nothing in it', [''], /is empty: begin with - id: and in:/],
    ['only a wish for more', ['- id: lunch', '  consent: null'], /narrows nothing/],
  ])('is refused where the file has %s', async (_, lines, message) => {
    write('ours.yaml', lines);
    const refused = await campaign('check', 'people.csv');
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(message)]);
  });

  test('is refused where the file is missing', async () => {
    write('people.yaml', [...CAMPAIGN.slice(0, 2), 'rules: [auto, ./other.yaml]']);
    const refused = await campaign('check', 'people.csv');
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(
      /other.yaml does not exist\n.*as it is seen from the campaign file/,
    );
  });
});
