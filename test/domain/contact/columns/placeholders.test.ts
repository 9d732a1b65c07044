import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filledIn,
  withDefaults,
  withoutDefaults,
} from '../../../../src/domain/contact/columns/placeholder-text.ts';
import {
  placeholdersOf,
  requireColumns,
} from '../../../../src/domain/contact/columns/placeholders.ts';

const fillings = {
  columns: new Map([
    ['first_name', 1],
    ['firstName', 2],
    ['Appointment', 3],
    ['postal_code', 4],
  ]),
  leftOut: new Map([['callstate', 'the column "call_state" is a result of an earlier run']]),
};
const check = (name: string) =>
  requireColumns([{ name, fallback: null, field: 'prompt' }], fillings);
/** Without defaults. */
const plain = (name: string, field = 'prompt') => ({ name, fallback: null, field });

describe('placeholders of an assistant', () => {
  it('each is found once, with the first text it stands in', () => {
    const assistant = {
      prompt: 'You call {{first_name}} {{ last_name }}. {not_one} {{{odd}}}',
      first_sentence: 'Hi {{first_name}}!',
      voicemail_message: '{{day}}',
      after_call_sms_prompt: '{{link}}',
      voice: '{{ignored}}',
    };
    expect(placeholdersOf(assistant)).toEqual({
      placeholders: [
        plain('first_name'),
        plain('last_name'),
        plain('odd'),
        plain('day', 'voicemail_message'),
        plain('link', 'after_call_sms_prompt'),
      ],
      problems: [],
    });
    for (const none of [{ prompt: 5 }, null])
      expect(placeholdersOf(none)).toEqual({ placeholders: [], problems: [] });
  });

  it('the same spelling wins, another spelling of one column is found', () => {
    expect(check('first_name').required).toEqual([{ ...plain('first_name'), index: 1 }]);
    expect(check('Postal-Code').required).toEqual([{ ...plain('Postal-Code'), index: 4 }]);
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

describe('a default for a blank cell', () => {
  const assistant = {
    prompt: 'It is about {{ plan | your plan }}, {{first_name}}.',
    first_sentence: 'Hello{{greeting|}}, this is about {{plan}}.',
    voice: '{{plan|not a text}}',
  };

  it('holds wherever the name stands, and may be empty', () => {
    const { placeholders, problems } = placeholdersOf(assistant);
    expect(problems).toEqual([]);
    expect(placeholders).toEqual([
      { name: 'plan', fallback: 'your plan', field: 'prompt' },
      plain('first_name'),
      { name: 'greeting', fallback: '', field: 'first_sentence' },
    ]);
  });

  it('is one for each name', () => {
    const two = { prompt: '{{plan|your plan}}', voicemail_message: '{{plan|a plan}}' };
    expect(placeholdersOf(two).problems[0]?.message).toBe(
      '{{plan}} has two defaults: "your plan" in prompt, "a plan" in voicemail_message.',
    );
  });

  it('is never sent as it is written: the provider knows none', () => {
    expect(withoutDefaults(assistant)).toEqual({
      prompt: 'It is about {{plan}}, {{first_name}}.',
      first_sentence: 'Hello{{greeting}}, this is about {{plan}}.',
      voice: '{{plan|not a text}}',
    });
    const untouched = { prompt: 'Hello {{ first_name }}.', first_sentence: null };
    expect(withoutDefaults(untouched)).toEqual(untouched);
  });

  it('stands in for blank cells and errors of the spreadsheet, and for nothing else', () => {
    const row = (plan: string) => withDefaults({ plan, first_name: '' }, assistant);
    expect({ ...row('') }).toEqual({ plan: 'your plan', first_name: '', greeting: '' });
    expect(row('#N/A')['plan']).toBe('your plan');
    expect(row('Gold')['plan']).toBe('Gold');
    const variables = { plan: 'Gold', greeting: ' Ada' };
    expect(withDefaults(variables, assistant)).toBe(variables);
    expect(withDefaults(variables, null)).toBe(variables);
  });

  it('is what is heard: the text that is sent, filled by the variables that are sent', () => {
    const text = fc.stringMatching(/^[a-z ]{0,8}$/);
    fc.assert(
      fc.property(text, text, (cell, fallback) => {
        const inline = { prompt: `[{{a|${fallback}}}]` };
        const variables = withDefaults({ a: cell.trim() }, inline);
        const said = filledIn(String(withoutDefaults(inline)['prompt']), variables);
        expect(said).toBe(`[${cell.trim() === '' ? fallback.trim() : cell.trim()}]`);
        expect(filledIn(inline.prompt, variables)).toBe(said);
      }),
    );
  });
});
