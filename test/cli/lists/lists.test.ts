import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aFolder } from '../desk/folder.ts';

const CAMPAIGN = [
  'name: Lists',
  'assistant: { prompt: Say hello. }',
  'consent: { basis: customers, statement: They agreed to be called. }',
];
const NOW = ['--now', '2026-12-01T15:00:00Z'];

const { path, write, campaign } = aFolder((folder) => {
  folder.write('leads.yaml', [...CAMPAIGN, 'suppress: optout.csv']);
});

interface Summary {
  readonly can_be_called: number;
  readonly lists: {
    readonly on_lists: number;
    readonly barred_by_last_digits: number;
    readonly asked_before_a_live_run: boolean;
    readonly files: readonly object[];
  };
}

async function checked(...more: string[]): Promise<Summary> {
  const { out, err } = await campaign('check', 'leads.csv', '--json', ...more);
  const last = out.trim().split('\n').at(-1) ?? '';
  if (last === '') throw new Error(err);
  return JSON.parse(last) as Summary;
}

const leads = (...numbers: string[]): void => {
  write('leads.csv', ['phone,first_name', ...numbers.map((number, i) => `${number},Person ${i}`)]);
};

const ANA = ['+13175550161', '+13175550162'] as const;

/** One person with two numbers, where the first phone column is blank, has another name or says that there is none. */
const EXPORTS: readonly (readonly [string, readonly string[]])[] = [
  [
    'a Salesforce report',
    ['Full Name,Phone,Mobile,Home Phone,Other Phone', `Ana,,,"${ANA[0]}",(317) 555-0162`],
  ],
  ['a Pipedrive export', ['Name,Phone - Work,Phone - Mobile', `Ana,${ANA[0]},${ANA[1]}`]],
  [
    'an Outlook address book',
    [
      'First Name,Business Fax,Business Phone,Home Phone,Mobile Phone',
      `Ana,+13175550161,,317 555 0161,317 555 0162`,
    ],
  ],
  [
    'Google contacts',
    [
      'Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value',
      `Ana,Work,${ANA[0]},Mobile,${ANA[1]}`,
    ],
  ],
  ['a German CRM', ['Nachname;Telefon;Mobil;Telefon privat', `Ana;n/a;${ANA[0]};${ANA[1]}`]],
];

describe('a number in any other column of a list counts', () => {
  test.each(['Direct line', 'Home', 'Ligne directe', 'Contact', 'Fax', 'dialled', 'Notes'])(
    'under %s, for a campaign and for the do-not-call list',
    async (header) => {
      leads(...ANA, '+13175550163', '+13175550164');
      write('optout.csv', [
        `Phone,${header}`,
        `${ANA[0]},${ANA[1]}`,
        header === 'Notes' ? ',call +1 317 555 0163 never' : ',(317) 555-0163',
      ]);
      expect((await checked()).can_be_called).toBe(1);
      const run = await campaign('run', 'leads.csv', ...NOW);
      expect(run.err).toContain('list       optout.csv: 3 numbers');
      write('leads.yaml', CAMPAIGN);
      const imported = await campaign('dnc', 'import', 'optout.csv', '--country', 'US');
      expect(imported.err).toContain('3 added');
      expect((await checked()).can_be_called).toBe(1);
    },
  );
});

describe('every phone column of a list counts', () => {
  test.each(EXPORTS)('in %s, for a campaign and for the do-not-call list', async (_, lines) => {
    leads(...ANA, '+13175550163');
    write('optout.csv', lines);
    expect(await checked()).toMatchObject({ can_be_called: 1, lists: { on_lists: 2 } });
    write('leads.yaml', CAMPAIGN);
    const imported = await campaign('dnc', 'import', 'optout.csv', '--country', 'US');
    expect(imported.err).toContain('2 added');
    expect(imported.code).toBe(0);
    expect((await checked()).can_be_called).toBe(1);
  });
});

/** Rows that are not one whole number where the list is read, the person whom each means, and somebody else. */
const ODD_ROWS: readonly (readonly [string, string, string])[] = [
  ['a phone system, with an extension', '(208) 555-0123 x12', '+12085550123'],
  ['a WhatsApp log', 'whatsapp:+12085550123', '+12085550123'],
  ['a note of an agent', 'Ana 208.555.0123 (asked 2026-03-01)', '+12085550123'],
  ['two numbers in a cell', '020 7946 0123 / 020 7946 0124', '+442079460124'],
  ['another ending behind a slash', '+44 20 7946 0123/24', '+442079460124'],
  ['a dialling code in the place of the plus', '0044 1632 960123', '+441632960123'],
  ['a gateway that writes no plus', '5511961234567', '+5511961234567'],
  ['an address book of before 2019', '+52 1 55 1234 5678', '+525512345678'],
  ['a spreadsheet that made a fraction of it', '12085550123.0', '+12085550123'],
  ['a form with wide digits', '２０８-５５５-０１２３', '+12085550123'],
];

describe('a row that is not one whole number', () => {
  test.each(ODD_ROWS)('of %s bars the person who is meant', async (_, row, person) => {
    leads(person, '+17185550142');
    write('optout.csv', ['Phone', `"${row}"`, '+13175550199']);
    expect((await checked()).can_be_called).toBe(1);
    write('leads.yaml', CAMPAIGN);
    expect((await campaign('dnc', 'import', 'optout.csv')).code).toBe(0);
    const after = await campaign('check', 'leads.csv');
    expect(after.out).toContain('1 person can be called, 1 cannot');
    const plan = await campaign('plan', 'leads.csv', '--json', ...NOW);
    expect(plan.out).toContain('"people":2,"called":1');
  });

  test('is read as a number in each country of the people and of the row itself', async () => {
    leads('+442079460123', '+12085550123', '+34612345678', '+33199001684');
    write('optout.csv', ['Phone,Country', '020 7946 0123,', '208-555-0123,', '612 34 56 78,Spain']);
    expect(await checked()).toMatchObject({
      can_be_called: 1,
      lists: { on_lists: 3, barred_by_last_digits: 0 },
    });
  });
});

/** Rows in which somebody is meant and nobody can be found. */
const UNREADABLE: readonly (readonly [string, string])[] = [
  ['a spreadsheet that has rounded the number', '4.41633E+11'],
  ['a spreadsheet with a comma', '"1,20856E+10"'],
  ['a rounded number beside words', '"Tom 4.416329E+11"'],
  ['a local number of six digits', '555 012'],
  ['letters in the place of digits', '1-800-FLOWERS'],
  ['a name alone', 'Tom'],
  ['a number with a letter in it', '208 555 O1'],
];

describe('a row that nobody can read', () => {
  test.each(UNREADABLE)('%s: nobody is called until it is ignored', async (_, cell) => {
    leads('+12085550123', '+12085550199');
    write('optout.csv', ['Phone', '+12085550199', '', cell]);
    for (const command of ['run', 'plan', 'check']) {
      const refused = await campaign(command, 'leads.csv', ...(command === 'check' ? [] : NOW));
      expect(refused.code).toBe(2);
      expect(refused.err).toContain('row 4 ');
      expect(refused.err).toContain('--ignore-lines 4');
    }
    expect(existsSync(path('l.rehearsal.db'))).toBe(false);
    const { code, err } = await campaign('run', 'leads.csv', ...NOW, '--ignore-lines', '4');
    expect(code).toBe(0);
    expect(err).toContain('list       optout.csv: 1 number, 1 ignored (4)');
  });

  test('is not ignored by the number of another row, which counts as it stands', async () => {
    leads('+12085550123');
    write('optout.csv', ['Phone', '+12085550123', 'Tom']);
    const { code, err } = await campaign('check', 'leads.csv', '--ignore-lines', '2');
    expect(code).toBe(2);
    expect(err).toContain('row 3 ');
    const both = await campaign('check', 'leads.csv', '--ignore-lines', '2-3');
    expect(both.out).toContain('0 people can be called, 1 cannot');
    expect(both.err).toContain('what can be read counts: 2');
  });

  test('is named with its list where there are several', async () => {
    leads('+12085550123');
    write('leads.yaml', [...CAMPAIGN, 'suppress: [optout.csv, rivals.csv]']);
    write('optout.csv', ['Phone', 'Tom']);
    write('rivals.csv', ['Phone', 'Tim']);
    expect((await campaign('check', 'leads.csv', '--ignore-lines', '2')).err).toContain(
      'write --ignore-lines optout.csv:7,9 or rivals.csv:7,9',
    );
    const ignore = ['--ignore-lines', 'optout.csv:2', '--ignore-lines', 'rivals.csv:2'];
    expect((await checked(...ignore)).can_be_called).toBe(1);
    expect((await campaign('check', 'leads.csv', '--ignore-lines', 'other.csv:2')).code).toBe(2);
  });

  test('does not keep the readable rows off the do-not-call list', async () => {
    write('optout.csv', ['Phone', '+12085550123', 'Tom', '208-555-0124']);
    const { code, err } = await campaign('dnc', 'import', 'optout.csv');
    expect(code).toBe(2);
    expect(err).toContain('row 3 "Tom"');
    expect(err).toContain('1 added');
    expect(err).toContain('--ignore-lines 3');
    const list = await campaign('dnc', 'list', '--json');
    expect(list.out).toContain('"number":"+12085550123"');
    expect(list.out).toContain('"last_digits":"5550124"');
    const again = await campaign('dnc', 'import', 'optout.csv', '--ignore-lines', '3');
    expect(again.code).toBe(0);
  });
});

describe('a list with little in it', () => {
  test('is fine when it has a header alone, and blank lines', async () => {
    leads('+12085550123');
    write('optout.csv', ['', 'Phone,Name', '', ',', '']);
    expect(await checked()).toMatchObject({ can_be_called: 1 });
  });

  test('is refused when there is nothing in it at all', async () => {
    leads('+12085550123');
    write('optout.csv', ['', '', '']);
    expect((await campaign('check', 'leads.csv')).code).toBe(2);
  });
});

describe('last digits on the do-not-call list', () => {
  test('are shown with their row, hold for a run, and are taken off by themselves', async () => {
    write('leads.yaml', CAMPAIGN);
    leads('+12085550123', '+17185550142');
    write('optout.csv', ['Phone', '208-555-0123']);
    await campaign('dnc', 'import', 'optout.csv');
    expect((await campaign('dnc', 'list')).out).toMatch(
      /^…5550123 {2}\d{4}-.* optout\.csv row 2 "208-555-0123"\n$/,
    );
    const why = await campaign('why', '+12085550123');
    expect(why.out).toContain('its row 2 cannot be read as one number');
    await campaign('dnc', 'add', '+12085550123');
    const removed = await campaign('dnc', 'remove', '+12085550123');
    expect(removed.err).toContain('campaign dnc remove --last-digits 5550123');
    expect((await checked()).can_be_called).toBe(1);
    expect((await campaign('dnc', 'remove', '--last-digits', '5550123')).code).toBe(0);
    expect((await checked()).can_be_called).toBe(2);
    expect((await campaign('dnc', 'remove', '--last-digits', '5550123')).code).toBe(2);
    expect((await campaign('dnc', 'remove', '--last-digits', '123')).code).toBe(2);
    expect((await campaign('dnc', 'remove')).code).toBe(2);
  });
});
