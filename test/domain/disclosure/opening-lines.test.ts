import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { judgeSpoken } from '../../../src/domain/disclosure/judge.ts';
import { openingLines, openingSentence } from '../../../src/domain/disclosure/opening-lines.ts';
import { LANGUAGES } from '../../../src/domain/disclosure/wording/lexicon.ts';
import { standInsIn } from '../../../src/domain/draft/stand-ins.ts';

describe('the first sentence that is offered', () => {
  it.each(LANGUAGES)('passes in its own language: %s', (language) => {
    const company = 'Byron & Söhne';
    const text = openingSentence({ language, company });
    expect(judgeSpoken(text, company)).toMatchObject({
      language,
      ai: 'said',
      caller: true,
      optOut: true,
    });
    expect(standInsIn(text)).toEqual([]);
  });

  it('is YAML whatever the company is named', () => {
    const opening = { language: null, company: 'Byron: "the #1" \\ {{our_company}}' };
    expect(parse(openingLines(opening).join('\n'))).toEqual({
      assistant: { first_sentence: openingSentence(opening), first_sentence_mode: 'static' },
    });
  });

  it('has words that stand for the company where nobody has named it, and they are found', () => {
    const text = openingSentence({ language: 'fr', company: null });
    expect(standInsIn(text).map(({ words }) => words)).toEqual(['Example Company']);
  });
});
