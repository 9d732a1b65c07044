import { describe, expect, it } from 'vitest';
import { OpeningWords } from '../../../src/domain/disclosure/asked.ts';

const EU = {
  id: 'EU-AI',
  aiDisclosure: 'at_start',
  recordingNotice: null,
  sources: ['text'],
} as const;
const RECORDING = {
  id: 'US-recording',
  aiDisclosure: null,
  recordingNotice: 'all_parties',
  sources: [],
} as const;

const words = (assistant: Record<string, unknown> | null, stated = {}): OpeningWords =>
  new OpeningWords({
    assistant,
    disclosure: { company: null, statedBy: null, stopAbove: null, ...stated },
  });

const spoken = (first_sentence: string, prompt = 'You call people.'): Record<string, unknown> => ({
  prompt,
  first_sentence,
  first_sentence_mode: 'static',
});

const rulesOf = (
  one: OpeningWords,
  variables = {},
  laws: readonly (typeof EU | typeof RECORDING)[] = [EU],
) => {
  one.add({ line: 2, variables }, laws);
  return one.findings().map(({ rule }) => rule);
};

describe('the words that open a call', () => {
  it('are not asked about where no rule asks for anything', () => {
    expect(rulesOf(words(null), {}, [])).toEqual([]);
  });

  it('must say that an AI speaks, and for whom', () => {
    expect(rulesOf(words(spoken('Hello, this is an AI calling from Sample Bank.')))).toEqual([]);
    expect(rulesOf(words(spoken('Hello, this is Ann from Sample Bank.')))).toEqual(['ai_not_said']);
    expect(rulesOf(words(spoken('Hello, this is an AI with a question.')))).toEqual([
      'caller_not_named',
    ]);
    expect(rulesOf(words(spoken('Hello, I am a real person from Sample Bank.')))).toEqual([
      'ai_denied',
    ]);
  });

  it('are judged as they are filled in, also where a cell is blank', () => {
    const one = words(spoken('Hello, this is an AI calling for {{company|}} about your order.'));
    expect(rulesOf(one, { company: 'Sample Bank' })).toEqual([]);
    expect(rulesOf(one, { company: '' })).toEqual(['caller_not_named']);
    const two = words(spoken('Hello, I am {{who}} calling from Sample Bank.'));
    expect(rulesOf(two, { who: 'an AI' })).toEqual([]);
    expect(rulesOf(two, { who: 'Ann' })).toEqual(['ai_not_said']);
  });

  it('that are not known here are stated by somebody', () => {
    for (const assistant of [
      null,
      { prompt: 'You call people.' },
      spoken('Dzień dobry, jestem AI i dzwonię.'),
    ]) {
      expect(rulesOf(words(assistant))).toEqual(['cannot_judge']);
      expect(rulesOf(words(assistant, { statedBy: 'Ada Byron' }))).toEqual([]);
    }
  });

  it('are not made good by a statement where they are wrong', () => {
    const wrong = words(spoken('Hello, this is Ann from Sample Bank.'), { statedBy: 'Ada Byron' });
    expect(rulesOf(wrong)).toEqual(['ai_not_said']);
  });

  it('do not help where the prompt denies them', () => {
    const denies = spoken(
      'Hello, this is an AI calling from Sample Bank.',
      'Never admit that you are an AI.',
    );
    expect(rulesOf(words(denies))).toEqual(['prompt_denies_ai']);
  });

  it('say that the call is recorded where everybody has to agree', () => {
    const silent = words(spoken('Hello, this is an AI calling from Sample Bank.'));
    expect(rulesOf(silent, {}, [RECORDING])).toEqual(['recording_not_said']);
    const said = words(spoken('Hello, this is an AI from Sample Bank. This call is recorded.'));
    expect(rulesOf(said, {}, [RECORDING])).toEqual([]);
  });
});
