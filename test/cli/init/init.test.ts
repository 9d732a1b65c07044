import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectGolden } from '../desk/golden-file.ts';
import { aFolder } from '../desk/folder.ts';
import { atTerminal } from './at-terminal.ts';

/** Two numbers without a country code, and nobody with a date of consent. */
const PEOPLE = [
  'First Name,Phone,Plan,Mailing Country',
  'Ana,+12025550123,Basic,',
  'Ben,(202) 555-0124,Pro,US',
  'Cem,202-555-0125,Pro,',
  'Dia,+442079460126,Basic,UK',
];
const PROMPT = 'You call {{first_name}} about the plan {{plan}}.';
const CONSENT = 'customers: They agreed in the order form to be called.';
const ANSWERS = ['Spring', PROMPT, CONSENT, 'US', '3'];

const folder = aFolder(({ write }) => write('leads.csv', PEOPLE));
const { path, write, read, campaign } = folder;
const init = (typed: readonly string[], ...more: string[]) =>
  atTerminal(path(), ['init', 'leads.csv', '--ledger', 'l.db', ...more], typed);

describe('campaign init at a terminal', () => {
  test('shows what each column is taken for, asks five questions, writes the file and checks it', async () => {
    const { code, screen, asked } = await init(ANSWERS);
    expect(code).toBe(0);
    expect(asked).toHaveLength(5);
    expectGolden('init.txt', screen);
    expectGolden('init-leads.yaml', read('leads.yaml'));
  });

  test('ends with the command that rehearses, and that command does', async () => {
    const { screen } = await init(ANSWERS);
    const next = /^Next: campaign (.*)$/m.exec(screen)?.[1] ?? '';
    expect(next).toBe('run leads.csv --ledger l.db --rehearse');
    const args = ['run', 'leads.csv', '--rehearse', '--now', '2026-12-01T15:00:00Z'];
    expect(await campaign(...args)).toMatchObject({ code: 0 });
  });

  test('takes what Enter gives: no consent is made up, and check says who is not called for want of it', async () => {
    const { screen } = await init(['', '', '', 'US', '']);
    expect(read('leads.yaml')).toContain('\nname: Leads\n');
    expect(read('leads.yaml')).toContain('\n# consent:\n');
    expect(read('leads.yaml')).not.toContain('\nconsent:');
    expect(screen).toContain('0 people can be called, 4 cannot; 0 rows have problems.');
    expect(screen).toContain(textOf({ code: 'consent_missing', rules: 'US' }));
    expect(screen.trimEnd().split('\n').at(-1)).toBe(
      'Next: campaign check leads.csv --ledger l.db',
    );
  });

  test('asks nothing that the list answers', async () => {
    write('leads.csv', ['name,phone,consent_at', 'Ana,+12025550123,2026-03-01']);
    const { asked, code } = await init(['', '', '']);
    expect({ code, asked: asked.length }).toEqual({ code: 0, asked: 3 });
  });

  test('asks again where an answer cannot be taken, and says why', async () => {
    const typed = ['Spring', 'You call {{frist_name}}.', 'Hi {first_name}.', PROMPT];
    const { screen: wrapped, code } = await init([
      ...typed,
      CONSENT,
      'Atlantis',
      'us',
      'many',
      '2',
    ]);
    const screen = wrapped.replace(/\n +/g, ' ');
    expect(code).toBe(0);
    expect(screen).toContain('Did you mean {{first_name}}?');
    expect(screen).toContain('Write {{first_name}} to say what is in the column.');
    expect(screen).toContain('"Atlantis" is not a country that is known.');
    expect(screen).toContain('Write a number from 1 on.');
    expect(read('leads.yaml')).toContain('default_country: US');
  });

  test('takes the id of a stored assistant for one', async () => {
    await init(['Spring', 'asst_8f3k-22', CONSENT, 'US', '3']);
    expect(read('leads.yaml')).toContain('\nassistant_id: "asst_8f3k-22"\n');
    expect(read('leads.yaml')).not.toContain('prompt:');
  });
});

describe('campaign init writes', () => {
  test.each([[[]], [['Spring']], [['Spring', PROMPT, CONSENT]]])(
    'nothing when somebody leaves after %j',
    async (typed) => {
      const { screen, code } = await init(typed);
      expect(code).toBe(0);
      expect(screen.trimEnd().split('\n').at(-1)).toBe('Nothing was written.');
      expect(readdirSync(path())).toEqual(['leads.csv']);
    },
  );

  test('over no file that is there unless it is told to', async () => {
    write('leads.yaml', ['name: Mine']);
    const kept = await init(['n']);
    expect(kept.screen).toContain('leads.yaml is there already. Replace it? (y/N): n\n');
    expect(read('leads.yaml')).toBe('name: Mine');
    await init(['y', ...ANSWERS]);
    expect(read('leads.yaml')).toContain('name: Spring');
    expect(readdirSync(path()).sort()).toEqual(['leads.csv', 'leads.yaml']);
  });
});

const COMPANY = ['--company', 'Byron Bakery'];

describe('campaign init where nobody can be asked', () => {
  test('ends with 2 and names the options', async () => {
    const { code, err } = await campaign('init', 'leads.csv');
    expect(code).toBe(2);
    for (const flag of ['--yes', '--company', '--say', '--assistant-id', '--consent-basis']) {
      expect(err).toContain(flag);
    }
  });

  test('names the flag that is missing, and writes nothing', async () => {
    const { code, err } = await campaign('init', 'leads.csv', '--yes', '--say', PROMPT);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('--company is missing') as unknown,
    });
    expect(readdirSync(path())).toEqual(['leads.csv']);
    const stored = await campaign('init', 'leads.csv', '--yes', '--assistant-id', 'asst_8f3k-22');
    expect(stored.code).toBe(0);
  });

  test('has the company said where it is named', async () => {
    await campaign('init', 'leads.csv', '--yes', '--company', 'Byron: Bakery');
    const text = read('leads.yaml');
    expect(text).toContain(
      'calling from Byron: Bakery. Tell me if you do not want to be called again. Is this a good moment?"\n',
    );
    expect(text).not.toContain('Example Company');
  });

  const FLAGS = [
    ...COMPANY,
    ...['--name', 'Spring', '--say', PROMPT, '--country', 'us', '--lines', '3'],
    ...['--consent-basis', 'customers'],
    ...['--consent-statement', 'They agreed in the order form to be called.'],
  ];

  test('writes by its options what a terminal’s answers write', async () => {
    await init(ANSWERS, '--campaign', 'asked.yaml', ...COMPANY);
    const { code } = await campaign('init', 'leads.csv', '--yes', ...FLAGS);
    expect(code).toBe(0);
    expect(read('leads.yaml')).toBe(read('asked.yaml'));
  });
});

describe('campaign init with options', () => {
  test('guesses no country: strangers would be called', async () => {
    await campaign('init', 'leads.csv', '--yes', ...COMPANY);
    expect(read('leads.yaml')).toContain('\n# default_country: US\n');
  });

  test.each([
    [['--lines', '0'], '--lines'],
    [['--country', 'Atlantis'], '--country'],
    [['--consent-basis', 'customers'], '--consent-statement'],
    [['--say', 'Hi.', '--assistant-id', 'a-1'], '--assistant-id'],
    [['--say', 'Hi {{nobody}}.'], '{{nobody}}'],
  ])('refuses %j', async (flags, said) => {
    const { code, err } = await campaign('init', 'leads.csv', '--yes', ...COMPANY, ...flags);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(said) as unknown });
    expect(readdirSync(path())).toEqual(['leads.csv']);
  });

  test('replaces a file with --force alone', async () => {
    writeFileSync(path('leads.yaml'), 'name: Mine');
    const { code, err } = await campaign('init', 'leads.csv', '--yes', ...COMPANY);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('--force') as unknown });
    expect((await campaign('init', 'leads.csv', '--yes', ...COMPANY, '--force')).code).toBe(0);
    expect(read('leads.yaml')).toContain('name: Leads');
  });
});

describe('a list and nothing else', () => {
  test.each(['run', 'plan'])(
    '%s offers at a terminal to write the campaign file',
    async (command) => {
      const args = [command, 'leads.csv', '--ledger', 'l.db'];
      const no = await atTerminal(path(), args, ['']);
      expect(no.code).toBe(2);
      expect(no.screen).toContain('Write one now, in at most five questions? (y/N): \n');
      expect(no.screen).toContain('try:   campaign init leads.csv');
      const yes = await atTerminal(path(), args, ['y', ...ANSWERS]);
      expect(yes.code).toBe(0);
      expect(read('leads.yaml')).toContain('name: Spring');
      expect(readdirSync(path()).sort()).toEqual(['leads.csv', 'leads.yaml']);
    },
  );

  test.each(['run', 'plan'])('%s names the command elsewhere, and ends with 2', async (command) => {
    const { code, err } = await campaign(command, 'leads.csv');
    expect(code).toBe(2);
    expect(err).toContain('try:   campaign init leads.csv');
  });

  test('check works, and says what it cannot know', async () => {
    const { out, err, code } = await campaign('check', 'leads.csv');
    expect(code).toBe(2);
    expect(out).toContain('not checked, because there is no campaign file yet');
    expect(err.trimEnd().split('\n').at(-1)).toBe('Next: campaign init leads.csv --ledger l.db');
  });
});
