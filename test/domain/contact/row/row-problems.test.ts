import { describe, expect, it } from 'vitest';
import { readRow } from '../../../../src/domain/contact/row/row.ts';
import { GOOD, NOW, problemsOf, reference, type Given } from './row-setup.ts';
import { columnsOf } from '../setup.ts';

const NEEDS = { wish: { prompt: 'Hi {{day}}' } };

/** The row, what is read of it, and the problem: code, column, value, message, fix. */
const PROBLEMS: readonly [
  Record<string, string>,
  Given,
  [code: string, column: string, value: string, message: string, fix: string],
][] = [
  [
    { phone: '1.2025E+10' },
    {},
    [
      'number_digits_lost',
      'phone',
      '1.2025E+10',
      'The spreadsheet has rounded the number, and its last digits are lost.',
      'Format the column as text in the original, paste the number again and save.',
    ],
  ],
  [
    { ...GOOD, country: 'Atlantis' },
    {},
    [
      'country_unknown',
      'country',
      'Atlantis',
      '"Atlantis" is not a country that is known by this name.',
      'Write its two-letter code, such as GB or BR, or name the column under columns.ignore.',
    ],
  ],
  [
    { ...GOOD, tz: 'America/Bosie' },
    {},
    [
      'timezone_unusable',
      'tz',
      'America/Bosie',
      `"America/Bosie" is not a time zone that is known.`,
      'Did you mean America/Boise? Otherwise leave the cell blank.',
    ],
  ],
  [
    { ...GOOD, tz: 'EST5 or so' },
    {},
    [
      'timezone_unusable',
      'tz',
      'EST5 or so',
      `"EST5 or so" is not a time zone that is known.`,
      'Write a zone name such as America/New_York or Europe/Paris, or leave the cell blank.',
    ],
  ],
  [
    { ...GOOD, day: ' ' },
    NEEDS,
    [
      'variable_missing',
      'day',
      ' ',
      'The cell is blank, and prompt needs {{day}}.',
      'Fill in the cell, or write in prompt what to say instead: {{day|…}}.',
    ],
  ],
  [
    { ...GOOD, day: '#N/A' },
    NEEDS,
    [
      'variable_missing',
      'day',
      '#N/A',
      'The cell is an error of the spreadsheet (#N/A), and prompt needs {{day}}.',
      'Fill in the cell, or write in prompt what to say instead: {{day|…}}.',
    ],
  ],
  [
    { ...GOOD, day: 'on {{weekday}}' },
    NEEDS,
    [
      'variable_unfilled',
      'day',
      'on {{weekday}}',
      'The cell holds a placeholder itself, which the agent would read out.',
      'Write the text that is meant.',
    ],
  ],
  [
    { ...GOOD, note: 'x'.repeat(32_768) },
    {},
    [
      'cell_too_long',
      'note',
      'x'.repeat(32_768),
      'The cell has 32768 characters; at most 32767 are sent.',
      'Shorten it, or name the column under columns.ignore.',
    ],
  ],
  [
    { ...GOOD, priority: 'high' },
    {},
    [
      'priority_unreadable',
      'priority',
      'high',
      '"high" is not a whole number of at most six digits.',
      'Write a number, higher for sooner, or leave the cell blank.',
    ],
  ],
  [
    { ...GOOD, scheduled_at: '01/12/2026' },
    {},
    [
      'date_ambiguous',
      'scheduled_at',
      '01/12/2026',
      '"01/12/2026" may mean 2026-01-12 or 2026-12-01.',
      'Say once in the campaign file which comes first in this file: dates: month-first, or dates: day-first.',
    ],
  ],
  [
    { ...GOOD, scheduled_at: 'next Monday' },
    {},
    [
      'scheduled_unreadable',
      'scheduled_at',
      'next Monday',
      '"next Monday" is not a date or a time: write it like 2026-12-01, 2026-12-01T09:00 or 2026-12-01T09:00-05:00.',
      'Write a date as YYYY-MM-DD, with a time as YYYY-MM-DDTHH:MM.',
    ],
  ],
  [
    { ...GOOD, scheduled_at: '2026-11-22T12:00Z' },
    {},
    [
      'scheduled_past',
      'scheduled_at',
      '2026-11-22T12:00Z',
      '"2026-11-22T12:00Z" is past already.',
      'Write a later moment, or clear the cell to call as soon as it is allowed.',
    ],
  ],
];

describe('a row that cannot be called says what is wrong and how to fix it', () => {
  for (const [cells, given, [code, column, value, message, fix]] of PROBLEMS)
    it(`${code}: ${value.slice(0, 30)}`, () => {
      expect(problemsOf(cells, given).problems).toEqual([
        { line: 7, column, value, code, message, fix },
      ]);
    });

  const misfits: readonly [string[], string, string, string][] = [
    [['none'], 'too_few_cells', 'The row has 1 cell, the header 2.', 'Add the missing del'],
    [['+1', 'a', 'b'], 'too_many_cells', 'The row has 3 cells, the header 2.', 'Put a cell that'],
  ];
  for (const [cells, code, message, fix] of misfits)
    it(`${code}: nothing is read of the cells`, () => {
      const columns = columnsOf(['phone', 'name']);
      const campaign = { defaultCountry: null, extract: false, scheduledAt: null };
      const reading = readRow({ line: 9, cells }, { columns, campaign, reference, now: NOW });
      if (reading.kind !== 'problem') throw new Error('the row has no problem');
      expect(reading.problems).toHaveLength(1);
      expect(reading.problems[0]).toMatchObject({ line: 9, column: '', code, message });
      expect(reading.problems[0]?.fix).toContain(fix);
      expect(reading.ifJoined).toBeNull();
    });

  it('no problem hides another', () => {
    const { problems, ifJoined } = problemsOf(
      {
        phone: 'none',
        country: 'Atlantis',
        day: '',
        priority: 'x',
        scheduled_at: '2025-01-01',
      },
      NEEDS,
    );
    expect(problems.map((one) => one.code).sort()).toEqual([
      'country_unknown',
      'number_none',
      'priority_unreadable',
      'scheduled_past',
      'variable_missing',
    ]);
    expect(ifJoined).toBeNull();
  });

  it('a row that is only too late gives the contact for a person who has joined already', () => {
    const late = problemsOf({ ...GOOD, scheduled_at: '2026-11-01T00:00Z' });
    expect(late.ifJoined).toMatchObject({
      e164: '+14155550123',
      notBefore: Date.parse('2026-11-01T00:00Z'),
    });
  });
});
