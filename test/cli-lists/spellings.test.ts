import { expect, test } from 'vitest';
import { aFolder } from '../cli-why/a-terminal.ts';

const CAMPAIGN = [
  'name: Spellings',
  'assistant: { prompt: Say hello. }',
  'consent: { basis: customers, statement: They agreed to be called. }',
];

const { write, campaign } = aFolder((folder) => {
  folder.write('leads.yaml', CAMPAIGN);
});

interface Pair {
  readonly rows: readonly [string, string];
  readonly dialled: string;
  readonly country?: string;
}

/** One person in two rows, as two programs keep the number. The numbers are made up; no line was looked up. */
const PAIRS: readonly (readonly [string, Pair])[] = [
  [
    'the number of a phone book beside that of a colleague (Argentina)',
    { rows: ['+54 9 11 2345 6789', '+54 11 2345 6789'], dialled: '+5491123456789' },
  ],
  [
    'a WhatsApp inbox beside a CRM (Mexico, 521)',
    { rows: ['+52 1 55 1234 5678', '+52 55 1234 5678'], dialled: '+525512345678' },
  ],
  [
    'an address book of 2015 beside a lead form (Brazil, without the ninth digit)',
    {
      rows: ['(11) 6123-4567', '+55 11 96123-4567'],
      dialled: '+5511961234567',
      country: 'BR',
    },
  ],
  [
    'a billing export of 2019 beside one of today (Ivory Coast)',
    { rows: ['+225 57 12 34 56', '+225 07 57 12 34 56'], dialled: '+2250757123456' },
  ],
  [
    'a mobile money export beside a form (Benin)',
    { rows: ['+229 97 12 34 56', '+229 01 97 12 34 56'], dialled: '+2290197123456' },
  ],
  [
    'a booking system that drops zeros beside one that keeps them (Italy)',
    { rows: ['+39 6 6981 2345', '+39 (0)6 6981 2345'], dialled: '+390669812345' },
  ],
  [
    'a payroll export of 2018 beside an SMS gateway (Gabon)',
    { rows: ['+241 06 03 12 34', '+241 66 03 12 34'], dialled: '+24166031234' },
  ],
];

const summaryOf = (out: string): { can_be_called: number; problem_rows: number } =>
  JSON.parse(out.trim().split('\n').at(-1) ?? '') as {
    can_be_called: number;
    problem_rows: number;
  };

test.each(PAIRS)('%s is one person, and barred as one', async (_, { rows, dialled, country }) => {
  write(
    'leads.yaml',
    country === undefined ? CAMPAIGN : [...CAMPAIGN, `default_country: ${country}`],
  );
  write('leads.csv', ['phone,first_name', `${rows[0]},Juan`, `${rows[1]},Juan again`]);
  const { out } = await campaign('check', 'leads.csv', '--json');
  expect(summaryOf(out)).toMatchObject({ can_be_called: 1, problem_rows: 1 });
  expect(out).toContain(`"code":"duplicate"`);
  const plan = await campaign('plan', 'leads.csv', '--json', '--now', '2026-12-01T15:00:00Z');
  expect(plan.out).toContain(dialled.slice(-4));
  expect((await campaign('dnc', 'add', dialled)).code).toBe(0);
  for (const row of rows) {
    write('leads.csv', ['phone,first_name', `${row},Juan`]);
    const barred = await campaign('check', 'leads.csv', '--json');
    expect(summaryOf(barred.out), row).toMatchObject({ can_be_called: 0, problem_rows: 0 });
  }
});
