import { describe, expect, test } from 'vitest';
import { standInsLeft } from '../../../src/cli/check/stand-ins-left.ts';

const left = (...lines: string[]): string[] =>
  standInsLeft(lines.join('\n')).map(({ line, path, words }) => `${line} ${path} ${words}`);

describe('words that stand for the operator’s own', () => {
  test('are found on their line, in plain and quoted texts, in blocks and in lists', () => {
    expect(
      left(
        'name: Example Company reminders',
        '# Example Company',
        'assistant:',
        '  prompt: |-',
        '    You call {{first_name}}.',
        '    You speak for example company.',
        '  first_sentence: >-',
        '    Hello, an AI of Example',
        '    Energy speaks.',
        '  faq_items:',
        '    - question: "Who calls?"',
        '      answer: "Example Pr\\u0061ctice."',
        'disclosure: { company: Byron Bakery, stated_by: Your name and position }',
      ),
    ).toEqual([
      '6 assistant.prompt example company',
      '8 assistant.first_sentence Example Energy',
      '12 assistant.faq_items.0.answer Example Practice',
      '13 disclosure.stated_by Your name and position',
    ]);
  });

  test('are not seen in names that only begin like them', () => {
    expect(
      left(
        'assistant:',
        '  prompt: You call for the Example Companynet and Counterexample Energy.',
      ),
    ).toEqual([]);
  });
});
