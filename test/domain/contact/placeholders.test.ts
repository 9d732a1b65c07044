import { describe, expect, it } from 'vitest';
import { placeholdersOf, requireColumns } from '../../../src/domain/contact/placeholders.ts';

const fillings = {
  columns: new Map([
    ['first_name', 1],
    ['firstName', 2],
    ['Appointment', 3],
    ['postal_code', 4],
  ]),
  leftOut: new Map([['callstate', 'the column "call_state" is a result of an earlier run']]),
};
const check = (name: string) => requireColumns([{ name, field: 'prompt' }], fillings);

describe('placeholders of an assistant', () => {
  it('each is found once, with the first text it stands in', () => {
    const assistant = {
      prompt: 'You call {{first_name}} {{ last_name }}. {not_one} {{{odd}}}',
      first_sentence: 'Hi {{first_name}}!',
      voicemail_message: '{{day}}',
      after_call_sms_prompt: '{{link}}',
      voice: '{{ignored}}',
    };
    expect(placeholdersOf(assistant)).toEqual([
      { name: 'first_name', field: 'prompt' },
      { name: 'last_name', field: 'prompt' },
      { name: 'odd', field: 'prompt' },
      { name: 'day', field: 'voicemail_message' },
      { name: 'link', field: 'after_call_sms_prompt' },
    ]);
    expect(placeholdersOf({ prompt: 5 })).toEqual([]);
    expect(placeholdersOf(null)).toEqual([]);
  });

  it('the same spelling wins, another spelling of one column is found', () => {
    expect(check('first_name').required).toEqual([
      { name: 'first_name', field: 'prompt', index: 1 },
    ]);
    expect(check('Postal-Code').required).toEqual([
      { name: 'Postal-Code', field: 'prompt', index: 4 },
    ]);
  });

  const problems: readonly [string, string, string][] = [
    ['', 'prompt holds an empty placeholder {{}}.', 'Write the name of a column'],
    ['FIRST NAME', 'could be any of first_name, firstName.', 'Write the placeholder like one'],
    ['apointment', 'but no column has that name.', 'Did you mean {{Appointment}}?'],
    ['clinic', 'but no column has that name.', 'Add a column "clinic", or name its column under'],
    ['call_state', 'is a result of an earlier run.', 'columns.variables: call_state'],
  ];
  for (const [name, message, fix] of problems)
    it(`{{${name}}} is a problem of the whole file`, () => {
      const found = check(name);
      expect(found.required).toEqual([]);
      expect(found.problems).toHaveLength(1);
      expect(found.problems[0]?.message).toContain(message);
      expect(found.problems[0]?.fix).toContain(fix);
    });
});
