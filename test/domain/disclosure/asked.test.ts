import { describe, expect, it } from 'vitest';
import { OpeningWords } from '../../../src/domain/disclosure/asked.ts';
import { fixesOf, stopsLiveRun } from '../../../src/domain/disclosure/rules.ts';

const EU = {
  id: 'EU-AI',
  aiDisclosure: 'at_start',
  recordingNotice: null,
  callerNamed: null,
  optOutOffered: null,
  sources: ['text'],
} as const;
const RECORDING = {
  id: 'US-recording',
  aiDisclosure: null,
  recordingNotice: 'all_parties',
  callerNamed: null,
  optOutOffered: null,
  sources: [],
} as const;

const MARKETING = {
  ...RECORDING,
  id: 'US',
  recordingNotice: null,
  callerNamed: 'at_start',
  optOutOffered: 'at_start',
} as const;
const SERVICE = { ...MARKETING, id: 'US-voice', optOutOffered: null } as const;

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
  laws: Parameters<OpeningWords['add']>[1] = [EU],
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

describe('a first sentence to paste', () => {
  it('comes first, where there is a campaign file to write it into', () => {
    const fixes = (assistant: Record<string, unknown> | null): readonly string[] => {
      const one = words(assistant);
      expect(rulesOf(one)).toEqual(['cannot_judge']);
      return one
        .findings()
        .flatMap((finding) => fixesOf(finding.rule, finding))
        .map(({ lines }) => lines[0] ?? '');
    };
    expect(fixes({ prompt: 'You call people.' })).toEqual(['assistant:', 'disclosure:']);
    expect(fixes({ ...spoken('Hello, this is an AI.'), first_sentence_mode: 'generated' })).toEqual(
      ['assistant:', 'disclosure:'],
    );
    expect(fixes(spoken('Dzień dobry, jestem AI i dzwonię.'))).toEqual(['disclosure:']);
    expect(fixes(null)).toEqual(['disclosure:']);
  });
});

describe('the words that open a call with an artificial voice in the United States', () => {
  const NAMED = 'Hello, this is Ann from Sample Bank.';
  const WHOLE = `${NAMED} Tell me if you do not want to be called again.`;

  it('name the company, and in marketing a way not to be called again', () => {
    expect(rulesOf(words(spoken(WHOLE)), {}, [MARKETING])).toEqual([]);
    expect(rulesOf(words(spoken(NAMED)), {}, [MARKETING])).toEqual(['opt_out_not_offered']);
    expect(rulesOf(words(spoken(NAMED)), {}, [SERVICE])).toEqual([]);
    expect(rulesOf(words(spoken('Hello, I have a question.')), {}, [SERVICE])).toEqual([
      'company_not_named',
    ]);
    const wanted = { company: 'Byron Bakery' };
    expect(rulesOf(words(spoken(NAMED), wanted), {}, [SERVICE])).toEqual(['company_not_named']);
  });

  it('never pass where they cannot be judged, unless somebody states them', () => {
    const finnish = 'Hei, täällä puhuu pankin avustaja, onko teillä hetki aikaa?';
    for (const one of [null, spoken(finnish)]) {
      expect(rulesOf(words(one), {}, [MARKETING])).toEqual(['opening_not_judged']);
      expect(rulesOf(words(one, { statedBy: 'Ada Byron' }), {}, [MARKETING])).toEqual([]);
    }
  });

  it('are not said twice to be wrong where another law asks for the same', () => {
    const both = [EU, SERVICE];
    const silent = words(spoken('Hello, this is an AI with a question.'));
    expect(rulesOf(silent, {}, both)).toEqual(['caller_not_named']);
    expect(rulesOf(words(null), {}, both)).toEqual(['cannot_judge']);
  });

  it('keep a live run from beginning; only what is said of a recording does not', () => {
    for (const rule of ['company_not_named', 'opt_out_not_offered', 'opening_not_judged'] as const)
      expect(stopsLiveRun(rule)).toBe(true);
    expect(stopsLiveRun('recording_not_said')).toBe(false);
  });

  it('are written first, and stated where they cannot be written', () => {
    const keys = (assistant: Record<string, unknown> | null): readonly string[] => {
      const one = words(assistant);
      expect(rulesOf(one, {}, [MARKETING])).toEqual(['opening_not_judged']);
      return one
        .findings()
        .flatMap((finding) => fixesOf(finding.rule, finding))
        .map(({ lines }) => lines[0] ?? '');
    };
    expect(keys({ prompt: 'You call people.' })).toEqual(['assistant:', 'disclosure:']);
    expect(keys(null)).toEqual(['disclosure:']);
  });
});
