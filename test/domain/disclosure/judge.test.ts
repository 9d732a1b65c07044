import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSpoken, promptDenies } from '../../../src/domain/disclosure/judge.ts';
import { languageOf } from '../../../src/domain/disclosure/wording/language.ts';
import { PROMPTS, SPOKEN } from './own-sentences.ts';

describe('a sentence that is spoken first', () => {
  it.each(SPOKEN)('is %s: %s', (expected, text) => {
    expect(judgeSpoken(text, null).ai).toBe(expected);
  });

  it('says nothing by an assistant or a voice assistant alone, in every language', () => {
    const alone = [
      'Hello, this is the assistant of Sample Bank.',
      'Hello, this is the voice assistant of Sample Bank.',
      'Guten Tag, hier ist der Sprachassistent der Muster Bank.',
      'Bonjour, ici l’assistant vocal de Banque Exemple.',
      'Hola, soy el asistente de voz de Banco Ejemplo.',
      'Buongiorno, sono l’assistente vocale di Banca Esempio.',
      'Goedemiddag, u spreekt met de spraakassistent van Bank Voorbeeld.',
    ];
    expect(alone.map((text) => judgeSpoken(text, null).ai)).toEqual(alone.map(() => 'not_said'));
  });

  it('is never a pass in a language that cannot be judged', () => {
    for (const text of [
      'Dzień dobry, jestem asystentem AI i dzwonię w imieniu firmy.',
      'Olá, bom dia, sou um robô e ligo em nome da Energia.',
      'こんにちは、AIです。',
      '',
      'AI',
    ])
      expect(judgeSpoken(text, null)).toMatchObject({ ai: 'cannot_judge', caller: null });
  });

  it('says it at the beginning, or not at all', () => {
    const pitch = 'Your order is on its way and we have many offers for you this week. '.repeat(4);
    const ai = 'I am an AI of Sample Bank.';
    expect(judgeSpoken(`Hello. ${ai} ${pitch}`, null).ai).toBe('said');
    expect(judgeSpoken(`Hello. ${pitch} ${ai}`, null).ai).toBe('not_said');
  });
});

describe('the company that calls', () => {
  it('is named however it is written', () => {
    const says = (text: string, company: string): boolean | null =>
      judgeSpoken(text, company).caller;
    expect(says('Hello, I am an AI and I call for EXAMPLE ENERGY.', 'Example Energy Ltd.')).toBe(
      true,
    );
    expect(says('Guten Tag, ich bin die KI der Mueller Bau und rufe an.', 'Müller Bau GmbH')).toBe(
      true,
    );
    expect(says('Guten Tag, ich bin die KI des Muster Autohauses.', 'Muster Autohaus')).toBe(true);
    expect(says('Hello, I am an AI calling about your order.', 'Example Energy')).toBe(false);
    expect(
      says('Hello, I am an AI. As a customer of Example Energy you know us.', 'Example Energy'),
    ).toBe(false);
  });

  it('does not take the company’s own name for what speaks', () => {
    expect(
      judgeSpoken(
        'Hello, this is Robot Cleaning, we are calling about your order.',
        'Robot Cleaning',
      ).ai,
    ).toBe('not_said');
    expect(judgeSpoken('Hello, I am an AI calling from Robot Cleaning.', 'Robot Cleaning').ai).toBe(
      'said',
    );
  });
});

describe('the judge', () => {
  it('judges whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string(), (text, company) => {
        expect(['said', 'not_said', 'denied', 'cannot_judge']).toContain(
          judgeSpoken(text, company).ai,
        );
        expect([true, false, null]).toContain(promptDenies(text));
      }),
    );
  });

  it('reads a long text in a short time', () => {
    const long = 'Hello, I am calling you, not a robot, about your order, '.repeat(2_000);
    const begun = performance.now();
    judgeSpoken(long, 'Example Energy');
    promptDenies(long);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

describe('a prompt', () => {
  it.each(PROMPTS)('tells the agent to deny that it is an AI: %s: %s', (expected, text) => {
    expect(promptDenies(text)).toBe(expected);
  });
});

describe('the language of a text', () => {
  it('is found in short sentences', () => {
    expect(languageOf('Hello, this is Ann.')).toBe('en');
    expect(languageOf('Guten Tag, hier ist Ann.')).toBe('de');
    expect(languageOf('Bonjour, c’est Anne.')).toBe('fr');
    expect(languageOf('Hola, soy Ana.')).toBe('es');
    expect(languageOf('Buongiorno, sono Anna.')).toBe('it');
    expect(languageOf('Hallo, met Anna, ik bel u.')).toBe('nl');
  });
});
