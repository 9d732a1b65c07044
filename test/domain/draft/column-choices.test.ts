import { describe, expect, test } from 'vitest';
import { columnNames } from '../../../src/domain/draft/column-choices.ts';
import { defaultPrompt } from '../../../src/domain/draft/default-prompt.ts';

const names = (headers: readonly string[], numbers: readonly number[] = []) =>
  columnNames(
    headers,
    headers.map((header, at) => ({ header, numbers: numbers[at] ?? 0 })),
  );

describe('what a campaign file has to say of the columns of a list', () => {
  test('is nothing, where one header says phone', () => {
    expect(names(['Name', 'Phone', 'Fax'], [0, 3, 9])).toEqual({ columns: [], ignore: [] });
  });

  test('is every column of the person’s own numbers, the fullest first; of those as full the plainer name', () => {
    expect(names(['Mobile', 'Phone'], [7, 3]).columns).toEqual([['phone', ['Mobile', 'Phone']]]);
    expect(names(['Mobile', 'Phone'], [3, 3]).columns).toEqual([['phone', ['Phone', 'Mobile']]]);
    const crm = ['Phone Number', 'Mobile Phone Number', 'Assistant Phone', 'Fax'];
    expect(names(crm, [9, 4, 5, 6]).columns).toEqual([
      ['phone', ['Phone Number', 'Mobile Phone Number']],
    ]);
  });

  test('is nothing of a second column without numbers', () => {
    expect(names(['Phone Number', 'Mobile Phone Number'], [9, 0]).columns).toEqual([]);
    expect(names(['Mobile', 'Phone'], [0, 3]).columns).toEqual([['phone', ['Phone']]]);
  });

  test('is the column with most numbers, where no header says phone', () => {
    expect(names(['Who', 'Nummer', 'Fax'], [0, 5, 2]).columns).toEqual([['phone', ['Nummer']]]);
    expect(names(['Who', 'What'], [0, 0]).columns).toEqual([]);
  });

  test('is one of two headers that could both decide the hours', () => {
    const { columns } = names(['Phone', 'tz', 'iana_timezone']);
    expect(columns).toEqual([['timezone', ['tz']]]);
    expect(names(['Phone', 'timezone', 'tz']).columns).toEqual([]);
  });

  test('is to ignore a header whose name an earlier one has', () => {
    expect(names(['Phone', 'Plan', 'plan ', '']).ignore).toEqual([]);
    expect(names(['Phone', 'my plan', 'My Plan']).ignore).toEqual(['My Plan']);
  });
});

describe('the prompt by default', () => {
  test('has the name and the company, as far as the list has them', () => {
    const prompt = (...columns: [string, number][]) => defaultPrompt(new Map(columns));
    expect(prompt(['Company', 0], ['first_name', 0])).toContain('{{first_name}} of {{Company}}.');
    expect(prompt(['Plan', 2])).toContain('You call this person.');
    expect(prompt(['Company', 1], ['first_name', 3])).toContain(
      '{{first_name|this person}} of {{Company|their company}}.',
    );
  });
});
